"""What a printing changes is told word by word."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pipeline.alignment import word_difference


def test_a_dropped_first_word_and_its_new_capital_are_one_step() -> None:
    assert word_difference("I never sow in May.", "Never sow in May.") == [("replace", "I never", "Never")]


def test_a_changed_a_dropped_and_an_added_word_are_three_steps() -> None:
    assert word_difference("one two three four five", "one 2 three five six") == [
        ("replace", "two", "2"),
        ("delete", "four", ""),
        ("insert", "", "six"),
    ]


def test_other_marks_and_another_ellipsis_make_no_difference() -> None:
    assert word_difference("“It doesn’t rain . . . here”", '"It doesn\'t rain … here"') == []


@given(st.lists(st.sampled_from(list("abcde"))), st.lists(st.sampled_from(list("abcde"))))
def test_the_steps_lead_from_one_text_to_the_other(before: list[str], after: list[str]) -> None:
    steps = word_difference(" ".join(before), " ".join(after))
    lost = sum(len(taken.split()) for _, taken, _ in steps)
    won = sum(len(put.split()) for _, _, put in steps)
    assert len(before) - lost + won == len(after)
    assert bool(steps) == (before != after)
