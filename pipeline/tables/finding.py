"""Tables of a page: candidates of every kind, the best of those that overlap."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from statistics import median

from pipeline.lines import Vocabulary, read_sheet
from pipeline.model.geometry import Box
from pipeline.model.lines import Line
from pipeline.model.pages import Page
from pipeline.model.sheets import Sheet
from pipeline.model.tables import Cell, Method, Region, Table
from pipeline.tables.grids import Frame, Grid, grid_of
from pipeline.tables.regions import lattices, runs, stacks
from pipeline.tables.scoring import MIN_SCORE, score
from pipeline.tables.strokes import strokes_of
from pipeline.tables.texts import cell_text
from pipeline.tables.words import words_of


def find_tables(pages: Iterable[Page]) -> list[Table]:
    """All tables of these pages, page by page."""
    sheets = [read_sheet(page) for page in pages]
    vocabulary = Vocabulary.of(line for sheet in sheets for line in sheet.lines)
    return [table for sheet in sheets for table in tables_of_sheet(sheet, vocabulary)]


def tables_of_sheet(sheet: Sheet, vocabulary: Vocabulary, lines: Sequence[Line] | None = None) -> list[Table]:
    """The tables of one page, from the top down. `lines` are those that may belong to tables, else the sheet's."""
    lines = sheet.lines if lines is None else lines
    words = words_of(lines)
    if not words:
        return []
    em = median(w.size for w in words)
    strokes = strokes_of(sheet, lines)
    boxes: list[tuple[Box, Method]] = [(b, "ruled") for b in lattices(strokes)]
    boxes += [(b, "part-ruled") for b in stacks(strokes, words, em)]
    boxes += [(b, "white-space") for b in runs(words, em)]
    candidates = []
    for box, method in boxes:
        inside = tuple(w for w in words if box.grown(1.0).contains_point(*w.box.center))
        if not inside:
            continue
        frame = Frame(box, inside, strokes.within(box, 1.0), median(w.size for w in inside))
        grid = grid_of(frame)
        if grid is None:
            continue
        value = score(frame, grid)
        if method == "white-space" and (len(grid.columns) < 4 or len(grid.rows) < 4):
            continue
        if value >= MIN_SCORE:
            candidates.append((value, method, frame, grid))
    order = {"ruled": 0, "part-ruled": 1, "white-space": 2}
    candidates.sort(key=lambda c: (order[c[1]], -c[0], c[2].box))
    chosen: list[tuple[float, Method, Frame, Grid]] = []
    for candidate in candidates:
        if all(candidate[2].box.intersection(other[2].box) is None for other in chosen):
            chosen.append(candidate)
    chosen.sort(key=lambda c: (c[2].box.top, c[2].box.x0))
    return [_table(sheet, grid, method, value, lines, vocabulary) for value, method, _, grid in chosen]


def _table(
    sheet: Sheet, grid: Grid, method: Method, value: float, lines: Sequence[Line], vocabulary: Vocabulary
) -> Table:
    cells = []
    for cell in grid.cells:
        box = Box(
            grid.columns[cell.column].at,
            grid.rows[cell.row].at,
            grid.columns[cell.column + cell.column_span].at,
            grid.rows[cell.row + cell.row_span].at,
        )
        cells.append(
            Cell(
                cell.row,
                cell.column,
                cell.row_span,
                cell.column_span,
                cell_text(cell.words, lines, vocabulary),
                cell.row < grid.header_rows,
                (Region(sheet.number, box),),
            )
        )
    return Table(
        rows=len(grid.rows) - 1,
        columns=len(grid.columns) - 1,
        header_rows=grid.header_rows,
        cells=tuple(cells),
        regions=(Region(sheet.number, grid.box),),
        method=method,
        confidence=value,
        reason="",
    )
