"""Right-to-left text put from the order in which it stands on the page into the order in which it is read.

A PDF places glyphs from left to right as they are seen. The Unicode Bidirectional Algorithm (UAX 9) turns reading order
into seen order; this is its inverse for one line without explicit embeddings: runs of right-to-left letters are turned
round, numbers and left-to-right words inside them keep their own order.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from itertools import groupby

RIGHT_TO_LEFT = frozenset({"R", "AL"})
LEFT_TO_RIGHT = frozenset({"L", "EN", "AN"})
FIRST_RIGHT_TO_LEFT = "\u0590"  # no character before this one is right-to-left


def reading_order(text: str, glyphs: Sequence[int] = ()) -> Sequence[int]:
    """The indices of a line's characters, given from left to right, in the order in which they are read.

    `glyphs` names the glyph of each character: those of one glyph (a ligature, such as lam with alef) are in the order
    of reading already.
    """
    if not text or max(text) < FIRST_RIGHT_TO_LEFT:
        return range(len(text))
    strong = [_direction(c) for c in text]
    if "R" not in strong:
        return range(len(text))
    letters = sum(unicodedata.bidirectional(c) == "L" for c in text)  # figures have no direction of their own
    base = "R" if strong.count("R") >= letters else "L"
    resolved = _with_neutrals(strong, base)
    runs = [list(group) for _, group in groupby(range(len(text)), key=lambda i: resolved[i])]
    ordered = runs[::-1] if base == "R" else runs
    return [i for run in ordered for i in (_turned(run, glyphs) if resolved[run[0]] == "R" else run)]


def _turned(run: Sequence[int], glyphs: Sequence[int]) -> list[int]:
    """A run from its last glyph to its first."""
    drawn = [list(group) for _, group in groupby(run, key=lambda i: glyphs[i])] if glyphs else [[i] for i in run]
    return [i for glyph in drawn[::-1] for i in glyph]


def _direction(character: str) -> str:
    bidirectional = unicodedata.bidirectional(character)
    if bidirectional in RIGHT_TO_LEFT or bidirectional == "NSM":
        return "R"
    return "L" if bidirectional in LEFT_TO_RIGHT else ""


def _with_neutrals(strong: Sequence[str], base: str) -> list[str]:
    """Spaces and punctuation go with their neighbours where these agree, else with the line."""
    resolved = list(strong)
    before = base
    for i, direction in enumerate(strong):
        if direction:
            before = direction
            continue
        after = next((d for d in strong[i:] if d), base)
        resolved[i] = before if before == after else base
    return resolved
