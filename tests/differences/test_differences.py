from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.differences import diff_outputs, render_html, render_json, render_text, summary_lines
from pipeline.differences.matching import match
from pipeline.differences.plain import excerpt
from pipeline.errors import UsageError
from pipeline.model.records import Records, SectionRecord
from pipeline.validation.validate import as_written
from tests.validation.samples import HERE, organization, person, quote, records, table

ADA = person("Ada Okafor", role="head of reeds and ponds at the society", section_id="reeds")
ELSEWHERE = HERE.model_copy(update={"page": 9})


def section(identifier: str, title: str, number: str | None = None) -> SectionRecord:
    return SectionRecord(id=identifier, title=title, number=number, level=1, parent=None, evidence=[HERE])


@pytest.fixture
def output(tmp_path: Path) -> Callable[..., Path]:
    def write(name: str, made: Records, findings: list[Any] | None = None) -> Path:
        folder = tmp_path / name
        (folder / "validation").mkdir(parents=True)
        for dataset, data in as_written(made).items():
            (folder / f"{dataset}.json").write_text(json.dumps(data), encoding="utf-8")
        report = {"findings": findings or []}
        (folder / "validation" / "report.json").write_text(json.dumps(report), encoding="utf-8")
        return folder

    return write


Write = Callable[..., Path]


def test_the_same_records_are_the_same(output: Write) -> None:
    made = records(people=[ADA], quotes=[quote("Reeds are tall.", "Reeds are tall")])
    found = diff_outputs(output("a", made), output("b", made))
    assert found.same
    assert summary_lines(found) == ["No record differs.", "Datasets that changed: none."]


def test_evidence_and_the_files_name_are_no_difference_but_moves(output: Write) -> None:
    moved = ADA.model_copy(update={"evidence": [ELSEWHERE]})
    other = records(people=[moved])
    source = other.report.source_file.model_copy(update={"name": "other.pdf"})
    other = other.model_copy(update={"report": other.report.model_copy(update={"source_file": source})})
    found = diff_outputs(output("a", records(people=[ADA])), output("b", other))
    assert found.same
    assert [(d.name, [n.id for n in d.moved]) for d in found.datasets if d.moved] == [("people", ["ada-okafor"])]
    assert "ada-okafor" not in render_text(found)
    assert "= ada-okafor" in render_text(found, moved=True)
    assert summary_lines(found)[0] == "No record differs; 1 record only moved."


def test_records_added_removed_and_changed_are_told(output: Write) -> None:
    before = records(people=[ADA, person("Bo Lind")])
    after = records(people=[ADA.model_copy(update={"role": "head of reeds and meadows at the society"}), person("Cy")])
    found = diff_outputs(output("a", before), output("b", after))
    people = next(d for d in found.datasets if d.name == "people")
    assert not found.same
    assert [n.id for n in people.added] == ["cy"]
    assert [n.id for n in people.removed] == ["bo-lind"]
    assert [(c.field, c.before, c.after) for c in people.changed[0].changes] == [
        ("role", "head of reeds and ponds at the society", "head of reeds and meadows at the society")
    ]
    text = render_text(found)
    assert "role: head of reeds and [-ponds-] {+meadows+} at the society" in text
    assert summary_lines(found) == [
        "1 record added, 1 removed, 1 changed.",
        "Datasets that changed: people +1 -1 ~1.",
    ]


def test_a_record_whose_id_changed_is_found_by_its_text(output: Write) -> None:
    before = records(organizations=[organization("The Heron Society of Aldby")])
    after = records(organizations=[organization("The Heron Society in Aldby")])
    found = diff_outputs(output("a", before), output("b", after)).datasets
    changed = next(d for d in found if d.name == "organizations").changed[0]
    assert (changed.before_id, changed.id) == ("the-heron-society-of-aldby", "the-heron-society-in-aldby")
    assert [c.field for c in changed.changes] == ["name", "printed_name"]


def test_keys_that_name_a_renamed_record_are_no_difference(output: Write) -> None:
    before = records(people=[ADA], sections=[section("reeds", "On the reeds")])
    after = records(people=[ADA.model_copy(update={"section_id": "reed"})], sections=[section("reed", "On the reeds")])
    found = diff_outputs(output("a", before), output("b", after))
    assert found.same


def test_a_number_that_one_edition_prints_before_its_headings_is_no_difference(output: Write) -> None:
    plain, numbered = section("reeds", "Reeds"), section("reeds", "Reeds", "1.")
    a, b = output("a", records(sections=[plain])), output("b", records(sections=[numbered]))
    c = output("c", records(sections=[section("reeds", "Reeds", "2.")]))
    assert diff_outputs(a, b).same
    assert not diff_outputs(b, c).same


def test_values_inside_lists_are_named_by_their_way(output: Write) -> None:
    a = output("a", records(tables=[table(["Town", "Ponds"], ["Aldby", "3"], ["Brook", "4"])]))
    b = output("b", records(tables=[table(["Town", "Ponds"], ["Aldby", "3"], ["Brook", "5"])]))
    c = output("c", records(tables=[table(["Town", "Ponds"], ["Aldby", "3"])]))
    assert "rows.1.1: [-4-] {+5+}" in render_text(diff_outputs(a, b))
    assert "rows: Aldby; [-3; Brook; 4-] {+3+}" in render_text(diff_outputs(a, c))


def test_marks_alone_are_shown_as_they_are(output: Write) -> None:
    a = output("a", records(people=[person("Ada", role="the “head”")]))
    b = output("b", records(people=[person("Ada", role='the "head"')]))
    found = diff_outputs(a, b)
    assert not found.same
    assert 'role: "the “head”" → "the \\"head\\""' in render_text(found)
    assert "&#34;" in render_html(found) or "\\u0022" in render_html(found) or '\\"' in render_html(found)


def test_findings_are_compared_only_where_asked_for(output: Write) -> None:
    finding = {"id": "x-1", "code": "x", "message": "m", "evidence": []}
    a, b = output("a", records()), output("b", records(), [finding])
    assert diff_outputs(a, b).same
    asked = diff_outputs(a, b, findings=True)
    assert not asked.same
    assert "findings: +1" in render_text(asked)


def test_a_folder_that_does_not_match_its_own_hashes_is_read_with_a_warning(output: Write) -> None:
    a, b = output("a", records()), output("b", records())
    package = {"pipeline": {"files": {"people.json": "sha256:0"}}}
    (b / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    found = diff_outputs(a, b)
    assert found.same
    assert found.warnings == ("b: people.json changed since the folder was made (another hash)",)
    assert "warning: b: people.json" in render_text(found)
    assert "Warning" in render_html(found)


def test_a_missing_dataset_is_empty_and_told(output: Write) -> None:
    a, b = output("a", records(people=[ADA])), output("b", records(people=[ADA]))
    (b / "people.json").unlink()
    found = diff_outputs(a, b)
    assert found.warnings == ("b: people.json is missing",)
    assert [n.id for d in found.datasets for n in d.removed] == ["ada-okafor"]


@pytest.mark.parametrize("content", [None, "[1,"])
def test_what_is_no_output_is_a_wrong_call(output: Write, tmp_path: Path, content: str | None) -> None:
    good = output("a", records())
    bad = tmp_path / "bad"
    bad.mkdir()
    if content is not None:
        (bad / "people.json").write_text(content, encoding="utf-8")
    with pytest.raises(UsageError):
        diff_outputs(good, bad)
    with pytest.raises(UsageError, match="no such folder"):
        diff_outputs(good, tmp_path / "nowhere")


def test_json_holds_all_of_it(output: Write) -> None:
    a, b = output("a", records(people=[ADA])), output("b", records(people=[person("Ada Okafor", role="head")]))
    value = json.loads(render_json(diff_outputs(a, b)))
    assert value["same"] is False
    change = value["datasets"]["people"]["changed"][0]["changes"][0]
    assert (change["field"], change["to"]) == ("role", "head")
    assert {"op": "delete", "from": "of reeds and ponds at the society", "to": ""} in change["words"]
    assert list(value["datasets"]) == list(as_written(records()))


def test_text_of_the_reports_is_escaped_in_html(output: Write) -> None:
    a = output("a", records())
    b = output("b", records(people=[person("<script>alert(1)</script>")]))
    page = render_html(diff_outputs(a, b))
    assert "<script" not in page
    assert "&lt;script&gt;" in page


def test_long_stretches_that_are_the_same_are_cut() -> None:
    same = " ".join(f"w{i}" for i in range(30))
    cut = excerpt([("equal", same, same), ("insert", "", "new"), ("equal", same, same)])
    assert cut == [
        ("equal", "… w26 w27 w28 w29", "… w26 w27 w28 w29"),
        ("insert", "", "new"),
        ("equal", "w0 w1 w2 w3 …", "w0 w1 w2 w3 …"),
    ]


ROWS = st.lists(st.fixed_dictionaries({"id": st.text("ab", min_size=1, max_size=3), "text": st.text("xyz ")}))


@given(ROWS, ROWS)
def test_each_record_is_matched_added_or_removed_once(before: list[Any], after: list[Any]) -> None:
    found = match(before, after)
    assert len(found.pairs) + len(found.removed) == len(before)
    assert len(found.pairs) + len(found.added) == len(after)
    assert {id(a) for a, _ in found.pairs}.isdisjoint(id(row) for row in found.removed)


@given(ROWS)
def test_records_match_themselves(rows: list[Any]) -> None:
    assert all(a["id"] == b["id"] for a, b in match(rows, rows).pairs)
    assert len(match(rows, rows).pairs) == len(rows)
