"""What a stretch of glyphs says, where the file states it apart from its fonts (ActualText, ISO 32000-1, 14.9.4)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pdfminer.pdftypes import resolve1
from pdfminer.utils import decode_text

from pipeline.reading.characters import Character

# Typesetters state a soft hyphen, or nothing, for the hyphen that they draw at a line's end. The drawn one stays: it is
# what is printed, and undoing it is not the reader's business.
UNSEEN = dict.fromkeys(map(ord, "\N{SOFT HYPHEN}\N{ZERO WIDTH SPACE}\N{ZERO WIDTH NO-BREAK SPACE}\N{WORD JOINER}"))


def stated_text(properties: Any) -> str | None:
    """The text that marked content is said to stand for, None where it is not said."""
    value = resolve1(properties.get("ActualText")) if isinstance(properties, dict) else None
    return decode_text(value) if isinstance(value, bytes) else None


def say(chars: Sequence[Character], text: str) -> None:
    """Let the characters of a stretch say `text`.

    One character can stand for several letters; else each stands for one. Where the numbers differ, nobody knows which
    glyph says what, and the fonts are believed; so they are where nothing is drawn but space, which can't be read as a
    letter (programs state an item's bullet again for the space behind it).
    """
    seen = text.translate(UNSEEN).strip("\r\n")
    if not seen or not any(char.text.strip() for char in chars):
        return
    if len(chars) == 1:
        chars[0].text = seen
    elif len(chars) == len(seen):
        for char, letter in zip(chars, seen, strict=True):
            char.text = letter
