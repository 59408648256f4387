"""A line in the making: characters with their place and style, before they are packed."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import Literal, NamedTuple

from pipeline.lines.inks import seen_color
from pipeline.model.lines import Style
from pipeline.model.pages import Glyph

Position = Literal["normal", "superscript", "subscript"]


class Character(NamedTuple):
    """One character to be: its text, its left and right edge, and the glyphs that drew it (the first its own)."""

    text: str
    x0: float
    x1: float
    glyph: Glyph
    accents: tuple[int, ...] = ()  # indices of further glyphs
    position: Position = "normal"

    @property
    def style(self) -> Style:
        """How it is set."""
        font = self.glyph.font
        size = round(self.glyph.size, 2)
        color = seen_color(self.glyph.color)
        return Style(font.family, size, font.bold, font.italic, color, self.position, font.fixed_pitch)

    def with_accent(self, text: str, accent: Character) -> Character:
        """This letter with an accent that other glyphs drew."""
        return self._replace(text=text, accents=(*self.accents, accent.glyph.index, *accent.accents))


def characters_of(placed: Iterable[tuple[Glyph, Position]]) -> list[Character]:
    """The characters of glyphs: a ligature's share its width evenly. Compatibility forms (ﬁ) are taken apart."""
    found = []
    for glyph, position in placed:
        text = glyph.text if glyph.text.isascii() else unicodedata.normalize("NFC", _plain(glyph.text))
        x0, _, x1, _ = glyph.box
        width = (x1 - x0) / len(text)
        found.append(Character(text[0], x0, x0 + width, glyph, (), position))
        for i in range(1, len(text)):
            found.append(Character(text[i], x0 + i * width, x0 + (i + 1) * width, glyph, (), position))
    return found


def _plain(text: str) -> str:
    """Latin ligatures as their letters (Unicode block FB00 to FB06); all else as it is."""
    return "".join(unicodedata.normalize("NFKC", c) if "\ufb00" <= c <= "\ufb06" else c for c in text)
