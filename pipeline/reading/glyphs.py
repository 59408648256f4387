"""One drawn character as a glyph of our own."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from math import atan2, copysign, degrees, hypot

from pipeline.model.geometry import Box
from pipeline.model.pages import Font, Glyph, Hidden
from pipeline.reading.characters import Character, Setting, Vector
from pipeline.reading.colors import BLACK
from pipeline.reading.fonts import font_of

UNMAPPED = "\N{REPLACEMENT CHARACTER}"
INVISIBLE_MODES = frozenset({3, 7})  # neither filled nor stroked (ISO 32000-1, table 106)

# The em box around the baseline. Fonts' own ascent and descent include line gaps as their makers pleased, and differ
# between two fonts of one line; this split holds the capitals and descenders of all common ones.
ASCENT = 0.8
DESCENT = 0.2

NO_ADVANCE = 1e-6  # points
LEANS = (6, 25)  # degrees: slanted type leans by 8 to 16; more is another direction of writing

_CID = re.compile(r"^\(cid:\d+\)$")


def glyph_of(char: Character, index: int, top: float, box: Box, hidden: Hidden | None) -> Glyph:
    """The glyph of a character in its em box; `top` is the y of the shown page's top edge, y upwards."""
    setting = char.setting
    font, rotation = _look(setting, _direction(char.along))
    return Glyph(
        index=index,
        text=_meaning(char.text),
        box=box,
        baseline=top - char.origin[1],
        font=font,
        size=setting.size,
        color=setting.color or BLACK,
        rotation=rotation,
        hidden=hidden,
        tag=char.tag,
    )


def _direction(along: Vector) -> Vector:
    """The unit vector of an advance, (0, 0) where there is none; rounded, so that a string's characters share it."""
    ax, ay = along
    if not ay and abs(ax) >= NO_ADVANCE:
        return copysign(1.0, ax), 0.0
    length = hypot(ax, ay)
    return (0.0, 0.0) if length < NO_ADVANCE else (round(ax / length, 6), round(ay / length, 6))


@lru_cache(maxsize=256)  # a string has one look and many glyphs
def _look(setting: Setting, direction: Vector) -> tuple[Font, int]:
    """The font, and the direction of writing in degrees clockwise."""
    font = font_of(setting.fontname, setting.flags, setting.weight)
    return replace(font, italic=True) if _slant(setting.up, direction) else font, _rotation(setting.up, direction)


def _meaning(text: str) -> str:
    if not text or _CID.match(text) or text == "\0":
        return UNMAPPED
    return text


def em_box(char: Character, shift: tuple[float, float]) -> Box:
    """The upright rectangle around the glyph's em box; `shift` are x and y of the shown page's top left corner."""
    left, upper = shift
    if char.box:
        x0, y0, x1, y1 = char.box
        return Box(x0 - left, upper - y1, x1 - left, upper - y0)
    (x, y), (ax, ay), (ux, uy) = char.origin, char.along, char.setting.up
    # Letters that a program slants lean over their neighbours; they take the room of their advance all the same.
    if abs(ay) < NO_ADVANCE < abs(ax):
        ux = 0.0
    elif abs(ax) < NO_ADVANCE < abs(ay):
        uy = 0.0
    xs = sorted((x - DESCENT * ux, x + ASCENT * ux, x + ax - DESCENT * ux, x + ax + ASCENT * ux))
    ys = sorted((y - DESCENT * uy, y + ASCENT * uy, y + ay - DESCENT * uy, y + ay + ASCENT * uy))
    return Box(xs[0] - left, upper - ys[3], xs[3] - left, upper - ys[0])


def _rotation(up: Vector, direction: Vector) -> int:
    """Degrees clockwise: of the advance, which slant and mirroring leave alone, or of the em's upright where there is
    none."""
    dx, dy = direction
    return (_angle(-dy, dx) if dx or dy else _angle(*up)) % 360


def _slant(up: Vector, direction: Vector) -> int:
    """By how many degrees letters lean that a program has slanted for want of an italic; 0 where they stand upright."""
    dx, dy = direction
    if not dx and not dy:
        return 0
    lean = (_angle(*up) - _angle(-dy, dx) + 180) % 360 - 180
    return lean if LEANS[0] <= abs(lean) <= LEANS[1] else 0


def _angle(x: float, y: float) -> int:
    return round(degrees(atan2(x, y)))
