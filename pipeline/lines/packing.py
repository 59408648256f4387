"""Placed glyphs packed into a `Line`."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter

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
    characters = compose_accents(characters_of(placed))
    starts = word_starts(characters, [(b.box.x0 + b.box.x1) / 2 for b in blanks])
    builder = _Builder(blanks)
    builder.fill(characters, starts)
    return builder.line(page, _main_glyph(placed)), builder.taken


class _Builder:
    """Collects characters and spaces into a line's columns."""

    def __init__(self, blanks: Sequence[Glyph]) -> None:
        self.blanks = blanks
        self.middles = [(b.box.x0 + b.box.x1) / 2 for b in blanks]
        self.taken: set[int] = set()
        self.columns: list[tuple[str, float, float, int]] = []  # text, left and right edge, glyph of each character
        self.merged: list[tuple[int, int]] = []
        self.styles: list[tuple[int, Style]] = []  # from which character on each holds

    def fill(self, characters: Sequence[Character], starts: Sequence[bool]) -> None:
        """The visible characters, and a space before each that starts a word."""
        last: object = None  # what the style of the character before was made from
        for character, starts_word in zip(characters, starts, strict=True):
            if starts_word:
                self._space(character)
            text, x0, x1, glyph, accents, position = character
            set_as = (glyph.font, glyph.size, glyph.color, position)
            if set_as != last:
                last = set_as
                self._style(character.style)
            self.columns.append((text, x0, x1, glyph.index))
            if accents:
                self.merged += [(len(self.columns) - 1, accent) for accent in accents]

    def _space(self, following: Character) -> None:
        """The space before a character: the first drawn space there draws it, further ones are merged into it."""
        left = self.columns[-1][2]
        low, high = bisect_left(self.middles, left - following.glyph.size / 4), bisect_right(self.middles, following.x0)
        drawn = [b.index for b in self.blanks[low:high] if b.index not in self.taken]
        self.taken.update(drawn)
        first = drawn[0] if drawn else SPACE_NOBODY_DREW
        self.columns.append((" ", left, max(left, following.x0), first))
        self.merged += [(len(self.columns) - 1, extra) for extra in drawn[1:]]

    def _style(self, style: Style) -> None:
        """Begin a stretch of that style, unless it goes on."""
        if not self.styles or self.styles[-1][1] != style:
            self.styles.append((len(self.columns), style))

    def line(self, page: int, main: Glyph) -> Line:
        """The packed line; `main` gives its height and baseline."""
        starts = [start for start, _ in self.styles]
        spans = zip(self.styles, [*starts[1:], len(self.columns)], strict=True)
        text, x0, x1, glyphs = zip(*self.columns, strict=True)
        return Line(
            page=page,
            text="".join(text),
            x0=array("f", x0),
            x1=array("f", x1),
            glyphs=array("i", glyphs),
            top=main.box.top,
            bottom=main.box.bottom,
            baseline=main.baseline,
            styles=tuple(StyleSpan(start, end, style) for (start, style), end in spans),
            merged=tuple(self.merged),
        )


def _main_glyph(placed: Placed) -> Glyph:
    """The largest glyph that is no script: its em box is the line's."""
    normal = [g for g, position in placed if position == "normal"]
    size = max([g.size for g in normal])
    return min((g for g in normal if g.size == size), key=attrgetter("index"))
