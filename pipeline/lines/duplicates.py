"""Duplicate prints: faux bold and shadows draw a glyph again with a tiny shift."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import inf

from pipeline.model.blocks import Discard
from pipeline.model.pages import Glyph

# A second print lies within this share of the font size of the first, both ways. The narrowest letters advance by more
# (an i or l by about 0.22 em), so that real doubles ("still", "1100") are never taken for one.
DUPLICATE_SHIFT = 0.15
SIZE_TOLERANCE = 0.05  # of the font size: prints of one glyph are of one size


def set_aside_duplicates(page: int, glyphs: Sequence[Glyph]) -> tuple[list[Glyph], list[Discard]]:
    """Each glyph once, and a discard for each further print of it (the first drawn is kept)."""
    doubles = {index for row in _rows(glyphs) for index in _doubles(row)}
    if not doubles:
        return list(glyphs), []
    discards = [Discard(page, (g.index,), "duplicate print", g.box, g.text) for g in glyphs if g.index in doubles]
    return [g for g in glyphs if g.index not in doubles], discards


def _rows(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """What is printed on baselines so close that a glyph on one may be a second print of one on another."""
    by_baseline: dict[float, list[Glyph]] = {}
    for glyph in glyphs:
        if not glyph.text.isspace():
            by_baseline.setdefault(glyph.baseline, []).append(glyph)
    row: list[Glyph] = []
    reached = -inf  # by second prints of the row's glyphs
    for baseline in sorted(by_baseline):
        here = by_baseline[baseline]
        reach = DUPLICATE_SHIFT * max([g.size for g in here])
        if row and baseline - reach > reached:
            yield row
            row = []
        row += here
        reached = max(reached, baseline + reach)
    if row:
        yield row


def _doubles(row: list[Glyph]) -> Iterator[int]:
    """The indices of second prints on a row: a sweep from left to right, which has only those of one text in mind that
    stand within reach."""
    row.sort(key=lambda g: (g.box.x0, g.index))
    within_reach: dict[str, list[Glyph]] = {}
    for glyph in row:
        near = within_reach.get(glyph.text)
        if near is None or glyph.box.x0 - near[-1].box.x0 > DUPLICATE_SHIFT * (1 + SIZE_TOLERANCE) * glyph.size:
            within_reach[glyph.text] = [glyph]
        elif not (alike := [other for other in near if _same_print(*_by_drawing(glyph, other))]):
            near.append(glyph)
        elif any(other.index < glyph.index for other in alike):
            yield glyph.index
        else:
            yield from (other.index for other in alike)
            within_reach[glyph.text] = [*(other for other in near if other not in alike), glyph]


def _by_drawing(a: Glyph, b: Glyph) -> tuple[Glyph, Glyph]:
    return (a, b) if a.index > b.index else (b, a)


def _same_print(a: Glyph, b: Glyph) -> bool:
    """Whether `a` may be a second print of `b`, drawn before it."""
    reach = DUPLICATE_SHIFT * a.size
    return (
        a.rotation == b.rotation
        and abs(a.size - b.size) <= SIZE_TOLERANCE * a.size
        and abs(a.box.x0 - b.box.x0) <= reach
        and abs(a.baseline - b.baseline) <= reach
    )
