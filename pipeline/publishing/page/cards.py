"""Records as cards: a headline, each field with the spots that support it, and where the record is printed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from pipeline.model.corrections import Corrected
from pipeline.model.evidence import Evidence
from pipeline.model.records import DATASETS, Quote, Record, Records, TableRecord
from pipeline.publishing.page.printings import Printing, printings
from pipeline.publishing.page.spots import Spots, shortened

HEADLINE_LENGTH = 110  # characters: two lines of a card

# What a record is called by, in the order of trying.
HEADLINES = {
    "report": "title",
    "contents": "title",
    "sections": "title",
    "themes": "title",
    "questions": "text",
    "people": "name",
    "quotes": "text",
    "organizations": "printed_name",
    "networks": "name",
    "references": "title",
    "footnotes": "text",
    "statistics": "text",
    "tables": "title",
}
NUMBERED = {"sections", "themes", "questions", "footnotes"}  # the number stands before the headline

# Fields that hold the id of a record: whose dataset it is, and the field beside it that names the same in words.
REFERENCES = {
    "section_id": ("sections", None),
    "section": ("sections", None),
    "parent": ("sections", None),
    "speaker_id": ("people", "speaker"),
    "organization_id": ("organizations", "organization"),
    "member_ids": ("organizations", "members"),
    "footnote_id": ("footnotes", "note"),
}
HIDDEN = {"id", "evidence", "corrected"}  # shown in other ways
OWN_WAY = {"quotes": {"text", "occurrences", "variants", "pull_quotes"},
           "tables": {"columns", "header_rows", "rows", "spans", "cell_evidence"}}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Value:
    """A value in words, and the record that it leads to."""

    text: str
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a record: its values, and the spots that support it (names, separated by spaces)."""

    label: str
    values: tuple[Value, ...]
    spots: str
    corrected: tuple[Corrected, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """A body cell of a table."""

    text: str
    spots: str
    row_span: int = 1
    column_span: int = 1


@dataclass(frozen=True, slots=True)
class Place:
    """A page that a record is printed on, and the spots there."""

    page: int
    spots: str
    count: int


@dataclass(frozen=True, slots=True)
class Card:
    """A record as it is shown. `address` is its dataset and id; `missing` names the fields the report leaves open."""

    address: str
    number: str
    headline: str
    cut: bool  # whether the headline is the beginning only
    fields: tuple[Field, ...]
    missing: tuple[str, ...]
    places: tuple[Place, ...]
    depth: int = 0
    printings: tuple[Printing, ...] = ()
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()


def cards(records: Records, spots: Spots) -> dict[str, list[Card]]:
    """The cards of each dataset, in the datasets' order."""
    titles = {section.id: section.title for section in records.sections}
    return {name: [_card(name, record, spots, titles) for record in records_of(records, name)] for name in DATASETS}


def records_of(records: Records, name: str) -> Sequence[Any]:
    """A dataset's records; the report is the only one of its dataset."""
    value = getattr(records, name)
    return [value] if name == "report" else value


def _card(dataset: str, record: Any, spots: Spots, titles: Mapping[str, str]) -> Card:
    address = f"{dataset}/{record.id}"
    names = [(entry, spots.add(address, entry)) for entry in record.evidence]
    by_field: dict[str | None, list[str]] = {}
    for entry, name in names:
        by_field.setdefault(entry.field, []).append(name)
    headline = getattr(record, HEADLINES[dataset]) or "Without a title"
    shown = [field for field in _fields(dataset, record, by_field, titles) if field.values or field.corrected]
    table = record if isinstance(record, TableRecord) else None
    return Card(
        address=address,
        number=str(record.number) if dataset in NUMBERED and record.number is not None else "",
        headline=shortened(headline, HEADLINE_LENGTH),
        cut=len(headline) > HEADLINE_LENGTH,
        fields=tuple(shown),
        missing=tuple(_missing(dataset, record)),
        places=places(names),
        depth=getattr(record, "level", 1) - 1,
        printings=tuple(printings(record, address, spots)) if isinstance(record, Quote) else (),
        columns=tuple(table.columns) if table else (),
        rows=tuple(_rows(table, address, spots)) if table else (),
    )


def _fields(
    dataset: str, record: Record, by_field: Mapping[str | None, list[str]], titles: Mapping[str, str]
) -> list[Field]:
    named = {words: (key, target) for key, (target, words) in REFERENCES.items() if words and hasattr(record, key)}
    skipped = HIDDEN | OWN_WAY.get(dataset, set()) | {key for key, _ in named.values()}
    if dataset in NUMBERED:
        skipped = skipped | {"number"}
    corrected: Sequence[Corrected] = getattr(record, "corrected", ())
    fields = []
    for key in type(record).model_fields:
        corrections = tuple(c for c in corrected if c.field.split(".")[0] == key)
        whole_headline = key == HEADLINES[dataset] and len(str(getattr(record, key) or "")) <= HEADLINE_LENGTH
        if key in skipped or (whole_headline and not corrections):
            continue
        value = getattr(record, key)
        if key in named:
            id_key, target = named[key]
            values = _linked(value, getattr(record, id_key), target)
        elif key in REFERENCES:
            values = (Value(titles.get(value, value), f"sections/{value}"),) if value else ()
        else:
            values = _values(value)
        fields.append(Field(words(key), values, " ".join(by_field.get(key, [])), corrections))
    return fields


def _linked(value: Any, ids: Any, target: str) -> tuple[Value, ...]:
    texts = value if isinstance(value, list) else [value]
    targets = ids if isinstance(ids, list) else [ids]
    return tuple(
        Value(str(text), f"{target}/{i}" if i else None)
        for text, i in zip(texts, targets, strict=True)
        if text is not None
    )


def _values(value: Any) -> tuple[Value, ...]:
    if value is None:
        return ()
    return tuple(Value(in_words(item)) for item in (value if isinstance(value, list) else [value]))


def in_words(value: Any) -> str:
    """A single value as a reader would write it down."""
    if isinstance(value, BaseModel):
        said = [(key, getattr(value, key)) for key in type(value).model_fields]
        first, *rest = [(key, v) for key, v in said if v is not None]
        more = ", ".join(f"{words(key)} {in_words(v)}" for key, v in rest)
        return f"{in_words(first[1])} ({more})" if more else in_words(first[1])
    return str(value)


def words(key: str) -> str:
    """A field's name in words."""
    return key.removesuffix("_id").replace("_", " ")


def _missing(dataset: str, record: Record) -> list[str]:
    skipped = HIDDEN | OWN_WAY.get(dataset, set()) | ({"speaker"} if getattr(record, "kind", "") == "term" else set())
    keys = [key for key in type(record).model_fields if key not in skipped and getattr(record, key) in (None, [])]
    return [words(key) for key in keys if not key.endswith(("_id", "_ids"))]


def places(names: Sequence[tuple[Evidence, str]]) -> tuple[Place, ...]:
    """Spots gathered by page, the pages in the order in which they are first named."""
    pages: dict[int, list[str]] = {}
    for entry, name in names:
        pages.setdefault(entry.page, []).append(name)
    return tuple(Place(page, " ".join(found), len(found)) for page, found in pages.items())


def _rows(table: TableRecord, address: str, spots: Spots) -> list[tuple[Cell, ...]]:
    named = {(cell.row, cell.column): " ".join(spots.add_all(address, cell.evidence)) for cell in table.cell_evidence}
    spans = {(row, column): (height, width) for row, column, height, width in table.spans}
    return [
        tuple(
            Cell(text, named.get((r, c), ""), *spans.get((r, c), (1, 1)))
            for c, text in enumerate(row)
            if text is not None
        )
        for r, row in enumerate(table.rows)
    ]
