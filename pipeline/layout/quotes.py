"""Quotes set off from the text: block quotes at body size, pull quotes on display.

A block quote is indented at both sides and else like the text (Chicago Manual of Style, 13.9 and 13.22). A display
quote is set to be seen: larger, in colour, in italics between rules, in a box or beside the text; mostly it repeats a
sentence of the text.
"""

from __future__ import annotations

from pipeline.layout.body import HALF_POINT, Body
from pipeline.layout.centred import are_centred
from pipeline.layout.chunks import Chunk
from pipeline.model.lines import Style

INSET = 0.9  # ems at the left, at least
INSET_RIGHT = 0.7  # ems at the right of the measure
OPENING = '“"‘«„‹'
CLOSING = '”"’»“›'
FEWEST_WORDS = 4
PART_OF_SENTENCE = 6  # words: what designers cut out of a sentence is hardly shorter
SMALL = 0.6  # of a sentence's words begin with a small letter; titles have capitals, or are short


def opens_quote(text: str) -> bool:
    """Whether it starts with a quotation mark."""
    return text[:1] in OPENING and bool(text)


def is_block_quote(chunk: Chunk, body: Body, indent: float) -> bool:
    """Whether a chunk at body size or below is inset at both sides, as a quote is.

    `indent` is how far the document indents first lines: a single row that is inset by as much is a short paragraph.
    """
    style = chunk.style
    em = body.size
    if body.larger(style) or len(chunk.text.split()) < FEWEST_WORDS:
        return False
    if are_centred(chunk.rows, chunk.left, chunk.right) and not opens_quote(chunk.text):
        return False
    left = min(r.x0 for r in chunk.rows) - chunk.left
    right = chunk.right - max(r.x1 for r in chunk.rows)
    if left < INSET * em or left > 8 * em:
        return False
    if len(chunk.rows) == 1 and (not is_prose(chunk.text) or (indent and abs(left - indent) < INSET_RIGHT * em)):
        return False
    return right >= INSET_RIGHT * em or opens_quote(chunk.text) or style.size <= em - HALF_POINT


def is_prose(text: str) -> bool:
    """Whether a text is a sentence or part of a quotation: it ends as one, or opens with a quotation mark."""
    return opens_quote(text) or (text.rstrip(CLOSING)[-1:] in ".!?…" and len(text.split()) >= FEWEST_WORDS)


def is_part_of_prose(text: str) -> bool:
    """Whether a text without a stop may be cut out of a sentence: names and titles are shorter, or in capitals."""
    words = [word for word in text.split() if word[0].isalpha()]
    return len(words) >= PART_OF_SENTENCE and sum(word[0].islower() for word in words) >= SMALL * len(words)


def is_display(style: Style, body: Body) -> bool:
    """Whether type is set to be seen."""
    return body.larger(style) or style.color != body.color or (style.bold and not body.bold) or style.italic
