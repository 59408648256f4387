"""The datasets as tables of plain values with keys between them: what CSV and SQLite hold together.

A dataset is a table; what a record holds several of and other tables refer to (printings of a quote, members of a
network, cells of a table, evidence) is a table of its own. Other lists stay in one column as JSON.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pydantic import BaseModel

from pipeline.exporting import parts
from pipeline.exporting.any_record import as_json, evidence_of, first_page, id_of, label, words_of
from pipeline.exporting.folder import Output
from pipeline.exporting.relation import Column, ForeignKey, Relation, Value
from pipeline.model.records import DATASETS, Record
from pipeline.publishing.datapackage import REFERENCES

# Keys whose values are rows of a relation of their own.
APART = {"evidence", "corrected", "cell_evidence", "occurrences", "member_ids"}
APART_OF_REPORT = APART | {"authors"}


def relations(output: Output) -> list[Relation]:
    """All tables, each after those that it refers to where that is possible."""
    order = ["report", "sections", *(name for name in DATASETS if name not in ("report", "sections"))]
    datasets = [_dataset(name, output.records[name]) for name in order]
    return [
        _records(output),
        *datasets,
        parts.authors(output.report),
        parts.printings(output),
        parts.members(output),
        parts.cells(output),
        _corrections(output),
        _findings(output),
        _evidence(output),
    ]


def _records(output: Output) -> Relation:
    rows = tuple(
        (
            name,
            id_of(record),
            label(name, record),
            getattr(record, "section_id", None),
            first_page(record),
            words_of(record),
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


def _dataset(name: str, records: Sequence[Record]) -> Relation:
    model = DATASETS[name]
    apart = APART_OF_REPORT if name == "report" else APART
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
