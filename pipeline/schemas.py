"""The JSON Schemas (draft 2020-12) of all that is written, generated from the models and kept in `schemas/`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pydantic import BaseModel, TypeAdapter

from pipeline.model.corrections import Corrections
from pipeline.model.document_file import DocumentFile
from pipeline.model.ledger import Ledger
from pipeline.model.profile import Profile
from pipeline.model.records import DATASETS
from pipeline.model.validation_report import ValidationReport

SCHEMA_VERSION = "1.0.0"  # semantic: a key removed, renamed or given another meaning is a new major version
DIALECT = "https://json-schema.org/draft/2020-12/schema"
BASE = "https://schemas.report-pipeline.example"  # an identifier, not an address (RFC 2606 keeps .example unused)

_FILES: dict[str, type[BaseModel]] = {
    "document": DocumentFile,
    "ledger": Ledger,
    "validation-report": ValidationReport,
    "profile": Profile,
    "corrections": Corrections,
}


def schema_names() -> list[str]:
    """The names of all schemas: the datasets in their order, then the other files."""
    return [*DATASETS, *_FILES]


def schema_for(name: str) -> dict[str, Any]:
    """The schema of one file. Raises KeyError for an unknown name."""
    model: type[BaseModel]
    kind: Any
    if name in DATASETS:
        record: type[BaseModel] = DATASETS[name]
        model, kind = record, record if name == "report" else list[record]  # type: ignore[valid-type]
    else:
        model = kind = _FILES[name]
    body = TypeAdapter(kind).json_schema(mode="serialization", by_alias=True)
    head = {
        "$schema": DIALECT,
        "$id": f"{BASE}/{SCHEMA_VERSION}/{name}.schema.json",
        "title": name,
        "description": " ".join((model.__doc__ or "").split()),
        "x-version": SCHEMA_VERSION,
    }
    return head | {k: v for k, v in body.items() if k not in head}


def schema_text(name: str) -> str:
    """The schema as it stands in its file."""
    return json.dumps(schema_for(name), indent=2, ensure_ascii=False) + "\n"


def write_schemas(folder: Path) -> list[Path]:
    """Write every schema that differs from its file; returns those written."""
    stale = stale_schemas(folder)
    folder.mkdir(parents=True, exist_ok=True)
    for path in stale:
        path.write_text(schema_text(path.name.removesuffix(".schema.json")), encoding="utf-8", newline="\n")
    return stale


def stale_schemas(folder: Path) -> list[Path]:
    """The files that differ from what the models say, or are missing."""
    paths = [folder / f"{name}.schema.json" for name in schema_names()]
    return [
        path
        for path in paths
        if not path.exists() or path.read_text(encoding="utf-8") != schema_text(path.name.removesuffix(".schema.json"))
    ]
