"""Colours as a reader tells them apart."""

from __future__ import annotations

from functools import cache

BLACK = "#000000"

# A neutral colour up to this lightness (of 255) is read as black: word processors write black as #000000, #231f20 (rich
# black through a CMYK profile) or #333333 within one text, and nobody sees a difference in type of body size.
DARKEST = 0x40
NEUTRAL = 0x18  # between the largest and the smallest part of a grey; more is a hue


@cache
def seen_color(color: str) -> str:
    """The colour (`#rrggbb`) that type is seen in: dark greys are black."""
    parts = [int(color[i : i + 2], 16) for i in (1, 3, 5)]
    return BLACK if max(parts) <= DARKEST and max(parts) - min(parts) <= NEUTRAL else color
