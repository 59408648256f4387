"""Where the columns of a region part: at drawn lines, at the edges of grounds, or at white space running down.

White columns are the vertical case of Breuel's maximal white rectangles ("Two geometric algorithms for layout
analysis", DAS 2002), weighed by how many rows leave them free on both sides, as Shigarov's TabbyPDF ("TabbyPDF:
web-based system for PDF table extraction", 2018) weighs gaps.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from pipeline.tables.strokes import Stroke
from pipeline.tables.words import CHUNK_GAP, Word, chunks_of

Kind = Literal["ink", "edge", "space", "tag"]

SNAP = 0.4  # ems between strokes of one boundary: double rules, a rule and the edge of the ground beside it
SNAP_POINTS = 3.0
WIDE_GAP = 1.0  # ems: with few rows word spaces may line up by chance, so only a gap no line has inside counts
FEW_ROWS = 4  # rows below which that is so
MIN_FREE = 0.2  # ems that must stay free in all rows together
FULL_ROWS = 0.3  # of the rows at least have about as many chunks as there are columns
FULL_CHUNKS = 0.6  # of that many chunks make a row full enough to show the columns
CROSSED = 0.2  # of the full rows may cross a white column: a cell too long for it
BOTH_FILLED = 0.15  # of the rows that fill the emptier of two columns fill the other, too
LONE_GAP = 1.5  # ems: more than word spaces are ever widened to
SUPPORT = 0.34  # of the rows at least have text on both sides of it


@dataclass(frozen=True, slots=True)
class Boundary:
    """A line between two columns (or rows): its place, what tells it, and the strokes that draw it, if any."""

    at: float
    kind: Kind
    strokes: tuple[Stroke, ...] = ()

    def covers(self, start: float, end: float) -> bool:
        """Whether its strokes run along most of the stretch from `start` to `end`."""
        return self.length(start, end) > 0.6 * (end - start)

    def length(self, start: float, end: float) -> float:
        """How much of the stretch from `start` to `end` its strokes run along, in points."""
        return sum(max(0.0, min(s.end, end) - max(s.start, start)) for s in _flat(self.strokes))


def _flat(strokes: Sequence[Stroke]) -> list[Stroke]:
    """Strokes that lie side by side (double rules) counted once along their length."""
    flat: list[Stroke] = []
    for s in sorted(strokes, key=lambda s: (s.start, s.end)):
        if flat and s.start <= flat[-1].end:
            if s.end > flat[-1].end:
                flat[-1] = Stroke(flat[-1].at, flat[-1].start, s.end, flat[-1].kind)
        else:
            flat.append(s)
    return flat


def drawn_boundaries(strokes: Sequence[Stroke], em: float, shortest: float) -> list[Boundary]:
    """Strokes side by side as one boundary each; those that together are shorter than `shortest` are none."""
    tolerance = max(SNAP * em, SNAP_POINTS)
    groups: list[list[Stroke]] = []
    for stroke in sorted(strokes, key=lambda s: (s.at, s.start)):
        if groups and stroke.at - groups[-1][-1].at <= tolerance and stroke.at - groups[-1][0].at <= 2 * tolerance:
            groups[-1].append(stroke)
        else:
            groups.append([stroke])
    boundaries = []
    for group in groups:
        ink = [s for s in group if s.kind == "ink"]
        use = ink or group
        if sum(s.length for s in _flat(use)) < shortest:
            continue
        at = sum(s.at * s.length for s in use) / sum(s.length for s in use)
        boundaries.append(Boundary(at, "ink" if ink else "edge", tuple(use)))
    return boundaries


def white_columns(rows: Sequence[Sequence[Word]], em: float) -> list[Boundary]:
    """The white columns between the words of these rows, from left to right."""
    rows = [r for r in rows if r]
    if not rows:
        return []
    gap = CHUNK_GAP if len(rows) >= FEW_ROWS else WIDE_GAP
    chunked = [[(c[0].box.x0, max(w.box.x1 for w in c)) for c in chunks_of(row, gap)] for row in rows]
    several = [row for row in chunked if len(row) > 1]
    if not several:
        return []
    full = _full_rows(chunked)
    allowed = int(CROSSED * len(full))
    found = []
    for left, right in _free_stretches(full, allowed, em):
        if right - left < MIN_FREE * em:
            continue
        middle = (left + right) / 2
        both = sum(row[0][1] <= middle and row[-1][0] >= middle and not _crossed(row, middle) for row in chunked)
        clear = both >= 2 and right - left >= WIDE_GAP * em
        if clear or both >= max(1 if len(rows) < FEW_ROWS else 2, SUPPORT * len(several)):
            found.append(Boundary(middle, "space"))
    return _with_text_between(found, chunked, em)


def _full_rows(chunked: Sequence[Sequence[tuple[float, float]]]) -> list[Sequence[tuple[float, float]]]:
    """The rows with most chunks, which show the columns: headings of groups and rows with few cells may cross them."""
    counts = sorted((len(row) for row in chunked), reverse=True)
    usual = counts[min(len(counts) - 1, max(1, int(FULL_ROWS * len(counts))))]
    least = max(2, FULL_CHUNKS * usual)
    full = [row for row in chunked if len(row) >= least]
    return full if len(full) >= FULL_ROWS * len(chunked) else list(chunked)


def _free_stretches(
    chunked: Sequence[Sequence[tuple[float, float]]], allowed: int, em: float
) -> list[tuple[float, float]]:
    """The stretches of x over which at most `allowed` rows have a chunk; where fewer cross, the freer part of it."""
    events: list[tuple[float, int]] = []
    for row in chunked:
        for x0, x1 in row:
            events += [(x0, 1), (x1, -1)]
    events.sort()
    profile: list[tuple[float, float, int]] = []
    depth = 0
    for (x, step), (after, _) in itertools.pairwise(events):
        depth += step
        if after > x:
            profile.append((x, after, depth))
    runs: list[list[tuple[float, float, int]]] = []
    open_run = False
    for piece in profile:
        free = piece[2] <= allowed
        if free and open_run:
            runs[-1].append(piece)
        elif free:
            runs.append([piece])
        open_run = free
    ends = [float("-inf"), *((run[0][0] + run[-1][1]) / 2 for run in runs), float("inf")]
    found = []
    for k, run in enumerate(runs):
        parts = _freest(run)
        if not _part_an_empty_column(parts, ends[k], ends[k + 2], chunked, em):
            parts = [min(parts, key=lambda part: _worst(part, ends[k], ends[k + 2], chunked))]
        found += parts
    return found


def _freest(run: Sequence[tuple[float, float, int]]) -> list[tuple[float, float]]:
    """The parts of a white column that fewest rows cross, several where a heading stands between."""
    least = min(depth for _, _, depth in run)
    parts: list[tuple[float, float]] = []
    for x0, x1, depth in run:
        if depth > least:
            continue
        if parts and parts[-1][1] == x0:
            parts[-1] = (parts[-1][0], x1)
        else:
            parts.append((x0, x1))
    return parts


def _worst(
    part: tuple[float, float], left: float, right: float, chunked: Sequence[Sequence[tuple[float, float]]]
) -> tuple[int, float, float]:
    """How ill a part would divide the columns (whose other sides are at `left` and `right`): how many rows it leaves
    with two chunks in one column, then how narrow it is."""
    middle = (part[0] + part[1]) / 2
    doubled = sum(_within(row, left, middle) > 1 for row in chunked)
    doubled += sum(_within(row, middle, right) > 1 for row in chunked)
    return doubled, part[0] - part[1], part[0]


def _part_an_empty_column(
    parts: Sequence[tuple[float, float]],
    left: float,
    right: float,
    chunked: Sequence[Sequence[tuple[float, float]]],
    em: float,
) -> bool:
    """Whether what stands between two parts heads a column without entries: one row has it, wide apart from headings
    of the columns on either side."""
    if len(parts) != 2 or any(b - a < LONE_GAP * em for a, b in parts):
        return False
    first, second = ((a + b) / 2 for a, b in parts)
    rows = [row for row in chunked if _within(row, first, second)]
    return len(rows) == 1 and bool(_within(rows[0], left, first)) and bool(_within(rows[0], second, right))


def _within(row: Sequence[tuple[float, float]], left: float, right: float) -> int:
    """How many of the row's chunks have their middle between two places."""
    return sum(left < (x0 + x1) / 2 < right for x0, x1 in row)


def _crossed(row: Sequence[tuple[float, float]], x: float) -> bool:
    return any(x0 < x < x1 for x0, x1 in row)


def _with_text_between(
    found: list[Boundary], chunked: Sequence[Sequence[tuple[float, float]]], em: float
) -> list[Boundary]:
    """Without boundaries between columns that (nearly) no row fills both: long and short labels of one column, or a
    heading set beside its column's figures. The least supported goes first, of several that which most rows cross."""
    kept = list(found)
    while kept:
        support = [_both_filled(kept, k, chunked) for k in range(len(kept))]
        if len(chunked) > FEW_ROWS:
            support = [min(s, lone) for s, lone in zip(support, _lone(kept, chunked, em), strict=True)]
        worst = min(range(len(kept)), key=lambda k: (support[k], -_crossings(kept[k].at, chunked), k))
        if support[worst] >= BOTH_FILLED:
            break
        del kept[worst]
    return kept


def _crossings(x: float, chunked: Sequence[Sequence[tuple[float, float]]]) -> int:
    return sum(_crossed(row, x) for row in chunked)


def _lone(kept: Sequence[Boundary], chunked: Sequence[Sequence[tuple[float, float]]], em: float) -> list[float]:
    """0 for the narrower boundary of a column that a single row fills: two words of a heading, set apart; else 1.
    A heading with more space on either side heads a column that has no entries."""
    at = [float("-inf"), *(b.at for b in kept), float("inf")]
    worth = [1.0] * len(kept)
    for column in range(len(at) - 1):
        filling = [row for row in chunked if any(at[column] <= x0 and x1 <= at[column + 1] for x0, x1 in row)]
        if len(filling) != 1:
            continue
        chunk = next(c for c in filling[0] if at[column] <= c[0] and c[1] <= at[column + 1])
        left = max((x1 for _, x1 in filling[0] if x1 <= chunk[0]), default=float("-inf"))
        right = min((x0 for x0, _ in filling[0] if x0 >= chunk[1]), default=float("inf"))
        side = column - 1 if chunk[0] - left < right - chunk[1] else column
        if 0 <= side < len(worth) and min(chunk[0] - left, right - chunk[1]) < LONE_GAP * em:
            worth[side] = 0.0
    return worth


def _both_filled(kept: Sequence[Boundary], k: int, chunked: Sequence[Sequence[tuple[float, float]]]) -> float:
    """Of the rows that fill the emptier one of the two columns beside boundary `k`, the share that fills both."""
    left = kept[k - 1].at if k else float("-inf")
    middle = kept[k].at
    right = kept[k + 1].at if k + 1 < len(kept) else float("inf")
    one = other = both = 0
    for row in chunked:
        before = any(left <= x0 and x1 <= middle for x0, x1 in row)
        after = any(middle <= x0 and x1 <= right for x0, x1 in row)
        one += before
        other += after
        both += before and after
    return both / max(1, min(one, other))
