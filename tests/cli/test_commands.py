"""The other commands, each once as a user calls it; what they make is tested in the rooms that make it."""

from __future__ import annotations

import csv
import io
import json
import shutil
import sqlite3
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from pipeline import run
from pipeline.cli.export import ExportForm
from pipeline.cli.inspect import InspectStage
from pipeline.exporting import FORMATS
from pipeline.inspection import STAGES
from pipeline.schemas import schema_names
from pipeline.validation import CHECKS
from tests.cli.conftest import Cli
from tests.small_report import small_report

ROWS = (("Garden", "Wells"), ("North", "12"), ("South", "33"), ("West", "7"))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output of a small report; tests that change it copy it."""
    folder = tmp_path_factory.mktemp("made")
    return run(small_report(folder / "report.pdf"), folder / "out").folder


@pytest.fixture
def with_table(tmp_path: Path) -> Path:
    path = tmp_path / "wells.pdf"
    canvas = Canvas(str(path))
    for r, row in enumerate(ROWS):
        for c, cell in enumerate(row):
            canvas.rect(100 + 120 * c, 600 - 20 * r, 120, 20)
            canvas.drawString(104 + 120 * c, 606 - 20 * r, cell)
    canvas.save()
    return path


def test_extract_writes_markdown_to_stdout(cli: Cli, tmp_path: Path) -> None:
    said = cli("extract", small_report(tmp_path / "report.pdf"))
    assert (said.code, said.err) == (0, "")
    assert "# WATER AND SOIL\n" in said.out


@pytest.mark.parametrize(("form", "ending"), [("md", ".md"), ("json", ".json"), ("text", ".txt")])
def test_extract_takes_a_folder_and_says_what_became_of_each(cli: Cli, tmp_path: Path, form: str, ending: str) -> None:
    source = tmp_path / "pdfs"
    source.mkdir()
    small_report(source / "good.pdf")
    (source / "bad.pdf").write_text("no PDF")
    said = cli("extract", source, "--to", form, "-o", tmp_path / "out")
    assert said.code == 0
    assert said.out == f"{tmp_path / 'out'}: 1 ok, 1 refused, 0 failed\n"
    summary = json.loads((tmp_path / "out" / "summary.json").read_text())
    assert [(e["file"], e["status"], e["pages"]) for e in summary] == [("bad.pdf", "refused", 0), ("good.pdf", "ok", 3)]
    assert summary[0]["reason"].startswith("bad.pdf: ")
    assert "Water comes from the river" in (tmp_path / "out" / f"good{ending}").read_text()
    assert cli("extract", source, "--to", form, "-o", tmp_path / "out", "--strict").code == 3


def test_extract_of_a_folder_needs_a_place(cli: Cli, tmp_path: Path) -> None:
    small_report(tmp_path / "report.pdf")
    assert cli("extract", tmp_path).code == 2


def test_a_file_that_takes_too_long_is_refused(cli: Cli, tmp_path: Path) -> None:
    source = tmp_path / "pdfs"
    source.mkdir()
    small_report(source / "report.pdf")
    assert cli("extract", source, "-o", tmp_path / "out", "--time-limit", "0.1").code == 0
    assert "longer than the limit" in (tmp_path / "out" / "summary.json").read_text()


def test_tables_as_json(cli: Cli, with_table: Path) -> None:
    said = cli("tables", with_table)
    (entry,) = json.loads(said.out)["wells"]
    assert entry["page"] == 1
    assert entry["rows"] == [list(row) for row in ROWS]


def test_tables_as_csv_one_file_each(cli: Cli, with_table: Path, tmp_path: Path) -> None:
    assert cli("tables", with_table, "--to", "csv", "-o", tmp_path / "csv").code == 0
    content = (tmp_path / "csv" / "wells-1.csv").read_text()
    assert [tuple(row) for row in csv.reader(io.StringIO(content))] == list(ROWS)


@pytest.mark.parametrize(("form", "sign"), [("html", b"<td>"), ("md", b"| Garden |"), ("xlsx", b"PK")])
def test_tables_in_other_forms(cli: Cli, with_table: Path, tmp_path: Path, form: str, sign: bytes) -> None:
    target = tmp_path / f"tables.{form}"
    assert cli("tables", with_table, "--join", "--to", form, "-o", target).code == 0
    assert sign in target.read_bytes()


def test_tables_of_some_pages_only(cli: Cli, with_table: Path) -> None:
    assert json.loads(cli("tables", with_table, "--pages", "2-3,5").out) == {"wells": []}
    said = cli("tables", with_table, "--pages", "first")
    assert (said.code, said.err.count("\n")) == (2, 1)


def test_of_several_files_the_good_ones_are_written(cli: Cli, with_table: Path, tmp_path: Path) -> None:
    (tmp_path / "bad.pdf").write_text("no PDF")
    said = cli("tables", with_table, tmp_path / "bad.pdf")
    assert said.code == 3
    assert list(json.loads(said.out)) == ["wells"]


def test_validate_finds_a_file_that_was_changed(cli: Cli, made: Path, tmp_path: Path) -> None:
    copy = tmp_path / "report"
    shutil.copytree(made, copy)
    assert cli("validate", copy) == (0, f"{copy}: valid\n", "")
    people = json.loads((copy / "people.json").read_text())
    (copy / "people.json").write_text(json.dumps([*people, {"id": "x"}]))
    said = cli("validate", copy)
    assert said.code == 1
    assert "people.json" in said.out


def test_schemas_are_written_and_checked(cli: Cli, tmp_path: Path) -> None:
    assert cli("schemas", tmp_path).code == 0
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted(f"{name}.schema.json" for name in schema_names())
    assert cli("schemas", tmp_path, "--check").code == 0
    (tmp_path / "people.schema.json").write_text("{}")
    said = cli("schemas", tmp_path, "--check")
    assert said.code == 1
    assert "people.schema.json" in said.out


def test_checks_are_listed_and_explained(cli: Cli) -> None:
    assert len(cli("checks").out.splitlines()) == len(CHECKS)
    assert "What to do:" in cli("checks", CHECKS[0].code).out
    assert cli("checks", "no-such-check").code == 2


def test_a_correction_is_appended_and_applied_by_the_next_run(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    small_report(tmp_path / "report.pdf")
    folder = run("report.pdf").folder
    said = cli(
        "correct", folder, "report/" + _id(folder), "publisher", "The Guild", "--reason", "So it is.", "--by", "A"
    )
    assert said.code == 0
    assert (tmp_path / "corrections" / "report.yaml").exists()
    assert cli("run", "report.pdf", "--engine", "local").code == 0
    report = json.loads((folder / "report.json").read_text())
    assert report["publisher"] == "The Guild"
    assert report["corrected"][0]["reason"] == "So it is."


def _id(folder: Path) -> str:
    return str(json.loads((folder / "report.json").read_text())["id"])


def test_export_knows_every_form(made: Path, cli: Cli, tmp_path: Path) -> None:
    assert tuple(form.value for form in ExportForm) == FORMATS
    assert cli("export", made, "--to", "sqlite", "-o", tmp_path / "report.db").code == 0
    with sqlite3.connect(tmp_path / "report.db") as database:
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    assert json.loads(cli("export", made, "--to", "annotations", "-o", "-").out)
    assert cli("export", made, "--to", "csv", "-o", "-").code == 2


def test_a_first_profile_is_written(cli: Cli, tmp_path: Path) -> None:
    said = cli("profile", "new", small_report(tmp_path / "report.pdf"), "-o", tmp_path / "report.yaml")
    assert (said.code, said.err) == (0, "")
    assert "report.pdf" in (tmp_path / "report.yaml").read_text()


def test_pages_are_drawn_as_a_picture_or_as_one_page(cli: Cli, with_table: Path, tmp_path: Path) -> None:
    assert tuple(stage.value for stage in InspectStage) == STAGES
    assert cli("inspect", with_table, "--page", "1", "-o", tmp_path / "page.png").code == 0
    assert (tmp_path / "page.png").read_bytes().startswith(b"\x89PNG")
    assert cli("inspect", with_table, "--stage", "tables", "-o", tmp_path / "pages.html").code == 0
    assert "<html" in (tmp_path / "pages.html").read_text()
    assert cli("inspect", with_table, "--page", "9", "-o", tmp_path / "page.png").code == 2
