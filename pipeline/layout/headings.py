"""Headings: short chunks that stand out from the body, and what they have in common."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.layout.body import HALF_POINT, Body
from pipeline.layout.capitals import are_small_capitals, drawn_in_capitals, in_capitals, letter_sizes
from pipeline.layout.centred import stand_in_middle
from pipeline.layout.chunks import Chunk
from pipeline.layout.numbering import number_of
from pipeline.model.lines import Style

MOST_ROWS = 5
LETTERS = 0.5  # of what is drawn, and more: a formula, a page's label or a row of figures has fewer
_WORD = re.compile(r"[^\W\d_]{2}")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S", re.IGNORECASE)
LONGEST = 220  # characters: a longer chunk in bold is an abstract or a warning
MANY_LETTERS = 6  # different ones: fewer may be equally wide in any font
SAME_WIDTH = 0.02  # ems: rounding


@dataclass(frozen=True, slots=True)
class Look:
    """What headings of one level have in common."""

    size: float
    bold: bool
    italic: bool
    color: str
    capitals: bool
    scheme: str
    centred: bool = False
    run_in: bool = False
    underlined: bool = False

    @property
    def depth(self) -> int:
        """How many parts its decimal numbers have, 0 where it has none."""
        return int(self.scheme[len("decimal") :]) if self.scheme.startswith("decimal") else 0


def look_of(chunk: Chunk) -> Look:
    """A chunk's look."""
    style = chunk.style
    number = number_of(chunk.text)
    return Look(
        round(_drawn_size(chunk) / HALF_POINT) * HALF_POINT,
        style.bold,
        style.italic,
        style.color,
        drawn_in_capitals(chunk),
        number.scheme + str(number.depth or "") if number else "",
        stand_in_middle(chunk.rows, chunk.left, chunk.right),
        underlined=is_underlined(chunk),
    )


def _drawn_size(chunk: Chunk) -> float:
    """The size that a reader takes it for: of small capitals that of the large ones."""
    return max(letter_sizes(chunk)) if are_small_capitals(chunk) else chunk.style.size


def one_look(chunk: Chunk) -> bool:
    """Whether it is set in one size, weight and colour throughout; raised marks, and letters that another font had to
    lend, aside. Small capitals have two sizes and are one look."""
    small_capitals = are_small_capitals(chunk)
    looks = {
        (0 if small_capitals else round(s.style.size), s.style.bold, s.style.color)
        for row in chunk.rows
        for s in row.line.styles
        if s.style.position == "normal" and any(c.isascii() and c.isalnum() for c in row.text[s.start : s.end])
    }
    return len(looks) <= 1


def may_be_heading(chunk: Chunk, body: Body) -> bool:
    """Whether a chunk by itself could be a heading: short, of one look, and not the body's."""
    text = chunk.text
    if len(chunk.rows) > MOST_ROWS or len(text) > LONGEST or not one_look(chunk):
        return False
    if not reads_as_title(text):
        return False
    style = chunk.style
    if body.smaller(style) and not style.bold and not drawn_in_capitals(chunk):
        return False
    if _is_typewritten(chunk, body):
        return False
    return (
        stands_out(style, text, body)
        or are_small_capitals(chunk)
        or is_underlined(chunk)
        or _is_numbered_in_the_middle(chunk)
    )


def _is_typewritten(chunk: Chunk, body: Body) -> bool:
    """Whether all of it is in a typewriter's letters beside a body that is not: code, or what is to be typed. Words of
    it in a heading are names."""
    styles = [s.style for row in chunk.rows for s in row.line.styles if row.text[s.start : s.end].strip()]
    if any(s.family == body.family for s in styles):
        return False
    return all(s.fixed_pitch for s in styles) or _has_one_pitch(chunk)


def _has_one_pitch(chunk: Chunk) -> bool:
    """Whether all its letters are equally wide, as a typewriter's are; many fonts do not say that they are so.
    Chinese, Japanese and Korean ones have one width everywhere."""
    wide: dict[str, float] = {}
    for line in (row.line for row in chunk.rows):
        for k, letter in enumerate(line.text):
            if letter.isascii() and letter.isalpha() and line.glyphs[k] >= 0:
                wide[letter] = float(line.x1[k] - line.x0[k])
    return len(wide) >= MANY_LETTERS and max(wide.values()) - min(wide.values()) < SAME_WIDTH * chunk.style.size


def is_underlined(chunk: Chunk) -> bool:
    """Whether all its rows are underlined from end to end."""
    return all(row.underlined for row in chunk.rows)


def _is_numbered_in_the_middle(chunk: Chunk) -> bool:
    """Whether a chunk is a centred line with a Roman number, or with a number and what it counts ("Part 2"): it heads
    what follows in any type. An item's Arabic number or letter may come to stand so by the line's length."""
    number = number_of(chunk.text)
    if len(chunk.rows) > 1 or not number or number.scheme not in ("roman", "labelled") or chunk.text[-1:] in ".:":
        return False
    return stand_in_middle(chunk.rows, chunk.left, chunk.right)


def reads_as_title(text: str) -> bool:
    """Whether it is made of words: no formula, no address, no quotation, nothing that goes on behind it."""
    if _ADDRESS.match(text) or text[0] in '“"‘«' or text[-1:] in ",;" or "@" in text or "=" in text:
        return False
    number = number_of(text)
    drawn = [c for c in (text[number.end :] if number else text) if not c.isspace()]
    letters = sum(c.isalpha() for c in drawn)
    return bool(_WORD.search(text)) and letters > LETTERS * len(drawn)


def stands_out(style: Style, text: str, body: Body) -> bool:
    """Whether type or case differ from the body's."""
    return (
        body.larger(style)
        or (style.bold and not body.bold)
        or (style.color != body.color)
        or in_capitals(text)
        or (style.italic and style.size >= body.size - HALF_POINT)
    )


def bare_words(text: str) -> str:
    """The letters and digits of a text, hyphenation undone by leaving all else out."""
    return re.sub(r"\W+", "", text).casefold()


def normal(text: str) -> str:
    """A heading's words for comparing: no number, no case, no punctuation."""
    number = number_of(text)
    bare = text[number.end :] if number and number.scheme != "labelled" else text
    return re.sub(r"\W+", " ", bare).casefold().strip()


def witnesses(entries: Iterable[tuple[str, int]]) -> dict[str, int]:
    """Titles with the level that an outline or contents list gives them; a title with two levels has none.

    A list in which all stand at one level was not indented: it tells nothing about levels.
    """
    found: dict[str, set[int]] = {}
    for title, level in entries:
        found.setdefault(normal(title), set()).add(level)
    if len(set().union(*found.values())) < 2:
        return {}
    return {title: min(levels) for title, levels in found.items() if len(levels) == 1}
