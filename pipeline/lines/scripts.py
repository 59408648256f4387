"""Superscripts and subscripts, put into the line that they belong to."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence, Set

from pipeline.lines.characters import Position
from pipeline.model.pages import Glyph

SCRIPT_SIZE = 0.85  # of the line's size: typographers set scripts at 0.58 to 0.8 of it
HIGHEST = 0.75  # of the line's size above its baseline: no higher than a capital's top
LOWEST = 0.35  # below it
ADJACENT = 0.6  # of the line's size: a script stands at its letter
CLEARLY = 0.3  # of the line's size: figures so far above the baseline are raised on purpose
LONGEST_MARK = 3  # figures
COVERED = 0.6  # of the script's width: letters of the line above or below that stand so far over it
RAISED = 0.1  # of the line's size: a smaller glyph on the baseline itself is no script (small capitals)

Placed = list[tuple[Glyph, Position]]


def attach_scripts(lines: Sequence[list[Glyph]]) -> list[Placed]:
    """The lines, each glyph with its position; a line that is a script of another is in that other."""
    order = sorted(range(len(lines)), key=lambda i: _baseline(lines[i]))
    baselines = [_baseline(lines[i]) for i in order]
    placed: dict[int, Placed] = {i: [(g, "normal") for g in line] for i, line in enumerate(lines)}
    for i, line in enumerate(lines):
        host = _host(line, [lines[k] for k in _near(baselines, order, line)])
        if host is None:
            continue
        position: Position = "superscript" if _baseline(line) < _baseline(host) else "subscript"
        home = next(k for k, other in enumerate(lines) if other is host)
        if home in placed and i in placed:
            placed[home] += [(g, position) for g, _ in placed[i]]  # with what is attached to the script itself
            del placed[i]
    return [sorted(p, key=lambda item: (item[0].box.x0, item[0].index)) for p in placed.values()]


def with_superiors(placed: Placed, superior: Set[int]) -> Placed:
    """The line with superior figures known as such, unless it is made of nothing else."""
    raised: Placed = [(g, "superscript" if g.index in superior else position) for g, position in placed]
    return raised if any(position == "normal" for _, position in raised) else placed


def _near(baselines: list[float], order: list[int], line: list[Glyph]) -> list[int]:
    """Lines whose baseline lies within reach: twice a script's size covers any host it can have."""
    reach = max(g.size for g in line) / SCRIPT_SIZE * 2
    low = bisect_left(baselines, _baseline(line) - reach)
    high = bisect_left(baselines, _baseline(line) + reach)
    return order[low:high]


def _host(script: list[Glyph], candidates: Sequence[list[Glyph]]) -> list[Glyph] | None:
    """The line that a script stands in, the nearest first; None where it is a line of its own."""
    size = max(g.size for g in script)
    fitting = []
    for line in candidates:
        if line is script:
            continue
        near = min(line, key=lambda g: _gap(script, g))
        rise = (near.baseline - _baseline(script)) / near.size
        small = size <= SCRIPT_SIZE * near.size or (rise >= CLEARLY and size <= near.size and _is_mark(script))
        if small and -LOWEST <= rise <= HIGHEST and abs(rise) >= RAISED:
            gap = _gap(script, near)
            if gap <= ADJACENT * near.size and not _covered(script, line):
                # Next to two lines it is raised over the lower one: indices are set off less than half as far as marks.
                fitting.append((round(gap / near.size, 1), rise < 0, abs(rise), line))
    return min(fitting, key=lambda f: f[:3])[3] if fitting else None


def _is_mark(script: list[Glyph]) -> bool:
    """Whether it is a figure or two, as note marks are, which some style sheets raise without making them small."""
    return len(script) <= LONGEST_MARK and all(g.text.isdigit() for g in script)


def _covered(script: list[Glyph], line: list[Glyph]) -> bool:
    """Whether a glyph of the line stands right over or under the script: its own line leaves room for it."""
    x0, x1 = script[0].box.x0, script[-1].box.x1
    return any(min(x1, g.box.x1) - max(x0, g.box.x0) > COVERED * (x1 - x0) for g in line)


def _gap(script: list[Glyph], glyph: Glyph) -> float:
    return max(0.0, script[0].box.x0 - glyph.box.x1, glyph.box.x0 - script[-1].box.x1)


def _baseline(line: list[Glyph]) -> float:
    return line[0].baseline
