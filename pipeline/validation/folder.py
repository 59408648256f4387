"""An output folder re-validated as a consumer would: from its files alone, knowing nothing of how they were made."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from pipeline.errors import UsageError
from pipeline.model.records import DATASETS
from pipeline.validation.claims import package_problems, summary_problems
from pipeline.validation.conformity import Problem, violations
from pipeline.validation.integrity import integrity

OTHER_FILES = {
    "document.json": "document",
    "validation/report.json": "validation-report",
    "validation/ledger.json": "ledger",
}
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def validate_folder(folder: Path) -> list[Problem]:
    """All that is wrong with an output folder; an empty list where a consumer can rely on it.

    Each file must be there, be JSON that its schema allows, and have the size, hash and number of records that
    `datapackage.json` says; YAML must hold the same data; ids be unique, references resolve, evidence lie on its page;
    the summary and the ledger must count what is there.
    Raises UsageError where there is no such folder.
    """
    if not folder.is_dir():
        raise UsageError(str(folder), "there is no such folder", "Give the folder that a run has written.")
    found: dict[str, Any] = {}
    problems = list(_read(folder, [f"{name}.json" for name in DATASETS], found))
    problems += _read(folder, [*OTHER_FILES, "datapackage.json"], found)
    for path, data in found.items():
        schema = OTHER_FILES.get(path, path.removesuffix(".json"))
        problems += violations(schema, data, path) if schema != "datapackage" else ()
    problems += _same_in_yaml(folder, found)
    if not problems:  # what has not the form of a record can't be held against others
        datasets = {name: found[f"{name}.json"] for name in DATASETS}
        sizes = {p["number"]: (p["width"], p["height"]) for p in found["document.json"]["pages"]}
        problems += integrity(datasets, sizes)
        problems += summary_problems(found)
    return problems + list(package_problems(folder, found))


def _read(folder: Path, paths: list[str], found: dict[str, Any]) -> Iterator[Problem]:
    for path in paths:
        try:
            found[path] = json.loads((folder / path).read_text(encoding="utf-8"))
        except FileNotFoundError:
            yield Problem("file-missing", path, "", "the file is missing")
        except (UnicodeDecodeError, json.JSONDecodeError) as error:
            yield Problem("file-unreadable", path, "", f"it is no JSON in UTF-8 ({error})")


def _same_in_yaml(folder: Path, found: Mapping[str, Any]) -> Iterator[Problem]:
    for name in DATASETS:
        path = folder / f"{name}.yaml"
        if not path.is_file():
            yield Problem("file-missing", path.name, "", "the file is missing")
            continue
        try:
            data = yaml.load(path.read_text(encoding="utf-8"), Loader=_LOADER)  # a SafeLoader, in C where there is one
        except (UnicodeDecodeError, yaml.YAMLError) as error:
            yield Problem("file-unreadable", path.name, "", f"it is no YAML in UTF-8 ({' '.join(str(error).split())})")
            continue
        if f"{name}.json" in found and data != found[f"{name}.json"]:
            yield Problem("yaml-differs", path.name, "", f"it does not hold the same data as {name}.json")
