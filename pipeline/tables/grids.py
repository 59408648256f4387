"""A region of a page read as a grid: boundaries between columns and rows, and cells on them."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.model.geometry import Box
from pipeline.model.tables import Method
from pipeline.tables.cells import GridCell, ruled_cells, spaced_cells
from pipeline.tables.columns import Boundary, drawn_boundaries, white_columns
from pipeline.tables.cut_in import with_cut_in_heads
from pipeline.tables.headers import header_lines, leading_headings, stacked
from pipeline.tables.rows import TextLine, group_lines
from pipeline.tables.sentences import with_whole_sentences
from pipeline.tables.spans import with_spans
from pipeline.tables.straddling import levelled_lines, with_group_labels
from pipeline.tables.strokes import Strokes
from pipeline.tables.values import is_value
from pipeline.tables.words import Word, text_rows

FEW_LINES = 4  # in a band of a closed lattice: a cell of a few lines, rather than rows
LEAST_DRAWN = 0.3  # of the height: a shorter upright rule that goes through words elsewhere parts no columns
EMPTY_COLUMN = 1.5  # ems: two upright rules no farther apart are one boundary
CROSSED = 0.25  # of the lines have a word across it: headings over several columns
SHORTEST = 0.8  # ems: a shorter upright stroke divides no cells (a tick of an axis)
RULED_BANDS = 3  # bands at least, before "each rule ends a row" can be told from "rules end groups of rows"
ONE_ROW_SHARE = 0.6  # of these bands hold a single row where rules end rows


@dataclass(frozen=True, slots=True)
class Frame:
    """A region that may hold a table: its box, its words, its strokes, and its type size in points."""

    box: Box
    words: tuple[Word, ...]
    strokes: Strokes
    em: float


@dataclass(frozen=True, slots=True)
class Grid:
    """Column boundaries (outer ones too), row edges from the top down, and cells that cover each position once."""

    columns: tuple[Boundary, ...]
    rows: tuple[Boundary, ...]
    cells: tuple[GridCell, ...]
    header_rows: int

    @property
    def box(self) -> Box:
        """The box between the outer boundaries."""
        return Box(self.columns[0].at, self.rows[0].at, self.columns[-1].at, self.rows[-1].at)

    def box_of(self, cell: GridCell) -> Box:
        """The box between a cell's boundaries."""
        return Box(
            self.columns[cell.column].at,
            self.rows[cell.row].at,
            self.columns[cell.column + cell.column_span].at,
            self.rows[cell.row + cell.row_span].at,
        )

    @property
    def extents(self) -> list[tuple[float, float]]:
        """For each column, from where to where its own text reaches; its boundaries where it has none."""
        extents = [(a.at, b.at) for a, b in itertools.pairwise(self.columns)]
        for k in range(len(extents)):
            words = [w for c in self.cells if c.column == k and c.column_span == 1 for w in c.words]
            if words:
                extents[k] = (min(w.box.x0 for w in words), max(w.box.x1 for w in words))
        return extents

    @property
    def method(self) -> Method:
        """What the boundaries inside were read from."""
        across = {b.kind for b in self.columns[1:-1]}
        kinds = across | {b.kind for b in self.rows[1:-1]}
        if "tag" in kinds:
            return "tagged"
        if "ink" in kinds:
            return "ruled" if across == {"ink"} else "part-ruled"
        return "shaded" if "edge" in kinds else "white-space"


def grid_of(frame: Frame) -> Grid | None:
    """The grid that explains a region best, or None where it has no two columns."""
    columns = _column_boundaries(frame)
    if len(columns) < 3:
        return None
    levels = _levels(frame)
    ruled = sum(b.kind == "ink" for b in columns[1:-1]) > 0 and _closed(columns, levels)
    lines = levelled_lines(text_rows(frame.words), columns, frame.em)
    lines = with_cut_in_heads(with_whole_sentences(lines, len(columns) - 1, frame.em), columns, frame.em)
    if not lines:
        return None
    rows, groups, header = _rows(frame, columns, levels, lines, ruled)
    if len(rows) < 3:
        return None
    if ruled:
        cells = ruled_cells(frame, columns, rows)
    else:
        cells = with_group_labels(spaced_cells(groups, len(columns) - 1, header), header, frame.em)
    return Grid(tuple(columns), tuple(rows), tuple(cells), header)


def _levels(frame: Frame) -> list[Boundary]:
    """The drawn row boundaries; where there is ink, edges of grounds count only if they run the whole width."""
    found = drawn_boundaries(frame.strokes.horizontal, frame.em, SHORTEST * frame.em)
    if any(b.kind == "ink" for b in found[1:-1]):
        found = [b for b in found if b.kind == "ink" or b.covers(frame.box.x0 + 2, frame.box.x1 - 2)]
    return found


def _column_boundaries(frame: Frame) -> list[Boundary]:
    """Drawn boundaries, and white ones between them where no ink divides what stands apart."""
    box, em = frame.box, frame.em
    drawn = drawn_boundaries(frame.strokes.vertical, em, SHORTEST * em)
    drawn = [
        b
        for b in drawn
        if b.length(box.top, box.bottom) >= LEAST_DRAWN * box.height
        or _words_through(b.at, frame.words, em) <= CROSSED * len(text_rows(frame.words))
    ]
    ink = [b for b in drawn if b.kind == "ink"]
    inner_ink = [b for b in ink if box.x0 + em < b.at < box.x1 - em]
    edges = [b for b in drawn if b.kind == "edge" and not _words_through(b.at, frame.words, em)]
    drawn = (
        ink
        if len(inner_ink) > 1
        else sorted(ink + [e for e in edges if all(abs(e.at - i.at) > em for i in ink)], key=lambda b: b.at)
    )
    outer = [Boundary(box.x0, "space"), Boundary(box.x1, "space")]
    known = [b for b in drawn if box.x0 + em < b.at < box.x1 - em]
    left = next((b for b in drawn if b.at <= box.x0 + em), outer[0])
    right = next((b for b in reversed(drawn) if b.at >= box.x1 - em), outer[1])
    bounds = [left, *known, right]
    result = [bounds[0]]
    for a, b in itertools.pairwise(bounds):
        inside = [w for w in frame.words if a.at < (w.box.x0 + w.box.x1) / 2 < b.at]
        if not known or len(inner_ink) < 2:
            result += white_columns(text_rows(inside), em)
        result.append(b)
    return _without_empty(result, frame.words, em)


def _without_empty(columns: list[Boundary], words: Sequence[Word], em: float) -> list[Boundary]:
    """Without columns that hold no word and are narrow (the space between two upright rules) or open at the side."""
    kept = [columns[0]]
    for k, b in enumerate(columns[1:], start=1):
        empty = not any(kept[-1].at < w.box.center[0] < b.at for w in words)
        if empty and b.at - kept[-1].at < EMPTY_COLUMN * em:
            if k == len(columns) - 1:
                kept[-1] = b
            continue
        kept.append(b)
    while len(kept) > 2 and kept[-1].kind == "space" and not any(w.box.center[0] > kept[-2].at for w in words):
        kept.pop()
    while len(kept) > 2 and kept[0].kind == "space" and not any(w.box.center[0] < kept[1].at for w in words):
        kept.pop(0)
    return kept


def _words_through(x: float, words: Sequence[Word], em: float) -> int:
    return sum(w.box.x0 + 0.2 * em < x < w.box.x1 - 0.2 * em for w in words)


def _closed(columns: Sequence[Boundary], levels: Sequence[Boundary]) -> bool:
    """Whether rows, too, are divided by ink: two levels at least, beside upright ink."""
    return sum(b.kind == "ink" for b in levels) >= 2


def _rows(
    frame: Frame, columns: Sequence[Boundary], levels: Sequence[Boundary], lines: Sequence[TextLine], ruled: bool
) -> tuple[list[Boundary], list[list[TextLine]], int]:
    """Row boundaries from the frame's top to its bottom, the lines of each row, and how many rows are the header."""
    bounds, bands = _bands(frame, levels, lines)
    header_band = header_lines(bands, len(columns) - 1)
    if not header_band and not ruled:
        header_band = _cut_off_header(bounds, bands)
    boxed = sum(b.kind != "space" for b in columns[1:-1]) >= (len(columns) - 2) / 2 and len(bands) > RULED_BANDS
    rules_end_rows = boxed or _rules_end_rows(bands[header_band:], frame.em)
    body = [line for band in bands[header_band:] for line in band]
    places = [b.at for b in columns]
    rules = [s for b in levels for s in b.strokes]
    rows, groups, header = [bounds[0]], list[list[TextLine]](), 0
    for k, band in enumerate(bands):
        if k < header_band and not ruled:
            below = [line for later in bands[k + 1 : header_band] for line in later]
            parts = stacked(with_spans([*band, *below], body, rules, places, frame.em)[: len(band)])
        elif (ruled and (k < header_band or rules_end_rows or len(band) < FEW_LINES)) or (rules_end_rows and band):
            parts = group_lines(band, frame.em) if k >= header_band and _values_below_each_other(band) else [band]
        else:
            parts = group_lines(band, frame.em)
        parts = [p for p in parts if p]
        for above, below_ in itertools.pairwise(parts):
            rows.append(Boundary((above[-1].bottom + below_[0].top) / 2, "space"))
        if parts or ruled:
            header += max(1, len(parts)) if k < header_band else 0
            rows.append(bounds[k + 1])
            groups += parts or [[]]
        elif len(rows) == 1:
            rows[0] = bounds[k + 1]
    return rows, groups, header


def _bands(
    frame: Frame, levels: Sequence[Boundary], lines: Sequence[TextLine]
) -> tuple[list[Boundary], list[list[TextLine]]]:
    """What rules divide: their places (and the frame's top and bottom), and the lines between each two."""
    box = frame.box
    cuts = [b for b in levels if box.top + 2 < b.at < box.bottom - 2]
    top = next((b for b in levels if b.at <= box.top + 2), Boundary(box.top, "space"))
    bottom = next((b for b in reversed(levels) if b.at >= box.bottom - 2), Boundary(box.bottom, "space"))
    bands: list[list[TextLine]] = [[] for _ in range(len(cuts) + 1)]
    for line in lines:
        bands[sum(cut.at <= (line.top + line.bottom) / 2 for cut in cuts)].append(line)
    return [top, *cuts, bottom], bands


def _cut_off_header(bounds: list[Boundary], bands: list[list[TextLine]]) -> int:
    """Part the header's lines from the first band with text, where no rule does; how many bands are then header."""
    first = next(k for k, band in enumerate(bands) if band)
    leading = leading_headings(bands[first], [line for band in bands[first + 1 :] for line in band])
    if not 0 < leading < len(bands[first]):
        return 0
    cut = (bands[first][leading - 1].bottom + bands[first][leading].top) / 2
    bounds.insert(first + 1, Boundary(cut, "space"))
    bands[first : first + 1] = [bands[first][:leading], bands[first][leading:]]
    return first + 1


def _rules_end_rows(bands: Sequence[Sequence[TextLine]], em: float) -> bool:
    """Whether each rule ends a row: there are several, and most bands between them hold a single row."""
    filled = [band for band in bands if band]
    single = sum(len(group_lines(band, em)) == 1 for band in filled)
    return len(filled) >= RULED_BANDS and single >= ONE_ROW_SHARE * len(filled)


def _values_below_each_other(band: Sequence[TextLine]) -> bool:
    """Whether a column has two values one below the other, which no single cell holds."""
    counts: dict[int, int] = {}
    for line in band:
        for c in line.cells:
            if c and is_value(line.text(c)):
                counts[c] = counts.get(c, 0) + 1
    return any(n > 1 for n in counts.values())
