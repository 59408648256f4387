"""What is emitted, held against the JSON Schemas in `schemas/`, and the schemas against their metaschema."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import SchemaError, ValidationError

from pipeline.schemas import schema_text

SCHEMA_FOLDER = Path(__file__).resolve().parents[2] / "schemas"
SHOWN = 160  # characters of a violation: jsonschema quotes the whole instance, which may be a page long


@dataclass(frozen=True, slots=True)
class Problem:
    """Something about a file or dataset that no consumer should meet.

    `where` is a JSON pointer (RFC 6901) into it, empty for the whole; `code` that of the finding it makes.
    """

    code: str
    file: str
    where: str
    message: str

    def __str__(self) -> str:
        return f"{self.file}{'#' if self.where else ''}{self.where}: {self.message}"


def violations(name: str, data: Any, file: str | None = None) -> Iterator[Problem]:
    """Where data, as read from JSON, breaks the schema of that name. Raises KeyError where there is no such schema."""
    for error in sorted(validator(name).iter_errors(data), key=lambda e: [str(part) for part in e.absolute_path]):
        yield Problem("schema-violated", file or name, pointer(error), _brief(error))


def schema_violations(name: str) -> Iterator[Problem]:
    """Where a schema itself breaks the metaschema of its draft (2020-12)."""
    try:
        Draft202012Validator.check_schema(load_schema(name))
    except SchemaError as error:
        yield Problem("schema-violated", f"{name}.schema.json", pointer(error), _brief(error))


@lru_cache(maxsize=64)
def validator(name: str) -> Draft202012Validator:
    """The validator of one schema, with formats asserted."""
    return Draft202012Validator(load_schema(name), format_checker=Draft202012Validator.FORMAT_CHECKER)


@lru_cache(maxsize=64)
def load_schema(name: str) -> Any:
    """The schema as it stands in `schemas/`; of an installed package without that folder, the text it is made of."""
    path = SCHEMA_FOLDER / f"{name}.schema.json"
    return json.loads(path.read_text(encoding="utf-8") if SCHEMA_FOLDER.is_dir() else schema_text(name))


def pointer(error: ValidationError | SchemaError) -> str:
    """Where in the instance the error lies, as a JSON pointer."""
    return "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in error.absolute_path)


def _brief(error: ValidationError | SchemaError) -> str:
    message = " ".join(error.message.split())
    return message if len(message) <= SHOWN else f"{message[: SHOWN - 1]}…"
