"""What is kept of a page once its glyphs are let go: its lines and shapes. Layout and tables both work on it."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field

from pipeline.model.blocks import Discard, PageInfo
from pipeline.model.geometry import Box
from pipeline.model.lines import Line
from pipeline.model.pages import Fill, Image, Rule, Tag

NO_MARK = -1


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page as lines and shapes.

    `lines` are sorted by baseline, then from left to right; each visible glyph is in exactly one of them, all others
    are in `discards`. A line has no wide gap inside: columns, cells and labels are lines of their own. Where the page
    is tagged, `marks` has for each glyph index the marked content id it was drawn under (NO_MARK where none), the key
    into `tags`.
    """

    info: PageInfo
    lines: tuple[Line, ...]
    discards: tuple[Discard, ...] = ()
    rules: tuple[Rule, ...] = ()
    fills: tuple[Fill, ...] = ()
    images: tuple[Image, ...] = ()
    tags: tuple[Tag, ...] = ()
    marks: array[int] = field(default_factory=lambda: array("i"))

    @property
    def number(self) -> int:
        """The physical page, from 1."""
        return self.info.number

    @property
    def box(self) -> Box:
        """The whole page."""
        return Box(0.0, 0.0, self.info.width, self.info.height)
