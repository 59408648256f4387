"""Rows set about a middle line or to the right edge: title pages, imprints, verse, addresses and display quotes.

A centred row's indent says nothing about paragraphs, since each row has its own. What remains is white space, and that
a row was ended on purpose where the next one's first word would have fitted into the column.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from pipeline.layout.rows import Row

# Ems between the middles of rows that are centred on one line. Typesetters centre exactly; a first line's indent of an
# em or an en moves the middle of a full row by half of that.
MIDDLE = 0.15
NARROW = 0.6  # of the column's width: a quotation inset at both sides is wider, and its rows are alike
OFF_COLUMN = 1.0  # ems between that line and the column's middle: the column is only as wide as its widest rows
STAGGER = 0.6  # ems between left edges, at least: rows of one width are no sign of centring
AWAY = 2.0  # ems from the left edge, further than paragraphs are indented
MOSTLY = 0.6  # of neighbouring rows start apart: two may be of one width by chance
FEWEST = 3  # rows: of two, one may be an indented first line
SPARE = 0.55  # ems: a word space and a little, which a word must leave to have fitted


def are_centred(rows: Sequence[Row], left: float, right: float) -> bool:
    """Whether rows stand centred on the column's middle, with left edges of their own, or narrow; a single row: away
    from the left edge."""
    em = rows[0].line.size
    if abs(_middle(rows[0]) - (left + right) / 2) > OFF_COLUMN * em:
        return False
    if len(rows) == 1:
        return rows[0].x0 - left > STAGGER * em and abs(_middle(rows[0]) - (left + right) / 2) <= MIDDLE * em
    if any(abs(_middle(a) - _middle(b)) > MIDDLE * em for a, b in pairwise(rows)):
        return False
    staggered = max(r.x0 for r in rows) - min(r.x0 for r in rows) > STAGGER * em
    return staggered or all(r.x1 - r.x0 < NARROW * (right - left) for r in rows)


def stand_in_middle(rows: Sequence[Row], left: float, right: float) -> bool:
    """Whether rows stand about a column's middle, well away from its left edge. The column's right edge is only as far
    out as its widest row, so that in ragged text its middle is known to an em."""
    em = rows[0].line.size
    return all(r.x0 - left > AWAY * em and abs(_middle(r) - (left + right) / 2) <= OFF_COLUMN * em for r in rows)


def are_flush_right(rows: Sequence[Row]) -> bool:
    """Whether rows end at one edge and start at edges of their own, as none of justified text do."""
    em = rows[0].line.size
    if len(rows) < FEWEST or max(r.x1 for r in rows) - min(r.x1 for r in rows) > MIDDLE * em:
        return False
    apart = sum(abs(a.x0 - b.x0) > MIDDLE * em for a, b in pairwise(rows))
    return apart >= MOSTLY * (len(rows) - 1)


def stand_in_middle_of_page(rows: Sequence[Row], left: float, right: float) -> bool:
    """Whether rows stand about the middle of a page's text, each away from its left edge, wide as they may be."""
    em = rows[0].line.size
    return all(r.x0 - left > STAGGER * em and abs(_middle(r) - (left + right) / 2) <= OFF_COLUMN * em for r in rows)


def is_own_line(above: Row, row: Row, left: float, right: float) -> bool:
    """Whether a centred row begins something of its own: the row above had room for its first word.

    Rows of large type are balanced by hand or by style sheet, so a row that goes on with a small letter is none.
    """
    if row.text[:1].islower():
        return False
    first = next(row.line.words(), (0, len(row.line)))
    word = row.line.x1[first[1] - 1] - row.line.x0[first[0]]
    return above.x1 - above.x0 + word + SPARE * above.line.size < right - left


def _middle(row: Row) -> float:
    return (row.x0 + row.x1) / 2
