"""Capitals and small capitals: case as it is drawn, whatever letters the file tells.

Small capitals are as high as small letters (Bringhurst, 3.2.2). They come from a font of their own, or from the
capitals of the text's font set smaller, and then some programs tell capitals, others the small letters of the source.
"""

from __future__ import annotations

import re

from pipeline.layout.body import HALF_POINT
from pipeline.layout.chunks import Chunk

SMALL_CAPITALS = 0.65  # of the capitals' size: small ones are 0.7 to 0.85 of it
# TeX's cuts (cmcsc10, eccc1000, LMRomanCaps10), and names as foundries form them (Minion-SC, SmallCaps).
_FONT = re.compile(r"^(cm|ec|lm|sf)?(csc|cc)\d+|romancaps|small-?caps|[-_. ]sc\d*$", re.IGNORECASE)


def in_capitals(text: str) -> bool:
    """Whether all letters of a text are capitals."""
    letters = [c for c in text if c.isalpha()]
    return len(letters) > 2 and all(c.isupper() for c in letters)


def drawn_in_capitals(chunk: Chunk) -> bool:
    """Whether all letters of a chunk are drawn as capitals, large or small."""
    return in_capitals(chunk.text) or are_small_capitals(chunk)


def are_small_capitals(chunk: Chunk) -> bool:
    """Whether all letters of a chunk are capitals, some of them drawn as small as small capitals are."""
    sizes = letter_sizes(chunk)
    if all(_FONT.search(span.style.family) for row in chunk.rows for span in row.line.styles):
        return True
    if not SMALL_CAPITALS * max(sizes) <= min(sizes) < max(sizes) - HALF_POINT:
        return False
    return in_capitals(chunk.text) or _case_is_size(chunk, max(sizes))


def letter_sizes(chunk: Chunk) -> list[float]:
    """The sizes of a chunk's letters, raised and lowered ones aside."""
    return [
        s.style.size
        for row in chunk.rows
        for s in row.line.styles
        if s.style.position == "normal" and any(c.isalpha() for c in row.text[s.start : s.end])
    ] or [chunk.style.size]


def _case_is_size(chunk: Chunk, largest: float) -> bool:
    """Whether every capital has the largest size, and every small letter a smaller one."""
    return all(
        c.isupper() == (span.style.size > largest - HALF_POINT)
        for row in chunk.rows
        for span in row.line.styles
        for c in row.text[span.start : span.end]
        if c.isalpha()
    )
