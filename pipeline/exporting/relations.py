"""The datasets as tables of plain values with keys between them: what CSV and SQLite hold.

A dataset is a table; what a record holds several of and other tables refer to (printings of a quote, members of a
network, cells of a table, evidence) is a table of its own. Other lists stay in one column as JSON.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel

from pipeline.exporting.folder import Output
from pipeline.model.evidence import Evidence
from pipeline.model.records import DATASETS, Network, Quote, Record, Report, TableRecord
from pipeline.publishing.datapackage import REFERENCES

Value = str | int | float | None
TYPES = {"string": "TEXT", "integer": "INTEGER", "number": "REAL", "any": ""}  # as SQLite declares them

# The words that a record is called by in lists, as on the evidence page.
LABELS = {"questions": "text", "quotes": "text", "footnotes": "text", "statistics": "text", "people": "name",
          "organizations": "printed_name", "networks": "name"}  # fmt: skip


# Keys whose values are rows of a relation of their own.
APART = {"evidence", "corrected", "cell_evidence", "occurrences", "member_ids"}


@dataclass(frozen=True)
class Column:
    """A column: its name, type (of Table Schema: string, integer, number, any) and meaning."""

    name: str
    type: str = "string"
    description: str = ""


@dataclass(frozen=True)
class ForeignKey:
    """Columns whose values are those of other columns of another relation, or empty."""

    columns: tuple[str, ...]
    relation: str
    referenced: tuple[str, ...]


@dataclass(frozen=True)
class Relation:
    """A table: columns, rows of plain values, keys."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]
    key: tuple[str, ...]
    foreign: tuple[ForeignKey, ...] = field(default=())
    description: str = ""


def relations(output: Output) -> list[Relation]:
    """All tables, each after those that it refers to where that is possible."""
    order = ["report", "sections", *(name for name in DATASETS if name not in ("report", "sections"))]
    datasets = [_dataset(name, output.records[name]) for name in order]
    return [
        _records(output), *datasets, _authors(output.report), _printings(output), _members(output), _cells(output),
        _corrections(output), _findings(output), _evidence(output),
    ]  # fmt: skip


def label(dataset: str, record: Record) -> str:
    """What a record is called."""
    return str(getattr(record, LABELS.get(dataset, "title")) or "")


def id_of(record: Record) -> str:
    """A record's id."""
    return str(record.id)  # type: ignore[attr-defined]


def evidence_of(record: Record) -> Iterator[Evidence]:
    """All places where a record is printed: its own, those of a quote's display copies and of a table's cells."""
    yield from record.evidence  # type: ignore[attr-defined]
    for occurrence in record.occurrences if isinstance(record, Quote) else ():
        if occurrence.place == "pull-quote":
            yield from (entry.model_copy(update={"field": "occurrences"}) for entry in occurrence.evidence)
    for cell in record.cell_evidence if isinstance(record, TableRecord) else ():
        yield from (entry.model_copy(update={"field": "rows"}) for entry in cell.evidence)


def as_json(value: Any) -> str:
    """A list or object as JSON in one line."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _records(output: Output) -> Relation:
    rows = tuple(
        (
            name,
            id_of(record),
            label(name, record),
            getattr(record, "section_id", None),
            _first_page(record),
            _words(record),
        )
        for name, records in output.records.items()
        for record in records
    )
    columns = (
        Column("dataset", description="Dataset of the record."),
        Column("id", description="Its id there."),
        Column("label", description="What it is called."),
        Column("section_id", description="Section that it stands in."),
        Column("page", "integer", "Physical page where it is first printed."),
        Column("words", description="All text of the record, for searching."),
    )
    return Relation("records", columns, rows, ("dataset", "id"), description="Every record of every dataset.")


def _words(record: BaseModel) -> str:
    """All strings of a record but ids and evidence."""

    def strings(value: Any) -> Iterator[str]:
        if isinstance(value, BaseModel):
            for key in type(value).model_fields:
                if key not in ("id", "evidence", "cell_evidence") and not key.endswith(("_id", "_ids")):
                    yield from strings(getattr(value, key))
        elif isinstance(value, list):
            for item in value:
                yield from strings(item)
        elif isinstance(value, str):
            yield value

    return " ".join(dict.fromkeys(strings(record)))


def _first_page(record: Record) -> int | None:
    evidence = record.evidence  # type: ignore[attr-defined]
    return evidence[0].page if evidence else None


def _dataset(name: str, records: Sequence[Record]) -> Relation:
    model = DATASETS[name]
    apart = {"evidence", "corrected", "cell_evidence", "occurrences", "member_ids"} | (
        {"authors"} if name == "report" else set()
    )
    keys = [key for key in model.model_fields if key not in apart]
    properties = model.model_json_schema(mode="serialization")["properties"]
    columns = tuple(Column(key, _type(properties[key]), properties[key].get("description", "")) for key in keys)
    rows = tuple(tuple(_plain(getattr(record, key)) for key in keys) for record in records)
    foreign = tuple(ForeignKey((key,), REFERENCES[key], ("id",)) for key in keys if key in REFERENCES)
    return Relation(name, columns, rows, ("id",), foreign, " ".join((model.__doc__ or "").split()))


def _type(schema: dict[str, Any]) -> str:
    kinds = {part.get("type", "string") for part in schema.get("anyOf", [schema])} - {"null"}
    if kinds == {"integer", "number"}:
        return "number"
    if len(kinds) > 1:
        return "any"
    kind = kinds.pop()
    return kind if kind in ("integer", "number") else "string"


def _plain(value: Any) -> Value:
    if isinstance(value, BaseModel):
        return as_json(value.model_dump(mode="json", by_alias=True))
    if isinstance(value, list):
        return as_json([v.model_dump(mode="json", by_alias=True) if isinstance(v, BaseModel) else v for v in value])
    assert value is None or isinstance(value, str | int | float)
    return value


def _authors(report: Report) -> Relation:
    rows = tuple((report.id, i, a.name, a.role, a.affiliation) for i, a in enumerate(report.authors, 1))
    columns = (Column("report_id"), Column("number", "integer"), Column("name"), Column("role"), Column("affiliation"))
    return Relation(
        "report_authors", columns, rows, ("report_id", "number"), (ForeignKey(("report_id",), "report", ("id",)),),
        "The report's authors, in printed order.",
    )  # fmt: skip


def _printings(output: Output) -> Relation:
    rows = tuple(
        (quote.id, i, o.place, o.text, as_json([d.model_dump(by_alias=True) for d in o.difference]))
        for quote in output.records["quotes"]
        if isinstance(quote, Quote)
        for i, o in enumerate(quote.occurrences, 1)
    )
    columns = (Column("quote_id"), Column("number", "integer"), Column("place"), Column("text"), Column("difference"))
    return Relation(
        "quote_occurrences", columns, rows, ("quote_id", "number"), (ForeignKey(("quote_id",), "quotes", ("id",)),),
        "Each printing of a quote, with its difference by words from the canonical text as JSON.",
    )  # fmt: skip


def _members(output: Output) -> Relation:
    rows = tuple(
        (network.id, i, name, organization)
        for network in output.records["networks"]
        if isinstance(network, Network)
        for i, (name, organization) in enumerate(zip(network.members, network.member_ids, strict=True), 1)
    )
    columns = (Column("network_id"), Column("number", "integer"), Column("name"), Column("organization_id"))
    foreign = (
        ForeignKey(("network_id",), "networks", ("id",)),
        ForeignKey(("organization_id",), "organizations", ("id",)),
    )
    return Relation("network_members", columns, rows, ("network_id", "number"), foreign, "Members of networks.")


def _cells(output: Output) -> Relation:
    rows: list[tuple[Value, ...]] = []
    for table in output.records["tables"]:
        assert isinstance(table, TableRecord)
        spans = {(r, c): (h, w) for r, c, h, w in table.spans}
        for r, row in enumerate(table.rows):
            for c, text in enumerate(row):
                if text is not None:
                    column = table.columns[c] if c < len(table.columns) else None
                    rows.append((table.id, r, c, column, text, *spans.get((r, c), (1, 1))))
    columns = (
        Column("table_id"),
        Column("row", "integer", "From 0, the first body row."),
        Column("column", "integer", "From 0."),
        Column("heading", description="The column's heading."),
        Column("text"),
        Column("row_span", "integer"),
        Column("column_span", "integer"),
    )
    return Relation(
        "table_cells", columns, tuple(rows), ("table_id", "row", "column"),
        (ForeignKey(("table_id",), "tables", ("id",)),), "The body cells of all tables.",
    )  # fmt: skip


def _corrections(output: Output) -> Relation:
    rows = tuple(
        (name, id_of(record), i, c.field, as_json(c.from_), as_json(c.to), c.reason, c.by)
        for name, records in output.records.items()
        for record in records
        for i, c in enumerate(getattr(record, "corrected", ()), 1)
    )
    columns = tuple(Column(n, "integer" if n == "number" else "string")
                    for n in ("dataset", "record_id", "number", "field", "from", "to", "reason", "by"))  # fmt: skip
    return Relation(
        "corrections", columns, rows, ("dataset", "record_id", "number"), (_TO_RECORD,),
        "Values that people corrected; from and to as JSON.",
    )  # fmt: skip


def _findings(output: Output) -> Relation:
    rows = tuple(
        (f.id, f.code, f.severity, f.message, f.advice, as_json(f.values),
         f.acknowledged.reason if f.acknowledged else None, f.acknowledged.by if f.acknowledged else None)
        for f in output.findings
    )  # fmt: skip
    names = ("id", "code", "severity", "message", "advice", "values", "acknowledged_reason", "acknowledged_by")
    return Relation("findings", tuple(Column(n) for n in names), rows, ("id",), (), "What a reader should know.")


_TO_RECORD = ForeignKey(("dataset", "record_id"), "records", ("dataset", "id"))


def _evidence(output: Output) -> Relation:
    entries = [
        (name, id_of(record), entry)
        for name, records in output.records.items()
        for record in records
        for entry in evidence_of(record)
    ]
    rows = tuple(
        (i, name, id_, e.field, e.page, e.page_label, as_json(e.boxes), e.exact, e.prefix, e.suffix)
        for i, (name, id_, e) in enumerate(entries, 1)
    )
    columns = (
        Column("number", "integer"),
        Column("dataset"),
        Column("record_id"),
        Column("field", description="Key that it supports; empty for the whole record."),
        Column("page", "integer", "Physical page, from 1."),
        Column("page_label", description="The page's printed label."),
        Column("boxes", description="[[x0, top, x1, bottom], ...] in PDF points from the top left corner, as JSON."),
        Column("exact"),
        Column("prefix"),
        Column("suffix"),
    )
    return Relation("evidence", columns, rows, ("number",), (_TO_RECORD,), "Where each value is printed.")
