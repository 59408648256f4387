"""Running matter that a tagged PDF marks as no content (ISO 32000-1, 14.8.2.2: artifacts).

A program that tags a file leaves out what it prints on each page by itself, and tags what the author wrote. It is heard
where it agrees with the page: most rows that repetition shows to be running matter are marked so. Many files tag all
that is drawn, headers too.
"""

from __future__ import annotations

from collections.abc import Sequence, Set

from pipeline.layout.edges import EdgeRow, Key
from pipeline.model.sheets import NO_MARK

AGREE = 0.8  # of the known running rows: one in five may be typed by hand, as on a page that continues another
FEWEST = 3  # known running rows: two may be left out of the tree by chance


def artifact_rows(rows: Sequence[EdgeRow], known: Set[Key]) -> frozenset[Key] | None:
    """The first keys of the rows that are marked as no content; None where the marks don't agree with what is `known`
    to be running matter (by first keys, too)."""
    running = [row for row in rows if row.keys[0] in known]
    marked = {row.keys[0] for row in rows if _is_artifact(row)}
    if len(running) < FEWEST or sum(row.keys[0] in marked for row in running) < AGREE * len(running):
        return None
    return frozenset(marked)


def _is_artifact(row: EdgeRow) -> bool:
    """Whether all of the row is drawn outside marked content, on a page that has some."""
    marks = row.sheet.marks
    return len(marks) > 0 and all(marks[g] == NO_MARK for _, line in row.pieces for g in line.all_glyphs())
