"""`datapackage.json`: what the files are, as a Frictionless Data Package (version 2.0)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pipeline.model.findings import Finding
from pipeline.model.records import DATASETS, Records, Report
from pipeline.publishing.swap import Written
from pipeline.schemas import SCHEMA_VERSION, schema_for

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
CHANGES = "Text and tables were extracted from the PDF, structured, deduplicated and annotated with evidence."
_LICENSE_TITLES = {"CC0-1.0": "Creative Commons Zero 1.0"}
# Keys that hold one id of another dataset's record (or of the same one's).
REFERENCES = {
    "section_id": "sections",
    "section": "sections",
    "parent": "sections",
    "speaker_id": "people",
    "organization_id": "organizations",
    "footnote_id": "footnotes",
}
_TYPES = {"string": "string", "integer": "integer", "number": "number", "boolean": "boolean", "array": "array"}


def datapackage(
    records: Records, findings: list[Finding], files: Mapping[str, Written], *, name: str, version: str
) -> dict[str, Any]:
    """The descriptor of a folder in which `files` were written (by path)."""
    report = records.report
    package: dict[str, Any] = {
        "$schema": PROFILE,
        "name": name,
        "title": report.title,
        "description": f"Datasets extracted from the report “{report.title}”. {_attribution(report)}",
        "version": SCHEMA_VERSION,
    }
    if report.license:
        package["licenses"] = [_license(report)]
    package["contributors"] = _contributors(report)
    source = {"title": report.title, "path": report.source_file.name, "hash": f"sha256:{report.source_file.sha256}"}
    package["sources"] = [source | ({"version": str(report.year)} if report.year else {})]
    package["resources"] = [_resource(dataset, files, records) for dataset in DATASETS]
    package["attribution"] = _attribution(report)
    package["pipeline"] = {
        "name": "report-pipeline",
        "version": version,
        "schemas": SCHEMA_VERSION,
        "findings": len(findings),
        "files": {path: f"sha256:{file.sha256}" for path, file in sorted(files.items())},
    }
    return package


def _attribution(report: Report) -> str:
    """Title, authors, licence, and that it was changed: what CC BY 4.0 asks for (section 3(a)(1))."""
    authors = ", ".join(author.name for author in report.authors)
    by = " and ".join(part for part in (authors, report.publisher) if part)
    year = f" ({report.year})" if report.year else ""
    licensed = f" Licensed under {report.license} ({report.license_url})." if report.license else ""
    return f"“{report.title}”{f' by {by}' if by else ''}{year}.{licensed} {CHANGES}"


def _license(report: Report) -> dict[str, str]:
    license_ = {"name": str(report.license)}
    if report.license_url:
        license_["path"] = report.license_url
    return license_ | {"title": _LICENSE_TITLES.get(str(report.license), str(report.license).replace("-", " "))}


def _contributors(report: Report) -> list[dict[str, Any]]:
    people = [{"title": author.name, "roles": ["author"]} for author in report.authors]
    publisher = [{"title": report.publisher, "roles": ["publisher"]}] if report.publisher else []
    return [*people, *publisher, {"title": "report-pipeline", "roles": ["wrangler"]}]


def _resource(dataset: str, files: Mapping[str, Written], records: Records) -> dict[str, Any]:
    path = f"{dataset}.json"
    schema = schema_for(dataset)
    resource: dict[str, Any] = {
        "name": dataset,
        "path": path,
        "type": "table",
        "title": dataset.capitalize(),
        "description": schema["description"],
        "format": "json",
        "mediatype": "application/json",
        "encoding": "utf-8",
        "bytes": files[path].bytes,
        "hash": f"sha256:{files[path].sha256}",
        "jsonSchema": schema["$id"],
    }
    if dataset == "report":
        return resource | {"type": "json", "records": 1}
    return resource | {"rows": len(getattr(records, dataset)), "schema": _table_schema(dataset, schema)}


def _table_schema(dataset: str, schema: dict[str, Any]) -> dict[str, Any]:
    """Table Schema of a dataset: a field a key; what can hold several types is `any`."""
    record = schema["$defs"][DATASETS[dataset].__name__]
    fields = [
        {"name": key, "type": _type_of(prop, schema["$defs"]), "description": prop.get("description", "")}
        for key, prop in record["properties"].items()
    ]
    keys = [
        {"fields": [key], "reference": {"resource": "" if target == dataset else target, "fields": ["id"]}}
        for key, target in REFERENCES.items()
        if key in record["properties"]
    ]
    return {"fields": fields, "primaryKey": ["id"]} | ({"foreignKeys": keys} if keys else {})


def _type_of(prop: dict[str, Any], definitions: dict[str, Any]) -> str:
    kinds = {k["type"] for k in prop.get("anyOf", [prop]) if k.get("type", "null") != "null"}
    if kinds == {"integer", "number"}:
        return "number"
    return _TYPES.get(kinds.pop(), "any") if len(kinds) == 1 else "any"
