"""Headings: short chunks that stand out from the body, and the levels that their looks, numbers and witnesses tell.

A document sets all headings of one level alike, so the level is decided for a style (size, weight, colour, case,
numbering), not for a heading: all its headings vote, with the outline's, the contents list's and the tags' levels
where these name them. Where no witness speaks, larger is higher, then bold, then capitals, then first seen.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from pipeline.layout.body import HALF_POINT, Body
from pipeline.layout.centred import stand_in_middle
from pipeline.layout.chunks import Chunk
from pipeline.layout.numbering import number_of
from pipeline.model.lines import Style

MOST_ROWS = 5
LETTERS = 0.6  # of what is drawn: a formula or a row of figures has fewer
_WORD = re.compile(r"[^\W\d_]{2}")
LONGEST = 220  # characters: a longer chunk in bold is an abstract or a warning
CLEARLY_LARGER = 0.75  # points: a difference that a designer means to be seen
SMALL_CAPITALS = 0.65  # of the capitals' size: small ones are 0.7 to 0.85 of it, being as high as small letters
MANY_LETTERS = 6  # different ones: fewer may be equally wide in any font
SAME_WIDTH = 0.02  # ems: rounding
WORDY = 25  # words: a style whose chunks are longer on average is that of a passage


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
        is_capitals(chunk.text),
        number.scheme + str(number.depth or "") if number else "",
        stand_in_middle(chunk.rows, chunk.left, chunk.right),
    )


def is_capitals(text: str) -> bool:
    """Whether all its letters are capitals."""
    letters = [c for c in text if c.isalpha()]
    return len(letters) > 2 and all(c.isupper() for c in letters)


def is_small_capitals(chunk: Chunk) -> bool:
    """Whether all its letters are capitals, some of them drawn as small as small capitals are."""
    if not is_capitals(chunk.text):
        return False
    sizes = _sizes(chunk)
    return SMALL_CAPITALS * max(sizes) <= min(sizes) < max(sizes) - HALF_POINT


def _sizes(chunk: Chunk) -> list[float]:
    """The sizes of its letters."""
    return [
        s.style.size
        for row in chunk.rows
        for s in row.line.styles
        if s.style.position == "normal" and any(c.isalpha() for c in row.text[s.start : s.end])
    ] or [chunk.style.size]


def _drawn_size(chunk: Chunk) -> float:
    """The size that a reader takes it for: of small capitals that of the large ones."""
    return max(_sizes(chunk)) if is_small_capitals(chunk) else chunk.style.size


def one_look(chunk: Chunk) -> bool:
    """Whether it is set in one size, weight and colour throughout; raised marks, and letters that another font had to
    lend, aside. Small capitals have two sizes and are one look."""
    small_capitals = is_small_capitals(chunk)
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
    if body.smaller(style) and not style.bold and not is_capitals(text):
        return False
    if style.family != body.family and (style.fixed_pitch or _has_one_pitch(chunk)):
        return False  # a typewriter's letters are for code and what is to be typed
    return stands_out(style, text, body) or is_underlined(chunk) or _is_numbered_in_the_middle(chunk)


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
    if text[0] in '“"‘«' or text[-1:] in ",;" or "@" in text or "=" in text:
        return False
    number = number_of(text)
    drawn = [c for c in (text[number.end :] if number else text) if not c.isspace()]
    letters = sum(c.isalpha() for c in drawn)
    return bool(_WORD.search(text)) and letters >= LETTERS * len(drawn)


def stands_out(style: Style, text: str, body: Body) -> bool:
    """Whether type or case differ from the body's."""
    return (
        body.larger(style)
        or (style.bold and not body.bold)
        or (style.color != body.color)
        or is_capitals(text)
        or (style.italic and style.size >= body.size - HALF_POINT)
    )


@dataclass(frozen=True, slots=True)
class Found:
    """A heading as found: its text, look, and what witnesses say of its level."""

    text: str
    look: Look
    witnessed: int | None


def levels_of(found: Sequence[Found]) -> dict[Look, int]:
    """The level of each look, from 1, without gaps; `found` are all headings in order. Run-in headings open paragraphs:
    they stand one level below the deepest heading that has such paragraphs directly under it."""
    meant = _meant([f.look for f in found])
    votes: dict[Look, Counter[int]] = {}
    for f in found:
        if f.witnessed is not None:
            votes.setdefault(meant[f.look], Counter())[f.witnessed] += 1
    ranked = _ranked([meant[f.look] for f in found if not f.look.run_in])
    known = {look: max(c, key=lambda level: (c[level], -level)) for look, c in votes.items()}
    levels: dict[Look, int] = {}
    for i, look in enumerate(ranked):
        levels[look] = known[look] if look in known else _between(look, ranked[:i], levels)
    levels |= {look: max(above) + 1 for look, above in _levels_above(found, levels, meant).items()}
    steps = {level: i for i, level in enumerate(sorted(set(levels.values())), start=1)}
    return {look: steps[levels[meaning]] for look, meaning in meant.items()}


def _levels_above(
    found: Sequence[Found], levels: Mapping[Look, int], meant: Mapping[Look, Look]
) -> dict[Look, list[int]]:
    """For each look of run-in headings the levels of the headings under which they stand, 0 under none."""
    above: dict[Look, list[int]] = {}
    level = 0
    for f in found:
        if f.look.run_in:
            above.setdefault(meant[f.look], []).append(level)
        else:
            level = levels[meant[f.look]]
    return above


def _meant(looks: Sequence[Look]) -> dict[Look, Look]:
    """For each look the one that was meant: a heading alone among its like may stand in the middle by its length, or at
    the edge since it fills its line."""
    counts = Counter(looks)
    meant = {}
    for look, n in counts.items():
        other = replace(look, centred=not look.centred)
        meant[look] = other if counts[other] > n == 1 else look
    return meant


def _ranked(looks: Sequence[Look]) -> list[Look]:
    """The looks from the outermost to the innermost, `looks` being those of all headings in order.

    One after the other is placed: of those that numbers and size leave open, the one that comes first most often in the
    stretches between headings already placed, since a section begins with its own heading and not with a part's; else
    the most prominent.
    """
    left = list(dict.fromkeys(looks))
    seen = {look: i for i, look in enumerate(left)}
    placed: list[Look] = []
    while left:
        open_ = [k for k in left if not any(_clearly_outer(other, k) for other in left if other != k)] or left
        firsts = _firsts(looks, set(open_), set(placed))
        certain = sum(firsts.values()) > 1
        best = min(open_, key=lambda k: (-firsts[k] if certain else 0, *_prominence(k), seen[k]))
        placed.append(best)
        left.remove(best)
    return placed


def _clearly_outer(a: Look, b: Look) -> bool:
    """Whether headings of look `a` stand above those of look `b` by their numbers' depth or by size."""
    if a.depth and b.depth and a.depth != b.depth:
        return a.depth < b.depth
    return a.size - b.size >= CLEARLY_LARGER


def _firsts(looks: Sequence[Look], wanted: Set[Look], placed: Set[Look]) -> Counter[Look]:
    """How often each of the wanted looks is the first of them in a stretch between headings already placed."""
    firsts: Counter[Look] = Counter()
    waiting = True
    for look in looks:
        if look in placed:
            waiting = True
        elif waiting and look in wanted:
            firsts[look] += 1
            waiting = False
    return firsts


def _between(look: Look, higher: Sequence[Look], levels: Mapping[Look, int]) -> int:
    """A level for a look without witness: as its number is deeper than that of another; that of the look which differs
    in nothing but its number, wherever the one without stands; else one below the last.

    A part, numbered as one, stands below what has no number, and what has none below the parts: numbers end at a depth,
    headings may go on.
    """
    if not higher:
        return 1
    for other in higher:
        if look.depth and other.depth:
            return levels[other] + look.depth - other.depth
    for other in higher:
        one_numbered = bool(look.scheme) != bool(other.scheme)
        alike = replace(other, scheme=look.scheme, centred=look.centred if one_numbered else other.centred) == look
        if alike and (not look.scheme or not other.scheme or look.scheme == other.scheme):
            below = look.depth > 1 and not other.scheme, other.depth > 1 and not look.scheme
            return levels[other] + (look.depth - 1 if below[0] else int(below[1]))
    return levels[higher[-1]] + 1


def _prominence(look: Look) -> tuple[float, ...]:
    return (-look.size, not look.centred, not look.bold, not look.capitals, look.italic, look.depth)


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
