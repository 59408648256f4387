"""Centred rows have no paragraph indents; a row of its own is one that left room for the next one's first word."""

from __future__ import annotations

from pipeline.layout.centred import are_centred, is_own_line
from pipeline.layout.rows import Row
from tests.builders import WIDTH, line

LEFT, RIGHT = 72.0, 372.0  # 60 characters


def centred(text: str, *, shift: float = 0.0) -> Row:
    drawn = line(text, left=(LEFT + RIGHT - WIDTH * len(text)) / 2 + shift)
    return Row((drawn,), drawn)


def test_rows_about_one_middle_are_centred() -> None:
    assert are_centred([centred("a" * 50), centred("b" * 30)], LEFT, RIGHT)


def test_a_first_line_indented_by_an_em_is_not() -> None:
    assert not are_centred([centred("a" * 58, shift=5.0), centred("b" * 60)], LEFT, RIGHT)


def test_wide_rows_of_one_width_are_an_inset_quotation() -> None:
    assert not are_centred([centred("a" * 50), centred("b" * 50)], LEFT, RIGHT)


def test_a_row_that_left_room_for_the_next_word_ends_there() -> None:
    assert is_own_line(centred("1 Mill Lane, Riverside"), centred("Phone 123"), LEFT, RIGHT)
    assert not is_own_line(centred("a" * 56), centred("Phone 123"), LEFT, RIGHT)


def test_a_balanced_row_goes_on_with_a_small_letter() -> None:
    assert not is_own_line(centred("What the river left"), centred("behind in the fields"), LEFT, RIGHT)
