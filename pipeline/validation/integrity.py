"""Datasets that hold together: unique ids, references that resolve, evidence on its page, counts that agree.

Works on the datasets as they are written (plain JSON data), so that a run and a consumer check the same thing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pipeline.model.records import REFERENCES
from pipeline.validation.conformity import Problem

Row = Mapping[str, Any]
Sizes = Mapping[int, tuple[float, float]]  # page number: width and height in points

OFF_PAGE = 1.0  # points: a letter's box may reach a hair over the page's edge


def integrity(data: Mapping[str, Any], sizes: Sizes) -> Iterator[Problem]:
    """All that does not hold together in the datasets (by name)."""
    tables = {name: value for name, value in data.items() if isinstance(value, list)}
    for name, rows in tables.items():
        yield from _repeated_ids(name, rows)
        yield from _without_evidence(name, rows)
    yield from _broken_references(tables)
    for name, value in data.items():
        yield from _evidence_off_page(name, value, sizes)
    yield from _counts(tables)


def _repeated_ids(name: str, rows: Sequence[Row]) -> Iterator[Problem]:
    for identifier, count in Counter(str(row.get("id")) for row in rows).items():
        if count > 1:
            yield Problem("id-not-unique", name, "", f"{count} records have the id {identifier}")


def _without_evidence(name: str, rows: Sequence[Row]) -> Iterator[Problem]:
    for i, row in enumerate(rows):
        if not row.get("evidence"):
            yield Problem("evidence-missing", name, f"/{i}", f"{row.get('id')} has no evidence")


def _broken_references(tables: Mapping[str, Sequence[Row]]) -> Iterator[Problem]:
    known = {name: {row.get("id") for row in rows} for name, rows in tables.items()}
    for name, key, target in REFERENCES:
        for i, row in enumerate(tables.get(name, ())):
            value = row.get(key)
            for wanted in value if isinstance(value, list) else [value]:
                if wanted is not None and wanted not in known.get(target, ()):
                    yield Problem(
                        "reference-broken", name, f"/{i}/{key}", f"{row.get('id')}: no record {wanted} in {target}"
                    )


def evidence_in(value: Any, where: str = "") -> Iterator[tuple[str, Row]]:
    """Every evidence entry inside a value, with the JSON pointer to it, in order."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            if key == "evidence" and isinstance(inner, list):
                yield from ((f"{where}/evidence/{i}", entry) for i, entry in enumerate(inner))
            else:
                yield from evidence_in(inner, f"{where}/{key}")
    elif isinstance(value, list):
        for i, inner in enumerate(value):
            yield from evidence_in(inner, f"{where}/{i}")


def _evidence_off_page(name: str, value: Any, sizes: Sizes) -> Iterator[Problem]:
    for where, entry in evidence_in(value):
        page = entry["page"]
        if page not in sizes:
            yield Problem("evidence-off-page", name, where, f"there is no page {page}")
            continue
        width, height = sizes[page]
        for x0, top, x1, bottom in entry["boxes"]:
            inside = -OFF_PAGE <= x0 <= x1 <= width + OFF_PAGE and -OFF_PAGE <= top <= bottom <= height + OFF_PAGE
            if not inside:
                yield Problem("evidence-off-page", name, where, f"the box {x0, top, x1, bottom} is not on page {page}")


def _counts(tables: Mapping[str, Sequence[Row]]) -> Iterator[Problem]:
    """A table of organizations gives as many organizations as it has rows with a name."""
    listed = [row["printed_name"] for row in tables.get("organizations", ()) if row.get("source") == "table"]
    for i, table in enumerate(tables.get("tables", ())):
        for column in range(len(table["columns"])):
            cells = [row[column] for row in table["rows"] if column < len(row) and row[column]]
            matched = sum(name in cells for name in listed)
            if matched > len(listed) / 2 and len(cells) != len(listed):
                message = f"the table of organizations names {len(cells)}, the dataset has {len(listed)} of them"
                yield Problem("counts-differ", "tables", f"/{i}/rows", message)
                return
