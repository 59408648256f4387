"""Columns and their order, on pages made of rectangles: a body of 10 points on lines 12 points apart."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pipeline.layout.columns import Item, in_reading_order
from pipeline.model.geometry import Box

EM = 10.0
PITCH = 12.0
LEFT, RIGHT, WIDTH = 50.0, 320.0, 240.0


class Sheet:
    """Lines put on a page one under another; `order` gives their names as they are read."""

    def __init__(self) -> None:
        self.items: list[Item] = []
        self.names: list[str] = []

    def lines(self, name: str, count: int, x: float, top: float) -> float:
        """So many body lines; returns the height below the last."""
        for k in range(count):
            self._add(name, Box(x, top + k * PITCH, x + WIDTH, top + k * PITCH + EM), plain=True)
        return top + count * PITCH

    def heading(self, name: str, x: float, top: float, *, wide: float = 90.0, high: float = 14.0) -> float:
        """A line that is not set like the body; returns the height below it."""
        self._add(name, Box(x, top, x + wide, top + high), plain=False)
        return top + high

    def order(self) -> list[str]:
        """The names in reading order, each run of one name once."""
        read = [self.names[i.key] for stretch in in_reading_order(self.items, EM) for i in stretch.items]
        return [name for k, name in enumerate(read) if k == 0 or read[k - 1] != name]

    def _add(self, name: str, box: Box, *, plain: bool) -> None:
        self.items.append(Item(box, len(self.names), length=50, plain=plain))
        self.names.append(name)


def test_the_left_column_is_read_before_the_right_one() -> None:
    sheet = Sheet()
    sheet.lines("right", 20, RIGHT, 100)
    sheet.lines("left", 20, LEFT, 100)
    assert sheet.order() == ["left", "right"]


def test_a_line_across_the_columns_parts_what_stands_above_from_what_stands_below() -> None:
    sheet = Sheet()
    for name, top in (("1", 100.0), ("2", 200.0)):
        sheet.lines(f"left {name}", 6, LEFT, top)
        sheet.lines(f"right {name}", 6, RIGHT, top)
    sheet.heading("banner", LEFT, 178, wide=RIGHT + WIDTH - LEFT)
    assert sheet.order() == ["left 1", "right 1", "banner", "left 2", "right 2"]


def test_a_short_heading_begins_a_new_band_where_both_columns_start_anew_below_it() -> None:
    sheet = Sheet()
    sheet.lines("left 1", 9, LEFT, 100)
    sheet.lines("right 1", 5, RIGHT, 100)
    below = sheet.heading("heading", LEFT, 226) + 12
    sheet.lines("left 2", 8, LEFT, below)
    sheet.lines("right 2", 8, RIGHT, below)
    assert sheet.order() == ["left 1", "right 1", "heading", "left 2", "right 2"]


def test_a_heading_below_two_columns_that_end_together_comes_after_both() -> None:
    sheet = Sheet()
    end = sheet.lines("left 1", 9, LEFT, 100)
    sheet.lines("right 1", 9, RIGHT, 100)
    sheet.lines("left 2", 3, LEFT, sheet.heading("heading", LEFT, end + 20) + 12)
    assert sheet.order() == ["left 1", "right 1", "heading", "left 2"]


def test_a_heading_in_the_left_column_alone_is_read_in_its_column() -> None:
    sheet = Sheet()
    end = sheet.lines("left 1", 9, LEFT, 100)
    sheet.lines("left 2", 12, LEFT, sheet.heading("heading", LEFT, end + 12) + 8)
    sheet.lines("right", 24, RIGHT, 100)
    assert sheet.order() == ["left 1", "heading", "left 2", "right"]


def test_a_heading_in_the_last_columns_of_a_text_is_read_in_its_column() -> None:
    """The right column of a text's last page ends anywhere; here far above the heading on its left."""
    sheet = Sheet()
    end = sheet.lines("left 1", 14, LEFT, 100)
    sheet.lines("left 2", 12, LEFT, sheet.heading("heading", LEFT, end + 12) + 8)
    sheet.lines("right", 6, RIGHT, 100)
    assert sheet.order() == ["left 1", "heading", "left 2", "right"]


def test_a_bold_line_without_white_above_it_begins_no_band() -> None:
    sheet = Sheet()
    end = sheet.lines("left", 6, LEFT, 100)
    sheet.heading("left", LEFT, end, high=EM)
    sheet.lines("left", 8, LEFT, end + PITCH)
    sheet.lines("right", 6, RIGHT, 100)
    sheet.lines("right", 8, RIGHT, end + PITCH)
    assert sheet.order() == ["left", "right"]


def test_a_bold_word_beside_its_text_begins_no_band() -> None:
    sheet = Sheet()
    end = sheet.lines("left", 6, LEFT, 100)
    sheet.heading("left", LEFT - 40, end + 12, wide=30, high=EM)
    sheet.lines("left", 8, LEFT, end + 12)
    sheet.lines("right", 6, RIGHT, 100)
    sheet.lines("right", 8, RIGHT, end + 12)
    assert sheet.order() == ["left", "right"]


@given(st.integers(3, 30), st.integers(3, 30), st.floats(0, 11))
def test_each_item_is_read_once(left: int, right: int, shift: float) -> None:
    sheet = Sheet()
    sheet.lines("left", left, LEFT, 100)
    sheet.lines("right", right, RIGHT, 100 + shift)
    stretches = in_reading_order(sheet.items, EM)
    assert sorted(i.key for s in stretches for i in s.items) == list(range(left + right))
