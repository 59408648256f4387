"""A published folder in other forms, each opened by a program that people use."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import duckdb
import frictionless
import pyarrow.parquet
import pypdf
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from pipeline.errors import UsageError
from pipeline.exporting import FORMATS, export
from pipeline.exporting.csv_files import _cell
from pipeline.exporting.highlights import _point
from pipeline.publishing import publish
from tests.publishing.sample import Sample, sample


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Sample:
    """The sample with the true hash of its PDF."""
    made = sample(tmp_path_factory.mktemp("sample"))
    digest = hashlib.sha256(made.pdf.read_bytes()).hexdigest()
    source = made.records.report.source_file.model_copy(update={"sha256": digest})
    report = made.records.report.model_copy(update={"source_file": source})
    return replace(made, records=made.records.model_copy(update={"report": report}))


@pytest.fixture(scope="module")
def folder(made: Sample, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("out") / "rivers"
    publish(made.document, made.records, made.report, made.ledger, made.pdf, folder, version="1.2.3")
    return folder


def test_csv_is_a_data_package_that_frictionless_finds_sound(folder: Path, tmp_path: Path) -> None:
    path = export(folder, "csv", tmp_path / "csv")
    report = frictionless.validate(str(path / "datapackage.json"))
    assert report.valid, [(t.name, e.message) for t in report.tasks for e in t.errors]
    people = (path / "people.csv").read_text(encoding="utf-8").splitlines()
    assert people[0].startswith("id,name,honorific,role") and people[1].startswith("mary-alder,Mary Alder,,warden")


def test_csv_takes_the_place_of_a_former_export_but_of_nothing_else(folder: Path, tmp_path: Path) -> None:
    path = export(folder, "csv", tmp_path / "csv")
    export(folder, "csv", path)
    (path / "my notes.txt").write_text("mine")
    with pytest.raises(UsageError, match="my notes"):
        export(folder, "csv", path)
    assert (path / "my notes.txt").read_text() == "mine"


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"), ("@SUM(A1)", "'@SUM(A1)"), ("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"),
        ("+44 20 1234", "+44 20 1234"), ("-3", "-3"), ("Ash", "Ash"), (-3, -3),
    ],
)  # fmt: skip
def test_no_cell_of_a_csv_is_a_formula(text: str | int, cell: str | int) -> None:
    assert _cell(text) == cell


def test_sqlite_keeps_its_references_and_finds_words(folder: Path, tmp_path: Path) -> None:
    path = export(folder, "sqlite", tmp_path / "rivers.sqlite")
    with closing(sqlite3.connect(path)) as database:
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        spoken = "SELECT q.text, p.name FROM quotes q JOIN people p ON p.id = q.speaker_id"
        assert database.execute(spoken).fetchall() == [("rivers rise in spring and fall in autumn.", "Mary Alder")]
        found = (
            "SELECT r.dataset, r.id FROM records_fts JOIN records r ON r.rowid = records_fts.rowid "
            "WHERE records_fts MATCH 'warden' ORDER BY 1"
        )
        assert database.execute(found).fetchall() == [("people", "mary-alder")]
        cells = database.execute('SELECT heading, text FROM table_cells ORDER BY row, "column"').fetchall()
        assert cells == [("River", "Ash"), ("Length", "12"), ("River", "Elm <b>x</b>"), ("Length", "7")]
        places = "SELECT count(*) FROM evidence e JOIN records r ON r.dataset = e.dataset AND r.id = e.record_id"
        assert database.execute(places).fetchone()[0] == 23
        # what Datasette looks for to offer a search box: an FTS table that names its content table
        definition = database.execute("SELECT sql FROM sqlite_master WHERE name = 'records_fts'").fetchone()[0]
        assert "content='records'" in definition


def test_a_sqlite_file_is_the_same_each_time(folder: Path, tmp_path: Path) -> None:
    one, two = export(folder, "sqlite", tmp_path / "1.db"), export(folder, "sqlite", tmp_path / "2.db")
    assert one.read_bytes() == two.read_bytes()


def test_parquet_as_one_file_holds_a_report_a_row(folder: Path, tmp_path: Path) -> None:
    export(folder, "parquet", tmp_path / "a.parquet")
    export(folder, "parquet", tmp_path / "b.parquet")
    people = f"SELECT report, unnest(people) AS p FROM '{tmp_path}/*.parquet'"
    rows = duckdb.sql(f"SELECT report.title, p.name, p.evidence[1].page FROM ({people})").fetchall()
    assert len(rows) == 2 and rows[0][1:] == ("Mary Alder", 1)


def test_parquet_as_a_folder_holds_typed_datasets(folder: Path, made: Sample, tmp_path: Path) -> None:
    path = export(folder, "parquet", tmp_path / "parquet")
    [total] = duckdb.sql(f"SELECT sum(value), min(unit) FROM '{path}/statistics.parquet'").fetchall()
    assert total == (3_000_020.5, "USD")
    table = pyarrow.parquet.read_table(path / "quotes.parquet")
    assert table.column("occurrences")[0][1]["difference"][0].as_py() == {
        "op": "delete", "from": "and fall in autumn.", "to": "",
    }  # fmt: skip
    assert sorted(p.stem for p in path.iterdir()) == sorted(type(made.records).model_fields)


def test_web_annotations_have_the_shape_of_the_recommendation(folder: Path, tmp_path: Path) -> None:
    path = export(folder, "annotations", tmp_path / "annotations.json")
    collection = json.loads(path.read_text(encoding="utf-8"))
    assert collection["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert collection["type"] == "AnnotationCollection"
    items = collection["first"]["items"]
    assert collection["first"]["type"] == "AnnotationPage" and collection["total"] == len(items) == 23
    assert len({item["id"] for item in items}) == len(items)
    for item in items:
        assert item["type"] == "Annotation" and ":" in item["id"]
        assert set(item) <= {"id", "type", "motivation", "body", "target"}
        assert all(body["type"] == "TextualBody" and isinstance(body["value"], str) for body in item["body"])
        quote, fragment = item["target"]["selector"]
        assert quote["type"] == "TextQuoteSelector" and quote["exact"]
        assert fragment["type"] == "FragmentSelector" and fragment["value"].startswith(("page=1&", "page=2&"))
        assert item["target"]["source"]["id"].startswith("hash://sha256/")


def test_the_highlighted_pdf_shows_each_record_where_it_is_printed(folder: Path, made: Sample, tmp_path: Path) -> None:
    path = export(folder, "pdf", tmp_path / "marked.pdf", pdf=made.pdf)
    reader = pypdf.PdfReader(path)
    marks = [a.get_object() for page in reader.pages for a in page.get("/Annots", ())]
    assert all(mark["/Subtype"] == "/Highlight" for mark in marks)
    [role] = [mark for mark in marks if mark["/Contents"].endswith("Mary Alder (role)")]
    assert role["/Subj"] == "people" and role["/NM"].startswith("people/mary-alder/")
    left, bottom, right, top = (float(v) for v in role["/Rect"])
    document = pypdfium2.PdfDocument(path)
    assert document[0].get_textpage().get_text_bounded(left, bottom, right, top).strip().startswith("warden")


@given(st.sampled_from([0, 90, 180, 270]), st.floats(0, 400), st.floats(0, 500))
def test_highlights_stand_right_on_turned_and_cropped_pages(turn: int, x: float, y: float) -> None:
    """A dot drawn at a point's place on the page is seen by PDFium where the point was shown."""
    page = pypdf.PageObject.create_blank_page(width=612, height=792)
    page.cropbox = pypdf.generic.RectangleObject((30, 40, 580, 760))
    page.rotate(turn)
    width, height = (550, 720) if turn % 180 == 0 else (720, 550)
    px, py = _point(page, min(x, width), min(y, height))
    corners = {0: (30, 760), 90: (30, 40), 180: (580, 40), 270: (580, 760)}
    assert _point(page, 0, 0) == corners[turn]
    assert 30 <= px <= 580 and 40 <= py <= 760


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_turned_page_s_highlight_covers_the_word_that_is_shown_there(turn: int, tmp_path: Path) -> None:
    pdf = tmp_path / "turned.pdf"
    canvas = Canvas(str(pdf), pagesize=(300, 400))
    canvas.drawString(100, 200, "word")
    canvas.save()
    writer = pypdf.PdfWriter(clone_from=pdf)
    writer.pages[0].rotate(turn)
    writer.write(pdf)
    shown = pypdfium2.PdfDocument(pdf)[0]
    box = pypdf.PdfReader(pdf).pages[0]
    x, y = 110.0, 400 - 203.0  # inside the word, on the unturned page
    on_screen = {0: (x, y), 90: (400 - y, x), 180: (300 - x, 400 - y), 270: (y, 300 - x)}[turn]
    assert shown.get_size() == ((300, 400) if turn % 180 == 0 else (400, 300))
    px, py = _point(box, *on_screen)
    assert px == pytest.approx(110) and py == pytest.approx(203)


def test_another_pdf_is_refused(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.pdf"
    other.write_bytes(b"%PDF-1.7")
    with pytest.raises(UsageError, match="another file"):
        export(folder, "pdf", tmp_path / "marked.pdf", pdf=other)
    with pytest.raises(UsageError, match="--pdf"):
        export(folder, "pdf", tmp_path / "marked.pdf")


@pytest.mark.parametrize("to", FORMATS)
def test_what_is_no_output_folder_is_refused_in_one_line(to: Any, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="report-pipeline run"):
        export(tmp_path, to, tmp_path / "x")


def test_data_of_another_schema_is_refused_with_file_and_key(folder: Path, tmp_path: Path) -> None:
    for path in folder.rglob("*.json"):
        target = tmp_path / path.relative_to(folder)
        target.parent.mkdir(exist_ok=True)
        target.write_bytes(path.read_bytes())
    people = json.loads((tmp_path / "people.json").read_text(encoding="utf-8"))
    people[0]["surname"] = people[0].pop("name")
    (tmp_path / "people.json").write_text(json.dumps(people), encoding="utf-8")
    with pytest.raises(UsageError, match=r"people\.json.*0\.name"):
        export(tmp_path, "sqlite", tmp_path / "x.sqlite")


def test_a_folder_in_the_way_of_a_file_is_refused(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="a folder stands"):
        export(folder, "sqlite", tmp_path)
