"""Underlined lines: how typewriters, courts and offices set a heading in the type of the text.

What is underlined inside a sentence is stress, a case's name or a link; a heading is underlined from end to end, its
number aside.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.layout.labels import label_end
from pipeline.model.geometry import Box
from pipeline.model.lines import Line
from pipeline.model.sheets import Sheet

DEPTH = 0.4  # of the font size below the baseline, at most: typewriters and word processors clear the descenders
REACH = 2.0  # points that an underline may stick out at either end of its words
WHOLE = 0.9  # of the words' width: some programs leave out the spaces between the words, or a full stop


def underlined_lines(sheet: Sheet, lines: Sequence[Line]) -> frozenset[int]:
    """The first glyphs of the lines that are underlined from end to end."""
    level = [r.box for r in sheet.rules if r.horizontal]
    return frozenset(line.glyphs[0] for line in lines if level and _is_underlined(line, level))


def _is_underlined(line: Line, rules: Sequence[Box]) -> bool:
    left, right = float(line.x0[label_end(line)]), float(max(line.x1))
    under = sorted(
        (box.x0, box.x1)
        for box in rules
        if line.baseline <= box.center[1] <= line.baseline + DEPTH * line.size
        and line.box.x0 - REACH <= box.x0
        and box.x1 <= right + REACH
    )
    covered, reached = 0.0, left
    for start, end in under:
        covered += max(0.0, min(end, right) - max(start, reached))
        reached = max(reached, end)
    return covered >= WHOLE * (right - left)
