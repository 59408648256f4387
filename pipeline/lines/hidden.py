"""Glyphs that a reader of the page can't see, set aside by reason."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.model.blocks import Discard
from pipeline.model.geometry import union
from pipeline.model.pages import Glyph, Hidden

SMALLEST = 0.1  # points: type of no size at all, which nobody can see


def set_aside_hidden(page: int, glyphs: Sequence[Glyph]) -> tuple[list[Glyph], list[Discard]]:
    """The visible glyphs, and one discard for each reason for which others are not."""
    by_reason: dict[Hidden, list[Glyph]] = {}
    visible = []
    for glyph in glyphs:
        reason = glyph.hidden or ("invisible" if glyph.size < SMALLEST else None)
        if reason is None:
            visible.append(glyph)
        else:
            by_reason.setdefault(reason, []).append(glyph)
    discards = [
        Discard(
            page, tuple(g.index for g in group), reason, union(g.box for g in group), "".join(g.text for g in group)
        )
        for reason, group in sorted(by_reason.items())
    ]
    return visible, discards
