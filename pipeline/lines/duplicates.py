"""Duplicate prints: faux bold and shadows draw a glyph again with a tiny shift."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.model.blocks import Discard
from pipeline.model.pages import Glyph

# A second print lies within this share of the font size of the first, both ways. The narrowest letters advance by more
# (an i or l by about 0.22 em), so that real doubles ("still", "1100") are never taken for one.
DUPLICATE_SHIFT = 0.15
SIZE_TOLERANCE = 0.05  # of the font size: prints of one glyph are of one size


def set_aside_duplicates(page: int, glyphs: Sequence[Glyph]) -> tuple[list[Glyph], list[Discard]]:
    """Each glyph once, and a discard for each further print of it (the first drawn is kept)."""
    kept: list[Glyph] = []
    discards: list[Discard] = []
    places: dict[tuple[str, int, int], list[Glyph]] = {}
    for glyph in glyphs:
        if glyph.text.isspace():
            kept.append(glyph)
            continue
        column, row = int(glyph.box.x0 // glyph.size), int(glyph.baseline // glyph.size)
        near = (
            other
            for i in (column - 1, column, column + 1)
            for k in (row - 1, row, row + 1)
            for other in places.get((glyph.text, i, k), ())
        )
        if any(_same_print(glyph, other) for other in near):
            discards.append(Discard(page, (glyph.index,), "duplicate print", glyph.box, glyph.text))
        else:
            places.setdefault((glyph.text, column, row), []).append(glyph)
            kept.append(glyph)
    return kept, discards


def _same_print(a: Glyph, b: Glyph) -> bool:
    reach = DUPLICATE_SHIFT * a.size
    return (
        a.rotation == b.rotation
        and abs(a.size - b.size) <= SIZE_TOLERANCE * a.size
        and abs(a.box.x0 - b.box.x0) <= reach
        and abs(a.baseline - b.baseline) <= reach
    )
