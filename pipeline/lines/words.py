"""Word gaps: where a line has spaces."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from pipeline.lines.characters import Character

# Without a drawn space, a gap is one between words from this share of the font size on: a word space is a quarter of an
# em (Bringhurst, 2.1.1), and TeX shrinks it by up to a third to fill a line; kerning stays well below half of it.
WORD_GAP = 0.15
# A justified line can be squeezed further: then its spaces, all alike, lie under a fifth of an em, and no gap lies
# between them and the letters', which touch.
TIGHT = 0.2
SQUEEZED = 0.1
TOUCHING = 0.05  # of the font size: letters of a word, kerned or not, stand no further apart
ALIKE = 3  # gaps at least that show how wide a line's spaces are
# A drawn space that leaves no white is no word space: programs draw one and move back over it. Even the narrowest
# justified space leaves a twentieth of an em.
NO_WHITE = 0.02
LETTER_SPACED = 0.1  # of the font size: where most gaps are wider, the letters are spaced and a word gap adds to that
SPACED_WORDS = 3  # letters at least, before their gaps say anything of the line


def word_starts(characters: Sequence[Character], drawn: Sequence[float]) -> list[bool]:
    """For each character, whether a space stands before it. `drawn` has the middles of drawn spaces, in order."""
    pairs = list(pairwise(characters))
    gaps = [b.x0 - a.x1 if b.x0 > a.x1 else 0.0 for a, b in pairs]
    # Between letters only: leader dots stand far apart in lines that are not letter-spaced.
    letters = [c.text.isalnum() for c in characters]
    within = [gap for gap, a, b in zip(gaps, letters, letters[1:], strict=False) if a and b]
    tracking = median(within) if len(within) >= SPACED_WORDS else 0.0
    whites = _whites(pairs, gaps, drawn)
    word_gap = _word_gap([white.share for white in whites if not white.drawn])
    starts = [False] * len(characters)
    for white in whites:
        spaced = tracking / white.size if tracking > LETTER_SPACED * white.size else 0.0
        starts[white.before] = white.drawn or white.share > spaced + word_gap
    return starts


class _White(NamedTuple):
    """White before a character: as a share of the font size there, and whether a space is drawn in it."""

    before: int
    share: float
    size: float
    drawn: bool


def _whites(
    pairs: Sequence[tuple[Character, Character]], gaps: Sequence[float], drawn: Sequence[float]
) -> list[_White]:
    """The gaps that can be seen."""
    found = []
    k = 0
    for index, ((a, b), gap) in enumerate(zip(pairs, gaps, strict=True), start=1):
        size = a.glyph.size if a.glyph.size > b.glyph.size else b.glyph.size
        if gap <= NO_WHITE * size:
            continue
        while k < len(drawn) and drawn[k] <= (a.x0 + a.x1) / 2:
            k += 1
        found.append(_White(index, gap / size, size, k < len(drawn) and drawn[k] < (b.x0 + b.x1) / 2))
    return found


def _word_gap(undrawn: Sequence[float]) -> float:
    """How wide a gap without a drawn space is at least between words, as a share of the font size: less in a squeezed
    line."""
    wide = [share for share in undrawn if share > TOUCHING]
    squeezed = len(wide) >= ALIKE and min(wide) > SQUEEZED and median(wide) < TIGHT
    return SQUEEZED if squeezed else WORD_GAP
