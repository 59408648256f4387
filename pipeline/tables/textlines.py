"""Printed lines laid on columns: which words stand in which column, and which chunks run over several."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from pipeline.tables.columns import Boundary
from pipeline.tables.rows import TextLine
from pipeline.tables.values import is_value
from pipeline.tables.words import Word, box_of, chunks_of, text_of

REACH = 0.3  # ems that a chunk must reach into a column to count as standing in it, too
GAP_TELLS = 1.4  # times the other gaps of a chunk: a gap this much wider, at a boundary, parts two cells


def lines_on(rows: Sequence[Sequence[Word]], columns: Sequence[Boundary], em: float) -> list[TextLine]:
    """The rows of words as lines on these columns."""
    lines = []
    for row in rows:
        cells: dict[int, list[Word]] = {}
        spanning = False
        for part, first, last in parts_of(row, columns, em):
            cells.setdefault(first, []).extend(part)
            spanning = spanning or last > first
        box = box_of(row)
        lines.append(TextLine(cells, spanning, max(w.baseline for w in row), box.top, box.bottom))
    return lines


def parts_of(row: Sequence[Word], columns: Sequence[Boundary], em: float) -> list[tuple[list[Word], int, int]]:
    """A row's chunks, cut at column boundaries, each with the first and last column that it stands in."""
    parts = []
    for chunk in chunks_of(row):
        for piece in _cut(chunk, columns):
            first, last = _range(piece, columns, em)
            parts.append((piece, first, last))
    return parts


def _cut(chunk: list[Word], columns: Sequence[Boundary]) -> list[list[Word]]:
    """A chunk cut at the boundaries that fall into one of its gaps, where the gap or a value tells two cells."""
    pieces = [[chunk[0]]]
    gaps = [b.box.x0 - a.box.x1 for a, b in itertools.pairwise(chunk)]
    for k, word in enumerate(chunk[1:]):
        before = chunk[k]
        at = next((b for b in columns[1:-1] if before.box.x1 - 1.0 <= b.at <= word.box.x0 + 1.0), None)
        if at is not None:
            others = [g for j, g in enumerate(gaps) if j != k]
            wide = not others or gaps[k] > GAP_TELLS * max(others)
            if at.kind == "ink" or wide or is_value(text_of(chunk[k + 1 :])):
                pieces.append([word])
                continue
        pieces[-1].append(word)
    return pieces


def _range(piece: Sequence[Word], columns: Sequence[Boundary], em: float) -> tuple[int, int]:
    """The first and last column that the piece reaches into; the one of its middle at least."""
    x0, x1 = piece[0].box.x0, max(w.box.x1 for w in piece)
    n = len(columns) - 1
    middle = (x0 + x1) / 2
    home = next((c for c in range(n) if middle < columns[c + 1].at), n - 1)
    first = next((c for c in range(home) if x0 < columns[c + 1].at - REACH * em), home)
    last = next((c for c in range(n - 1, home, -1) if x1 > columns[c].at + REACH * em), home)
    return first, last
