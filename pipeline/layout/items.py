"""What takes up room on a page, as far as the search for columns needs to know it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.model.geometry import Box

FEWEST_ROWS = 3  # rows on the fuller side; two rows side by side are a heading with something beside it


@dataclass(frozen=True, slots=True)
class Item:
    """Something that takes up room on a page: a line (by its index), or a whole (a table, a figure, a box).

    `length` is a line's number of characters, `plain` says that it is set like the body, `label` that it ends in a
    colon. A `barrier` is no content but
    ends a gutter that it crosses (a rule).
    """

    box: Box
    key: int
    whole: bool = False
    length: int = 0
    plain: bool = False
    label: bool = False
    barrier: bool = False


def rows_in(items: Sequence[Item]) -> int:
    """How many rows the items stand in; something whole is as good as the fewest that make a column."""
    return FEWEST_ROWS if any(i.whole for i in items) else len({round(i.box.bottom) for i in items})
