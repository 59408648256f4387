"""Glyphs that a reader of the page can't see, set aside by reason."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.model.blocks import Discard
from pipeline.model.geometry import union
from pipeline.model.pages import Glyph, Hidden

SMALLEST = 0.1  # points: type of no size at all, which nobody can see


def set_aside_hidden(page: int, glyphs: Sequence[Glyph]) -> tuple[list[Glyph], list[Discard]]:
    """The visible glyphs, and one discard for each reason for which others are not."""
    visible = [g for g in glyphs if g.hidden is None and g.size >= SMALLEST]
    if len(visible) == len(glyphs):
        return visible, []
    by_reason: dict[Hidden, list[Glyph]] = {}
    for glyph in glyphs:
        if glyph.hidden or glyph.size < SMALLEST:
            by_reason.setdefault(glyph.hidden or "invisible", []).append(glyph)
    discards = [
        Discard(
            page, tuple(g.index for g in group), reason, union(g.box for g in group), "".join(g.text for g in group)
        )
        for reason, group in sorted(by_reason.items())
    ]
    return visible, discards
