"""Finding, checking and merging profiles."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pipeline.errors import ProfileError
from pipeline.handwritten import read_checked
from pipeline.model.profile import Profile

FOLDER = Path(__file__).parent
DEFAULT = "default"


def load_profile(stem: str, path: Path | None = None) -> Profile:
    """The profile for a report: the genre's default with the report's own added.

    The report's own is `path`, else `<stem>.yaml` beside this module, else there is none. Lists of the report's own
    profile come before the default's; single values take their place. Raises ProfileError, which names file, line and
    key, where a profile breaks `schemas/profile.schema.json`.
    """
    merged = read_checked(FOLDER / f"{DEFAULT}.yaml", "profile", ProfileError)
    own = path if path is not None else _named(stem)
    if own is not None:
        merged = _merge(merged, read_checked(own, "profile", ProfileError))
    return Profile.model_validate(merged)


def _named(stem: str) -> Path | None:
    """The profile in the folder whose name is the stem; compared by name, so a stem is never taken for a path."""
    return next((f for f in sorted(FOLDER.glob("*.yaml")) if f.stem == stem and stem != DEFAULT), None)


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
