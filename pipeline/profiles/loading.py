"""Finding, checking and merging profiles."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError, best_match

from pipeline.errors import ProfileError
from pipeline.model.profile import Profile
from pipeline.profiles.strict_yaml import Place, Source, read_yaml
from pipeline.schemas import schema_for

FOLDER = Path(__file__).parent
DEFAULT = "default"


def load_profile(stem: str, path: Path | None = None) -> Profile:
    """The profile for a report: the genre's default with the report's own added.

    The report's own is `path`, else `<stem>.yaml` beside this module, else there is none. Lists of the report's own
    profile come before the default's; single values take their place. Raises ProfileError, which names file, line and
    key, where a profile breaks `schemas/profile.schema.json`.
    """
    merged = _checked(FOLDER / f"{DEFAULT}.yaml")
    own = path if path is not None else _named(stem)
    if own is not None:
        merged = _merge(merged, _checked(own))
    return Profile.model_validate(merged)


def _named(stem: str) -> Path | None:
    """The profile in the folder whose name is the stem; compared by name, so a stem is never taken for a path."""
    return next((f for f in sorted(FOLDER.glob("*.yaml")) if f.stem == stem and stem != DEFAULT), None)


def _checked(file: Path) -> dict[str, Any]:
    source = read_yaml(file)
    error = best_match(Draft202012Validator(schema_for("profile")).iter_errors(source.value))
    if error is not None:
        raise _explained(source, error)
    value: dict[str, Any] = source.value
    return value


def _explained(source: Source, error: ValidationError) -> ProfileError:
    place: Place = tuple(error.absolute_path)
    if error.validator == "additionalProperties":
        schema: Any = error.schema
        instance: Any = error.instance
        known = list(schema["properties"])
        unknown = next(str(key) for key in instance if key not in known)
        close = get_close_matches(unknown, known, n=1)
        hint = f"; is {close[0]} meant?" if close else f"; it may be {', '.join(known)}"
        return source.fail((*place, unknown), f"no such key{hint}")
    return source.fail(place, error.message)


def _merge(base: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    merged = dict(base)
    for key, value in own.items():
        before = base.get(key)
        if isinstance(value, dict) and isinstance(before, dict):
            merged[key] = _merge(before, value)
        elif isinstance(value, list) and isinstance(before, list):
            merged[key] = list(dict.fromkeys([*value, *before]))
        else:
            merged[key] = value
    return merged
