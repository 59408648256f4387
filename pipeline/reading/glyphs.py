"""One drawn character as a glyph of our own."""

from __future__ import annotations

import re
from dataclasses import replace
from math import atan2, degrees, hypot

from pdfminer.layout import LTChar

from pipeline.model.geometry import Box
from pipeline.model.pages import Font, Glyph, Hidden
from pipeline.reading.colors import BLACK, hex_color
from pipeline.reading.device import Drawn, drawn
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


def glyph_of(char: LTChar, index: int, top: float, box: Box, color: str | None, hidden: Hidden | None) -> Glyph:
    """The glyph of a character in its em box; `top` is the y of the shown page's top edge, y upwards."""
    how = drawn(char)
    return Glyph(
        index=index,
        text=_meaning(char.get_text()),
        box=box,
        baseline=top - how.origin[1],
        font=_font(char, how),
        size=how.size,
        color=color or BLACK,
        rotation=_rotation(how),
        hidden=hidden,
        tag=getattr(char, "mcid", None),
    )


def color_of(char: LTChar) -> str | None:
    """The colour the character is filled with, None for a pattern."""
    return hex_color(char.graphicstate.ncolor, char.ncs.name)


def _font(char: LTChar, how: Drawn) -> Font:
    name = char.fontname
    font = font_of(name.decode("latin-1") if isinstance(name, bytes) else str(name), how.flags, how.weight)
    return replace(font, italic=True) if _slant(how) else font


def _meaning(text: str) -> str:
    if not text or _CID.match(text) or text == "\0":
        return UNMAPPED
    return text


def em_box(char: LTChar, shift: tuple[float, float]) -> Box:
    """The upright rectangle around the glyph's em box; `shift` are x and y of the shown page's top left corner."""
    how = drawn(char)
    left, upper = shift
    if how.vertical:
        return Box(char.x0 - left, upper - char.y1, char.x1 - left, upper - char.y0)
    (x, y), (ax, ay), (ux, uy) = how.origin, how.along, how.up
    # Letters that a program slants lean over their neighbours; they take the room of their advance all the same.
    if abs(ay) < NO_ADVANCE < abs(ax):
        ux = 0.0
    elif abs(ax) < NO_ADVANCE < abs(ay):
        uy = 0.0
    xs = sorted((x - DESCENT * ux, x + ASCENT * ux, x + ax - DESCENT * ux, x + ax + ASCENT * ux))
    ys = sorted((y - DESCENT * uy, y + ASCENT * uy, y + ay - DESCENT * uy, y + ay + ASCENT * uy))
    return Box(xs[0] - left, upper - ys[3], xs[3] - left, upper - ys[0])


def _rotation(how: Drawn) -> int:
    """Direction of writing in degrees clockwise: that of the advance, which slant and mirroring leave alone, or of the
    em's upright where a glyph has no advance."""
    ax, ay = how.along
    return (_angle(*how.up) if hypot(ax, ay) < NO_ADVANCE else _angle(-ay, ax)) % 360


def _slant(how: Drawn) -> int:
    """By how many degrees letters lean that a program has slanted for want of an italic; 0 where they stand upright."""
    ax, ay = how.along
    if hypot(ax, ay) < NO_ADVANCE:
        return 0
    lean = (_angle(*how.up) - _angle(-ay, ax) + 180) % 360 - 180
    return lean if LEANS[0] <= abs(lean) <= LEANS[1] else 0


def _angle(x: float, y: float) -> int:
    return round(degrees(atan2(x, y)))
