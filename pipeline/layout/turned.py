"""Text turned to another side of the page: its rows in their own order, those close together as one piece."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.model.lines import Line

CLOSE = 1.8  # of the font size between the middles of two rows of one piece
SIZE = 0.6  # points: rows of one piece are of one size


def pieces_of(lines: Sequence[Line]) -> list[list[Line]]:
    """The turned lines in pieces: text that runs down the page has its first row at the right, text that runs up it at
    the left."""
    pieces: list[list[Line]] = []
    for line in sorted(lines, key=lambda x: (x.rotation, _place(x), x.glyphs[0])):
        last = pieces[-1][-1] if pieces else None
        if last and last.rotation == line.rotation and _follows(last, line):
            pieces[-1].append(line)
        else:
            pieces.append([line])
    return pieces


def _place(line: Line) -> float:
    """How far a row is from the first one, across the direction of writing."""
    x, y = line.box.center
    return {90: -x, 270: x}.get(line.rotation, y)


def _follows(last: Line, line: Line) -> bool:
    return abs(last.size - line.size) < SIZE and 0 <= _place(line) - _place(last) <= CLOSE * line.size
