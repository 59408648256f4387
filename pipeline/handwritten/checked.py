"""A handwritten file against its JSON Schema."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError, best_match

from pipeline.errors import UsageError
from pipeline.handwritten.strict_yaml import Place, Source, read_yaml
from pipeline.schemas import schema_for


def read_checked(file: Path, schema: str, error: type[UsageError]) -> dict[str, Any]:
    """The value of a YAML file that keeps the schema of that name. Raises `error`: file, line, key and reason."""
    source = read_yaml(file, error)
    fault = best_match(Draft202012Validator(schema_for(schema)).iter_errors(source.value))
    if fault is not None:
        raise _explained(source, fault)
    value: dict[str, Any] = source.value
    return value


def _explained(source: Source, fault: ValidationError) -> UsageError:
    place: Place = tuple(fault.absolute_path)
    if fault.validator == "additionalProperties":
        schema: Any = fault.schema
        instance: Any = fault.instance
        known = list(schema["properties"])
        unknown = next(str(key) for key in instance if key not in known)
        close = get_close_matches(unknown, known, n=1)
        hint = f"; is {close[0]} meant?" if close else f"; it may be {', '.join(known)}"
        return source.fail((*place, unknown), f"no such key{hint}")
    return source.fail(place, fault.message)
