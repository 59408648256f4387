"""What an output folder says of itself, held against what lies in it: its data package, its summary and its balance."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from pipeline.model.records import DATASETS
from pipeline.schemas import SCHEMA_VERSION
from pipeline.validation.conformity import Problem

PACKAGE, SUMMARY, LEDGER = "datapackage.json", "validation/report.json", "validation/ledger.json"


class Resource(BaseModel):
    """A dataset as the package lists it; `rows` of a list, `records` of the one report."""

    path: str
    hash: str
    bytes: int
    rows: int | None = None
    records: int | None = None


class Made(BaseModel):
    """The package's own extension: how it was made, and the hash of every file."""

    schemas: str
    findings: int
    files: dict[str, str]


class Source(BaseModel):
    """The PDF."""

    hash: str


class Package(BaseModel):
    """What of a data package is held against the files; other keys are for people."""

    resources: list[Resource]
    sources: list[Source]
    pipeline: Made


def package_problems(folder: Path, found: Mapping[str, Any]) -> Iterator[Problem]:
    """Where the folder is not as its data package says. `found` is what was read of the folder, by path."""
    if PACKAGE not in found:
        return
    package = _package(found[PACKAGE])
    if isinstance(package, Problem):
        yield package
        return
    listed = {resource.path: resource for resource in package.resources}
    for path in sorted({f"{name}.json" for name in DATASETS} - set(listed)):
        yield Problem("package-differs", PACKAGE, "/resources", f"{path} is not among the resources")
    hashes = {*package.pipeline.files.items(), *((path, resource.hash) for path, resource in listed.items())}
    for path, digest in sorted(hashes):
        yield from _hash_problem(folder, path, digest)
    for resource in package.resources:
        yield from _resource_problems(folder, resource, found)


def _package(data: Any) -> Package | Problem:
    try:
        return Package.model_validate(data)
    except ValidationError as error:
        first = error.errors()[0]
        where = "".join(f"/{part}" for part in first["loc"])
        return Problem("package-differs", PACKAGE, where, f"it is no description of an output folder ({first['msg']})")


def _hash_problem(folder: Path, path: str, digest: str) -> Iterator[Problem]:
    target = folder / path
    if not target.resolve().is_relative_to(folder.resolve()):
        yield Problem("package-differs", PACKAGE, "", f"it lists {path}, which lies outside the folder")
    elif not target.is_file():
        yield Problem("file-missing", path, "", "the data package lists it, but it is missing")
    elif f"sha256:{hashlib.sha256(target.read_bytes()).hexdigest()}" != digest:
        yield Problem("package-differs", path, "", "its hash is not the one in datapackage.json")


def _resource_problems(folder: Path, resource: Resource, found: Mapping[str, Any]) -> Iterator[Problem]:
    if resource.path not in found:  # missing, unreadable or no file of ours: told elsewhere
        return
    size, data = (folder / resource.path).stat().st_size, found[resource.path]
    if resource.bytes != size:
        yield Problem("package-differs", resource.path, "", f"it has {size} bytes, datapackage.json says otherwise")
    said, rows = (resource.rows, len(data)) if isinstance(data, list) else (resource.records, 1)
    if said != rows:
        yield Problem("package-differs", resource.path, "", f"it has {rows} records, datapackage.json says {said}")


def _origin_problems(package: Package, found: Mapping[str, Any]) -> Iterator[Problem]:
    """Schemas of another version, and datasets of another PDF than the package names."""
    if package.pipeline.schemas.split(".")[0] != SCHEMA_VERSION.split(".")[0]:
        said = f"its schemas are {package.pipeline.schemas}, this program reads {SCHEMA_VERSION}"
        yield Problem("package-differs", PACKAGE, "/pipeline/schemas", said)
    if f"sha256:{found['report.json']['source_file']['sha256']}" not in [source.hash for source in package.sources]:
        yield Problem("package-differs", PACKAGE, "/sources", "it names another PDF than report.json")
    findings = len(found[SUMMARY]["findings"])
    if findings != package.pipeline.findings:
        said = f"it says {package.pipeline.findings} findings, {SUMMARY} has {findings}"
        yield Problem("package-differs", PACKAGE, "/pipeline/findings", said)


def summary_problems(found: Mapping[str, Any]) -> Iterator[Problem]:
    """Where package, summary or ledger tell of other datasets. All files must be there and fit their schemas."""
    package = _package(found[PACKAGE])
    if isinstance(package, Package):
        yield from _origin_problems(package, found)
    yield from _summary_problems(found)
    yield from _ledger_problems(found[LEDGER])


def _summary_problems(found: Mapping[str, Any]) -> Iterator[Problem]:
    summary, findings, ledger = found[SUMMARY]["summary"], found[SUMMARY]["findings"], found[LEDGER]
    datasets = {name: found[f"{name}.json"] for name in DATASETS}
    counted = {
        "records": {name: len(data) if isinstance(data, list) else 1 for name, data in datasets.items()},
        "findings": {"error": 0, "warning": 0, "source": 0} | Counter(f["severity"] for f in findings),
        "codes": dict(Counter(f["code"] for f in findings)),
        "acknowledged": sum(f["acknowledged"] is not None for f in findings),
        "glyphs": ledger["glyphs"],
        "accounted": ledger["accounted"],
    }
    for key, number in counted.items():
        if summary[key] != number:
            yield Problem("summary-differs", SUMMARY, f"/summary/{key}", f"it says {summary[key]}, there are {number}")


def _ledger_problems(ledger: Mapping[str, Any]) -> Iterator[Problem]:
    glyphs = sum(page["glyphs"] for page in ledger["pages"])
    if glyphs != ledger["glyphs"]:
        yield Problem("summary-differs", LEDGER, "/glyphs", f"it says {ledger['glyphs']}, its pages have {glyphs}")
    astray = sum(page["lost"] + page["doubled"] for page in ledger["pages"])
    if ledger["balanced"] != (not astray) or (ledger["balanced"] and ledger["accounted"] != ledger["glyphs"]):
        yield Problem("summary-differs", LEDGER, "/balanced", "its balance is not that of its pages")
