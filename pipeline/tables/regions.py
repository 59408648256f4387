"""Where tables may stand: regions that strokes bound."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.model.geometry import Box
from pipeline.tables.columns import drawn_boundaries, white_columns
from pipeline.tables.strokes import Stroke, Strokes
from pipeline.tables.values import CAPTION, is_value
from pipeline.tables.words import Word, chunks_of, text_of, text_rows

MEET = 3.5  # points within which two strokes meet: corners are often drawn a rule's thickness apart
CROSSING = 0.35  # of a band's lines may have a chunk that runs over its white columns: headings, long labels
COLUMN_GAP = 1.0  # ems between cells for sure
EMPTY_BAND = 0.5  # ems between two rules with nothing between them, from which they are no double rule
SAME_EDGE = 6.0  # points: rules of one table begin and end at the same place, but for a border's thickness


def lattices(strokes: Strokes) -> list[Box]:
    """Boxes of strokes that cross or touch each other, at least two of either direction."""
    horizontal = [s for s in strokes.horizontal if s.kind == "ink"]
    vertical = [s for s in strokes.vertical if s.kind == "ink"]
    parent = list(range(len(horizontal) + len(vertical)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    places = [v.at for v in vertical]
    for i, h in enumerate(horizontal):
        for j in range(bisect_left(places, h.start - MEET), bisect_right(places, h.end + MEET)):
            if vertical[j].start - MEET <= h.at <= vertical[j].end + MEET:
                parent[root(i)] = root(len(horizontal) + j)
    groups: dict[int, tuple[list[Stroke], list[Stroke]]] = {}
    for i, h in enumerate(horizontal):
        groups.setdefault(root(i), ([], []))[0].append(h)
    for j, v in enumerate(vertical):
        groups.setdefault(root(len(horizontal) + j), ([], []))[1].append(v)
    boxes = []
    for hs, vs in groups.values():
        if (len(hs) > 1 and len(vs) > 1) or (len(hs) > 2 and vs):
            boxes.append(
                Box(
                    min([v.at for v in vs] + [h.start for h in hs]),
                    min([h.at for h in hs] + [v.start for v in vs]),
                    max([v.at for v in vs] + [h.end for h in hs]),
                    max([h.at for h in hs] + [v.end for v in vs]),
                )
            )
    return sorted(boxes, key=lambda b: (b.top, b.x0))


@dataclass(frozen=True, slots=True)
class _Band:
    """What stands between two rules of one width."""

    top: float
    bottom: float
    rows: list[list[Word]]
    em: float

    @property
    def alone(self) -> bool:
        """Nothing, or a single chunk: the heading of a group of rows, or the space (and caption) between two tables."""
        if not self.rows:
            return self.bottom - self.top > EMPTY_BAND * self.em
        return len(self.rows) == 1 and len(chunks_of(self.rows[0])) == 1

    def tabular(self, columns: Sequence[float]) -> bool:
        """Whether it may be rows of a table: no caption, and columns (its own or `columns`) hold for its lines."""
        if any(CAPTION.match(text_of(row)) for row in self.rows):
            return False
        if len(self.rows) <= 1:
            return True
        own = [b.at for b in white_columns(self.rows, self.em)]
        return self._keeps(own) or self._keeps(columns)

    def _keeps(self, columns: Sequence[float]) -> bool:
        chunks = [(c[0].box.x0, max(w.box.x1 for w in c)) for row in self.rows for c in chunks_of(row)]
        crossing = sum(any(x0 < at < x1 for at in columns) for x0, x1 in chunks)
        return bool(columns) and crossing <= CROSSING * len(self.rows)

    @property
    def entry(self) -> bool:
        """Whether it holds a single row, of several chunks."""
        return len(self.rows) == 1 and len(chunks_of(self.rows[0], COLUMN_GAP)) > 1

    @property
    def sentence(self) -> bool:
        """Whether it holds lines of a single chunk each, all of which begin at one place."""
        lefts = [row[0].box.x0 for row in self.rows]
        alone = all(len(chunks_of(row, COLUMN_GAP)) == 1 for row in self.rows)
        return bool(lefts) and alone and max(lefts) - min(lefts) < self.em

    @property
    def data(self) -> bool:
        """Whether it holds values."""
        return _has_values(self.rows)


def stacks(strokes: Strokes, words: Sequence[Word], em: float) -> list[Box]:
    """Boxes between rules (or edges of grounds) of one width, one above the other, with columned text between."""
    levels = _levels(strokes.horizontal, em)
    boxes: list[Box] = []
    used: set[int] = set()
    for k, (_, x0, x1) in enumerate(levels):
        same = [j for j in range(k, len(levels)) if _same_width(levels[j], levels[k])]
        if k in used or len(same) < 2:
            continue
        used.update(same)
        inside = [w for w in words if x0 - 2 < w.box.center[0] < x1 + 2]
        bands = []
        for i, j in pairwise(same):
            top, bottom = levels[i][0], levels[j][0]
            rows = text_rows(w for w in inside if top < w.box.center[1] < bottom)
            bands.append(_Band(top, bottom, rows, em))
        boxes += [Box(x0, chain[0].top, x1, chain[-1].bottom) for chain in _chains(bands)]
    return boxes


def _chains(bands: Sequence[_Band]) -> list[list[_Band]]:
    """Bands that follow each other in one table.

    A caption or running text ends a table, and so does a band with nothing or a single chunk in it where, after data,
    a header follows. But where rows and sentences take turns, each sentence is about the row above it.
    """
    told = _sentences_under_rows(bands)
    columned = [b for b in bands if any(len(chunks_of(row, COLUMN_GAP)) > 1 for row in b.rows)]
    shared = [c.at for c in white_columns([r for b in columned for r in b.rows], bands[0].em)]
    chains: list[list[_Band]] = []
    chain: list[_Band] = []
    for k, band in enumerate(bands):
        after = next((b for b in bands[k + 1 :] if not b.alone), None)
        parts = band.alone and any(b.data for b in chain) and after is not None and not after.data
        if k in told or (band.tabular(shared) and not parts and (chain or not band.alone)):
            chain.append(band)
        elif chain:
            chains.append(chain)
            chain = []
    return [*chains, chain] if chain else chains


def _sentences_under_rows(bands: Sequence[_Band]) -> set[int]:
    """Which bands hold sentences under a row each, several in turns."""
    under = {k for k, band in enumerate(bands) if k and band.sentence and bands[k - 1].entry}
    return {k for k in under if k - 2 in under or k + 2 in under}


def _same_width(a: tuple[float, float, float], b: tuple[float, float, float]) -> bool:
    return abs(a[1] - b[1]) <= SAME_EDGE and abs(a[2] - b[2]) <= SAME_EDGE


def _has_values(rows: Sequence[Sequence[Word]]) -> bool:
    return any(is_value(text_of(c)) for row in rows for c in chunks_of(row))


def _levels(horizontal: Sequence[Stroke], em: float) -> list[tuple[float, float, float]]:
    """Strokes of one height that lie in a row, each with its place and its ends."""
    levels: list[tuple[float, float, float]] = []
    for b in drawn_boundaries(horizontal, em, 2 * em):
        parts = sorted(b.strokes, key=lambda s: s.start)
        start, end = parts[0].start, parts[0].end
        for s in parts[1:]:
            if s.start - end <= 2 * em:
                end = max(end, s.end)
            else:
                levels.append((b.at, start, end))
                start, end = s.start, s.end
        levels.append((b.at, start, end))
    return [level for level in levels if level[2] - level[1] > 5 * em]
