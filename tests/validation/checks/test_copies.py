from __future__ import annotations

import pytest

from pipeline.validation.checks.copies import pull_quote_differs
from tests.validation.samples import material, quote, values

SAID = (
    "We never open a new ward before the old one is full, and nobody asks us to. It takes patience, rooms and a good "
    "roof. The rest follows."
)


@pytest.mark.parametrize(
    ("copy", "expected"),
    [
        ("Never open a new ward before the old one is full", ("We never open", "Never open")),
        ("It takes patience, rooms and a good floor.", ("good roof. The", "good floor.")),
        ("We never open a new ward before the old one is full.", ("is full, and", "is full.")),
        ("It takes much patience, rooms and a good roof.", ("takes patience,", "takes much patience,")),
    ],
)
def test_a_copy_that_changes_the_words_is_found(copy: str, expected: tuple[str, str]) -> None:
    assert values(pull_quote_differs, material(quotes=[quote(SAID, copy)])) == [expected]


@pytest.mark.parametrize(
    "copy",
    [
        "It takes patience, rooms and a good roof.",  # a whole sentence
        "“It takes patience, rooms and a good roof”",  # other marks
        "We never open a new ward before the old one is full …",  # an ellipsis at the cut
        "… before the old one is full, and nobody asks us to.",
        "never open a new ward before the old one is full",  # a small letter: no sentence is claimed
        "We never open a new ward … and nobody asks us to.",  # an ellipsis inside
        "[We] never open a new ward before the old one is full, and nobody asks us to.",
        "IT TAKES PATIENCE, ROOMS AND A GOOD ROOF.",  # capitals are a matter of type
    ],
)
def test_a_designers_right_is_no_difference(copy: str) -> None:
    assert values(pull_quote_differs, material(quotes=[quote(SAID, copy)])) == []


def test_a_label_or_attribution_beside_the_copy_is_no_difference() -> None:
    copies = ["Theme 1: We never open a new ward before the old one is full", f"{SAID} Ada Okafor"]
    assert values(pull_quote_differs, material(quotes=[quote(SAID, copy) for copy in copies])) == []


PROSE = "The river rose by four feet in a single night of that winter."


def test_a_copy_of_the_authors_own_prose_is_compared_too() -> None:
    text = f"## A\n\n{PROSE} It fell again.\n\n>> {PROSE.replace('four', 'five')}\n"
    assert values(pull_quote_differs, material(text)) == [("by four feet", "by five feet")]


def test_a_true_copy_of_prose_is_no_difference() -> None:
    text = f"## A\n\n{PROSE} It fell again.\n\n>> {PROSE}\n"
    assert values(pull_quote_differs, material(text)) == []


def test_a_text_that_differs_in_many_places_is_no_copy() -> None:
    other = "The old river rose then by five feet within a single day of that winter."
    assert values(pull_quote_differs, material(quotes=[quote(PROSE, other)])) == []
