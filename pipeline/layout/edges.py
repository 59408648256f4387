"""What stands in the margins at the head and the foot of a page: whole rows, from the page's edge inwards.

A running line is set as one row over the whole measure, however many parts it has (title left, number right), so it is
judged as one. White parts it from the text, more than lines of one text have between them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import inf

from pipeline.model.geometry import Box, union
from pipeline.model.lines import Line
from pipeline.model.sheets import Sheet

EDGE = 0.14  # of the page's height: running matter stands in the margins at head and foot
LEAD = 0.5  # of the font size: white between running matter and text; lines of one text stand closer
SAME_ROW = 0.35  # of the font size: parts of one row in other fonts and sizes stand a little off each other
SAME_START = 0.1  # of the font size: cells of a column start at one place, but for the side bearing of their letters
NEAR_HEIGHT = 1.0  # of the font size: word processors move the header of a page whose first line is raised

Key = tuple[int, int]  # page number, index of the line on its sheet
Piece = tuple[int, Line]  # index on the sheet, line


@dataclass(frozen=True, slots=True)
class EdgeRow:
    """A row near a page's edge: its pieces left to right, how deep in the page it stands, what parts it from the text.

    `depth` (points) is from the nearer edge of the page to the baseline; `white` (points) the white on the side of the
    text, `parted` the widest between it and the text, infinite where there is no text. `inner` is the row next to it on
    that side, if any.
    """

    sheet: Sheet
    top: bool
    pieces: tuple[Piece, ...]
    depth: float
    white: float
    parted: float
    inner: tuple[Piece, ...] = ()

    @property
    def keys(self) -> tuple[Key, ...]:
        """What names its pieces in the document."""
        return tuple((self.sheet.number, i) for i, _ in self.pieces)

    @property
    def text(self) -> str:
        """Its pieces' texts."""
        return " ".join(line.text for _, line in self.pieces)

    @property
    def size(self) -> float:
        """The size of its largest piece."""
        return max(line.size for _, line in self.pieces)

    @property
    def box(self) -> Box:
        """The box around its pieces."""
        return union(line.box for _, line in self.pieces)

    @property
    def heads_columns(self) -> bool:
        """Whether each of its parts, two or more, starts where a part of the row below does, as a table's header."""
        starts = [float(line.x0[0]) for _, line in self.inner]
        return (
            self.top
            and len(self.pieces) > 1
            and all(
                any(abs(float(line.x0[0]) - start) <= SAME_START * self.size for start in starts)
                for _, line in self.pieces
            )
        )


def edge_rows(sheet: Sheet) -> list[EdgeRow]:
    """The rows in the margins at head and foot, each from the page's edge inwards, as far as white parts them from the
    text."""
    rows = _rows([(i, line) for i, line in enumerate(sheet.lines) if line.rotation == 0])
    height = sheet.info.height
    head = [row for row in rows if _bottom(row) < EDGE * height]
    foot = [row for row in rows[::-1] if _top(row) > (1 - EDGE) * height]
    return [*_parted(sheet, head, rows, top=True), *_parted(sheet, foot, rows[::-1], top=False)]


def _rows(pieces: Sequence[Piece]) -> list[list[Piece]]:
    rows: list[list[Piece]] = []
    for i, line in sorted(pieces, key=lambda x: (x[1].baseline, x[1].x0[0])):
        if rows and line.baseline - rows[-1][-1][1].baseline <= SAME_ROW * min(line.size, rows[-1][-1][1].size):
            rows[-1].append((i, line))
        else:
            rows.append([(i, line)])
    return [sorted(row, key=lambda x: float(x[1].x0[0])) for row in rows]


def _parted(sheet: Sheet, edge: Sequence[list[Piece]], rows: Sequence[list[Piece]], *, top: bool) -> Iterator[EdgeRow]:
    """Of the rows at an edge, given from the page's edge inwards as all `rows` are, those before the last white."""
    whites = [_white(rows[k], rows[k + 1 :]) for k in range(len(edge))]
    wide = [k for k, white in enumerate(whites) if white > LEAD * min(_size(r) for r in rows[k : k + 2])]
    for k in range(wide[-1] + 1 if wide else 0):
        baseline = edge[k][0][1].baseline
        depth = baseline if top else sheet.info.height - baseline
        inner = tuple(rows[k + 1]) if k + 1 < len(rows) else ()
        yield EdgeRow(sheet, top, tuple(edge[k]), depth, whites[k], max(whites[k : wide[-1] + 1]), inner)


def _white(outer: Sequence[Piece], inner: Sequence[Sequence[Piece]]) -> float:
    """The white between a row and the first of those further in that stands above or below it: a page number may stand
    beside the last line of a column that reaches further down."""
    for row in inner:
        if any(a.box.overlaps_x(b.box) > 0 for _, a in outer for _, b in row):
            return max(_top(row) - _bottom(outer), _top(outer) - _bottom(row))
    return inf


def _top(row: Sequence[Piece]) -> float:
    return min(line.top for _, line in row)


def _bottom(row: Sequence[Piece]) -> float:
    return max(line.bottom for _, line in row)


def _size(row: Sequence[Piece]) -> float:
    return min(line.size for _, line in row)
