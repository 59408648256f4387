"""Rows: what stands on one baseline of one column, with the mark that it starts with."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass
from functools import cached_property

from pipeline.layout.labels import label_end
from pipeline.model.geometry import Box
from pipeline.model.lines import Line, Style

SAME_BASELINE = 0.2  # of the font size: a label in another font sits a little off
RAISED = 0.85  # of the size of what it is raised beside: a note's mark is smaller by more
RAISED_BY = 0.6  # of that size, at most
TAB = 4.5  # of that size: white between a mark and its note: half an inch of a typewriter tab, at 8 points
WORD_SPACE = 0.25  # ems (Bringhurst, 2.1.1)
FITS = 0.3  # ems that a word must have to spare before we say that it would have fitted

_MARK = re.compile(r"\d{1,3}|[*∗†‡§¶‖#]{1,3}")

Key = tuple[int, int]  # page, first glyph: what names a row in its document


@dataclass(frozen=True)
class Row:
    """One row of a column. `pieces` are its lines as found, left to right; `line` is them joined."""

    pieces: tuple[Line, ...]
    line: Line
    shape_bullet: bool = False
    underlined: bool = False

    @property
    def x0(self) -> float:
        """The left edge of its text."""
        return float(self.line.x0[0])

    @cached_property
    def x1(self) -> float:
        """The right edge of its text."""
        return float(max(self.line.x1))

    @property
    def baseline(self) -> float:
        """The y of its baseline."""
        return self.line.baseline

    @property
    def text(self) -> str:
        """What it says."""
        return self.line.text

    @property
    def style(self) -> Style:
        """The style of most of its characters."""
        return self.line.style

    @property
    def box(self) -> Box:
        """Its box."""
        return self.line.box

    @cached_property
    def label_end(self) -> int:
        """How many characters its list label takes, the space behind included; 0 where it has none."""
        return label_end(self.line)

    @property
    def text_x0(self) -> float:
        """Where the text behind the label starts."""
        return float(self.line.x0[self.label_end])


def key_of(row: Row) -> Key:
    """What names a row in its document."""
    return row.line.page, next(g for g in row.line.glyphs if g >= 0)


def ended_early(above: Row, row: Row, right: float) -> bool:
    """Whether the next row's first word would have fitted: then the line was ended on purpose."""
    first = next(row.line.words(), (0, len(row.line)))
    word = row.line.x1[first[1] - 1] - row.line.x0[first[0]]
    return above.x1 + word + (WORD_SPACE + FITS) * above.line.size < right


@dataclass(frozen=True, slots=True)
class Drawn:
    """The first glyphs of the lines that have a bullet drawn beside them, and of those that are underlined."""

    bullets: Set[int] = frozenset()
    underlined: Set[int] = frozenset()


def rows_of(lines: Sequence[Line], drawn: Drawn) -> list[Row]:
    """The lines of one column as rows, top to bottom."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda x: (x.baseline, x.x0[0])):
        near = SAME_BASELINE * min(line.size, rows[-1][-1].size) if rows else 0.0
        if rows and (abs(line.baseline - rows[-1][-1].baseline) <= near or _is_raised_mark(rows[-1], line)):
            rows[-1].append(line)
        else:
            rows.append([line])
    return [_row(pieces, drawn) for pieces in rows]


def _is_raised_mark(row: Sequence[Line], line: Line) -> bool:
    """Whether a row is a small mark raised before a line, a tab away."""
    mark = row[0]
    return (
        len(row) == 1
        and mark.size <= RAISED * line.size
        and 0 <= line.baseline - mark.baseline <= RAISED_BY * line.size
        and 0 <= float(line.x0[0]) - float(mark.x1[-1]) <= TAB * line.size
        and bool(_MARK.fullmatch(mark.text))
    )


def _row(pieces: list[Line], drawn: Drawn) -> Row:
    pieces.sort(key=lambda x: x.x0[0])
    whole = pieces[0]
    for piece in pieces[1:]:
        whole = whole.joined(piece)
    bullet = any(p.glyphs[0] in drawn.bullets for p in pieces)
    longest = max(pieces, key=len)  # a label a tab away is not underlined with its heading
    return Row(tuple(pieces), whole, bullet, longest.glyphs[0] in drawn.underlined)
