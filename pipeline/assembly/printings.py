"""Where the text of display quotes is printed elsewhere."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.alignment import align, forms_in, forms_of

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
    index = _index(asked, texts)
    found = {i: _best(i, quote, texts, index) for i, quote in asked.items()}
    return {i: best for i, best in found.items() if best is not None}


def _index(quotes: Mapping[int, str], texts: Mapping[int, str]) -> dict[str, list[int]]:
    """Where each form of the quotes' words is used."""
    index: dict[str, list[int]] = {form: [] for quote in quotes.values() for form in forms_of(quote)}
    for place, text in texts.items() if index else ():
        for form in index.keys() & forms_in(text):
            index[form].append(place)
    return index


def _best(own: int, quote: str, texts: Mapping[int, str], index: Mapping[str, Sequence[int]]) -> Printing | None:
    """The best printing outside the quote's own place.

    A text that has half of the quote's words (`align` asks for as much) has one of the rarer half at least; so only
    texts with one of these are aligned, and the cost grows with the text, not with its square.
    """
    forms = sorted(forms_of(quote), key=lambda form: (len(index[form]), form))
    rarer = forms[: len(forms) // 2 + 1]
    best: Printing | None = None
    for place in sorted({place for form in rarer for place in index[form] if place != own}):
        match = align(quote, texts[place])
        if match is not None and (best is None or match.score > best.score):
            best = Printing(place, match.start, match.end, match.score)
            if best.score == 1.0:
                return best
    return best


def quoted_part(display: str) -> str:
    """A display quote without the speaker set below it."""
    match = _QUOTED.match(display) or _DASHED.match(display)
    return match["quote"] if match else display
