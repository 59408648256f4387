"""Tables as the structure tree of a tagged PDF tells them (ISO 32000-1, 14.8.4.3.4: Table, TR, TH and TD).

The program that set a table knew its cells, and some write them into the file. Others tag what only looks aligned, tag
letterheads and pages laid out by grids as tables, or leave cells out. So a tree is heard only where it agrees with the
page: its rows go down and its columns to the right, nothing stands between its cells that is in none, and there are
header cells, by which tables of data are told from grids for layout (ISO 14289-1, 7.5, asks for them). Empty cells have
no content, and so are not in the tree of a page: what is missing in a row is told from where the others stand.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from pipeline.model.geometry import Box
from pipeline.model.pages import Tag
from pipeline.model.sheets import NO_MARK, Sheet
from pipeline.tables.cells import GridCell
from pipeline.tables.columns import Boundary, drawn_boundaries
from pipeline.tables.grids import SHORTEST, Frame, Grid
from pipeline.tables.scoring import first_row_is_bold
from pipeline.tables.strokes import Stroke
from pipeline.tables.words import Word, box_of

AGREE = 0.95  # of the words between the cells stand in one: a stray mark may be left out, a column may not
PLAY = 0.1  # ems that rows may overlap: a raised figure, another font's height
DRAWN = 0.8  # of a boundary's length: from there on, strokes draw it

# Columns, and rows below the first. Word processors tag the first row of any grid as a header: of letterheads, of
# signatures and of lists of labels and values, too. These are smaller and do not set it apart by weight, rule, ground.
LARGE = 3

Extent = tuple[float, float]  # from where to where text stands, in points


@dataclass(frozen=True, slots=True)
class ToldCell:
    """A cell as the tree tells it: its words and their box, what it spans, and whether it is a header cell."""

    words: tuple[Word, ...]
    box: Box
    row_span: int
    column_span: int
    header: bool


ToldRows = tuple[tuple[ToldCell, ...], ...]


def told_tables(sheet: Sheet, words: Sequence[Word]) -> list[ToldRows]:
    """The rows of cells of each table in the tree that has header cells and nothing in it but cells and a caption."""
    tags = {mcid: tag for tag in sheet.tags if "Table" in tag.path for mcid in tag.mcids}
    if not tags:
        return []
    cells: dict[int, dict[int, dict[int, list[Word]]]] = defaultdict(lambda: defaultdict(lambda: defaultdict(list)))
    told: dict[int, Tag] = {}
    wrong: set[int] = set()
    for word in words:
        tag = tags.get(_mark(word, sheet))
        if tag is None:
            continue
        table = _last(tag, ("Table",))
        row, cell = _last(tag, ("TR",)), _last(tag, ("TH", "TD"))
        if table < row < cell:
            cells[tag.nodes[table]][tag.nodes[row]][tag.nodes[cell]].append(word)
            told[tag.nodes[cell]] = tag
        elif "Caption" not in tag.path[table:]:
            wrong.add(tag.nodes[table])
    tables = []
    for node in sorted(set(cells) - wrong):
        rows = tuple(tuple(_told(told[c], row[c]) for c in sorted(row)) for _, row in sorted(cells[node].items()))
        if any(cell.header for row in rows for cell in row):
            tables.append(rows)
    return tables


def _mark(word: Word, sheet: Sheet) -> int:
    """The marked content that most of a word's glyphs were drawn under."""
    glyphs = sheet.lines[word.line].glyphs[word.start : word.end]
    votes = Counter(sheet.marks[g] for g in glyphs if 0 <= g < len(sheet.marks))
    return max(votes, key=lambda mark: (votes[mark], -mark), default=NO_MARK)


def _last(tag: Tag, kinds: Sequence[str]) -> int:
    """The place in the path of the innermost element of these kinds, -1 where there is none."""
    return max((k for k, kind in enumerate(tag.path) if kind in kinds), default=-1)


def _told(tag: Tag, words: Sequence[Word]) -> ToldCell:
    return ToldCell(tuple(words), box_of(words), *tag.spans, header="TH" in tag.path or "THead" in tag.path)


def box_of_told(rows: ToldRows) -> Box:
    """The box around a told table's words."""
    return box_of(word for row in rows for cell in row for word in cell.words)


def told_grid(frame: Frame, rows: ToldRows) -> Grid | None:
    """The grid that the tree tells for a region, None where it doesn't agree with the page."""
    held = sum(len(cell.words) for row in rows for cell in row)
    if len(rows) < 2 or held < AGREE * len(frame.words):
        return None
    columns, levels = _columns(rows), _levels(rows, frame.em)
    header = len(list(takewhile(lambda row: all(cell.header for cell in row), rows)))
    if len(columns) < 2 or not levels or not _spans_told(rows, header):
        return None
    cells = _placed(rows, columns, levels)
    if cells is None:
        return None
    across = _boundaries(columns, frame.strokes.vertical, (frame.box.top, frame.box.bottom), frame.em)
    down = _boundaries(levels, frame.strokes.horizontal, (frame.box.x0, frame.box.x1), frame.em)
    grid = Grid(across, down, _whole(cells, across, down, frame.words), header if header < len(rows) else 0)
    large = len(columns) >= LARGE and len(rows) > LARGE
    return grid if large or first_row_is_bold(grid) or any(b.strokes for b in down[1 : header + 1]) else None


def _spans_told(rows: ToldRows, header: int) -> bool:
    """Whether the tree tells what headings span, if they need it: a header of several rows has headings of groups."""
    return header < 2 or any(cell.row_span * cell.column_span > 1 for row in rows for cell in row)


def _columns(rows: ToldRows) -> list[Extent]:
    """From where to where each column's cells reach, from the left; empty where they don't stand side by side.

    Rows with most cells, none of which spans, show the columns; other cells widen the one that they stand in, or stand
    in a column that is empty in those rows.
    """
    single = [row for row in rows if all(cell.column_span == 1 for cell in row)]
    most = max((len(row) for row in single), default=0)
    full = [row for row in single if len(row) == most]
    columns = [(min(c.box.x0 for c in column), max(c.box.x1 for c in column)) for column in zip(*full, strict=True)]
    for cell in (c for row in rows if row not in full for c in row if c.column_span == 1):
        stands = _over(cell.box, columns)
        if not stands:
            columns.append((cell.box.x0, cell.box.x1))
        elif len(stands) == 1:
            x0, x1 = columns[stands[0]]
            columns[stands[0]] = (min(x0, cell.box.x0), max(x1, cell.box.x1))
    in_order = columns[:most] == sorted(columns[:most])
    columns.sort()
    return columns if in_order and all(a[1] <= b[0] for a, b in pairwise(columns)) else []


def _over(box: Box, columns: Sequence[Extent]) -> list[int]:
    """The columns that a box stands over."""
    return [k for k, (x0, x1) in enumerate(columns) if box.x0 < x1 and box.x1 > x0]


def _levels(rows: ToldRows, em: float) -> list[Extent]:
    """From where to where each row's cells reach, from the top; empty where they don't stand below each other."""
    levels = []
    for row in rows:
        single = [cell.box for cell in row if cell.row_span == 1]
        if not single:
            return []
        levels.append((min(b.top for b in single), max(b.bottom for b in single)))
    return levels if all(a[1] <= b[0] + PLAY * em for a, b in pairwise(levels)) else []


def _placed(rows: ToldRows, columns: Sequence[Extent], levels: Sequence[Extent]) -> list[GridCell] | None:
    """The cells on their places; None where one stands elsewhere on the page, or where another one is."""
    cells: list[GridCell] = []
    taken: set[tuple[int, int]] = set()
    for r, row in enumerate(rows):
        free = [c for c in range(len(columns)) if (r, c) not in taken]
        whole = sum(cell.column_span for cell in row) == len(free)
        for cell in row:
            first = free[0] if whole and free else _first(cell, columns)
            span = max(cell.column_span, len(_over(cell.box, columns)) if not whole else 1)
            height = min(cell.row_span, len(rows) - r)
            places = {(r + k, first + c) for k in range(height) for c in range(span)}
            inside = set(_over(cell.box, columns)) <= set(range(first, first + span))
            level = levels[r][0] <= cell.box.center[1] <= levels[r + height - 1][1]
            if places & taken or first + span > len(columns) or not inside or not level:
                return None
            taken |= places
            free = [c for c in free if c >= first + span]
            cells.append(GridCell(r, first, height, span, cell.words))
    return cells


def _first(cell: ToldCell, columns: Sequence[Extent]) -> int:
    """The first column of a cell in a row with gaps: it stands in the middle of its columns, or over all of them."""
    over = _over(cell.box, columns)
    if len(over) >= cell.column_span:
        return over[0]
    starts = range(len(columns) - cell.column_span + 1)
    middle = cell.box.center[0]
    return min(
        starts, key=lambda k: (abs(columns[k][0] + columns[k + cell.column_span - 1][1] - 2 * middle), k), default=0
    )


def _boundaries(
    extents: Sequence[Extent], strokes: Sequence[Stroke], length: Extent, em: float
) -> tuple[Boundary, ...]:
    """The outer edges, and boundaries in the gaps: where strokes lie in one, there; else in its middle."""
    inner = []
    for (_, low), (high, _) in pairwise(extents):
        near = [s for s in strokes if low - PLAY * em <= s.at <= high + PLAY * em]
        drawn = max(drawn_boundaries(near, em, SHORTEST * em), key=lambda b: b.length(*length), default=None)
        if drawn is None:
            inner.append(Boundary((low + high) / 2, "tag"))
        elif drawn.length(*length) >= DRAWN * (length[1] - length[0]):
            inner.append(drawn)
        else:
            inner.append(Boundary(drawn.at, "tag", drawn.strokes))
    return (Boundary(extents[0][0], "space"), *inner, Boundary(extents[-1][1], "space"))


def _whole(
    cells: Sequence[GridCell], columns: Sequence[Boundary], rows: Sequence[Boundary], words: Iterable[Word]
) -> tuple[GridCell, ...]:
    """The cells with words that are in none by where these stand, and with empty cells where the tree has none."""
    at = {
        (cell.row + r, cell.column + c): k
        for k, cell in enumerate(cells)
        for r in range(cell.row_span)
        for c in range(cell.column_span)
    }
    held = [list(cell.words) for cell in cells]
    known = {word for cell in cells for word in cell.words}
    stray: dict[tuple[int, int], list[Word]] = defaultdict(list)
    for word in words:
        if word not in known:
            x, y = word.box.center
            place = (sum(b.at <= y for b in rows[1:-1]), sum(b.at <= x for b in columns[1:-1]))
            (held[at[place]] if place in at else stray[place]).append(word)
    whole = [GridCell(c.row, c.column, c.row_span, c.column_span, tuple(w)) for c, w in zip(cells, held, strict=True)]
    places = [(r, c) for r in range(len(rows) - 1) for c in range(len(columns) - 1) if (r, c) not in at]
    whole += [GridCell(r, c, 1, 1, tuple(stray[r, c])) for r, c in places]
    return tuple(sorted(whole, key=lambda cell: (cell.row, cell.column)))
