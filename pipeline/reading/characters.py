"""A character as the interpreter draws it, before it is a glyph of a page."""

from __future__ import annotations

from dataclasses import dataclass

from pdfminer.layout import LTItem
from pdfminer.pdffont import PDFFont
from pdfminer.pdftypes import resolve1

from pipeline.reading.clipping import Clip, ClippedState
from pipeline.reading.colors import hex_color

Vector = tuple[float, float]  # page space: points, y upwards


@dataclass(frozen=True, slots=True, eq=False)
class Setting:
    """How the characters of one drawn string are set.

    `up` is the vector from the baseline one em up, `size` its length, `flags` and `weight` (100 to 900, 0 where it has
    none) those of the font's descriptor (ISO 32000-1, table 123), `render_mode` that of 9.3.6. `color` is the fill as
    `#rrggbb`, None for a pattern, `clip` the rectangle outside which nothing is shown.
    """

    fontname: str
    flags: int
    weight: float
    up: Vector
    size: float
    vertical: bool
    render_mode: int
    color: str | None
    clip: Clip

    @staticmethod
    def of(font: PDFFont, up: Vector, size: float, render_mode: int, space: str, state: ClippedState) -> Setting:
        """From a font, the em's upright, and the fill colour and the clip of a graphics state; `space` is the name of
        the colour space."""
        name = font.fontname
        weight = resolve1(font.descriptor.get("FontWeight"))
        return Setting(
            fontname=name.decode("latin-1") if isinstance(name, bytes) else str(name),
            flags=font.flags if isinstance(font.flags, int) else 0,
            weight=float(weight) if isinstance(weight, int | float) else 0.0,
            up=up,
            size=size,
            vertical=bool(font.is_vertical()),
            render_mode=render_mode,
            color=hex_color(state.ncolor, space),
            clip=state.clip,
        )


@dataclass(slots=True)
class Character(LTItem):
    """One character where it is drawn.

    `origin` is the place of its origin on the baseline, `along` the vector of one advance, `tag` the id of the marked
    content that it is in, `box` its rectangle (left, bottom, right, top) where it is set in a vertical line. `text`
    changes where marked content says something else than the font.
    """

    text: str
    origin: Vector
    along: Vector
    setting: Setting
    tag: int | None
    box: tuple[float, float, float, float] | None = None
