"""The numbers that headings start with."""

from __future__ import annotations

import pytest

from pipeline.layout.numbering import number_of


@pytest.mark.parametrize(
    ("heading", "scheme", "depth"),
    [
        ("2.1 Limits of the data", "decimal", 2),
        ("3. Method", "decimal", 1),
        ("A.1 The questions", "decimal", 2),
        ("B.2.4. Answers", "decimal", 3),
        ("IV. Findings", "roman", None),
        ("I. Introduction", "roman", None),
        ("B. Rivers", "letter", None),
        ("C. Harbours", "letter", None),
        ("D. Ferries", "letter", None),
        ("(2) Bias", "bracketed", None),
        ("(ii) Notice", "bracketed", None),
        ("§ 14.3 Moorings", "paragraph", None),
        ("Annex 2 The questions", "labelled", None),
    ],
)
def test_a_number_is_told_by_its_form(heading: str, scheme: str, depth: int | None) -> None:
    number = number_of(heading)
    assert number is not None
    assert (number.scheme, number.depth) == (scheme, depth)


@pytest.mark.parametrize("heading", ["Civic life", "1990s and after", "I went there", "Chapters of a life"])
def test_words_and_figures_are_no_numbers(heading: str) -> None:
    assert number_of(heading) is None
