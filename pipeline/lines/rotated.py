"""Rotated text: turned upright, read, and turned back."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from dataclasses import replace

from pipeline.model.blocks import Discard
from pipeline.model.geometry import Box, union
from pipeline.model.lines import SPACE_NOBODY_DREW, Line
from pipeline.model.pages import Glyph

OBLIQUE = 20  # degrees off the nearest quarter turn: scans and badges lean by less, stamps across a page by more


def by_rotation(glyphs: Sequence[Glyph]) -> dict[int, list[Glyph]]:
    """The glyphs by direction of writing, rounded to quarter turns."""
    groups: dict[int, list[Glyph]] = {}
    for glyph in glyphs:
        groups.setdefault(round(glyph.rotation / 90) % 4 * 90, []).append(glyph)
    return dict(sorted(groups.items()))


def set_aside_oblique(page: int, glyphs: Sequence[Glyph]) -> tuple[list[Glyph], list[Discard]]:
    """The glyphs written along the page's edges, and one discard for those written across it: a watermark."""
    straight = [g for g in glyphs if _off_axis(g.rotation) <= OBLIQUE]
    across = [g for g in glyphs if _off_axis(g.rotation) > OBLIQUE]
    if not across:
        return straight, []
    text = "".join(g.text for g in across)
    return straight, [Discard(page, tuple(g.index for g in across), "watermark", union(g.box for g in across), text)]


def _off_axis(rotation: int) -> int:
    return abs((rotation + 45) % 90 - 45)


def upright(glyph: Glyph, rotation: int) -> Glyph:
    """The glyph as it stands on the page turned back by `rotation` degrees (90, 180 or 270)."""
    turn = _TURNS[rotation]
    box = union([turn(glyph.box)])
    return replace(glyph, box=box, baseline=box.bottom - (1 - _ASCENT) * box.height, rotation=0)


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
