"""Looking around a place in a text, and asking whether it lies in one of many stretches, without reading it all.

A page may hold one paragraph of a hundred thousand characters; what is asked at each of its words must not cost the
whole of it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

REACH = 80  # characters: more than any sign that a rule looks for beside a name or quotation


def left_of(content: str, at: int) -> str:
    """Up to REACH characters before an offset."""
    return content[max(0, at - REACH) : at]


def right_of(content: str, at: int) -> str:
    """Up to REACH characters from an offset on."""
    return content[at : at + REACH]


class Stretches:
    """Stretches of one text; those that overlap are one."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(spans):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            else:
                self._starts.append(start)
                self._ends.append(end)

    def holds(self, offset: int) -> bool:
        """Whether the character at an offset lies in a stretch."""
        at = bisect_right(self._starts, offset) - 1
        return at >= 0 and offset < self._ends[at]
