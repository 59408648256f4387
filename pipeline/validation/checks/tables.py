"""Tables whose form or figures do not work out."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.model.evidence import Evidence
from pipeline.model.tables import Cell, Table
from pipeline.validation.material import Material
from pipeline.validation.registry import Check, Observation
from pipeline.validation.totals import wrong_totals

SHOWN_ROWS = 5
FEWEST_ROWS = 3  # cells under a heading, before it is told that all are empty: smaller grids are often none


def total_does_not_add_up(material: Material) -> Iterator[Observation]:
    """Totals that are not the sum of what stands above them."""
    for record in material.records.tables:
        name = record.title or "A table"
        places = {(c.row, c.column): c.evidence for c in record.cell_evidence}
        for wrong in wrong_totals(record.columns, record.rows):
            heading = record.columns[wrong.column] if wrong.column < len(record.columns) else ""
            where = f"{wrong.label}, {heading}" if heading else wrong.label
            yield Observation(
                f"{name}: “{where}” is {wrong.printed}, but its parts add up to {wrong.sum}.",
                (f"{where}: {wrong.printed}", f"sum {wrong.sum}"),
                tuple(places.get((wrong.row, wrong.column), record.evidence)),
            )


def table_ragged(material: Material) -> Iterator[Observation]:
    """Tables with rows that have more or fewer columns than the header."""
    for record in material.records.tables:
        ragged = [i for i, row in enumerate(record.rows) if record.columns and len(row) != len(record.columns)]
        if ragged:
            rows = f"{'row' if len(ragged) == 1 else 'rows'} {', '.join(str(i + 1) for i in ragged[:SHOWN_ROWS])}"
            yield Observation(
                f"{record.title or 'A table'}: not every row has {len(record.columns)} columns ({rows}).",
                (record.title or record.columns[0], rows),
                tuple(record.evidence),
            )


def column_empty(material: Material) -> Iterator[Observation]:
    """Columns with a heading and nothing under it."""
    for _, table in material.document.tables():
        for column in range(table.columns):
            cells = [c for c in table.cells if c.column <= column < c.column + c.column_span]
            heading = [c for c in cells if c.header and c.text and c.column_span == 1]
            body = [c for c in cells if not c.header]
            if heading and len(body) >= FEWEST_ROWS and not any(c.text for c in body):
                words = heading[-1].text.content
                yield Observation(
                    f"{_name(table)}: nothing stands under the heading “{words}”.", (words,), _spots(material, heading)
                )


def table_without_body(material: Material) -> Iterator[Observation]:
    """Tables that are nothing but a header."""
    for _, table in material.document.tables():
        if table.header_rows >= table.rows:
            yield Observation(
                f"{_name(table)}: there is a header and no row under it.",
                tuple(c.text.content for c in table.cells if c.text)[:4],
                _spots(material, list(table.cells)),
            )


def _name(table: Table) -> str:
    return table.caption.content if table.caption is not None and table.caption.content else "A table"


def _spots(material: Material, cells: list[Cell]) -> tuple[Evidence, ...]:
    return tuple(e for c in cells if c.text for e in material.evidence(c.text))


CHECKS = (
    Check(
        "total-does-not-add-up",
        "source",
        "A total is not the sum of its parts.",
        "A row or column that is labelled as a total is compared with the sum of the numbers it can be the total of: "
        "all before it, those since the last total, or those totals. It is said to be wrong only where another "
        "total of the same line does add up, so that it is a sum and no average, and by more than rounding explains; "
        "a lone total only where it counts whole things and is off by less than a tenth.",
        "Add up the column on the page; one of its figures, or the total, is misprinted.",
        total_does_not_add_up,
    ),
    Check(
        "table-ragged",
        "warning",
        "A table has rows of different lengths.",
        "Each row must have a value or a covered position for each column.",
        "Compare the table with the page: cells may have been joined or split.",
        table_ragged,
    ),
    Check(
        "column-empty",
        "warning",
        "A column of a table is empty.",
        "The column has a heading, and no text in any row.",
        "Look at the table on the page: it may hold signs that are pictures, or the columns were cut wrongly.",
        column_empty,
    ),
    Check(
        "table-without-body",
        "warning",
        "A table has a header and no rows.",
        "All rows of the table are header rows.",
        "Look at the page: the rows may be set apart from their header, or be a picture.",
        table_without_body,
    ),
)
