"""Narrow gutters: white between two columns that is no wider than a justified line's widest word space.

One such gap tells nothing. But the word spaces of lines that follow each other fall at other places in each, so a
corridor that no letter enters for many lines, and behind which the lines start at one edge, is a gutter (the white
"rivers" that typographers avoid wander, and are shorter).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import inf

from pipeline.model.pages import Glyph

NARROWEST = 0.7  # of the font size: narrower gutters than a word space and a half would not part columns for readers
LONGEST_RIVER = 10  # lines: in one of ten at most a word space stands at a given place, so ten are no chance
FLUSH = 0.5  # of the lines behind a gutter start at its edge, the others are indented or centred
MOSTLY = 0.7  # of a gutter's width: a shorter corridor in its place is the same gutter
EDGE = 0.1  # of the font size: the side bearings of letters differ by less

Row = list[list[Glyph]]  # one baseline's pieces, left to right, cut at all gaps wider than NARROWEST
Gap = tuple[float, float]


@dataclass
class _Corridor:
    """White from `x0` to `x1` over rows that follow each other, and the doubtful gaps in it: row, piece before.

    `beside` counts the rows that end or start at it: columns need not share their baselines.
    """

    x0: float
    x1: float
    gaps: list[tuple[int, int]] = field(default_factory=list)
    beside: int = 0


def joined_but_at_gutters(rows: Sequence[Row], widest: float) -> Iterator[list[Glyph]]:
    """The rows as lines, their pieces joined at gaps of at most `widest` ems, but for those in a gutter."""
    doubtful = [_doubtful(row, widest) for row in rows]
    cuts = _gaps_in_gutters(rows, doubtful) if any(doubtful) else set()
    for i, row in enumerate(rows):
        line = row[0]
        for k, piece in enumerate(row[1:]):
            if k in doubtful[i] and (i, k) not in cuts:
                line = [*line, *piece]
            else:
                yield line
                line = piece
        yield line


def _doubtful(row: Row, widest: float) -> dict[int, Gap]:
    """The gaps that may be word spaces, by the piece before."""
    found: dict[int, Gap] = {}
    for k in range(len(row) - 1):
        gap = _right(row[k]), row[k + 1][0].box.x0
        if gap[1] - gap[0] <= widest * max(row[k][-1].size, row[k + 1][0].size):
            found[k] = gap
    return found


def _gaps_in_gutters(rows: Sequence[Row], doubtful: Sequence[dict[int, Gap]]) -> set[tuple[int, int]]:
    corridors = list(_corridors(rows, doubtful))
    proven = [c for c in corridors if len(c.gaps) + c.beside >= LONGEST_RIVER and _is_flush(c, rows)]
    return {
        gap
        for c in corridors
        if any(min(c.x1, p.x1) - max(c.x0, p.x0) > MOSTLY * (p.x1 - p.x0) for p in proven)
        for gap in c.gaps
    }


def _corridors(rows: Sequence[Row], doubtful: Sequence[dict[int, Gap]]) -> Iterator[_Corridor]:
    """White that goes on from row to row, from the first doubtful gap in it to the row that something crosses it in."""
    active: list[_Corridor] = []
    for i, row in enumerate(rows):
        size = row[0][0].size
        edges = [-inf, *(x for piece in row for x in (piece[0].box.x0, _right(piece))), inf]
        whites = list(zip(edges[::2], edges[1::2], strict=True))
        free = dict(doubtful[i])
        going: list[_Corridor] = []
        for corridor in active:
            k, x0, x1 = max(
                ((k, max(corridor.x0, a), min(corridor.x1, b)) for k, (a, b) in enumerate(whites, start=-1)),
                key=lambda w: w[2] - w[1],
            )
            if x1 - x0 < NARROWEST * size:
                yield corridor
                continue
            corridor.x0, corridor.x1 = x0, x1
            if free.pop(k, None):
                corridor.gaps.append((i, k))
            elif min(abs(whites[k + 1][0] - x0), abs(whites[k + 1][1] - x1)) <= EDGE * size:
                corridor.beside += 1
            going.append(corridor)
        active = going + [_Corridor(*gap, [(i, k)]) for k, gap in free.items()]
    yield from active


def _is_flush(corridor: _Corridor, rows: Sequence[Row]) -> bool:
    """Whether the lines behind a corridor mostly start at one place."""
    starts = [rows[i][k + 1][0] for i, k in corridor.gaps]
    em = max(g.size for g in starts)
    places = Counter(round(g.box.x0 / (EDGE * em)) for g in starts)
    return max(places[x] + places[x + 1] for x in places) >= FLUSH * len(starts)


def _right(piece: Sequence[Glyph]) -> float:
    return max(g.box.x1 for g in piece[-3:])
