"""Running headers, footers and page numbers: what is printed at the same place on page after page.

By repetition, never by position alone (Lin, "Header and footer extraction by page-association", SPIE 5010, 2003): a
line counts where its text, digits masked, stands at the same height on several pages; a page number where its value
keeps step with the pages. A one-off heading at the top of a page stays.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.layout.section_names import section_names
from pipeline.model.blocks import Discard, DiscardReason
from pipeline.model.lines import Line
from pipeline.model.sheets import Sheet

EDGE = 0.14  # of the page's height: running matter stands in the margins at head and foot
REPEATED = 3  # pages at least; in a short document two of the same side are enough
SHORT_DOCUMENT = 4  # pages
LEAD = 0.5  # of the font size: white between running matter and text; lines of one text stand closer
SAME_HEIGHT = 2.0  # points: a running line is set at one height; rounding of scaled pages is less

_DIGITS = re.compile(r"\d+")
_ROMAN = re.compile(r"\b[ivxlc]+\b", re.I)
_NUMBER_ONLY = re.compile(r"^\W*(?:page|p\.|seite|página)?\W*(\d{1,4})\W*(?:(?:of|/|von|de)\W*\d{1,4})?\W*$", re.I)
_ROMAN_ONLY = re.compile(r"^\W*(?:page|p\.|seite|página)?\W*((?:x{0,3}|xl|lx{0,3})(?:ix|iv|v?i{0,3}))\W*$", re.I)
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50}

Candidate = tuple[Sheet, int, Line]  # a line near an edge, with its sheet and its index there
Key = tuple[int, int]  # page number, index of the line on its sheet


@dataclass(frozen=True, slots=True)
class Running:
    """Which lines are running matter and why, and the page numbers found printed."""

    reasons: dict[Key, DiscardReason]
    labels: dict[int, str]

    def without(self, sheet: Sheet) -> list[Line]:
        """The sheet's other lines."""
        return [line for i, line in enumerate(sheet.lines) if (sheet.number, i) not in self.reasons]

    def discards(self, sheet: Sheet) -> list[Discard]:
        """The sheet's running lines as discards."""
        return [
            Discard(sheet.number, tuple(line.all_glyphs()), self.reasons[(sheet.number, i)], line.box, line.text)
            for i, line in enumerate(sheet.lines)
            if (sheet.number, i) in self.reasons
        ]


def running_matter(sheets: Sequence[Sheet]) -> Running:
    """The running lines of all pages."""
    candidates = [(sheet, i, line) for sheet in sheets for i, line in _at_edges(sheet)]
    reasons: dict[Key, DiscardReason] = {}
    labels = _page_numbers(candidates, reasons)
    needed = REPEATED if len(sheets) > SHORT_DOCUMENT else 2
    groups: dict[tuple[str, int], list[Candidate]] = defaultdict(list)
    for sheet, i, line in candidates:
        groups[(_masked(line.text), round(_height(sheet, line) / SAME_HEIGHT))].append((sheet, i, line))
    for (text, height), group in sorted(groups.items()):
        near = group + groups.get((text, height + 1), []) + groups.get((text, height - 1), [])
        if len({sheet.info.number for sheet, _, _ in near}) >= needed:
            for sheet, i, line in group:
                top = line.bottom < sheet.info.height / 2
                reasons.setdefault((sheet.info.number, i), "running header" if top else "running footer")
    for sheet, i, line in section_names(candidates, sheets, needed):
        top = line.bottom < sheet.info.height / 2
        reasons.setdefault((sheet.info.number, i), "running header" if top else "running footer")
    return Running(reasons, labels)


def _page_numbers(candidates: Sequence[Candidate], reasons: dict[Key, DiscardReason]) -> dict[int, str]:
    """Lines that are nothing but a number which keeps step with the pages: label minus page is the same elsewhere.

    Front matter is numbered in Roman figures, mostly small ones (Chicago Manual of Style, 1.7).
    """
    steps: dict[tuple[str, int], list[tuple[Sheet, int, str]]] = defaultdict(list)
    for sheet, i, line in candidates:
        if match := _NUMBER_ONLY.match(line.text):
            steps["arabic", int(match[1]) - sheet.info.number].append((sheet, i, match[1]))
        elif (match := _ROMAN_ONLY.match(line.text)) and match[1]:
            steps["roman", _roman_value(match[1]) - sheet.info.number].append((sheet, i, match[1]))
    labels = {}
    for _, group in sorted(steps.items()):
        if len({sheet.info.number for sheet, _, _ in group}) >= 2:
            for sheet, i, label in group:
                reasons[(sheet.info.number, i)] = "page number"
                labels[sheet.info.number] = label
    return labels


def _roman_value(figures: str) -> int:
    """The number that Roman figures write: a smaller one before a larger is taken off."""
    values = [_ROMAN_VALUES[c] for c in figures.casefold()]
    return sum(-a if a < b else a for a, b in pairwise([*values, 0]))


def _at_edges(sheet: Sheet) -> Iterator[tuple[int, Line]]:
    """The lines in the margins at head and foot, as far as white as high as LEAD parts them from the text."""
    inwards = sorted(enumerate(sheet.lines), key=lambda x: x[1].top)
    yield from _apart([(i, x) for i, x in inwards if x.bottom < EDGE * sheet.info.height], inwards)
    outwards = inwards[::-1]
    yield from _apart([(i, x) for i, x in outwards if x.top > (1 - EDGE) * sheet.info.height], outwards)


def _apart(edge: Sequence[tuple[int, Line]], lines: Sequence[tuple[int, Line]]) -> list[tuple[int, Line]]:
    """Of the lines at an edge, given from the page's edge inwards, those before the last white."""
    for k in range(len(edge), 0, -1):
        if k == len(lines):
            return list(edge)
        last, following = edge[k - 1][1], lines[k][1]
        white = max(following.top - last.bottom, last.top - following.bottom)
        if white > LEAD * min(last.size, following.size):
            return list(edge[:k])
    return []


def _height(sheet: Sheet, line: Line) -> float:
    """Distance of the baseline from the nearer edge, so that pages of other sizes agree."""
    return line.baseline if line.baseline < sheet.info.height / 2 else sheet.info.height - line.baseline + 10_000


def _masked(text: str) -> str:
    return _ROMAN.sub("#", _DIGITS.sub("#", text)).casefold()
