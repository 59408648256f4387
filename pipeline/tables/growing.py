"""Rows that stand just outside the rules of a table: a header over the first one, a last row or total below.

Rules above and below the header only, or stripes on every other row, leave such rows outside.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.model.geometry import Box, union
from pipeline.tables.grids import Grid
from pipeline.tables.textlines import parts_of
from pipeline.tables.values import CAPTION, is_value
from pipeline.tables.words import Word, box_of, chunks_of, text_of, text_rows

REACH = 1.8  # ems from the edge to the row beyond it: as far as rows of one table stand apart
LINE_GAP = 0.7  # ems between lines of one cell, from figures' foot to figures' head
HEADING_REACH = 1.0  # ems: a header stands close; a running head farther away
COLUMN_GAP = 1.0  # ems between cells for sure
HEADINGS = 4  # rows above the first rule at most


def grown(box: Box, grid: Grid, words: Sequence[Word], em: float) -> Box:
    """The box with the rows beyond its upper and lower edge that keep to the grid's columns."""
    beside = [w for w in words if box.x0 - em < w.box.center[0] < box.x1 + em]
    filled: set[int] = set()
    for row in text_rows(w for w in beside if w.box.center[1] > box.bottom):
        around = box_of(row)
        gap = around.top - box.bottom
        if gap <= LINE_GAP * em and _goes_on(row, filled, grid, em):
            box = union([box, around])
        elif gap <= REACH * em and _keeps(row, grid, em):
            box = union([box, around])
            filled = {a for _, a, _ in parts_of(row, grid.columns, em, grid.extents)}
        else:
            break
    above = text_rows(w for w in beside if w.box.center[1] < box.top)
    for row in reversed(above[-HEADINGS:]):
        around = box_of(row)
        if box.top - around.bottom > HEADING_REACH * em or not _keeps(row, grid, em):
            break
        box = union([box, around])
    return box


def _goes_on(row: Sequence[Word], filled: set[int], grid: Grid, em: float) -> bool:
    """Whether a line goes on with cells of the row before: it has words in those columns only."""
    parts = parts_of(row, grid.columns, em, grid.extents)
    return bool(filled) and all(a == b and a in filled for _, a, b in parts) and not CAPTION.match(text_of(row))


def _keeps(row: Sequence[Word], grid: Grid, em: float) -> bool:
    """Whether a row has several cells, each within a column, and is no caption, source or note."""
    parts = parts_of(row, grid.columns, em, grid.extents)
    apart = len(chunks_of(row, COLUMN_GAP)) > 1 or all(is_value(text_of(p)) for p, _, _ in parts)
    return apart and len(parts) > 1 and all(a == b for _, a, b in parts) and not CAPTION.match(text_of(row))
