"""Type 3 fonts: glyphs drawn by little programs, in a space of the font's own (ISO 32000-1, 9.6.5)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from math import copysign

from pdfminer.pdffont import PDFFont, PDFType3Font
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdftypes import PDFStream, resolve1

MEAN_LETTER_WIDTH = 0.5  # ems
PLAUSIBLE = 2.5  # times: the few letters of a subset are that much wider or narrower than letters are on average
ENOUGH_GLYPHS = 16  # of a font, to tell which way up it draws
_GLYPH_BOX = re.compile(rb"\s*\S+\s+\S+\s+\S+\s+(-?[\d.]+)\s+\S+\s+(-?[\d.]+)\s+d1\b")


class FontResources(PDFResourceManager):
    """pdfminer's resource manager; it notes on each Type 3 font the programs that draw its glyphs as `procedures`."""

    def get_font(self, objid: object, spec: Mapping[str, object]) -> PDFFont:
        """The font of a dictionary."""
        font = super().get_font(objid, spec)
        if isinstance(font, PDFType3Font):
            vars(font)["procedures"] = spec.get("CharProcs")
        return font


def type3_ems(font: PDFType3Font) -> float:
    """Ems in a unit of the font size (other fonts have 1), negative where the font is upside down.

    The font's bounding box is often void, so the em is told by its letters, half an em wide on average. Most makers
    scale glyph space to the em, so that a unit is one em; only where the letters say something quite different (bitmap
    fonts in pixels) they are believed.
    """
    across, upward = float(font.matrix[0]), float(font.matrix[3])
    sign = copysign(1.0, upward) * (-1.0 if _drawn_downwards(font) else 1.0)
    widths = [w for w in font.widths.values() if isinstance(w, int | float) and w > 0]
    if not widths:
        return sign
    ems = abs(across) * sum(widths) / len(widths) / MEAN_LETTER_WIDTH
    return sign if 1 / PLAUSIBLE <= ems <= PLAUSIBLE else sign * ems


def _drawn_downwards(font: PDFType3Font) -> bool:
    """Whether the font's glyphs are drawn with y growing downwards, as their own boxes (operator d1) tell.

    Skia, the engine of Chromium, draws so and turns the letters upright by a negative font matrix.
    """
    balance = 0
    procedures = resolve1(vars(font).get("procedures"))
    if not isinstance(procedures, dict):
        return False
    for stream in map(resolve1, list(procedures.values())[:ENOUGH_GLYPHS]):
        if isinstance(stream, PDFStream) and (box := _GLYPH_BOX.match(stream.get_data())):
            middle = float(box[1]) + float(box[2])
            balance += (middle > 0) - (middle < 0)
    return balance < 0
