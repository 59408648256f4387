"""Superscripts and subscripts, put into the line that they belong to."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence, Set
from math import inf

from pipeline.lines.characters import Position
from pipeline.model.pages import Glyph

SCRIPT_SIZE = 0.85  # of the line's size: typographers set scripts at 0.58 to 0.8 of it
HIGHEST = 0.75  # of the line's size above its baseline: no higher than a capital's top
LOWEST = 0.45  # below it: what is set under a mark raised over the same letter, and below a bar, hangs so low
ADJACENT = 0.6  # of the line's size: a script stands at its letter
CLEARLY = 0.3  # of the line's size: figures so far above the baseline are raised on purpose
LONGEST_MARK = 3  # characters
MARKS = "*∗†‡§¶"  # typographers' order of note marks; many fonts draw them raised or full size
LOW = ",."  # leave room over themselves: good typesetters move a mark over the comma
DISPLACED = 0.3  # of the line's size: no other line can stand so close above or below
BESIDE = 0.6  # of the line's size: displaced by less, even from a glyph that is a little off the line's own baseline
COVERED = 0.6  # of the script's width: letters of the line above or below that stand so far over it
RAISED = 0.1  # of the line's size: a smaller glyph on the baseline itself is no script (small capitals)

Placed = list[tuple[Glyph, Position]]


def attach_scripts(lines: Sequence[list[Glyph]]) -> list[Placed]:
    """The lines, each glyph with its position; a line that is a script of another is in that other."""
    order = sorted(range(len(lines)), key=lambda i: _baseline(lines[i]))
    baselines = [_baseline(lines[i]) for i in order]
    sizes = [max([g.size for g in line]) for line in lines]
    near = [_near(baselines, order, _baseline(line), size) for line, size in zip(lines, sizes, strict=True)]
    placed: dict[int, list[list[Glyph]]] = {i: [line] for i, line in enumerate(lines)}  # each line and its scripts
    moved: dict[int, int] = {}
    for i, line in enumerate(lines):
        hosts = [lines[k] for k in near[i] if k != i and _may_hold(lines[k], sizes[k], line, sizes[i])]
        host = _host(line, sizes[i], hosts) if hosts else None
        if host is None:
            continue
        home = next(k for k, other in enumerate(lines) if other is host)
        while home in moved:  # to what the script that it is attached to is attached to itself
            home = moved[home]
        if home != i:
            placed[home] += placed.pop(i)
            moved[i] = home
    scripted = {k for k, parts in placed.items() if len(parts) > 1}
    for i, line in enumerate(lines) if scripted else ():  # numerators
        under = [k for k in near[i] if k in scripted and k in placed and _tops(line, *placed[k])]
        if under and i in placed:
            placed[under[0]] += placed.pop(i)
    return [_in_order(line, scripts) for line, *scripts in placed.values()]


def _tops(numerator: Sequence[Glyph], line: Sequence[Glyph], *scripts: Sequence[Glyph]) -> bool:
    """Whether a small run stands over a lowered one, no wider than it: the letters of the line may be further off."""
    size, rise = line[0].size, _baseline(line) - _baseline(numerator)
    if numerator is line or numerator[0].size > SCRIPT_SIZE * size or not 0 < rise <= HIGHEST * size:
        return False
    return any(_baseline(s) > _baseline(line) and _encloses(s, numerator[0], numerator[-1]) for s in scripts)


def _in_order(line: Sequence[Glyph], scripts: Sequence[Sequence[Glyph]]) -> Placed:
    """A line's letters and its scripts from left to right, each script whole, a numerator before what it stands over.

    Scripts that stand at one height come as one run; the letters between them part it.
    """
    if not scripts:
        return [(g, "normal") for g in line]
    middles = sorted((g.box.x0 + g.box.x1) / 2 for g in line)
    units: list[tuple[float, int, int, Placed]] = [(g.box.x0, 1, g.index, [(g, "normal")]) for g in line]
    lowered = [s for s in scripts if _baseline(s) > _baseline(line)]
    for script in scripts:
        position: Position = "superscript" if _baseline(script) < _baseline(line) else "subscript"
        between: dict[int, Placed] = {}
        for g in script:
            between.setdefault(bisect_left(middles, g.box.x0), []).append((g, position))
        for run in between.values():
            first, last = run[0][0], run[-1][0]
            over = [s[0].box.x0 for s in lowered if s is not script and _encloses(s, first, last)]
            units.append((min(over, default=first.box.x0), 1 - bool(over), first.index, run))
    return [item for *_, unit in sorted(units, key=lambda u: u[:3]) for item in unit]


def _encloses(run: Sequence[Glyph], first: Glyph, last: Glyph) -> bool:
    return run[0].box.x0 < first.box.x0 and last.box.x1 < run[-1].box.x1


def with_superiors(placed: Placed, superior: Set[int]) -> Placed:
    """The line with superior figures known as such, unless it is made of nothing else."""
    if not superior:
        return placed
    raised: Placed = [(g, "superscript" if g.index in superior else position) for g, position in placed]
    return raised if any(position == "normal" for _, position in raised) else placed


def _near(baselines: list[float], order: list[int], baseline: float, size: float) -> list[int]:
    """Lines whose baseline lies within reach: twice a script's size covers any host it can have."""
    reach = size / SCRIPT_SIZE * 2
    return order[bisect_left(baselines, baseline - reach) : bisect_left(baselines, baseline + reach)]


def _may_hold(line: list[Glyph], largest: float, script: list[Glyph], size: float) -> bool:
    """Whether a line with glyphs up to that size may hold such a script, as sizes and baselines tell without a look at
    each of its glyphs: by far most neighbours are lines of their own."""
    if size > largest:
        return False
    close = abs(_baseline(line) - _baseline(script)) <= BESIDE * largest
    return close or size <= SCRIPT_SIZE * largest or _is_mark(script)


def _host(script: list[Glyph], size: float, candidates: Sequence[list[Glyph]]) -> list[Glyph] | None:
    """The line that a script of that size stands in, the nearest first; None where it is a line of its own."""
    fitting = []
    for line in candidates:
        near = min(line, key=lambda g: _gap(script, g))
        rise = (near.baseline - _baseline(script)) / near.size
        small = size <= SCRIPT_SIZE * near.size or (rise >= CLEARLY and size <= near.size and _is_mark(script))
        if abs(rise) < RAISED:
            continue
        gap = _gap(script, near)
        fits = small and -LOWEST <= rise <= HIGHEST and gap <= ADJACENT * near.size and not _covered(script, line)
        if fits or (abs(rise) <= DISPLACED and size <= near.size and _is_between(script, line)):
            # Next to two lines it is raised over the lower one: indices are set off less than half as far as marks.
            fitting.append((round(gap / near.size, 1), rise < 0, abs(rise), line))
    return min(fitting, key=lambda f: f[:3])[3] if fitting else None


def _is_mark(script: list[Glyph]) -> bool:
    """Whether it is a figure or two or a sign, as note marks are, which some style sheets raise without making them
    small."""
    return len(script) <= LONGEST_MARK and all(g.text.isdigit() or g.text in MARKS for g in script)


def _is_between(run: Sequence[Glyph], line: Sequence[Glyph]) -> bool:
    """Whether letters of the line stand close on both sides: a word has letters moved up or down ("LaTeX")."""
    x0, x1 = run[0].box.x0, run[-1].box.x1
    reach = DISPLACED * line[0].size
    before = max((g.box.x1 for g in line if g.box.x0 < x0 and g.box.x1 < x1), default=-inf)
    behind = min((g.box.x0 for g in line if g.box.x0 > x0 and g.box.x1 > x1), default=inf)
    return x0 - before <= reach and behind - x1 <= reach


def _covered(script: list[Glyph], line: list[Glyph]) -> bool:
    """Whether a glyph of the line stands right over or under the script: its own line leaves room for it."""
    x0, x1 = script[0].box.x0, script[-1].box.x1
    over = [g for g in line if g.text not in LOW]
    return any(min(x1, g.box.x1) - max(x0, g.box.x0) > COVERED * (x1 - x0) for g in over)


def _gap(script: list[Glyph], glyph: Glyph) -> float:
    return max(0.0, script[0].box.x0 - glyph.box.x1, glyph.box.x0 - script[-1].box.x1)


def _baseline(line: Sequence[Glyph]) -> float:
    return line[0].baseline
