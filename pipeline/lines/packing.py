"""Placed glyphs packed into a `Line`."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from pipeline.lines.accents import compose_accents
from pipeline.lines.characters import Character, characters_of
from pipeline.lines.scripts import Placed
from pipeline.lines.words import word_starts
from pipeline.model.lines import SPACE_NOBODY_DREW, Line, Style, StyleSpan
from pipeline.model.pages import Glyph


def pack_line(page: int, placed: Placed, blanks: Sequence[Glyph]) -> tuple[Line, set[int]]:
    """The line of these glyphs (in x order), and which of the drawn spaces `blanks` it has taken in.

    `blanks` are the drawn spaces on the line's baseline, in x order.
    """
    characters = compose_accents([c for glyph, position in placed for c in characters_of(glyph, position)])
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
        self.styles: list[tuple[int, Style]] = []  # from which character on each holds
        self.set_as: object = None  # what the last character's style was made from

    def add(self, character: Character) -> None:
        """One visible character."""
        self._style(character)
        self._extend(character.text, character.x0, character.x1, character.glyph.index)
        if character.accents:
            self.merged += [(len(self.text) - 1, accent) for accent in character.accents]

    def space(self, following: Character) -> None:
        """The space before a character: the first drawn space there draws it, further ones are merged into it."""
        left = self.x1[-1]
        low, high = bisect_left(self.middles, left - following.glyph.size / 4), bisect_right(self.middles, following.x0)
        drawn = [b.index for b in self.blanks[low:high] if b.index not in self.taken]
        self.taken.update(drawn)
        first = drawn[0] if drawn else SPACE_NOBODY_DREW
        self._extend(" ", left, max(left, following.x0), first)
        self.merged += [(len(self.text) - 1, extra) for extra in drawn[1:]]

    def _extend(self, text: str, x0: float, x1: float, glyph: int) -> None:
        self.text.append(text)
        self.x0.append(x0)
        self.x1.append(x1)
        self.glyphs.append(glyph)

    def _style(self, character: Character) -> None:
        """Begin a stretch of another style, where the character has one."""
        glyph = character.glyph
        set_as = (glyph.font, glyph.size, glyph.color, character.position)
        if set_as != self.set_as:
            self.set_as = set_as
            style = character.style
            if not self.styles or self.styles[-1][1] != style:
                self.styles.append((len(self.text), style))

    def line(self, page: int, main: Glyph) -> Line:
        """The packed line; `main` gives its height and baseline."""
        starts = [start for start, _ in self.styles]
        spans = zip(self.styles, [*starts[1:], len(self.text)], strict=True)
        return Line(
            page=page,
            text="".join(self.text),
            x0=self.x0,
            x1=self.x1,
            glyphs=self.glyphs,
            top=main.box.top,
            bottom=main.box.bottom,
            baseline=main.baseline,
            styles=tuple(StyleSpan(start, end, style) for (start, style), end in spans),
            merged=tuple(self.merged),
        )


def _main_glyph(placed: Placed) -> Glyph:
    """The largest glyph that is no script: its em box is the line's."""
    return max((g for g, position in placed if position == "normal"), key=lambda g: (g.size, -g.index))
