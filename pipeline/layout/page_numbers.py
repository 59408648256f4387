"""Printed page numbers: numbers in the margin that keep step with the pages, or stand there alone.

Where a document is an excerpt, or has one page, nothing can keep step. But printers set the page number as the
outermost thing of the page, apart from the text (Bringhurst, 8.5.2), and a number that stands so has no other use.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.layout.edges import NEAR_HEIGHT, EdgeRow, Key
from pipeline.model.sheets import Sheet

ALONE = 0.75  # of the font size: white between a lone number and the text; rows of one text stand closer
AT_AN_END = 2.0  # of the font size: white that parts a row with words and a number from the text; a table's is closer
MOST_PARTS = 2  # of such a row beside its number: left and right, or left and middle; a table's row has more cells
FEWEST_ROWS = 3  # rows of text that a page with a lone number has: else the number may be all it says
FIGURES = 3  # numbers in one row are a row of figures, unless they say the same

_WORD = r"(?:page|p\.|pp\.|pag\.|seite|s\.|página|pagina|sida|side|strona)?"
_TOTAL = r"(?:(?:of|/|von|de|di|sur|av|z)\W*\d{1,5})?"
_ARABIC = re.compile(rf"^\W*{_WORD}\W*(?P<number>\d{{1,5}})\W*{_TOTAL}\W*$", re.I)
_ROMAN = re.compile(rf"^\W*{_WORD}\W*(?P<number>(?:x{{0,3}}|xl|lx{{0,3}})(?:ix|iv|v?i{{0,3}}))\W*$", re.I)
_IN_CHAPTER = re.compile(r"^\W*(?P<chapter>\d{1,2}|[A-Z]{1,3})\s?[-–]\s?(?P<number>\d{1,3}|[ivx]{1,5})\W*$")
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50}
_YEAR = re.compile(r"^\W*(?:1[89]|20)\d\d\W*$")
_BARE_ITEM = re.compile(r"^\w+[.):]$")  # "2." and "a)" count headings and items; page numbers take no stop


@dataclass(frozen=True, slots=True)
class Number:
    """What a line says that is nothing but a page number: its series ("", "roman", a chapter), value and print."""

    series: str
    value: int
    label: str


def number_of(text: str) -> Number | None:
    """The page number that a text is, or None where it is anything else."""
    if match := _ARABIC.match(text):
        return Number("", int(match["number"]), match["number"])
    if (match := _ROMAN.match(text)) and match["number"]:
        return Number("roman", _roman_value(match["number"]), match["number"])
    if match := _IN_CHAPTER.match(text):
        number = match["number"]
        value = int(number) if number.isdigit() else _roman_value(number)
        kind = "" if number.isdigit() else " roman"
        return Number(match["chapter"] + kind, value, match[0].strip())
    return None


def numbers_in_step(rows: Sequence[EdgeRow]) -> dict[Key, str]:
    """The pieces that are page numbers, with the label each prints: number minus page is the same on other pages.

    The number is the row's first or last piece; a row of figures has none. A page has one number: where headings'
    numbers keep step, too, those that do so on more pages are meant.
    """
    steps: dict[tuple[str, int], list[tuple[EdgeRow, Key, str]]] = defaultdict(list)
    for row in rows:
        for k, number in _ends(row):
            steps[number.series, number.value - row.sheet.number].append((row, row.keys[k], number.label))
    groups = {step: list(_at_one_height(group)) for step, group in steps.items()}
    pages = {step: len({key[0] for key, _ in group}) for step, group in groups.items()}
    found: dict[Key, str] = {}
    labels: dict[int, str] = {}
    for step in sorted(groups, key=lambda s: (-pages[s], s)):
        for key, label in groups[step]:
            if labels.setdefault(key[0], label) == label:
                found[key] = label
    return found


def _at_one_height(group: Sequence[tuple[EdgeRow, Key, str]]) -> Iterator[tuple[Key, str]]:
    """The numbers that stand at the height of one on another page."""
    for row, key, label in group:
        if any(
            other.sheet.number != row.sheet.number
            and other.top == row.top
            and abs(other.depth - row.depth) <= NEAR_HEIGHT * row.size
            for other, _, _ in group
        ):
            yield key, label


def lone_numbers(rows: Sequence[EdgeRow], in_step: Mapping[Key, str]) -> dict[Key, str]:
    """The page numbers of pages that have none in step: in the outermost row, well apart from the text, and alone
    there; where no page has one in step, or has it at this height, also at the end of a row of few parts no larger than
    the text."""
    found: dict[Key, str] = {}
    known = {page for page, _ in in_step}
    heights = {(row.top, round(row.depth)) for row in rows if any(key in in_step for key in row.keys)}
    for row in _outermost([row for row in rows if row.sheet.number not in known]):
        if row.parted <= ALONE * row.size or len(row.sheet.lines) <= FEWEST_ROWS:
            continue
        alone = len(row.pieces) == 1
        at_home = not known or (row.top, round(row.depth)) in heights
        far = at_home and row.parted > AT_AN_END * row.size and row.size <= text_size(row.sheet)
        words = sum(any(c.isalpha() for c in line.text) for _, line in row.pieces)
        for k, number in _ends(row):
            if (alone or (far and 1 <= words <= MOST_PARTS)) and not _is_doubtful(row.pieces[k][1].text):
                found[row.keys[k]] = number.label
    return found


def text_size(sheet: Sheet) -> float:
    """The size of most of the page's characters, in points; 0 where there are none."""
    sizes: Counter[float] = Counter()
    for line in sheet.lines:
        sizes[line.size] += len(line)
    return max(sizes, key=lambda size: (sizes[size], size), default=0.0)


def _outermost(rows: Sequence[EdgeRow]) -> Iterator[EdgeRow]:
    seen: set[tuple[int, bool]] = set()
    for row in rows:
        place = row.sheet.number, row.top
        if place not in seen:
            seen.add(place)
            yield row


def _is_doubtful(text: str) -> bool:
    """Whether a lone number may be a year, a lone letter's numeral or an item's label."""
    return bool(_YEAR.match(text)) or bool(_BARE_ITEM.match(text)) or (text.isalpha() and text.isupper())


def _ends(row: EdgeRow) -> Iterator[tuple[int, Number]]:
    """The page numbers that the row's outer pieces may be, with their places."""
    found = [(k, n) for k, (_, line) in enumerate(row.pieces) if (n := number_of(line.text))]
    if len({n.value for _, n in found}) >= FIGURES:
        return
    for k, number in found:
        outer = k in (0, len(row.pieces) - 1)
        label = len(row.pieces) > 1 and _BARE_ITEM.match(row.pieces[k][1].text)
        if outer and not label:
            yield k, number


def _roman_value(figures: str) -> int:
    """The number that Roman figures write: a smaller one before a larger is taken off."""
    values = [_ROMAN_VALUES[c] for c in figures.casefold()]
    return sum(-a if a < b else a for a, b in pairwise([*values, 0]))
