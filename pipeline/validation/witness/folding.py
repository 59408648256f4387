"""Text as two readers of one page can agree on it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

_WORD = re.compile(r"[^\W\d_]+|\d+")
_RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")  # Hebrew, Arabic, Syriac and their kin
_SAME_LETTER = str.maketrans({"ı": "i", "ȷ": "j"})


@lru_cache(maxsize=65536)
def bare(text: str) -> str:
    """Its letters and digits alone, without case, accents and ligatures.

    Readers differ in spaces, hyphens at line ends, the order of a letter and an accent drawn over it, and how they give
    quotation marks; none of that tells whether a word was seen. Modifier letters are what some give for an accent.

    PDFium turns some right-to-left lines into reading order and leaves others as they stand, so that nothing can be
    said of the order of their letters.
    """
    plain = unicodedata.normalize("NFKD", text.translate(_SAME_LETTER)).casefold()
    kept = [c for c in plain if c.isalnum() and unicodedata.category(c) != "Lm"]
    return "".join(sorted(kept) if _RIGHT_TO_LEFT.search(text) else kept)


def marks_only(text: str) -> str:
    """What is nothing but punctuation, for comparing; glyphs without a Unicode meaning can't be compared."""
    return "".join(unicodedata.normalize("NFKC", text).replace("\N{REPLACEMENT CHARACTER}", "").split())


def word_places(text: str) -> Iterator[tuple[int, int]]:
    """Where each run of letters, and each of digits, stands.

    What lies between (hyphens, leaders, stops) readers give freely, and a raised figure may touch its word.
    """
    return ((found.start(), found.end()) for found in _WORD.finditer(text))
