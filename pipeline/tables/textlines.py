"""Printed lines laid on columns: which words stand in which column, and which chunks run over several."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from pipeline.tables.columns import Boundary
from pipeline.tables.rows import TextLine
from pipeline.tables.values import is_value
from pipeline.tables.words import SIGNS, Word, box_of, chunks_of, text_of

REACH = 0.3  # ems that a chunk must reach into a column to count as standing in it, too
ONLY_GAP = 0.45  # ems: the only gap of a chunk, if it is no word space
GAP_TELLS = 1.4  # times the other gaps of a chunk: a gap this much wider, at a boundary, parts two cells


def lines_on(
    rows: Sequence[Sequence[Word]],
    columns: Sequence[Boundary],
    em: float,
    extents: Sequence[tuple[float, float]] | None = None,
) -> list[TextLine]:
    """The rows of words as lines on these columns, whose text reaches as far as `extents` say, else that of rows."""
    extents = extents or extents_of(rows, columns)
    lines = []
    for row in rows:
        cells: dict[int, list[Word]] = {}
        lasts: dict[int, int] = {}
        for part, first, last in parts_of(row, columns, em, extents):
            cells.setdefault(first, []).extend(part)
            lasts[first] = max(last, lasts.get(first, first))
        box = box_of(row)
        lines.append(TextLine(cells, lasts, max(w.baseline for w in row), box.top, box.bottom))
    return lines


def extents_of(rows: Sequence[Sequence[Word]], columns: Sequence[Boundary]) -> list[tuple[float, float]]:
    """For each column, how far its own text reaches: that of the chunks that keep between its boundaries."""
    extents = [(b.at, a.at) for a, b in itertools.pairwise(columns)]
    for row in rows:
        for chunk in chunks_of(row):
            for piece in _cut(chunk, columns):
                x0, x1 = piece[0].box.x0, max(w.box.x1 for w in piece)
                home = _home(piece, columns)
                if columns[home].at <= x0 and x1 <= columns[home + 1].at:
                    extents[home] = (min(x0, extents[home][0]), max(x1, extents[home][1]))
    return [
        (x0, x1) if x0 < x1 else (a.at, b.at)
        for (x0, x1), (a, b) in zip(extents, itertools.pairwise(columns), strict=True)
    ]


def parts_of(
    row: Sequence[Word],
    columns: Sequence[Boundary],
    em: float,
    extents: Sequence[tuple[float, float]] | None = None,
) -> list[tuple[list[Word], int, int]]:
    """A row's chunks, cut at column boundaries, each with the first and last column that it stands in.

    A chunk stands in a column, too, where it reaches among the column's text (`extents`, if known; else over its
    boundary), but not where another chunk of the row has its middle: then it is only wider than its own column.
    """
    reach = extents or [(a.at, b.at) for a, b in itertools.pairwise(columns)]
    pieces = [piece for chunk in chunks_of(row) for piece in _cut(chunk, columns)]
    homes = [_home(piece, columns) for piece in pieces]
    parts = []
    for piece, home in zip(pieces, homes, strict=True):
        first, last = _range(piece, home, reach, em)
        first = max([first, *(h + 1 for h in homes if first <= h < home)])
        last = min([last, *(h - 1 for h in homes if home < h <= last)])
        parts.append((piece, first, last))
    return parts


def _cut(chunk: list[Word], columns: Sequence[Boundary]) -> list[list[Word]]:
    """A chunk cut at the boundaries that fall into one of its gaps, where the gap or a value tells two cells."""
    pieces = [[chunk[0]]]
    gaps = [b.box.x0 - a.box.x1 for a, b in itertools.pairwise(chunk)]
    for k, word in enumerate(chunk[1:]):
        before = chunk[k]
        at = next((b for b in columns[1:-1] if before.box.x1 - 1.0 <= b.at <= word.box.x0 + 1.0), None)
        if at is not None and not set(before.text) <= SIGNS:
            others = [g for j, g in enumerate(gaps) if j != k]
            wide = gaps[k] > (GAP_TELLS * max(others) if others else ONLY_GAP * word.size)
            if at.kind == "ink" or wide or is_value(text_of(chunk[k + 1 :])):
                pieces.append([word])
                continue
        pieces[-1].append(word)
    return pieces


def _home(piece: Sequence[Word], columns: Sequence[Boundary]) -> int:
    """The column of the piece's middle."""
    middle = (piece[0].box.x0 + max(w.box.x1 for w in piece)) / 2
    return next((c for c in range(len(columns) - 1) if middle < columns[c + 1].at), len(columns) - 2)


def _range(piece: Sequence[Word], home: int, reach: Sequence[tuple[float, float]], em: float) -> tuple[int, int]:
    """The first and last column that the piece reaches into."""
    x0, x1 = piece[0].box.x0, max(w.box.x1 for w in piece)
    first = next((c for c in range(home) if x0 < reach[c][1] - REACH * em), home)
    last = next((c for c in range(len(reach) - 1, home, -1) if x1 > reach[c][0] + REACH * em), home)
    return first, last
