"""Headings over several columns: how far each one reaches.

A heading over a group of columns is set in the middle over them, or flush with the first or last of them, or a rule
under it runs as far as it reaches (The Chicago Manual of Style, 3.54: "spanner heads"); its text alone may stand over
one of them only.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from pipeline.tables.rows import TextLine
from pipeline.tables.strokes import Stroke
from pipeline.tables.words import Word

CENTERED = 1.0  # ems between the middle of a heading and that of its columns
ROUGHLY = 0.1  # of a group's width: its last column may be wider than the text in it
UNDER = 1.2  # ems from a heading's baseline down to the rule that belongs to it
ONE_HEADING = 1.6  # ems from line to line: lines of one heading are set as close as those of text
HALF = 0.5  # of a column's width lies over the rule; ems that edges in line differ


@dataclass(frozen=True, slots=True)
class Extent:
    """From where to where the text of a column stands, in points."""

    x0: float
    x1: float


def with_spans(
    header: Sequence[TextLine], body: Sequence[TextLine], rules: Sequence[Stroke], columns: Sequence[float], em: float
) -> list[TextLine]:
    """The header's lines, their parts spread over the columns they head; `columns` are the places of boundaries."""
    spread: list[TextLine] = []
    for k, line in enumerate(header):
        below = [*header[k + 1 :], *body]
        spread.append(_spread(line, spread, below, header[k + 1 :], rules, columns, em))
    return spread


def _spread(
    line: TextLine,
    above: Sequence[TextLine],
    below: Sequence[TextLine],
    heads: Sequence[TextLine],
    rules: Sequence[Stroke],
    columns: Sequence[float],
    em: float,
) -> TextLine:
    width = len(columns) - 1
    extents = _extents(below, width)
    flush = _flush_groups(line, heads, extents, width, em)
    cells: dict[int, list[Word]] = {}
    lasts: dict[int, int] = {}
    firsts = sorted(line.cells)
    headed = {c for other in heads for c in other.cells}
    for k, first in enumerate(firsts):
        words = line.cells[first]
        low = lasts[max(lasts)] + 1 if lasts else 0
        high = firsts[k + 1] - 1 if k + 1 < len(firsts) else width - 1
        a, b = first, line.lasts[first]
        ruled = _over_rule(words, line, extents, rules, em)
        if ruled:
            a, b = min(a, ruled[0]), max(b, ruled[1])
        elif first in flush:
            a, b = flush[first]
        elif heads:
            free = _under_heading(above, first, (low, high))
            a, b = _middle_group(words, (a, b), free, extents, columns, headed, em)
        a, b = max(a, low), min(b, high)
        cells[a] = words
        lasts[a] = b
    return replace(line, cells=cells, lasts=lasts)


def _under_heading(above: Sequence[TextLine], column: int, free: tuple[int, int]) -> tuple[int, int]:
    """The free columns that the heading over `column` heads, too: no heading of a part reaches beyond its whole."""
    for line in reversed(above):
        for first, last in line.lasts.items():
            if first < last and first <= column <= last:
                return max(first, free[0]), min(last, free[1])
    return free


def _extents(lines: Sequence[TextLine], width: int) -> dict[int, Extent]:
    extents: dict[int, Extent] = {}
    for line in lines:
        for c, words in line.cells.items():
            if line.lasts[c] > c:
                continue
            x0, x1 = min(w.box.x0 for w in words), max(w.box.x1 for w in words)
            old = extents.get(c)
            extents[c] = Extent(min(x0, old.x0), max(x1, old.x1)) if old else Extent(x0, x1)
    return {c: extents[c] for c in sorted(extents) if c < width}


def _over_rule(
    words: Sequence[Word], line: TextLine, extents: dict[int, Extent], rules: Sequence[Stroke], em: float
) -> tuple[int, int] | None:
    """The columns over a rule that lies under this heading alone, if there is one."""
    x0, x1 = min(w.box.x0 for w in words), max(w.box.x1 for w in words)
    others = [w for part in line.cells.values() if part is not words for w in part]
    for rule in rules:
        if not line.baseline < rule.at < line.baseline + UNDER * em:
            continue
        if rule.start > x0 + em or rule.end < x1 - em:
            continue
        if any(rule.start < w.box.center[0] < rule.end for w in others):
            continue
        covered = [c for c, e in extents.items() if min(rule.end, e.x1) - max(rule.start, e.x0) > HALF * (e.x1 - e.x0)]
        if 1 < len(covered) < len(extents):  # a rule under all columns ends the header
            return covered[0], covered[-1]
    return None


def _flush_groups(
    line: TextLine, heads: Sequence[TextLine], extents: dict[int, Extent], width: int, em: float
) -> dict[int, tuple[int, int]]:
    """The columns of headings set flush with the first (or the last) column of their group, by their own columns.

    Such a heading leaves the other columns of its group without text at its height. So does a heading of one line
    beside those of two, all set at the foot of the header; the groups are told by headings below that recur in each of
    them, or by more space between the two than lines of one heading have.
    """
    if not heads or line.spanning:
        return {}
    below = heads[0]
    owns = [c for c in sorted(line.cells) if c > 0 or c in below.cells]
    stub = 0 if owns and owns[0] == 0 else 1
    headed = all(c in below.cells and c in extents for c in range(stub, width))
    if not owns or not headed or below.spanning or len(owns) == width - stub:
        return {}
    apart = below.baseline - line.baseline > ONE_HEADING * em
    found: dict[int, tuple[int, int]] = {}
    if owns[0] == stub and all(_is_flush(line.cells[c], extents[c], em, left=True) for c in owns):
        found = {c: (c, after - 1) for c, after in pairwise([*owns, width])}
    elif owns[-1] == width - 1 and all(_is_flush(line.cells[c], extents[c], em, left=False) for c in owns):
        found = {c: (before + 1, c) for before, c in pairwise([stub - 1, *owns])}
    recurring = _recurring(found, below)
    return recurring or (found if apart else {})


def _recurring(found: dict[int, tuple[int, int]], below: TextLine) -> dict[int, tuple[int, int]]:
    """The groups under which the same headings recur, those at the ends without columns that belong to none; none
    where they do not recur."""
    if len(found) < 2:
        return {}
    size = min(b - a + 1 for a, b in found.values())
    left = all(a == own for own, (a, _) in found.items())
    cut = {own: (own, own + size - 1) if left else (own - size + 1, own) for own in found}
    said = {tuple(below.text(c) for c in range(a, b + 1)) for a, b in cut.values()}
    return cut if size > 1 and len(said) == 1 else {}


def _is_flush(words: Sequence[Word], column: Extent, em: float, *, left: bool) -> bool:
    if left:
        return abs(min(w.box.x0 for w in words) - column.x0) <= HALF * em
    return abs(max(w.box.x1 for w in words) - column.x1) <= HALF * em


def _middle_group(
    words: Sequence[Word],
    own: tuple[int, int],
    free: tuple[int, int],
    extents: dict[int, Extent],
    columns: Sequence[float],
    headed: set[int],
    em: float,
) -> tuple[int, int]:
    """The widest group of free columns with headings below over whose middle the words stand.

    The middle of a group is that of its text, of the space between its boundaries, or of its cells where figures set
    flush right leave their left parts empty.
    """
    middle = (min(w.box.x0 for w in words) + max(w.box.x1 for w in words)) / 2
    best = own
    level = _over_own(words, extents.get(own[0]), em)
    for a in range(own[0], max(free[0], 1) - 1, -1):
        if a not in headed or a not in extents:
            break
        for b in range(own[1], free[1] + 1):
            if b not in headed or b not in extents:
                break
            of_text = (extents[a].x0 + extents[b].x1) / 2
            of_space = (columns[a] + columns[b + 1]) / 2
            off = min(abs(of_text - middle), abs(of_space - middle))
            if a < b and not level:
                off = min(off, abs(_middle_of_flush_cells(extents, a, b) - middle))
            if b - a > best[1] - best[0] and off <= CENTERED * em:
                best = (a, b)
    group = [c for c in range(max(free[0], 1), free[1] + 1) if c in headed and c in extents]
    if len(group) > 1 and group[0] <= own[0] and own[1] <= group[-1] and (best != own or not level):
        x0, x1 = extents[group[0]].x0, extents[group[-1]].x1
        if abs((x0 + x1) / 2 - middle) <= ROUGHLY * (x1 - x0):
            return group[0], group[-1]
    return best


def _middle_of_flush_cells(extents: dict[int, Extent], first: int, last: int) -> float:
    """The middle of cells of one width whose text is set flush right: the first is as wide as the step to the next."""
    step = (extents[last].x1 - extents[first].x1) / (last - first)
    return (extents[first].x1 - step + extents[last].x1) / 2


def _over_own(words: Sequence[Word], own: Extent | None, em: float) -> bool:
    """Whether a heading lines up with the text of its own column: left, right or in the middle."""
    if own is None:
        return False
    x0, x1 = min(w.box.x0 for w in words), max(w.box.x1 for w in words)
    off = (abs(x0 - own.x0), abs(x1 - own.x1), abs((x0 + x1) / 2 - (own.x0 + own.x1) / 2))
    return min(off) <= HALF * em
