"""What is drawn on a page: boxes with a kind, a number and the reason."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.model.geometry import Box
from pipeline.publishing.page.palette import DISCARD_COLOR, KIND_COLORS


@dataclass(frozen=True, slots=True)
class Mark:
    """A thing on a page: the boxes it fills, what it is, its place in the order of reading, and what to say of it.

    `note` is the rule that decided, or what else explains it. `aside` marks what was set aside.
    """

    boxes: tuple[Box, ...]
    kind: str
    color: str
    text: str = ""
    note: str = ""
    number: int | None = None
    aside: bool = False


@dataclass(frozen=True, slots=True)
class Drawing:
    """All marks of a page; `arrows` tells that their numbers are an order worth following."""

    page: int
    width: float
    height: float
    marks: tuple[Mark, ...]
    arrows: bool = False

    @property
    def legend(self) -> dict[str, str]:
        """The kinds that occur with their colours, in the palette's order, what was set aside last."""
        found = {mark.kind: mark.color for mark in self.marks if not mark.aside}
        order = [kind for kind in KIND_COLORS if kind in found] + [kind for kind in found if kind not in KIND_COLORS]
        legend = {kind: found[kind] for kind in order}
        return legend | ({"set aside": DISCARD_COLOR} if any(mark.aside for mark in self.marks) else {})
