"""Tables of pages: each page looked at upright, and sideways where lines are set so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.figures import figures_of, text_size, without_figures, words_outside
from pipeline.lines import Vocabulary, read_sheet
from pipeline.model.geometry import Box
from pipeline.model.lines import Line
from pipeline.model.pages import Page
from pipeline.model.sheets import Sheet
from pipeline.model.tables import Cell, Region, Table
from pipeline.tables.candidates import chosen
from pipeline.tables.grids import Grid
from pipeline.tables.texts import cell_text, with_leaders
from pipeline.tables.turned import sideways_words, turned_back, turned_sheet
from pipeline.tables.words import Word, words_of

SIDEWAYS = 4  # lines at least that are set sideways, before a table may be


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a grid's words come from: the page, its lines, the document's words, and how far the page was turned."""

    page: int
    lines: Sequence[Line]
    vocabulary: Vocabulary
    rotation: int = 0


def find_tables(pages: Iterable[Page]) -> list[Table]:
    """All tables of these pages, page by page."""
    return [table for tables in tables_of_sheets([read_sheet(page) for page in pages]) for table in tables]


def tables_of_sheets(sheets: Sequence[Sheet]) -> Iterator[list[Table]]:
    """Each page's tables; what stands in figures is no table."""
    vocabulary = Vocabulary.of(line for sheet in sheets for line in sheet.lines)
    em = text_size(sheets)
    for sheet in sheets:
        figures = figures_of(sheet, sheet.lines, em)
        lines = words_outside(sheet.lines, figures)
        yield tables_of_sheet(without_figures(sheet, figures), vocabulary, lines)


def tables_of_sheet(sheet: Sheet, vocabulary: Vocabulary, lines: Sequence[Line] | None = None) -> list[Table]:
    """The tables of one page, from the top down. `lines` are those that may belong to tables, else the sheet's."""
    lines = list(sheet.lines if lines is None else lines)
    tables: list[Table] = []
    used: set[int] = set()
    for rotation in (0, 90, 270):
        free = [n for n, line in enumerate(lines) if line.rotation == rotation and n not in used]
        if not free or (rotation and len(free) < SIDEWAYS):
            continue
        view = turned_sheet(sheet, lines, rotation)
        printed = [w for w in words_of(view.lines) if w.line not in used]
        beside = sideways_words(lines) if rotation == 0 else []
        for candidate in chosen(view, [w for w in printed if not w.leader]):
            held = held_words(candidate.grid, printed, beside)
            used.update(word.line for words in held for word in words)
            setting = Setting(sheet.number, lines, vocabulary, rotation)
            found = candidate.evidence
            tables.append(table_of(candidate.grid, held, setting, found.score, found.words))
    return sorted(tables, key=lambda t: (t.regions[0].box.top, t.regions[0].box.x0))


def held_words(grid: Grid, printed: Sequence[Word], beside: Sequence[Word] = ()) -> list[list[Word]]:
    """The words of each cell, with rows of dots, and with the lines set sideways (`beside`) that lie in it."""
    held = with_leaders([cell.words for cell in grid.cells], printed)
    boxes = [grid.box_of(cell) for cell in grid.cells]
    for word in beside:
        home = next((k for k, box in enumerate(boxes) if box.holds_center_of(word.box)), None)
        if home is not None:
            held[home].append(word)
    return held


def table_of(grid: Grid, held: Sequence[Sequence[Word]], setting: Setting, confidence: float, reason: str) -> Table:
    """The grid as a table; `held` are the words of its cells."""

    def region(box: Box) -> tuple[Region, ...]:
        return (Region(setting.page, turned_back(box, setting.rotation)),)

    cells = tuple(
        Cell(
            cell.row,
            cell.column,
            cell.row_span,
            cell.column_span,
            cell_text(words, setting.lines, setting.vocabulary),
            cell.row < grid.header_rows,
            region(grid.box_of(cell)),
        )
        for cell, words in zip(grid.cells, held, strict=True)
    )
    return Table(
        rows=len(grid.rows) - 1,
        columns=len(grid.columns) - 1,
        header_rows=grid.header_rows,
        cells=cells,
        regions=region(grid.box),
        method=grid.method,
        confidence=round(confidence, 3),
        reason=reason,
    )
