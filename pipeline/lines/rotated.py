"""Rotated text: turned upright, read, and turned back."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise
from math import atan2, cos, degrees, hypot, radians, sin
from statistics import median

from pipeline.model.blocks import Discard
from pipeline.model.geometry import Box, union
from pipeline.model.lines import SPACE_NOBODY_DREW, Line
from pipeline.model.pages import Glyph

STAMP = 1.8  # times the text's size: stamps are set to be seen through the text
HUGE = 3.0  # times the text's size: no label is as large, wherever it stands
STRAIGHT = 1.01  # times the way along the line: the next glyph of a line stands straight ahead
OBLIQUE = 20  # degrees off the nearest quarter turn: scans and badges lean by less, stamps across a page by more


def by_rotation(glyphs: Sequence[Glyph]) -> dict[int, list[Glyph]]:
    """The glyphs by direction of writing, those along the page's edges rounded to quarter turns."""
    directions = {rotation: _direction(rotation) for rotation in {g.rotation for g in glyphs}}
    return {
        direction: [g for g in glyphs if directions[g.rotation] == direction]
        for direction in sorted(set(directions.values()))
    }


def _direction(rotation: int) -> int:
    return round(rotation / 90) % 4 * 90 if _off_axis(rotation) <= OBLIQUE else rotation


def set_aside_watermark(page: int, glyphs: Sequence[Glyph]) -> tuple[list[Glyph], list[Discard]]:
    """The glyphs without those of a watermark, and one discard for these.

    A stamp across the page ("draft", "copy") is larger than the text and lies over or under it. Other slanted text is
    text: a label of a figure or a map, or all that the page says.
    """
    slanted = {rotation for rotation in {g.rotation for g in glyphs} if _off_axis(rotation) > OBLIQUE}
    if not slanted:
        return list(glyphs), []
    across = [g for g in glyphs if g.rotation in slanted]
    straight = [g for g in glyphs if g.rotation not in slanted and not g.text.isspace()]
    if not straight:
        return list(glyphs), []
    usual = median(g.size for g in straight)
    large = [g for g in across if g.size >= STAMP * usual]
    stamps = {
        g.rotation for g in large if g.size >= HUGE * usual or any(g.box.holds_center_of(o.box) for o in straight)
    }
    marks = [g for g in large if g.rotation in stamps]
    if not marks:
        return list(glyphs), []
    gone = {g.index for g in marks}
    text = "".join(g.text for g in marks)
    discard = Discard(page, tuple(g.index for g in marks), "watermark", union(g.box for g in marks), text)
    return [g for g in glyphs if g.index not in gone], [discard]


def _off_axis(rotation: int) -> int:
    return abs((rotation + 45) % 90 - 45)


def angle_of(glyphs: Sequence[Glyph], rotation: int) -> float:
    """The direction of writing of glyphs of one `rotation`, in degrees: a slanted line shows it to fractions of one.

    A degree's rounding moves the end of a long line by more than its baseline's tolerance.
    """
    if rotation in _TURNS:
        return rotation
    along = cos(radians(rotation)), sin(radians(rotation))
    dx = dy = 0.0
    for a, b in pairwise(glyphs):
        (x0, y0), (x1, y1) = a.box.center, b.box.center
        step = (x1 - x0) * along[0] + (y1 - y0) * along[1]
        if a.size == b.size and 0 < step < 2 * a.size and hypot(x1 - x0, y1 - y0) < STRAIGHT * step:
            dx, dy = dx + x1 - x0, dy + y1 - y0
    return degrees(atan2(dy, dx)) if dx or dy else rotation


def upright(glyph: Glyph, rotation: float) -> Glyph:
    """The glyph as it stands on the page turned back by `rotation` degrees."""
    if rotation not in _TURNS:
        return _turned_upright(glyph, rotation)
    turn = _TURNS[int(rotation)]
    box = union([turn(glyph.box)])
    return replace(glyph, box=box, baseline=box.bottom - (1 - _ASCENT) * box.height, rotation=0)


def _turned_upright(glyph: Glyph, rotation: float) -> Glyph:
    """A slanted glyph turned upright about the page's corner; its advance follows from the box around its em box."""
    x, y = glyph.box.center
    c, s = cos(radians(rotation)), sin(radians(rotation))
    across, down = c * x + s * y, c * y - s * x
    half = max(glyph.box.width - glyph.size * abs(s), 0.0) / abs(c) / 2
    top = down - glyph.size / 2
    box = Box(across - half, top, across + half, top + glyph.size)
    return replace(glyph, box=box, baseline=top + _ASCENT * glyph.size, rotation=0)


def turned_back(line: Line, originals: dict[int, Glyph], rotation: int) -> Line:
    """A line read upright, with edges, top and bottom of the page as it is printed."""
    boxes: list[Box] = []
    last = next(originals[g] for g in line.glyphs if g != SPACE_NOBODY_DREW)
    for index in line.glyphs:
        last = originals.get(index, last)
        boxes.append(last.box)
    whole = union(originals[g].box for g in line.glyphs if g != SPACE_NOBODY_DREW)
    sideways = boxes if rotation in (90, 270) else []
    return replace(
        line,
        x0=array("f", (box.x0 for box in boxes)),
        x1=array("f", (box.x1 for box in boxes)),
        y0=array("f", (box.top for box in sideways)),
        y1=array("f", (box.bottom for box in sideways)),
        top=whole.top,
        bottom=whole.bottom,
        baseline=whole.bottom,
        rotation=rotation,
    )


_ASCENT = 0.8  # the share of the em box above the baseline, as the reader makes it

_TURNS: dict[int, Callable[[Box], Box]] = {
    90: lambda b: Box(b.top, -b.x1, b.bottom, -b.x0),
    180: lambda b: Box(-b.x1, -b.bottom, -b.x0, -b.top),
    270: lambda b: Box(-b.bottom, b.x0, -b.top, b.x1),
}
