"""Glyphs made from plain strings: each character `ADVANCE` of the font size wide, on one baseline."""

from __future__ import annotations

from pipeline.model.geometry import Box
from pipeline.model.pages import Font, Glyph, Hidden, Page

ADVANCE = 0.5
SERIF = Font("Serif", "Serif", False, False)


def glyphs(
    text: str,
    *,
    x: float = 72.0,
    baseline: float = 100.0,
    size: float = 10.0,
    first: int = 0,
    font: Font = SERIF,
    spaces: bool = True,
    hidden: Hidden | None = None,
    advance: float = ADVANCE,
) -> list[Glyph]:
    """The glyphs of a text; without `spaces` nothing draws its gaps."""
    made = []
    for i, letter in enumerate(text):
        if letter == " " and not spaces:
            continue
        left = x + i * advance * size
        box = Box(left, baseline - 0.8 * size, left + advance * size, baseline + 0.2 * size)
        made.append(Glyph(first + len(made), letter, box, baseline, font, size, hidden=hidden))
    return made


def page(*groups: list[Glyph], width: float = 612.0, height: float = 792.0) -> Page:
    """A page of these glyphs, numbered anew in order."""
    drawn = [g for group in groups for g in group]
    return Page(1, None, width, height, tuple(_numbered(g, i) for i, g in enumerate(drawn)))


def _numbered(glyph: Glyph, index: int) -> Glyph:
    return Glyph(
        index, glyph.text, glyph.box, glyph.baseline, glyph.font, glyph.size, glyph.color, glyph.rotation, glyph.hidden
    )
