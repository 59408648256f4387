"""A published folder as it lies on disk, read and checked."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError

from pipeline.errors import UsageError
from pipeline.model.document_file import DocumentFile
from pipeline.model.findings import Finding
from pipeline.model.records import DATASETS, Record, Report
from pipeline.model.validation_report import ValidationReport

Model = TypeVar("Model", bound=BaseModel)
NO_OUTPUT = "Give a folder that report-pipeline run has made (output/NAME)."


@dataclass(frozen=True)
class Output:
    """What a folder holds: its datasets in their order (the report is a list of one), findings, pages, data package."""

    records: dict[str, list[Record]]
    findings: list[Finding]
    document: DocumentFile
    package: dict[str, Any]

    @property
    def report(self) -> Report:
        """The report's own record."""
        [report] = self.records["report"]
        assert isinstance(report, Report)
        return report


def read_folder(folder: Path) -> Output:
    """Read the JSON of a published folder. Raises UsageError where it is none, or not of this version's schemas."""
    records: dict[str, list[Record]] = {"report": [_read(folder / "report.json", Report)]}
    for name, record in DATASETS.items():
        if name != "report":
            records[name] = _read_list(folder / f"{name}.json", record)
    return Output(
        records=records,
        findings=_read(folder / "validation" / "report.json", ValidationReport).findings,
        document=_read(folder / "document.json", DocumentFile),
        package=json.loads(_bytes(folder / "datapackage.json")),
    )


def _read(path: Path, model: type[Model]) -> Model:
    try:
        return model.model_validate_json(_bytes(path))
    except ValidationError as error:
        raise _mismatch(path, error) from error


def _read_list(path: Path, model: type[Record]) -> list[Record]:
    try:
        return TypeAdapter(list[model]).validate_json(_bytes(path))  # type: ignore[valid-type]
    except ValidationError as error:
        raise _mismatch(path, error) from error


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UsageError(str(path), f"it can't be opened: {error.strerror}", NO_OUTPUT) from error


def _mismatch(path: Path, error: ValidationError) -> UsageError:
    first = error.errors()[0]
    place = ".".join(str(part) for part in first["loc"]) or "the whole file"
    return UsageError(
        str(path),
        f"it does not fit this version's schema ({place}: {first['msg']})",
        "Make the folder anew with report-pipeline run.",
    )
