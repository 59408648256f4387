from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pipeline.errors import UsageError
from pipeline.publishing import publish
from pipeline.validation import validate, validate_folder
from tests.validation.pdfs import document_of, write_pdf
from tests.validation.samples import person, records


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    base = tmp_path_factory.mktemp("published")
    pdf = write_pdf(base / "herons.pdf", "The heron stands in the reeds.")
    document = document_of(pdf)
    made = records(people=[person("Ada Okafor")])
    validation = validate(document, made, pdf)
    publish(document, made, validation.report, validation.ledger, pdf, base / "out", version="0.0.0")
    return base / "out"


@pytest.fixture
def folder(published: Path, tmp_path: Path) -> Path:
    for path in sorted(p for p in published.rglob("*") if p.is_file()):
        target = tmp_path / "out" / path.relative_to(published)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(path.read_bytes())
    return tmp_path / "out"


def edit(path: Path, change: Callable[[str], str]) -> None:
    path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")


def test_what_a_run_has_written_is_sound(folder: Path) -> None:
    assert validate_folder(folder) == []


def test_a_changed_file_has_another_hash(folder: Path) -> None:
    edit(folder / "document.md", lambda text: text + "\nOne more line.\n")
    assert [(p.code, p.file) for p in validate_folder(folder)] == [("package-differs", "document.md")]


def test_a_record_that_breaks_its_schema_is_named_with_its_place(folder: Path) -> None:
    edit(folder / "people.json", lambda text: text.replace('"mentioned"', '"unknown"'))
    found = [(p.code, p.file, p.where) for p in validate_folder(folder)]
    assert ("schema-violated", "people.json", "/0/kind") in found
    assert ("yaml-differs", "people.yaml", "") in found


def test_a_broken_reference_is_found_by_a_consumer_too(folder: Path) -> None:
    data = json.loads((folder / "people.json").read_text(encoding="utf-8"))
    data[0]["organization_id"] = "nowhere"
    text = json.dumps(data)
    (folder / "people.json").write_text(text, encoding="utf-8")
    (folder / "people.yaml").write_text(text, encoding="utf-8")  # JSON is YAML
    assert "reference-broken" in {p.code for p in validate_folder(folder)}


@pytest.mark.parametrize("name", ["quotes.json", "quotes.yaml", "validation/ledger.json", "document.json"])
def test_a_missing_file_is_told(folder: Path, name: str) -> None:
    (folder / name).unlink()
    assert ("file-missing", name) in {(p.code, p.file) for p in validate_folder(folder)}


@pytest.mark.parametrize(("name", "content"), [("quotes.json", b"[1,"), ("quotes.yaml", b"a: [")])
def test_a_file_that_can_not_be_read_is_told(folder: Path, name: str, content: bytes) -> None:
    (folder / name).write_bytes(content)
    assert ("file-unreadable", name) in {(p.code, p.file) for p in validate_folder(folder)}


def test_no_folder_is_a_wrong_call(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such folder"):
        validate_folder(tmp_path / "nowhere")


def change(folder: Path, path: str, edit_data: Callable[[Any], Any]) -> None:
    """Change what a file holds, without telling the data package."""
    data = json.loads((folder / path).read_text(encoding="utf-8"))
    (folder / path).write_text(json.dumps(edit_data(data)), encoding="utf-8")


def told(folder: Path) -> set[tuple[str, str]]:
    return {(p.file, p.where) for p in validate_folder(folder)}


def test_the_package_counts_the_records(folder: Path) -> None:
    def one_more(package: Any) -> Any:
        next(r for r in package["resources"] if r["name"] == "people")["rows"] += 1
        return package

    change(folder, "datapackage.json", one_more)
    [problem] = validate_folder(folder)
    assert (problem.file, problem.message) == ("people.json", "it has 1 records, datapackage.json says 2")


def test_the_package_names_the_pdf_that_the_data_are_from(folder: Path) -> None:
    change(folder, "datapackage.json", lambda p: p | {"sources": [{"hash": "sha256:0"}]})
    assert told(folder) == {("datapackage.json", "/sources")}


def test_the_package_counts_the_findings(folder: Path) -> None:
    change(folder, "datapackage.json", lambda p: p | {"pipeline": p["pipeline"] | {"findings": 99}})
    assert told(folder) == {("datapackage.json", "/pipeline/findings")}


def test_datasets_under_other_schemas_are_told(folder: Path) -> None:
    change(folder, "datapackage.json", lambda p: p | {"pipeline": p["pipeline"] | {"schemas": "999.0.0"}})
    assert told(folder) == {("datapackage.json", "/pipeline/schemas")}


def test_a_package_may_not_lead_out_of_the_folder(folder: Path) -> None:
    def astray(package: Any) -> Any:
        package["pipeline"]["files"]["../secret.txt"] = "sha256:0"
        return package

    (folder.parent / "secret.txt").write_text("not for everybody")
    change(folder, "datapackage.json", astray)
    assert [p.message for p in validate_folder(folder)] == ["it lists ../secret.txt, which lies outside the folder"]


@pytest.mark.parametrize("package", [[], {}, {"resources": 3, "sources": [], "pipeline": {}}, "text"])
def test_a_package_of_another_form_is_told_in_a_line(folder: Path, package: object) -> None:
    change(folder, "datapackage.json", lambda _: package)
    [problem] = validate_folder(folder)
    assert problem.file == "datapackage.json" and "no description of an output folder" in problem.message


@pytest.mark.parametrize("key", ["records", "findings", "codes", "acknowledged", "glyphs", "accounted"])
def test_the_summary_counts_what_is_there(folder: Path, key: str) -> None:
    def wrong(report: Any) -> Any:
        said = report["summary"][key]
        report["summary"][key] = said + 1 if isinstance(said, int) else said | {"people": 99}
        return report

    change(folder, "validation/report.json", wrong)
    assert ("validation/report.json", f"/summary/{key}") in told(folder)


def test_a_ledger_may_not_call_a_loss_balanced(folder: Path) -> None:
    def lose(ledger: Any) -> Any:
        ledger["pages"][0]["lost"] = 1
        return ledger

    change(folder, "validation/ledger.json", lose)
    assert ("validation/ledger.json", "/balanced") in told(folder)
