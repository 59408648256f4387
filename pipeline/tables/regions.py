"""Where tables may stand: regions that strokes bound."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.model.geometry import Box
from pipeline.tables.columns import drawn_boundaries, white_columns
from pipeline.tables.strokes import Stroke, Strokes
from pipeline.tables.words import Word, text_rows

MEET = 3.5  # points within which two strokes meet: corners are often drawn a rule's thickness apart
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

    for i, h in enumerate(horizontal):
        for j, v in enumerate(vertical):
            if h.start - MEET <= v.at <= h.end + MEET and v.start - MEET <= h.at <= v.end + MEET:
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


def stacks(strokes: Strokes, words: Sequence[Word], em: float) -> list[Box]:
    """Boxes between rules (or edges of grounds) of one width, one above the other, with columned text between."""
    levels = _levels(strokes.horizontal, em)
    boxes: list[Box] = []
    used: set[int] = set()
    for k, (_at, x0, x1) in enumerate(levels):
        if k in used:
            continue
        chain = [k]
        for j in range(k + 1, len(levels)):
            y, a, b = levels[j]
            if j in used or abs(a - x0) > SAME_EDGE or abs(b - x1) > SAME_EDGE:
                continue
            between = [
                w for w in words if levels[chain[-1]][0] < w.box.center[1] < y and x0 - 2 < w.box.center[0] < x1 + 2
            ]
            if not _tabular(between, em):
                if len(chain) > 1:
                    break
                chain = [j]
                continue
            chain.append(j)
        if len(chain) > 1:
            used.update(chain)
            boxes.append(Box(x0, levels[chain[0]][0], x1, levels[chain[-1]][0]))
    return boxes


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


def _tabular(words: Sequence[Word], em: float) -> bool:
    """Whether the text of a band may be rows of a table: empty, one line, or columns that hold for its lines."""
    rows = text_rows(words)
    if len(rows) <= 1:
        return True
    return bool(white_columns(rows, em))
