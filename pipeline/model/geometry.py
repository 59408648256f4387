"""Boxes on a page, in PDF points with the origin at the top left."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Box(NamedTuple):
    """A rectangle: left, top, right, bottom, in points from the page's top left corner (y grows downwards)."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def width(self) -> float:
        """Width in points."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """Height in points."""
        return self.bottom - self.top

    @property
    def center(self) -> tuple[float, float]:
        """The middle, as (x, y)."""
        return (self.x0 + self.x1) / 2, (self.top + self.bottom) / 2

    @property
    def area(self) -> float:
        """Area in square points; never negative."""
        return max(0.0, self.width) * max(0.0, self.height)

    def intersection(self, other: Box) -> Box | None:
        """The part both share, or None where they do not overlap (a shared edge is no overlap)."""
        box = Box(
            max(self.x0, other.x0), max(self.top, other.top), min(self.x1, other.x1), min(self.bottom, other.bottom)
        )
        return box if box.x1 > box.x0 and box.bottom > box.top else None

    def contains_point(self, x: float, y: float) -> bool:
        """Whether the point lies inside or on the edge."""
        return self.x0 <= x <= self.x1 and self.top <= y <= self.bottom

    def holds_center_of(self, other: Box) -> bool:
        """Whether the other's middle lies inside this one."""
        return self.contains_point(*other.center)

    def overlaps_x(self, other: Box) -> float:
        """How much of the horizontal both share, in points (0 where nothing)."""
        return max(0.0, min(self.x1, other.x1) - max(self.x0, other.x0))

    def overlaps_y(self, other: Box) -> float:
        """How much of the vertical both share, in points (0 where nothing)."""
        return max(0.0, min(self.bottom, other.bottom) - max(self.top, other.top))

    def grown(self, by: float) -> Box:
        """The box with each edge moved outwards by `by` points (inwards where negative)."""
        return Box(self.x0 - by, self.top - by, self.x1 + by, self.bottom + by)

    def rounded(self, digits: int = 2) -> Box:
        """The box with its edges rounded: what is written to files."""
        return Box(*(round(float(v), digits) + 0.0 for v in self))


def union(boxes: Iterable[Box]) -> Box:
    """The smallest box around all of them. Raises ValueError where there is none."""
    x0s, tops, x1s, bottoms = zip(*boxes, strict=True)
    return Box(min(x0s), min(tops), max(x1s), max(bottoms))
