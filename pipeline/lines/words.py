"""Word gaps: where a line has spaces."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from pipeline.lines.characters import Character

# Without a drawn space, a gap is one between words from this share of the font size on: a word space is a quarter of an
# em (Bringhurst, 2.1.1), and TeX shrinks it by up to a third to fill a line; kerning stays well below half of it.
WORD_GAP = 0.15
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
    starts = [False]
    k = 0
    for (a, b), gap in zip(pairs, gaps, strict=True):
        size = a.glyph.size if a.glyph.size > b.glyph.size else b.glyph.size
        if gap <= NO_WHITE * size:
            starts.append(False)
            continue
        while k < len(drawn) and drawn[k] <= (a.x0 + a.x1) / 2:
            k += 1
        spaced = tracking if tracking > LETTER_SPACED * size else 0.0
        space_drawn = k < len(drawn) and drawn[k] < (b.x0 + b.x1) / 2
        starts.append(space_drawn or gap > spaced + WORD_GAP * size)
    return starts
