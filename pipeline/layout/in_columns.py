"""Tables looked for column by column: what stands side by side in two columns of prose is no row of a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.layout.body import Body
from pipeline.layout.columns import Item, prose_columns
from pipeline.lines import Vocabulary
from pipeline.model.geometry import Box, union
from pipeline.model.lines import Line
from pipeline.model.sheets import Sheet
from pipeline.model.tables import Table
from pipeline.tables import tables_of_sheet

AROUND = 2.0  # ems around a column's text: its tables' rules and stripes reach a little further than their text
HAIR = 0.5  # points: a rule has no height, what stands in the way of a gutter has


def tables_by_column(sheet: Sheet, vocabulary: Vocabulary, lines: Sequence[Line], body: Body) -> list[Table]:
    """The page's tables among these lines, top to bottom within each column."""
    items = [Item(line.box, i, length=len(line), plain=body.plain(line.style)) for i, line in enumerate(lines)]
    barriers = [Item(r.box.grown(HAIR), -1, barrier=True) for r in sheet.rules if r.horizontal]
    stretches = prose_columns([*items, *barriers], body.size)
    if len(stretches) == 1:
        return tables_of_sheet(sheet, vocabulary, lines)
    return list(_of_each(sheet, vocabulary, [[lines[i.key] for i in s.items] for s in stretches], body.size))


def _of_each(sheet: Sheet, vocabulary: Vocabulary, columns: Sequence[Sequence[Line]], em: float) -> Iterator[Table]:
    for lines in columns:
        around = union(line.box for line in lines).grown(AROUND * em)
        part = replace(
            sheet,
            lines=tuple(lines),
            rules=tuple(r for r in sheet.rules if _lies_in(r.box, around)),
            fills=tuple(f for f in sheet.fills if _lies_in(f.box, around)),
        )
        yield from tables_of_sheet(part, vocabulary, lines)


def _lies_in(box: Box, around: Box) -> bool:
    return around.holds_center_of(box)
