"""Corrections applied to records: only where the record still has the value that the person saw."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from pipeline.corrections.values import NoSuchValue, value_at, with_value
from pipeline.model.corrections import Corrected, Correction, Corrections
from pipeline.model.records import DATASETS, Record, Records

Stale = tuple[Correction, str]


@dataclass(frozen=True, slots=True)
class Applied:
    """The records as corrected, and the corrections that no longer fit, each with the reason."""

    records: Records
    stale: tuple[Stale, ...]


def apply_corrections(records: Records, corrections: Corrections) -> Applied:
    """The records with all corrections that fit, in the file's order.

    Ids stay, since they name what is printed, and so does the evidence. A corrected record keeps the value as it was
    extracted in `corrected`. A correction does not fit where its record or key does not exist, where the value is
    another than its `from`, or where the record would break its schema; it is then left out and told.
    """
    datasets = {name: _as_list(getattr(records, name)) for name in DATASETS}
    stale: list[Stale] = []
    for correction in corrections.corrections:
        reason = _apply(datasets[correction.dataset], correction)
        if reason is not None:
            stale.append((correction, reason))
    changed = {name: rows[0] if name == "report" else rows for name, rows in datasets.items()}
    return Applied(Records.model_validate(changed), tuple(stale))


def _apply(rows: list[Record], correction: Correction) -> str | None:
    """Put the corrected record in its place; or the reason why the correction does not fit."""
    index = next((i for i, row in enumerate(rows) if getattr(row, "id", None) == correction.id), None)
    if index is None:
        return f"there is no record {correction.id}"
    record = rows[index]
    try:
        rows[index] = _corrected(record, correction)
    except NoSuchValue as error:
        return str(error)
    except _OtherValue as error:
        return f"the value is {error.args[0]!r} and no longer {correction.from_!r}"
    except ValidationError as error:
        return f"the schema does not allow {correction.to!r} ({error.errors()[0]['msg']})"
    return None


class _OtherValue(Exception):
    """The record has another value than the one that the person saw."""


def _corrected(record: Record, correction: Correction) -> Record:
    plain: dict[str, Any] = record.model_dump(mode="json", by_alias=True)
    present = value_at(plain, correction.field)
    if present != correction.from_:
        raise _OtherValue(present)
    said = correction.model_dump(mode="json", by_alias=True)
    mark = Corrected.model_validate({key: said[key] for key in ("field", "from", "to", "reason", "by")})
    changed = with_value(plain, correction.field, correction.to)
    changed["corrected"] = [*changed["corrected"], mark.model_dump(mode="json", by_alias=True)]
    return type(record).model_validate(changed)


def _as_list(value: Record | Sequence[Record]) -> list[Record]:
    return [value] if isinstance(value, Record) else list(value)
