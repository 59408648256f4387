"""Dropped initials: a large letter beside two lines or more belongs to the first of them."""

from __future__ import annotations

from dataclasses import replace

from pipeline.lines import read_lines
from pipeline.model.pages import Glyph
from tests.lines.glyphs import glyphs, page

ROWS = ("here was fog in the", "narrows, and the bell", "was silent that night")


def beside_an_initial(letter: str, *rows: str, gap: float = 4.0) -> list[list[Glyph]]:
    """Rows of 10 points from a baseline of 100 on, beside an initial whose head is level with the first one's."""
    initial = glyphs(letter, size=40.0, baseline=121.0)
    left = initial[0].box.x1 + gap
    return [
        initial,
        *(glyphs(row, x=left - 5.0 * row.startswith(" "), baseline=100.0 + 12.0 * i) for i, row in enumerate(rows)),
    ]


def texts(groups: list[list[Glyph]]) -> list[str]:
    return [line.text for line in read_lines(page(*groups)).lines]


def test_the_initial_is_the_first_letter_of_its_word() -> None:
    assert texts(beside_an_initial("T", *ROWS)) == ["There was fog in the", *ROWS[1:]]


def test_an_initial_that_is_a_word_keeps_the_space_that_is_drawn_behind_it() -> None:
    assert texts(beside_an_initial("A", " bell hung there and", *ROWS[1:]))[0] == "A bell hung there and"


def test_its_line_is_as_high_as_the_others() -> None:
    first, second, _ = read_lines(page(*beside_an_initial("T", *ROWS))).lines
    assert first.bottom - first.top == second.bottom - second.top
    assert {span.style.size for span in first.styles} == {10.0}


def test_a_large_number_or_a_large_word_beside_a_text_is_no_initial() -> None:
    assert texts(beside_an_initial("7", *ROWS))[0] != "7here was fog in the"
    word = glyphs("TO", size=40.0, baseline=121.0)
    apart = [replace(g, box=g.box) for g in glyphs(ROWS[0], x=word[-1].box.x1 + 4.0)]
    assert "TO" in " ".join(texts([word, apart]))
