"""Accents drawn as glyphs of their own, put together with the letter that they stand over.

Typesetters without the accented letter in their font (TeX's OT1 encoding above all) draw the accent and the letter one
over the other. Unicode's canonical composition (UAX 15) says which pairs are letters.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence, Set
from dataclasses import replace

from pipeline.lines.characters import Character
from pipeline.model.geometry import Box
from pipeline.model.pages import Glyph

# Spacing accents and the combining marks of the same form (Unicode, chapter 7.9).
COMBINING = {
    "`": "\u0300", "´": "\u0301", "\u02ca": "\u0301", "\u02cb": "\u0300", "ˆ": "\u0302", "^": "\u0302",
    "˜": "\u0303", "~": "\u0303", "¯": "\u0304", "ˉ": "\u0304", "˘": "\u0306", "˙": "\u0307", "¨": "\u0308",
    "˚": "\u030a", "˝": "\u030b", "ˇ": "\u030c", "¸": "\u0327", "˛": "\u0328",
}  # fmt: skip
HIGHEST = 0.4  # of the font size: capitals are about a quarter of an em higher than small letters
OVERLAP = 0.5  # of the accent's width: an accent stands over its letter, not beside it


def level_accents(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """The glyphs, accents that are raised over a capital put on its baseline.

    TeX draws an accent made for small letters, and raises it by the height that the letter has above those (The
    TeXbook, chapter 9); accent and letter are drawn one right after the other.
    """
    levelled = list(glyphs)
    accents = _accents({g.text for g in glyphs})
    for i, glyph in enumerate(glyphs) if accents else ():
        if glyph.text not in accents:
            continue
        near = [glyphs[k] for k in (i + 1, i - 1) if 0 <= k < len(glyphs)]
        letter = next((other for other in near if _raised_over(glyph, other)), None)
        if letter:
            drop = letter.baseline - glyph.baseline
            box = Box(glyph.box.x0, glyph.box.top + drop, glyph.box.x1, glyph.box.bottom + drop)
            levelled[i] = replace(glyph, box=box, baseline=letter.baseline)
    return levelled


def _raised_over(accent: Glyph, letter: Glyph) -> bool:
    rise = letter.baseline - accent.baseline
    shared = min(accent.box.x1, letter.box.x1) - max(accent.box.x0, letter.box.x0)
    over = shared >= OVERLAP * max(accent.box.width, 1e-6)
    return letter.text.isalpha() and accent.size == letter.size and 0 < rise <= HIGHEST * letter.size and over


def compose_accents(characters: Sequence[Character]) -> list[Character]:
    """The characters of a line with each accent joined to the letter that it stands over."""
    if not _accents({c.text for c in characters}):
        return list(characters)
    done: list[Character] = []
    for character in characters:
        partner = _partner(character, done)
        if partner is None:
            done.append(character)
        else:
            done[-1] = partner
    return done


def _partner(character: Character, done: Sequence[Character]) -> Character | None:
    """This character and the one before it as one, where one is an accent over the other."""
    if not done:
        return None
    before = done[-1]
    for accent, letter in ((character, before), (before, character)):
        mark = _mark(accent.text)
        if mark is None or not letter.text.isalpha():
            continue
        width = max(accent.x1 - accent.x0, 1e-6)
        shared = min(accent.x1, letter.x1) - max(accent.x0, letter.x0)
        whole = unicodedata.normalize("NFC", _dotted(letter.text) + mark)
        if shared >= OVERLAP * width and len(whole) == len(letter.text):
            return letter.with_accent(whole, accent)
    return None


def _accents(texts: Set[str]) -> frozenset[str]:
    """Those of them that are accents."""
    return frozenset(text for text in texts if _mark(text) is not None)


def _mark(text: str) -> str | None:
    if len(text) == 1 and unicodedata.combining(text):
        return text
    return COMBINING.get(text)


def _dotted(letter: str) -> str:
    """A dotless i or j, drawn under an accent, is the letter itself."""
    return {"ı": "i", "ȷ": "j"}.get(letter, letter)
