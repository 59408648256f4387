"""Running matter that a tagged PDF marks as no content (ISO 32000-1, 14.8.2.2: artifacts).

A program that tags a file leaves out what it prints on each page by itself, and tags what the author wrote. It is heard
where it agrees with the page: most rows that repetition shows to be running matter are marked so. Many files tag all
that is drawn, headers too. The header of a table that goes on is left out, too, since it is tagged where the table
starts: it is no running matter.
"""

from __future__ import annotations

from collections.abc import Sequence, Set

from pipeline.layout.edges import SAME_ROW, EdgeRow, Key
from pipeline.model.lines import Line
from pipeline.model.sheets import NO_MARK, Sheet

AGREE = 0.8  # of the known running rows: one in five may be typed by hand, as on a page that continues another
FEWEST = 3  # known running rows: two may be left out of the tree by chance


def artifact_rows(rows: Sequence[EdgeRow], known: Set[Key]) -> frozenset[Key] | None:
    """The first keys of the rows that are marked as no content; None where the marks don't agree with what is `known`
    to be running matter (by first keys, too)."""
    running = [row for row in rows if row.keys[0] in known]
    sheets = {row.sheet.number: row.sheet for row in rows}
    marked = {row.keys[0] for row in rows if _is_artifact(row) and not _heads_a_table(row, list(sheets.values()))}
    if len(running) < FEWEST or sum(row.keys[0] in marked for row in running) < AGREE * len(running):
        return None
    return frozenset(marked)


def _is_artifact(row: EdgeRow) -> bool:
    """Whether all of the row is drawn outside marked content, on a page that has some."""
    return len(row.sheet.marks) > 0 and all(_is_unmarked(line, row.sheet) for _, line in row.pieces)


def _is_unmarked(line: Line, sheet: Sheet) -> bool:
    return all(sheet.marks[g] == NO_MARK for g in line.all_glyphs())


def _heads_a_table(row: EdgeRow, sheets: Sequence[Sheet]) -> bool:
    """Whether a row of several parts stands as content, part beside part, on another page."""
    first = row.pieces[0][1].text
    return len(row.pieces) > 1 and any(
        line.text == first and {x.text for _, x in row.pieces} <= _content_beside(line, sheet)
        for sheet in sheets
        if len(sheet.marks)
        for line in sheet.lines
    )


def _content_beside(line: Line, sheet: Sheet) -> set[str]:
    """What the content of a page says in the row of this line."""
    row = (x for x in sheet.lines if abs(x.baseline - line.baseline) <= SAME_ROW * line.size)
    return {x.text for x in row if not _is_unmarked(x, sheet)}
