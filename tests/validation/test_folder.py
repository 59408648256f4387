from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

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
