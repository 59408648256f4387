"""Where the text of display quotes is printed elsewhere."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.alignment import align

# The speaker below a display quote is no part of the passage: what stands after the closing mark, or after a dash.
_QUOTED = re.compile(r"^\W{0,3}[“\"«„](?P<quote>.+)[”\"»“]\W{0,3}(?P<speaker>[^”\"»]{0,120})$", re.S)
_DASHED = re.compile(r"^(?P<quote>.+[.!?…”\"»])\s*[—–]\s*(?P<speaker>[^.!?]{3,120})$", re.S)


@dataclass(frozen=True, slots=True)
class Printing:
    """text[start:end] of the text at `place` prints a quote; `score` is the share of its words found there."""

    place: int
    start: int
    end: int
    score: float


def printings(quotes: Mapping[int, str], texts: Mapping[int, str]) -> dict[int, Printing]:
    """For each quote that is printed in another of the texts: the best printing, the first of equals.

    Quotes and texts are given by their places; a quote is not looked for in its own.
    """
    asked = {i: quoted_part(quote) for i, quote in quotes.items()}
    found: dict[int, Printing] = {}
    for place, text in texts.items():  # the outer loop, so that each text is taken apart once
        for i, quote in asked.items():
            match = align(quote, text) if i != place else None
            if match is not None and (i not in found or match.score > found[i].score):
                found[i] = Printing(place, match.start, match.end, match.score)
    return found


def quoted_part(display: str) -> str:
    """A display quote without the speaker set below it."""
    match = _QUOTED.match(display) or _DASHED.match(display)
    return match["quote"] if match else display
