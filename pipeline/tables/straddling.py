"""Texts set half way down several rows: labels of groups, and headings beside a header of several levels.

Word processors and browsers centre a cell's text in its height, unless told otherwise. A cell that spans rows then has
its text on the middle row of an odd number, and between the two middle rows of an even one, level with none of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from pipeline.tables.cells import GridCell
from pipeline.tables.columns import Boundary
from pipeline.tables.rows import TextLine
from pipeline.tables.textlines import extents_of, lines_on
from pipeline.tables.values import is_value
from pipeline.tables.words import Word, text_of

LEVEL = 0.25  # ems between baselines that are level
SOLID = 0.9  # ems from line to line: type set solid has one
CENTRED = 0.3  # ems from the middle of a group of rows to the middle of its label
GROUPS = 2  # labels in the middle of several rows, before rows with and without label can't be so by chance


@dataclass(frozen=True, slots=True)
class _Stack:
    """A column's words among lines that overlap, by their baselines from the top down."""

    column: int
    lines: dict[float, list[Word]]


def levelled_lines(rows: Sequence[Sequence[Word]], columns: Sequence[Boundary], em: float) -> list[TextLine]:
    """The rows as lines on the columns; what texts between two rows tie together is parted, such a text put to the
    upper one."""
    lines: list[TextLine] = []
    extents = extents_of(rows, columns)
    for cluster in _clusters(rows, em):
        parted = _parted([w for row in cluster for w in row], columns, em)
        if parted is None:
            lines += lines_on(cluster, columns, em, extents)
            continue
        levels, straddling = parted
        found = lines_on(levels, columns, em, extents)
        for stack in straddling:
            words = [w for part in stack.lines.values() for w in part]
            middle = sum(stack.lines) / len(stack.lines)
            k = max((i for i, line in enumerate(found) if line.baseline < middle), default=0)
            cells, lasts = {**found[k].cells, stack.column: words}, {**found[k].lasts, stack.column: stack.column}
            found[k] = replace(found[k], cells=dict(sorted(cells.items())), lasts=lasts)
        lines += found
    return _with_labels_between(lines, em)


def _with_labels_between(lines: Sequence[TextLine], em: float) -> list[TextLine]:
    """The lines, those half way between two that leave their columns empty put to the upper of the two."""
    done: list[TextLine] = []
    for k, line in enumerate(lines):
        above, below = (done[-1] if done else None), (lines[k + 1] if k + 1 < len(lines) else None)
        if above and below and not line.spanning and _half_way(line, above, below, em):
            cells = dict(sorted({**line.cells, **above.cells}.items()))
            done[-1] = replace(above, cells=cells, lasts={**line.lasts, **above.lasts})
        else:
            done.append(line)
    return done


def _half_way(line: TextLine, above: TextLine, below: TextLine, em: float) -> bool:
    beside = _covered(above) | _covered(below)
    middle = (above.baseline + below.baseline) / 2
    apart = set(line.cells) == {0} and beside.isdisjoint(_covered(line)) and _covered(above) & _covered(below)
    return bool(apart) and abs(line.baseline - middle) <= CENTRED * em


def _covered(line: TextLine) -> set[int]:
    return {c for first, last in line.lasts.items() for c in range(first, last + 1)}


def _clusters(rows: Sequence[Sequence[Word]], em: float) -> list[list[Sequence[Word]]]:
    """The rows, those closer to each other than lines of one text are ever set taken together."""
    clusters: list[list[Sequence[Word]]] = []
    for row in rows:
        if clusters and row[0].baseline - clusters[-1][-1][0].baseline < SOLID * em:
            clusters[-1].append(row)
        else:
            clusters.append([row])
    return clusters


def _parted(
    row: Sequence[Word], columns: Sequence[Boundary], em: float
) -> tuple[list[list[Word]], list[_Stack]] | None:
    """The rows that a cluster of overlapping words holds, and the columns set between them; None where it is one row.

    All cells of a row are set at one height in it: where some are level with the first or last line only, and another
    stands between, the lines are rows of their own; so they are where a column has a value below another.
    """
    groups = _level_groups(_stacks(row, columns, em), em)
    main = max(groups, key=lambda g: (len(g), -g[0].column))
    levels = sorted({y for stack in main for y in stack.lines})
    levels = [y for k, y in enumerate(levels) if k == 0 or y - levels[k - 1] > LEVEL * em]
    straddling = [stack for group in groups if group is not main for stack in group]
    if len(main) < 2 or len(levels) < 2 or not straddling:
        return None
    if any(not levels[0] < y < levels[-1] for s in straddling for y in s.lines):
        return None
    if not any(len(s.lines) == 1 for s in main) and not any(_has_values_below_each_other(s) for s in main):
        return None
    parts: list[list[Word]] = [[] for _ in levels]
    for stack in main:
        for y, words in stack.lines.items():
            parts[min(range(len(levels)), key=lambda k: abs(levels[k] - y))] += words
    return [sorted(p, key=lambda w: (w.box.x0, w.baseline, w.line, w.start)) for p in parts], straddling


def _stacks(row: Sequence[Word], columns: Sequence[Boundary], em: float) -> list[_Stack]:
    inner = [b.at for b in columns[1:-1]]
    found: dict[int, dict[float, list[Word]]] = {}
    for word in sorted(row, key=lambda w: (w.baseline, w.box.x0, w.line, w.start)):
        lines = found.setdefault(sum(at <= word.box.center[0] for at in inner), {})
        y = next((y for y in lines if abs(y - word.baseline) <= LEVEL * em), word.baseline)
        lines.setdefault(y, []).append(word)
    return [_Stack(c, lines) for c, lines in sorted(found.items())]


def _level_groups(stacks: Sequence[_Stack], em: float) -> list[list[_Stack]]:
    """The columns in groups that have a baseline with each other, and none with those of other groups."""
    groups: list[list[_Stack]] = []
    for stack in stacks:
        met = [g for g in groups if any(_share_a_level(stack, other, em) for other in g)]
        groups = [g for g in groups if g not in met] + [[s for g in met for s in g] + [stack]]
    return groups


def _share_a_level(a: _Stack, b: _Stack, em: float) -> bool:
    return any(abs(y - other) <= LEVEL * em for y in a.lines for other in b.lines)


def _has_values_below_each_other(stack: _Stack) -> bool:
    return sum(is_value(text_of(words)) for words in stack.lines.values()) > 1


def with_group_labels(cells: Sequence[GridCell], header: int, em: float) -> list[GridCell]:
    """The cells, with the labels of groups of rows in the first column spread over their rows, where each label stands
    in the middle of its group and the groups leave no row out."""
    labels = {c.row: c for c in cells if c.column == 0 and c.column_span == 1 and c.row >= header}
    places: dict[int, tuple[float, float]] = {}
    for cell in cells:
        if cell.column and cell.words and cell.row in labels:
            low, high = min(w.baseline for w in cell.words), max(w.baseline for w in cell.words)
            old = places.get(cell.row, (low, high))
            places[cell.row] = (min(low, old[0]), max(high, old[1]))
    groups = _groups(labels, places, em)
    several = [g for g in groups if g[1] > g[0]]
    if _changes(_from_the_top(labels)) < _changes([last - first + 1 for first, last in groups]):
        return list(cells)
    between = any((last - first) % 2 for first, last in several)
    if not several or not (between or len(several) >= GROUPS):
        return list(cells)
    at = dict(several)
    done: list[GridCell] = []
    for cell in cells:
        group = next((g for g in several if cell.column == 0 and g[0] <= cell.row <= g[1]), None)
        if group is None:
            done.append(cell)
        elif cell.row in at:
            words = tuple(w for r in range(group[0], group[1] + 1) for w in labels[r].words)
            done.append(replace(cell, row_span=group[1] - group[0] + 1, words=words))
    return done


def _from_the_top(labels: dict[int, GridCell]) -> list[int]:
    """How many rows each label heads, if it stands on the first of them; none where the first row has no label."""
    named = [row for row in sorted(labels) if labels[row].words]
    return [b - a for a, b in pairwise([*named, max(labels) + 1])] if named and named[0] == min(labels) else []


def _changes(sizes: Sequence[int]) -> float:
    """How often one group is of another size than the one before: the steadier of two readings is the likelier."""
    return sum(a != b for a, b in pairwise(sizes)) if sizes else float("inf")


def _groups(labels: dict[int, GridCell], places: dict[int, tuple[float, float]], em: float) -> list[tuple[int, int]]:
    """First and last rows of groups that have their label in the middle; none where the rows do not fall into such."""
    rows = sorted(labels)
    groups: list[tuple[int, int]] = []
    k = 0
    while k < len(rows):
        first = rows[k]
        named = next((r for r in rows[k:] if labels[r].words), None)
        if named is None or any(r not in places for r in range(first, named + 1)):
            return []
        ys = [w.baseline for w in labels[named].words]
        middle = (min(ys) + max(ys)) / 2
        last = next(
            (r for r in rows[k:] if r in places and r >= named and _mid(places, first, r) >= middle - CENTRED * em),
            None,
        )
        if last is None or abs(_mid(places, first, last) - middle) > CENTRED * em:
            return []
        if rows[k : k + last - first + 1] != list(range(first, last + 1)):
            return []
        if any(labels[r].words for r in range(first, last + 1) if r != named):
            return []
        groups.append((first, last))
        k += last - first + 1
    return groups


def _mid(places: dict[int, tuple[float, float]], first: int, last: int) -> float:
    return (places[first][0] + places[last][1]) / 2
