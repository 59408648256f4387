"""Initials dropped into the lines beside them, put back on the line that they begin.

A dropped initial is as high as two lines or more, its head level with the capitals of the first of them and its foot
with a line further down (Bringhurst, 4.1.2). It is a letter of the first word, whatever its size.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.model.geometry import Box
from pipeline.model.pages import Glyph

LARGE = 1.8  # times the size beside it: two lines set solid are higher
CAPITAL = 0.7  # of the font size: how high capitals stand above the baseline
LEVEL = 0.45  # of the text's size: heads of initial and text differ by the taste of the designer
BESIDE = 1.2  # of the text's size: the first word stands close to its initial
ALONE = 0.5  # of the initial's size: a letter of a word has another as near
WORDS = frozenset("AIO")  # initials that may be words


def level_initials(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """The upright, visible glyphs in drawing order, with dropped initials set like the line that they begin."""
    levelled = list(glyphs)
    for i, glyph in enumerate(glyphs):
        if glyph.text.isalpha() and glyph.text.isupper() and not _in_a_word(glyphs, i):
            first = _first_beside(glyph, glyphs)
            if first:
                levelled[i] = _set_like(glyph, first, glyphs[i + 1 : i + 2])
    return levelled


def _in_a_word(glyphs: Sequence[Glyph], i: int) -> bool:
    """Whether a letter of its size is drawn before or after it, close by on its baseline."""
    glyph = glyphs[i]
    near = (glyphs[k] for k in (i - 1, i + 1) if 0 <= k < len(glyphs))
    return any(
        not g.text.isspace()
        and g.size > glyph.size / LARGE
        and abs(g.baseline - glyph.baseline) < ALONE * glyph.size
        and max(g.box.x0 - glyph.box.x1, glyph.box.x0 - g.box.x1) < ALONE * glyph.size
        for g in near
    )


def _first_beside(initial: Glyph, glyphs: Sequence[Glyph]) -> Glyph | None:
    """The first letter of the line that the initial begins, if another line stands beside it further down."""
    beside = [
        g
        for g in glyphs
        if not g.text.isspace()
        and g.size * LARGE <= initial.size
        and -LEVEL * g.size < g.box.x0 - initial.box.x1 < BESIDE * g.size
        and initial.box.top < g.baseline < initial.baseline + LEVEL * g.size
    ]
    if not beside:
        return None
    first = min(beside, key=lambda g: (g.baseline, g.box.x0))
    level = abs((first.baseline - CAPITAL * first.size) - (initial.baseline - CAPITAL * initial.size))
    below = any(g.baseline > first.baseline + first.size / 2 for g in beside)
    return first if level <= LEVEL * first.size and below else None


def _set_like(initial: Glyph, first: Glyph, following: Sequence[Glyph]) -> Glyph:
    """The initial in the type of the line, up to the letter behind it, unless it is a word with a space behind."""
    word = initial.text in WORDS and any(g.text.isspace() for g in following)
    box = Box(initial.box.x0, first.box.top, initial.box.x1 if word else first.box.x0, first.box.bottom)
    return replace(initial, box=box, baseline=first.baseline, size=first.size, font=first.font, color=first.color)
