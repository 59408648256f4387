"""Tables looked for column by column: what stands side by side in two columns of prose is no row of a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from pipeline.layout.body import Body
from pipeline.layout.columns import Gutter, Stretch, gutters_between, prose_columns
from pipeline.layout.in_tables import without_tables
from pipeline.layout.items import Item
from pipeline.lines import Vocabulary
from pipeline.model.geometry import Box, union
from pipeline.model.lines import Line
from pipeline.model.sheets import Sheet
from pipeline.model.tables import Table
from pipeline.tables import carried, ends_open, tables_of_sheet

AROUND = 2.0  # ems around a column's text: its tables' rules and stripes reach a little further than their text
OVERHANG = 0.3  # ems into a gutter: a table's frame stands at its column's edge, a column rule half a gutter off
RULES = 3  # of a table: above it, below its header, below it; two may belong to the page's head and foot
CLOSED = 2  # of one with upright rules, too: where it goes on over the page, the last is often left out
HAIR = 0.5  # points: a rule has no height, what stands in the way of a gutter has


def prose_gutters(sheet: Sheet, lines: Sequence[Line], body: Body) -> frozenset[Gutter]:
    """Where white parts columns of prose on this page. A document's columns stand in few places, page after page."""
    return gutters_between(prose_columns(_items(sheet, lines, body), body.size))


def tables_by_column(
    pages: Sequence[tuple[Sheet, Sequence[Line]]], vocabulary: Vocabulary, body: Body, proven: Sequence[Gutter]
) -> list[list[Table]]:
    """Each page's tables among its lines, top to bottom within each column.

    `proven` are the document's gutters: a column that holds little but a table shows none of its own. A table that ends
    a column may go on in the next with a row or two, which only its columns tell from other text.
    """
    found: list[list[Table]] = []
    before: Table | None = None  # the last thing of the column read last, if it is a table
    for sheet, lines in pages:
        stretches = prose_columns(_items(sheet, lines, body), body.size, proven)
        wide = _over_columns(sheet, vocabulary, lines, gutters_between(stretches))
        found.append(list(wide))
        if wide:
            lines = without_tables(lines, wide, sheet.number)
            stretches = prose_columns(_items(sheet, lines, body), body.size, proven)
        for part in _parts(sheet, lines, stretches, body.size):
            tables = tables_of_sheet(part, vocabulary, part.lines)
            if before is not None:
                head = [line for line in part.lines if not tables or line.bottom <= tables[0].regions[0].box.top]
                rest = carried(before, sheet.number, head, vocabulary)
                tables = [rest, *tables] if rest else tables
            found[-1] += tables
            before = tables[-1] if tables and ends_open(tables[-1], part.lines) else None
        before = next((t for t in wide if ends_open(t, lines)), before)
    return found


def _over_columns(sheet: Sheet, vocabulary: Vocabulary, lines: Sequence[Line], gutters: Set[Gutter]) -> list[Table]:
    """The tables that stand over several of the page's columns, as their rules show, which run on across a gutter."""
    across = [r.box for r in sheet.rules if r.horizontal and any(r.box.x0 < a and b < r.box.x1 for a, b in gutters)]
    if len(across) < CLOSED:
        return []
    tables = tables_of_sheet(replace(sheet, lines=tuple(lines)), vocabulary, lines)
    return [t for t in tables if _rules_in(t, across) >= (CLOSED if t.method == "ruled" else RULES)]


def _rules_in(table: Table, rules: Sequence[Box]) -> int:
    box = table.regions[0].box.grown(HAIR)
    return sum(box.holds_center_of(rule) for rule in rules)


def _items(sheet: Sheet, lines: Sequence[Line], body: Body) -> list[Item]:
    items = [Item(line.box, i, length=len(line), plain=body.plain(line.style)) for i, line in enumerate(lines)]
    return items + [Item(r.box.grown(HAIR), -1, barrier=True) for r in sheet.rules if r.horizontal]


def _parts(sheet: Sheet, lines: Sequence[Line], stretches: Sequence[Stretch], em: float) -> Iterator[Sheet]:
    """The sheet with these lines only, or each of its columns as a sheet of its own."""
    if len(stretches) == 1:
        yield replace(sheet, lines=tuple(lines))
        return
    for stretch in stretches:
        own = [lines[i.key] for i in stretch.items]
        around = _around(union(line.box for line in own), stretch.between, em)
        yield replace(
            sheet,
            lines=tuple(own),
            rules=tuple(r for r in sheet.rules if around.holds_center_of(r.box)),
            fills=tuple(f for f in sheet.fills if around.holds_center_of(f.box)),
        )


def _around(text: Box, between: Gutter, em: float) -> Box:
    """Where a column's tables draw: around its text, but not as far as a rule in the middle of the gutter."""
    grown = text.grown(AROUND * em)
    left, right = between[0] - OVERHANG * em, between[1] + OVERHANG * em
    return Box(max(grown.x0, left), grown.top, min(grown.x1, right), grown.bottom)
