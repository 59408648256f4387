"""Running lines that no other page repeats: those of an excerpt, of a first page, of a document of one page.

Place and small type alone tell nothing: notes, sources and first headings have both. But a running line is also set or
worded as no text is. Its parts are tabbed apart, to the left and to the right edge; it strings short facts together
with bars or raised dots; it is an imprint (number of the series, copyright, address of the site); or it says what a
heading says in larger type. It is the outermost thing of its page, smaller than the text, with more white before the
text than the text has inside (Bringhurst, 8.5).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from pipeline.layout.edges import EdgeRow
from pipeline.layout.page_numbers import text_size
from pipeline.model.sheets import Sheet

SMALLER = 0.5  # points: sizes are designed in half points
PARTED = 1.5  # of its size: white between a running line and the text; between rows and paragraphs there is less
TABBED = 6.0  # of its size: white between two parts, more than between the cells or columns of small type
MOST_PARTS = 3  # left, middle and right
TEXT = 12  # rows of the page in the size of its text: a cover, an imprint page and a form have fewer
SHORTEST = 8  # letters of a heading: one word may be printed twice by chance
LARGER = 1.08  # of the size of the line that repeats it

_FACTS = re.compile(r"\S\s+[|·•]\s+\S")
_IMPRINT = re.compile(
    r"\bISSN\W*\d{4}|\bISBN\W*97[89]|\bdoi\W*10\.|doi\.org/10\.|(?:©|\(c\)|\bcopyright)\W*(?:\w+\W+){0,8}(?:19|20)\d\d\b"
    r"|\bvol(?:ume|\.)?\s*\d+|\b\d{1,3}\s?\((?:19|20)\d\d\)\s\d+|^(?:https?://|www\.)\S+$",
    re.I,
)


def one_off_rows(rows: Sequence[EdgeRow], sheets: Sequence[Sheet]) -> Iterator[EdgeRow]:
    """The rows, from each edge inwards as far as they are running lines."""
    sizes = {sheet.number: _size_of_text(sheet) for sheet in sheets}
    for (page, _), group in groupby(rows, key=lambda row: (row.sheet.number, row.top)):
        found: list[EdgeRow] = []
        size = sizes[page]
        for row in group:
            if size is None or row.size > size - SMALLER or not _is_running(row, sheets):
                break
            found.append(row)
        if found and found[-1].white > PARTED * found[-1].size and not _is_under_a_picture(found[-1]):
            yield from found


def _is_running(row: EdgeRow, sheets: Sequence[Sheet]) -> bool:
    worded = _FACTS.search(row.text) or _IMPRINT.search(row.text)
    return bool(worded) or _is_tabbed(row) or _repeats_a_heading(row, sheets)


def _is_tabbed(row: EdgeRow) -> bool:
    """Whether its parts stand far from each other and head no columns; marks raised before them are those of notes."""
    lines = [line for _, line in row.pieces]
    if not 2 <= len(lines) <= MOST_PARTS or row.heads_columns or not any(c.isalpha() for c in row.text):
        return False
    if any(line.style_at(0).position == "superscript" for line in lines):
        return False
    return all(float(b.x0[0]) - float(max(a.x1)) > TABBED * row.size for a, b in pairwise(lines))


def _repeats_a_heading(row: EdgeRow, sheets: Sequence[Sheet]) -> bool:
    """Whether a row at the head says what is said elsewhere in larger type."""
    said = _bare(row.text)
    larger = (line for sheet in sheets for line in sheet.lines if line.size > LARGER * row.size)
    return row.top and len(said) >= SHORTEST and any(_bare(line.text) == said for line in larger)


def _bare(text: str) -> str:
    return re.sub(r"[\W\d_]+", "", text).casefold()


def _is_under_a_picture(row: EdgeRow) -> bool:
    """Whether a picture stands in the white between a row and the text: such a row is its caption."""
    edge = row.box.bottom if row.top else row.box.top
    inner = edge + row.white if row.top else edge - row.white
    low, high = sorted((edge, inner))
    return any(
        i.box.overlaps_x(row.box) > 0 and min(high, i.box.bottom) - max(low, i.box.top) > row.size
        for i in row.sheet.images
    )


def _size_of_text(sheet: Sheet) -> float | None:
    """The size of most of a page's characters, None where few rows have it."""
    size = text_size(sheet)
    return size if sum(abs(line.size - size) < SMALLER for line in sheet.lines) >= TEXT else None
