"""Quotation marks set as ornaments: as large as several rows, beside or above a quotation that has its own mark.

Designers put one in the margin of a display quote or above it. It belongs to no row, whatever baseline it happens to
share, and says again what the quotation's own mark says.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.model.blocks import Discard
from pipeline.model.pages import Glyph

MARKS = frozenset('"“”„«»‘’‹›')
LARGE = 1.8  # times the size of the quotation's own mark
NEAR = 1.0  # of the ornament's size between the two: it stands at its quotation
ALONE = 0.5  # of the ornament's size: a mark of a text in its size has a letter as near


def set_aside_drawn_marks(page: int, glyphs: Sequence[Glyph]) -> tuple[list[Glyph], list[Discard]]:
    """The glyphs without such ornaments, and a discard for each of these."""
    marks = [g for g in glyphs if g.text in MARKS]
    ornaments = {g.index for g in marks if _is_repeated(g, marks) and not _has_neighbour(g, glyphs)}
    if not ornaments:
        return list(glyphs), []
    found = [Discard(page, (g.index,), "decoration", g.box, g.text) for g in glyphs if g.index in ornaments]
    return [g for g in glyphs if g.index not in ornaments], found


def _is_repeated(mark: Glyph, marks: Sequence[Glyph]) -> bool:
    """Whether a much smaller quotation mark stands nearby."""
    around = mark.box.grown(NEAR * mark.size)
    return any(g.size * LARGE <= mark.size and around.holds_center_of(g.box) for g in marks)


def _has_neighbour(mark: Glyph, glyphs: Sequence[Glyph]) -> bool:
    """Whether a letter of much the same size stands close by."""
    around = mark.box.grown(ALONE * mark.size)
    return any(g.text.isalnum() and g.size * LARGE > mark.size and around.holds_center_of(g.box) for g in glyphs)
