"""Which lines, or parts of lines, tables hold; the rest stays with the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.model.lines import SPACE_NOBODY_DREW, Line
from pipeline.model.tables import Table


def glyphs_of(table: Table, page: int) -> set[int]:
    """The glyphs of one page that a table holds, in cells, caption, notes and repeated headers."""
    texts = [*(c.text for c in table.cells), *table.notes, *table.repeated_headers]
    if table.caption:
        texts.append(table.caption)
    return {g for t in texts for run in t.runs if run.line.page == page for g in run.line.all_glyphs()}


def without_tables(lines: Sequence[Line], tables: Sequence[Table], page: int) -> list[Line]:
    """The lines that no table holds; of a line that one holds a part of, the other parts."""
    held: set[int] = set()
    for table in tables:
        held |= glyphs_of(table, page)
    return [part for line in lines for part in _parts_outside(line, held)]


def _parts_outside(line: Line, held: set[int]) -> Iterator[Line]:
    if held.isdisjoint(line.glyphs) and held.isdisjoint(glyph for _, glyph in line.merged):
        yield line
        return
    start = None
    for i, glyph in enumerate(line.glyphs):
        outside = glyph != SPACE_NOBODY_DREW and glyph not in held
        if outside and start is None:
            start = i
        if not outside and glyph != SPACE_NOBODY_DREW and start is not None:
            yield line.slice(start, i)
            start = None
    if start is not None:
        yield line.slice(start, len(line))
