"""Cells on a grid's boundaries: single positions, joined where no wall stands between them or a text runs over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from pipeline.tables.columns import Boundary
from pipeline.tables.rows import TextLine
from pipeline.tables.values import is_value
from pipeline.tables.words import Word, text_of


class Framed(Protocol):
    """What cells are filled from: the words and the type size of a region."""

    @property
    def words(self) -> tuple[Word, ...]: ...

    @property
    def em(self) -> float: ...


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell: its place from 0, what it spans, and its words."""

    row: int
    column: int
    row_span: int
    column_span: int
    words: tuple[Word, ...]


def ruled_cells(frame: Framed, columns: Sequence[Boundary], rows: Sequence[Boundary]) -> list[GridCell]:
    """Cells between drawn walls: positions without a wall between them are one cell (ink is taken at its word)."""
    height, width = len(rows) - 1, len(columns) - 1
    right = [[_wall(columns[c + 1], rows[r].at, rows[r + 1].at) for c in range(width)] for r in range(height)]
    below = [[_wall(rows[r + 1], columns[c].at, columns[c + 1].at) for c in range(width)] for r in range(height)]
    placed = _positions(frame, columns, rows)
    taken: set[tuple[int, int]] = set()
    cells = []
    for r in range(height):
        for c in range(width):
            if (r, c) in taken:
                continue
            last = c
            while (
                last + 1 < width
                and not right[r][last]
                and (r, last + 1) not in taken
                and not _parted(placed, r, c, last, frame.em)
            ):
                last += 1
            bottom = r
            while (
                bottom + 1 < height
                and not any(below[bottom][k] for k in range(c, last + 1))
                and not any(right[bottom + 1][k] for k in range(c, last))
                and not any((bottom + 1, k) in taken for k in range(c, last + 1))
                and not _value_below(placed, bottom, c, last)
            ):
                bottom += 1
            inside = [(i, k) for i in range(r, bottom + 1) for k in range(c, last + 1)]
            taken.update(inside)
            words = tuple(w for place in inside for w in placed.get(place, ()))
            cells.append(GridCell(r, c, bottom - r + 1, last - c + 1, words))
    return cells


def _wall(boundary: Boundary, start: float, end: float) -> bool:
    """Whether the boundary parts cells on the stretch: white space and grounds always do, ink where it is drawn."""
    return boundary.kind != "ink" or boundary.covers(start, end)


def _value_below(placed: dict[tuple[int, int], list[Word]], r: int, first: int, last: int) -> bool:
    """Whether a value stands below another text: no cell holds both, so that a wall was left out there by mistake."""
    above = [w for k in range(first, last + 1) for w in placed.get((r, k), ())]
    under = [w for k in range(first, last + 1) for w in placed.get((r + 1, k), ())]
    return bool(above) and bool(under) and is_value(text_of(under))


def _parted(placed: dict[tuple[int, int], list[Word]], r: int, start: int, c: int, em: float) -> bool:
    """Whether position `c + 1` holds text that a gap too wide for words of one cell parts from what stands before."""
    left = [w for k in range(start, c + 1) for w in placed.get((r, k), ())]
    right = placed.get((r, c + 1))
    if not left or not right:
        return False
    return min(w.box.x0 for w in right) - max(w.box.x1 for w in left) > em


def spaced_cells(rows: Sequence[Sequence[TextLine]], width: int, header: int) -> list[GridCell]:
    """Cells parted by white space: columns are one cell where a part of a row's lines reaches over them.

    Beside headings of groups, a heading of one column stands for all rows of the header.
    """
    cells: list[GridCell] = []
    for r, lines in enumerate(rows):
        spans = [span for line in lines for span in line.lasts.items()]
        for first, last in _ranges(spans, width):
            words = [w for line in lines for c, part in line.cells.items() if first <= c <= last for w in part]
            cells.append(GridCell(r, first, 1, last - first + 1, tuple(words)))
    for r in range(header - 1):
        if any(c.row == r and c.column_span > 1 for c in cells):
            cells = _grown_down(cells, r, header)
    return _grown_up(cells, header)


def _grown_down(cells: list[GridCell], row: int, header: int) -> list[GridCell]:
    """Cells of one column in a header's row with those below them that are empty, down to the header's end."""
    at = {(c.row, c.column): c for c in cells if c.column_span == 1}
    grown: dict[tuple[int, int], GridCell] = {}
    gone: set[tuple[int, int]] = set()
    for (r, column), cell in at.items():
        below = row + 1
        while r == row and cell.words and (below, column) in at and below < header and not at[below, column].words:
            gone.add((below, column))
            below += 1
        if r == row and below > row + 1:
            grown[r, column] = replace(cell, row_span=below - row)
    return [grown.get((c.row, c.column), c) for c in cells if (c.row, c.column) not in gone]


def _grown_up(cells: list[GridCell], header: int) -> list[GridCell]:
    """The cells, those of one column in the header's last row with the empty ones above them, where beside those
    stand headings of groups: headings of one column are set at the header's foot. An empty one beside a heading of one
    column may be that one's."""
    alone = {(c.row, c.column) for c in cells if c.row < header and c.column_span == 1}
    named = {(c.row, c.column) for c in cells if c.words} & alone
    empty = {(r, c) for r, c in alone - named if (r, c - 1) not in named and (r, c + 1) not in named}
    groups = {c.row for c in cells if c.row < header and c.column_span > 1}
    gone: set[tuple[int, int]] = set()
    grown: list[GridCell] = []
    for cell in cells:
        top = cell.row
        if cell.words and cell.column_span == 1 and cell.row + cell.row_span == header:
            while (top - 1, cell.column) in empty and top - 1 in groups:
                top -= 1
        gone.update((r, cell.column) for r in range(top, cell.row))
        grown.append(replace(cell, row=top, row_span=cell.row_span + cell.row - top))
    kept = [c for c in grown if c.words or (c.row, c.column) not in gone]
    return sorted(kept, key=lambda c: (c.row, c.column))


def _ranges(spans: Sequence[tuple[int, int]], width: int) -> list[tuple[int, int]]:
    """All columns from left to right, those that overlapping spans cover as one range."""
    ranges: list[tuple[int, int]] = []
    for first, last in sorted([*spans, *((c, c) for c in range(width))]):
        if ranges and first <= ranges[-1][1]:
            ranges[-1] = (ranges[-1][0], max(ranges[-1][1], last))
        else:
            ranges.append((first, last))
    return ranges


def _positions(
    frame: Framed, columns: Sequence[Boundary], rows: Sequence[Boundary]
) -> dict[tuple[int, int], list[Word]]:
    placed: dict[tuple[int, int], list[Word]] = {}
    for word in frame.words:
        x, y = word.box.center
        placed.setdefault((_index(y, rows), _index(x, columns)), []).append(word)
    return placed


def _index(at: float, bounds: Sequence[Boundary]) -> int:
    """Between which two boundaries a place lies; the nearest where outside."""
    for k in range(1, len(bounds) - 1):
        if at < bounds[k].at:
            return k - 1
    return len(bounds) - 2
