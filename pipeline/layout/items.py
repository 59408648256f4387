"""What takes up room on a page, as far as the search for columns needs to know it."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.model.geometry import Box


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
