"""The data package, opened by the tool that its users have."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import frictionless
import pytest

from pipeline.model.records import DATASETS
from pipeline.publishing import publish
from tests.publishing.sample import Sample

# frictionless 5 counts no bytes of a JSON table: its reader takes them from another method than the one that counts
# (docs/datapackage.md). Rows, fields, types, primary and foreign keys it does check.
UNSUPPORTED = ["byte-count"]


@pytest.fixture(scope="module")
def folder(made: Sample, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("out") / "rivers"
    publish(made.document, made.records, made.report, made.ledger, made.pdf, folder, version="1.2.3")
    return folder


def descriptor(folder: Path) -> dict[str, Any]:
    read: dict[str, Any] = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    return read


def faults(folder: Path) -> list[tuple[str, str, str]]:
    report = frictionless.validate(str(folder / "datapackage.json"))
    tasks = [(task.name, error.type, error.message) for task in report.tasks for error in task.errors]
    return [("package", e.type, e.message) for e in report.errors] + tasks


def test_frictionless_finds_nothing_that_it_supports(folder: Path) -> None:
    assert [fault for fault in faults(folder) if fault[1] not in UNSUPPORTED] == []


def test_frictionless_finds_a_broken_reference_and_a_lost_row(folder: Path, tmp_path: Path) -> None:
    for path in folder.glob("*.json"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    quotes = json.loads((tmp_path / "quotes.json").read_text(encoding="utf-8"))
    quotes[0]["speaker_id"] = "nobody"
    (tmp_path / "quotes.json").write_text(json.dumps(quotes), encoding="utf-8")
    (tmp_path / "statistics.json").write_text("[]", encoding="utf-8")
    found = {(name, kind) for name, kind, _ in faults(tmp_path)}
    assert ("quotes", "foreign-key") in found
    assert any(name == "statistics" for name, _ in found)


def test_each_resource_says_schema_hash_bytes_and_number_of_records(folder: Path) -> None:
    resources = descriptor(folder)["resources"]
    assert [r["name"] for r in resources] == list(DATASETS)
    for resource in resources:
        content = (folder / resource["path"]).read_bytes()
        assert resource["bytes"] == len(content)
        assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
        data = json.loads(content)
        assert (resource["rows"] if isinstance(data, list) else resource["records"]) == (
            len(data) if isinstance(data, list) else 1
        )
        assert resource["jsonSchema"].endswith(f"/{resource['name']}.schema.json")
        if isinstance(data, list):
            assert [f["name"] for f in resource["schema"]["fields"]] == list(data[0])


def test_licence_and_attribution_say_what_cc_by_asks_for(folder: Path) -> None:
    package = descriptor(folder)
    assert package["licenses"] == [
        {
            "name": "CC-BY-4.0",
            "path": "https://creativecommons.org/licenses/by/4.0/",
            "title": "CC BY 4.0",
        }
    ]
    for part in ("Towns", "Water Board of Ashford", "2019", "CC-BY-4.0", "extracted from the PDF"):
        assert part in package["attribution"]
    assert package["sources"][0]["hash"] == "sha256:" + "0" * 64
    assert package["pipeline"]["version"] == "1.2.3"
