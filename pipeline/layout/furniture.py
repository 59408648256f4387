"""Bullets that are drawn as shapes: small marks beside the first line of an item, which no glyph stands for."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.layout.ornaments import is_stroke_of_ornament
from pipeline.model.geometry import Box
from pipeline.model.lines import Line
from pipeline.model.sheets import Sheet

SMALLEST, LARGEST = 0.12, 0.8  # of the font size: bullets are drawn between a full stop and a lower-case letter
REACH = 2.5  # of the font size: an item's text starts within a tab stop of its bullet
SQUARE = 2.0  # at most so much longer than wide: a dash is a glyph, a longer bar is a rule


def shape_bullets(sheet: Sheet, lines: Sequence[Line]) -> frozenset[int]:
    """The first glyphs of the lines that have such a mark at their left."""
    marks = [f.box for f in sheet.fills] + [i.box for i in sheet.images]
    small = [box for box in marks if _is_compact(box)]
    return frozenset(
        line.glyphs[0]
        for line in lines
        for box in small
        if _marks(box, line) and not is_stroke_of_ornament(box, line.box, sheet.fills)
    )


def _is_compact(box: Box) -> bool:
    low, high = sorted((box.width, box.height))
    return low > 0 and high <= SQUARE * low


def _marks(box: Box, line: Line) -> bool:
    size = line.size
    gap = float(line.x0[0]) - box.x1
    return (
        SMALLEST * size <= box.height <= LARGEST * size
        and 0 <= gap <= REACH * size
        and line.top < box.center[1] < line.baseline
    )
