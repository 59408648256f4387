"""Lists: what depth an item has, from where its label stands against the items before it."""

from __future__ import annotations

STEP = 0.6  # ems further in is one level deeper


class Depths:
    """The left edges of the open levels, outermost first; edges count from the column's own."""

    def __init__(self) -> None:
        self._edges: list[float] = []

    def of(self, edge: float, em: float) -> int:
        """The depth, from 0, of an item whose label starts at `edge`."""
        while self._edges and edge < self._edges[-1] - STEP * em:
            self._edges.pop()
        if not self._edges or edge > self._edges[-1] + STEP * em:
            self._edges.append(edge)
        return len(self._edges) - 1

    def close(self) -> None:
        """The list has ended."""
        self._edges.clear()
