"""An output folder as plain data, as it stands."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.errors import UsageError
from pipeline.model.records import DATASETS
from pipeline.work import changed_files

Row = dict[str, Any]
UNCHECKED = ["datapackage.json"]  # what `changed_files` says of a folder that has no hashes to be checked against


@dataclass(frozen=True, slots=True)
class Output:
    """The datasets of a folder by name (each a list of records), its findings, and what is odd about it."""

    folder: Path
    datasets: Mapping[str, list[Row]]
    findings: list[Row]
    warnings: tuple[str, ...]


def read_output(folder: Path) -> Output:
    """Read a folder. What is missing is empty, and told; files that do not match their own hashes are told too.

    Raises UsageError where there is no such folder, no dataset in it, or a file is no JSON.
    """
    if not folder.is_dir():
        raise UsageError(str(folder), "there is no such folder", "Give two output folders, or two PDFs.")
    warnings = []
    datasets: dict[str, list[Row]] = {}
    for name in DATASETS:
        value = _json(folder / f"{name}.json")
        if value is None:
            warnings.append(f"{folder.name}: {name}.json is missing")
        datasets[name] = value if isinstance(value, list) else [] if value is None else [value]
    if len(warnings) == len(DATASETS):
        raise UsageError(str(folder), "it holds no dataset", "Give the folder of one report, not its parent.")
    changed = changed_files(folder)
    if changed and changed != UNCHECKED:
        warnings.append(f"{folder.name}: {', '.join(changed)} changed since the folder was made (another hash)")
    report = _json(folder / "validation" / "report.json")
    findings = report.get("findings", []) if isinstance(report, dict) else []
    return Output(folder, datasets, findings, tuple(warnings))


def former_output(folder: Path) -> Output | None:
    """What lies in a folder that a run is about to replace; None where that can't be read as an output."""
    try:
        return read_output(folder)
    except UsageError:
        return None


def _json(path: Path) -> Any:
    """The file's value, None where there is none."""
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    except (UnicodeDecodeError, json.JSONDecodeError) as error:
        raise UsageError(str(path), f"it is no JSON ({error})", "Run the report again.") from error
