from __future__ import annotations

import pytest

from pipeline.validation.checks.lists import list_count_differs
from tests.validation.samples import material, values

THREE = "\n\n1. Reeds come first.\n2. Ponds come next.\n3. Meadows come last.\n"


def test_an_announced_number_that_is_not_that_of_the_items_is_found() -> None:
    text = f"Four main themes emerged from the talks:{THREE}"
    assert values(list_count_differs, material(text)) == [("Four main themes", "3 items")]


@pytest.mark.parametrize(
    "announcement",
    [
        "Three main themes emerged from the talks:",
        "We propose 3 steps:",
        "At least two reasons stand out:",  # hedged
        "Two of the reasons are these:",
        "The four principles include the following:",
        "One of the four principles has these parts:",
        "Twenty people were asked for their views:",
        "Five towns answered:",  # no noun that a list is announced with
        "The two groups were asked four questions, among them:",
        "Four themes emerged from the talks. We begin here:",  # another sentence
        "Four themes emerged from the talks.",  # no colon
    ],
)
def test_what_announces_no_other_number_is_none(announcement: str) -> None:
    assert values(list_count_differs, material(f"{announcement}{THREE}")) == []


def test_items_inside_items_do_not_count() -> None:
    text = "Two steps remain:\n\n1. Cut the reeds\n  a. by hand\n  b. by boat\n2. Clear the pond\n"
    assert values(list_count_differs, material(text)) == []


def test_a_list_goes_on_after_a_paragraph_between_its_items() -> None:
    text = "Three steps remain:\n\n1. Cut the reeds.\n2. Clear the pond.\n\nThis takes a year.\n\n3. Rest.\n"
    assert values(list_count_differs, material(text)) == []


def test_another_list_in_between_does_not_end_a_numbered_one() -> None:
    text = "Three steps remain:\n\n1. Cut.\n2. Clear.\n\nAside:\n\n- one\n- two\n\nAnd so:\n\n3. Rest.\n"
    assert values(list_count_differs, material(text)) == []
