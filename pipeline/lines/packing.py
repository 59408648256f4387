"""Placed glyphs packed into a `Line`."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from pipeline.lines.accents import compose_accents
from pipeline.lines.characters import Character, characters_of
from pipeline.lines.scripts import Placed
from pipeline.lines.words import word_starts
from pipeline.model.lines import SPACE_NOBODY_DREW, Line, StyleSpan
from pipeline.model.pages import Glyph


def pack_line(page: int, placed: Placed, blanks: Sequence[Glyph]) -> tuple[Line, set[int]]:
    """The line of these glyphs (in x order), and which of the drawn spaces `blanks` it has taken in.

    `blanks` are the drawn spaces on the line's baseline, in x order.
    """
    characters = compose_accents(
        [replace(c, position=position) for glyph, position in placed for c in characters_of(glyph)]
    )
    starts = word_starts(characters, [(b.box.x0 + b.box.x1) / 2 for b in blanks])
    builder = _Builder(blanks)
    for character, starts_word in zip(characters, starts, strict=True):
        if starts_word:
            builder.space(character)
        builder.add(character)
    return builder.line(page, _main_glyph(placed)), builder.taken


class _Builder:
    """Collects characters and spaces into a line's columns."""

    def __init__(self, blanks: Sequence[Glyph]) -> None:
        self.blanks = blanks
        self.middles = [(b.box.x0 + b.box.x1) / 2 for b in blanks]
        self.taken: set[int] = set()
        self.text: list[str] = []
        self.x0 = array("f")
        self.x1 = array("f")
        self.glyphs = array("i")
        self.merged: list[tuple[int, int]] = []
        self.styles: list[StyleSpan] = []

    def add(self, character: Character) -> None:
        """One visible character."""
        self._extend(character.text, character.x0, character.x1, character.glyph.index, character)
        self.merged += [(len(self.text) - 1, accent) for accent in character.accents]

    def space(self, following: Character) -> None:
        """The space before a character: the first drawn space there draws it, further ones are merged into it."""
        left = self.x1[-1]
        low, high = bisect_left(self.middles, left - following.glyph.size / 4), bisect_right(self.middles, following.x0)
        drawn = [b.index for b in self.blanks[low:high] if b.index not in self.taken]
        self.taken.update(drawn)
        first = drawn[0] if drawn else SPACE_NOBODY_DREW
        self._extend(" ", left, max(left, following.x0), first, None)
        self.merged += [(len(self.text) - 1, extra) for extra in drawn[1:]]

    def _extend(self, text: str, x0: float, x1: float, glyph: int, character: Character | None) -> None:
        start = len(self.text)
        self.text.append(text)
        self.x0.append(x0)
        self.x1.append(x1)
        self.glyphs.append(glyph)
        style = character.style if character else self.styles[-1].style
        if self.styles and self.styles[-1].style == style:
            self.styles[-1] = StyleSpan(self.styles[-1].start, start + 1, style)
        else:
            self.styles.append(StyleSpan(start, start + 1, style))

    def line(self, page: int, main: Glyph) -> Line:
        """The packed line; `main` gives its height and baseline."""
        return Line(
            page=page,
            text="".join(self.text),
            x0=self.x0,
            x1=self.x1,
            glyphs=self.glyphs,
            top=main.box.top,
            bottom=main.box.bottom,
            baseline=main.baseline,
            styles=tuple(self.styles),
            merged=tuple(self.merged),
        )


def _main_glyph(placed: Placed) -> Glyph:
    """The largest glyph that is no script: its em box is the line's."""
    return max((g for g, position in placed if position == "normal"), key=lambda g: (g.size, -g.index))
