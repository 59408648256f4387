"""What can be asked of any record, whatever its dataset: its id, what it is called, where it is printed, its words."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from pipeline.model.evidence import Evidence
from pipeline.model.records import Quote, Record, TableRecord

# The words that a record is called by in lists, as on the evidence page.
LABELS = {"questions": "text", "quotes": "text", "footnotes": "text", "statistics": "text", "people": "name",
          "organizations": "printed_name", "networks": "name"}  # fmt: skip


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


def first_page(record: Record) -> int | None:
    """The physical page where a record is printed first, None where it has no evidence."""
    evidence = record.evidence  # type: ignore[attr-defined]
    return evidence[0].page if evidence else None


def words_of(record: Record) -> str:
    """All text of a record, for searching: no ids and no evidence, and what is said twice once."""
    return " ".join(dict.fromkeys(_strings(record)))


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, BaseModel):
        for key in type(value).model_fields:
            if key not in ("id", "evidence", "cell_evidence") and not key.endswith(("_id", "_ids")):
                yield from _strings(getattr(value, key))
    elif isinstance(value, list):
        for item in value:
            yield from _strings(item)
    elif isinstance(value, str):
        yield value
