"""What the stages made is kept under the hash of what it was made from."""

from __future__ import annotations

from pathlib import Path

import pytest

from flows.store import Plan, fetch, keep
from pipeline.errors import OutputError
from pipeline.work import Job


def plan(pdf: Path, **files: Path) -> Plan:
    return Plan.of(Job.of(pdf, pdf.parent / "out", **files))


def test_a_value_comes_back_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "stage" / "key.pickle"
    keep(path, {"a": (1, 2)})
    assert fetch(path) == {"a": (1, 2)}
    assert list(path.parent.iterdir()) == [path]


def test_where_nothing_can_be_kept_it_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="REPORT_PIPELINE_CACHE"):
        keep(tmp_path / "file" / "key.pickle", 1)


def test_the_same_file_has_the_same_plan_wherever_it_lies(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "report.pdf").write_bytes(b"%PDF")
    assert plan(tmp_path / "a" / "report.pdf") == plan(tmp_path / "b" / "report.pdf")


def test_each_stage_is_made_anew_only_after_what_it_depends_on_changed(tmp_path: Path) -> None:
    pdf = tmp_path / "report.pdf"
    pdf.write_bytes(b"%PDF")
    profile = tmp_path / "profile.yaml"
    profile.write_text("publisher: A House\n")
    before = plan(pdf, profile=profile)
    profile.write_text("publisher: Another House\n")
    after = plan(pdf, profile=profile)
    assert (before.blocks, before.document) == (after.blocks, after.document)
    assert before.records != after.records
    assert before.validation != after.validation
    pdf.write_bytes(b"%PDF other")
    assert plan(pdf, profile=profile).blocks != after.blocks
