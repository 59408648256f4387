"""Rows that a table carries over to the next page or column, too few there to be known for a table by themselves.

A table's columns are set once; what stands on in the same columns at the head of the next page, before any other text,
are further rows of it ("breaking tables", The Chicago Manual of Style, 3.86-3.87).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from pipeline.lines import Vocabulary
from pipeline.model.geometry import Box
from pipeline.model.lines import Line
from pipeline.model.tables import Table
from pipeline.tables.cells import spaced_cells
from pipeline.tables.columns import Boundary
from pipeline.tables.finding import Setting, held_words, table_of
from pipeline.tables.grids import Grid
from pipeline.tables.joining import column_texts
from pipeline.tables.rows import TextLine, goes_on, group_lines
from pipeline.tables.textlines import lines_on
from pipeline.tables.values import CAPTION
from pipeline.tables.words import Word, text_of, text_rows, words_of

SAME_SIZE = 0.06  # of the font size: one table is set in one size
PITCH = 1.6  # times the table's widest step from row to row: more space, and something else begins
FILLED = 0.5  # of the columns at least have text in a row carried over
PLAY = 0.5  # ems that a row may reach beyond its column's text


def carried(table: Table, page: int, lines: Sequence[Line], vocabulary: Vocabulary) -> Table | None:
    """The rows at the head of `lines` that go on with `table`, as a part without header, or None.

    `lines` are those of one column of a page, without running matter; `table` is the last thing on the page (or in the
    column) before.
    """
    stretches = column_texts(table, table.regions[-1].page)
    printed = words_of(lines)
    rows = text_rows(w for w in printed if not w.leader)
    if not rows or len(stretches) < table.columns:
        return None
    size = _size(table)
    shift = min(w.box.x0 for w in rows[0]) - min(x0 for x0, _ in stretches.values())
    for dx in (0.0, shift):
        kept = _kept(rows, _boundaries(stretches, dx), size, _step(table))
        if kept:
            grid = _grid(kept, _boundaries(stretches, dx), size)
            reason = f"goes on in the columns of the table on page {table.regions[-1].page}"
            held = held_words(grid, printed)
            return table_of(grid, held, Setting(page, lines, vocabulary), table.confidence, reason)
    return None


def _boundaries(stretches: dict[int, tuple[float, float]], dx: float) -> list[Boundary]:
    ordered = [stretches[k] for k in sorted(stretches)]
    inner = [Boundary((a[1] + b[0]) / 2 + dx, "space") for a, b in pairwise(ordered)]
    return [Boundary(ordered[0][0] + dx, "space"), *inner, Boundary(ordered[-1][1] + dx, "space")]


def _size(table: Table) -> float:
    return median(run.line.size for cell in table.cells for run in cell.text.runs)


def _step(table: Table) -> float:
    """The widest step from one row of the body to the next, in points."""
    page = table.regions[-1].page
    tops = sorted(
        {r.box.top for c in table.cells for r in c.regions if r.page == page and c.row >= table.header_rows}
        | {table.regions[-1].box.bottom}
    )
    return max((b - a for a, b in pairwise(tops)), default=0.0)


def _kept(rows: Sequence[Sequence[Word]], columns: Sequence[Boundary], size: float, step: float) -> list[TextLine]:
    """The lines from the top on that keep to the columns; none where the first does not."""
    kept: list[TextLine] = []
    for row, line in zip(rows, lines_on(rows, columns, size), strict=True):
        if line.spanning or CAPTION.match(text_of(row)) or not _is_set_alike(row, columns, size):
            break
        if kept and line.baseline - kept[-1].baseline > PITCH * step:
            break
        if len(line.cells) < max(2, FILLED * (len(columns) - 1)) and not (kept and _goes_on(kept[-1], line)):
            break
        kept.append(line)
    return kept


def _is_set_alike(row: Sequence[Word], columns: Sequence[Boundary], size: float) -> bool:
    x0, x1 = min(w.box.x0 for w in row), max(w.box.x1 for w in row)
    inside = columns[0].at - PLAY * size <= x0 and x1 <= columns[-1].at + PLAY * size
    return inside and abs(median(w.size for w in row) - size) <= SAME_SIZE * size


def _goes_on(above: TextLine, below: TextLine) -> bool:
    """Whether a line's cells go on with those above it."""
    return set(below.cells) <= set(above.cells) and any(goes_on(above.text(c), below.text(c)) for c in below.cells)


def _grid(lines: Sequence[TextLine], columns: Sequence[Boundary], size: float) -> Grid:
    groups = group_lines(lines, size)
    words = [w for line in lines for part in line.cells.values() for w in part]
    left = Boundary(min(columns[0].at, *(w.box.x0 for w in words)), "space")
    right = Boundary(max(columns[-1].at, *(w.box.x1 for w in words)), "space")
    edges = [groups[0][0].top, *((a[-1].bottom + b[0].top) / 2 for a, b in pairwise(groups)), groups[-1][-1].bottom]
    rows = tuple(Boundary(y, "space") for y in edges)
    cells = spaced_cells(groups, len(columns) - 1, 0)
    return Grid((left, *columns[1:-1], right), rows, tuple(cells), 0)


def ends_open(table: Table, lines: Sequence[Line]) -> bool:
    """Whether nothing that ends a table stands below it among `lines`: a note or a source, or text as large."""
    box: Box = table.regions[-1].box
    below = [line for line in lines if line.top >= box.bottom - 1.0]
    size = _size(table)
    return not any(CAPTION.match(line.text) or line.size >= (1 - SAME_SIZE) * size for line in below)
