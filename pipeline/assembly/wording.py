"""Headings compared by their words."""

from __future__ import annotations

import re

from rapidfuzz import fuzz


def same_words(one: str, other: str) -> float:
    """How alike two headings are, 0 to 100 (rapidfuzz ratio), whatever their case, spaces and punctuation."""
    return fuzz.ratio(_plain(one), _plain(other))


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
