"""Tables as records: header rows folded into column names, spans and the evidence of each cell kept."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extraction.sections import section_id
from pipeline.model.document import Document
from pipeline.model.evidence import Evidence
from pipeline.model.ids import identifiers
from pipeline.model.records import CellEvidence, SectionRecord, TableRecord
from pipeline.model.tables import Table


def extract_tables(document: Document, sections: Sequence[SectionRecord]) -> list[TableRecord]:
    """The tables in the order in which they stand."""
    tables = list(document.tables())
    ids = identifiers([_key(table) for _, table in tables])
    return [
        _record(document, table, own, section_id(sections, document.elements[i].section))
        for own, (i, table) in zip(ids, tables, strict=True)
    ]


def column_names(table: Table) -> list[str]:
    """A name for each column: the texts of the header cells above it, from the top, joined by a space."""
    names = []
    for column in range(table.columns):
        above = {id(cell): cell for row in range(table.header_rows) for cell in [table.cell_at(row, column)]}
        names.append(" ".join(cell.text.content for cell in above.values() if cell.text))
    return names if table.header_rows else []


def _key(table: Table) -> tuple[str, str]:
    everything = "\x1e".join("\x1f".join(cell or "" for cell in row) for row in table.grid())
    first = table.caption.content if table.caption else " ".join(column_names(table)) or everything
    return first, everything


def _record(document: Document, table: Table, own: str, section: str | None) -> TableRecord:
    body = table.grid()[table.header_rows :]
    return TableRecord(
        id=own,
        title=table.caption.content if table.caption else None,
        columns=column_names(table),
        header_rows=table.header_rows,
        rows=body,
        spans=[[r - table.header_rows, c, rows, columns] for r, c, rows, columns in table.spans()],
        notes=[note.content for note in table.notes],
        section_id=section,
        cell_evidence=_cells(document, table),
        evidence=_evidence(document, table),
    )


def _cells(document: Document, table: Table) -> list[CellEvidence]:
    cells = sorted((c for c in table.cells if c.text), key=lambda c: (c.row, c.column))
    found = [(c, document.evidence(c.text)) for c in cells]
    return [CellEvidence(row=c.row - table.header_rows, column=c.column, evidence=e) for c, e in found if e]


def _evidence(document: Document, table: Table) -> list[Evidence]:
    evidence = document.evidence(table.caption, field="title") if table.caption else []
    for note in table.notes:
        evidence += document.evidence(note, field="notes")
    if not evidence:
        first = next((c.text for c in sorted(table.cells, key=lambda c: (c.row, c.column)) if c.text), None)
        evidence = document.evidence(first) if first else []
    return evidence
