"""Running section names: headers that say, page by page, which section the page is in.

They change, so repetition over many pages does not show them. But they keep one place and one style, and what they say
is a heading's text: printed elsewhere in larger or bolder type, or on the next page of the same section again.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from pipeline.model.lines import Line
from pipeline.model.sheets import Sheet

SAME_HEIGHT = 1.0  # points: a running line is set at one height, rounding aside
EXPLAINED = 0.7  # share of a place's lines that must be section names: a long heading may be shortened in the header
LARGER = 1.08  # of the header's size: a heading is set larger than the header that repeats it
SHORTEST = 4  # letters of a name

Candidate = tuple[Sheet, int, Line]


def section_names(candidates: Sequence[Candidate], sheets: Sequence[Sheet], pages: int) -> list[Candidate]:
    """The candidates (lines near an edge) that stand in a place of section names, on so many pages at least."""
    slots: dict[tuple[int, float, bool], list[Candidate]] = defaultdict(list)
    for sheet, i, line in candidates:
        if len(_bare(line)) >= SHORTEST:
            height = line.baseline if line.baseline < sheet.info.height / 2 else line.baseline - sheet.info.height
            slots[(round(height / SAME_HEIGHT), round(line.size, 1), line.style.bold)].append((sheet, i, line))
    found: list[Candidate] = []
    for (_, size, bold), slot in sorted(slots.items()):
        if len({sheet.number for sheet, _, _ in slot}) < pages:
            continue
        headings = _headings(sheets, size, bold)
        named = [c for c in slot if _is_name(c, slot, headings)]
        if any(_bare(line) in headings for _, _, line in slot) and len(named) >= EXPLAINED * len(slot):
            found += named
    return found


def _headings(sheets: Sequence[Sheet], size: float, bold: bool) -> frozenset[str]:
    """The words of all lines in larger or bolder type than that."""
    return frozenset(
        _bare(line)
        for sheet in sheets
        for line in sheet.lines
        if line.size > LARGER * size or (line.style.bold and not bold and line.size >= size)
    )


def _is_name(candidate: Candidate, slot: Sequence[Candidate], headings: frozenset[str]) -> bool:
    """Whether a line is a heading's text, or its first row, or stands in the slot on another page too."""
    sheet, _, line = candidate
    words = _bare(line)
    if words in headings or any(other.number != sheet.number and _bare(x) == words for other, _, x in slot):
        return True
    return any(len(h) >= 2 * SHORTEST and words.startswith(h) for h in headings)


def _bare(line: Line) -> str:
    return re.sub(r"[\W\d_]+", "", line.text).casefold()
