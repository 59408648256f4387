"""Headings compared by their words."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz import fuzz

LONGER = 1.5  # a text longer than a heading by more is no printing of it: its ratio could not pass 80


def same_words(one: str, other: str) -> float:
    """How alike two headings are, 0 to 100 (rapidfuzz ratio), whatever their case, spaces and punctuation."""
    if max(len(one), len(other)) > LONGER * min(len(one), len(other)) + 10:
        return 0.0
    return fuzz.ratio(_plain(one), _plain(other))


@lru_cache(maxsize=4096)
def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
