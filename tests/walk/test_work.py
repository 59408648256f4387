"""Work is addressed by content."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from pipeline import work
from pipeline.errors import ChangedInput, NotAPdf, ProfileError
from pipeline.work import Job, changed_files, code_hash, file_hash, fingerprint, is_up_to_date, mind_changes, stamp


@pytest.fixture
def job(tmp_path: Path) -> Job:
    """A report whose result lies there, complete."""
    pdf = tmp_path / "report.pdf"
    pdf.write_bytes(b"%PDF-1.7 ...")
    profile = tmp_path / "profile.yaml"
    profile.write_text("publisher: A House\n")
    job = Job.of(pdf, tmp_path / "out", profile)
    job.folder.mkdir(parents=True)
    (job.folder / "people.json").write_text("[]\n")
    listed = {"people.json": f"sha256:{file_hash(job.folder / 'people.json')}"}
    (job.folder / "datapackage.json").write_text(json.dumps({"pipeline": {"files": listed}}))
    stamp(job, fingerprint(job))
    return job


def test_a_result_that_was_just_made_is_up_to_date(job: Job) -> None:
    assert is_up_to_date(job)


def test_nothing_changes_when_the_pdf_is_only_copied_anew(job: Job) -> None:
    content = job.pdf.read_bytes()
    job.pdf.unlink()
    job.pdf.write_bytes(content)
    assert is_up_to_date(job)


def test_another_pdf_is_new_work(job: Job) -> None:
    job.pdf.write_bytes(b"%PDF-1.7 other")
    assert not is_up_to_date(job)


@pytest.mark.parametrize("changed", ["report.pdf", "profile.yaml"])
def test_what_is_changed_during_the_run_is_told_and_not_taken_for_what_the_result_is_made_from(
    job: Job, changed: str
) -> None:
    made_from = fingerprint(job)
    (job.pdf.parent / changed).write_bytes(b"%PDF-1.7 other")
    with pytest.raises(ChangedInput, match="changed during the run"):
        mind_changes(job, made_from)
    stamp(job, made_from)
    assert not is_up_to_date(job)


def test_another_profile_is_new_work(job: Job) -> None:
    assert job.profile
    job.profile.write_text("publisher: Another House\n")
    assert not is_up_to_date(job)


def test_corrections_are_new_work(job: Job, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "corrections").mkdir()
    (tmp_path / "corrections" / "report.yaml").write_text("corrections: []\n")
    assert not is_up_to_date(Job.of(job.pdf, tmp_path / "out", job.profile))


def test_a_touched_or_missing_output_is_new_work(job: Job) -> None:
    (job.folder / "people.json").write_text("[1]\n")
    assert changed_files(job.folder) == ["people.json"]
    assert not is_up_to_date(job)
    (job.folder / "people.json").unlink()
    assert not is_up_to_date(job)
    shutil.rmtree(job.folder)
    assert not is_up_to_date(job)


@pytest.mark.parametrize("content", ["", "[]", "{", '{"fingerprint": "0"}'])
def test_a_stamp_that_says_nothing_is_new_work(job: Job, content: str) -> None:
    job.stamp.write_text(content)
    assert not is_up_to_date(job)


def test_other_code_or_another_library_is_new_work(job: Job, monkeypatch: pytest.MonkeyPatch) -> None:
    before = fingerprint(job)
    monkeypatch.setattr(work, "code_hash", lambda *stages: "other code")
    other_code = fingerprint(job)
    monkeypatch.setattr(work, "_version", lambda name: "999")
    assert len({before, other_code, fingerprint(job)}) == 3


def test_the_code_of_a_stage_counts_for_that_stage_only(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    package = tmp_path / "pipeline"
    for room in ("layout", "extraction", "model", "cli"):
        (package / room).mkdir(parents=True)
        (package / room / "__init__.py").write_text("")
    monkeypatch.setattr(work, "PACKAGE", package)

    def hashes() -> tuple[str, str]:
        code_hash.cache_clear()
        return code_hash("layout"), code_hash("extraction")

    layout, extraction = hashes()
    (package / "extraction" / "__init__.py").write_text("x = 1")
    assert hashes()[0] == layout
    assert hashes()[1] != extraction
    (package / "cli" / "__init__.py").write_text("x = 1")
    assert hashes()[0] == layout
    (package / "model" / "__init__.py").write_text("x = 1")
    assert hashes()[0] != layout
    code_hash.cache_clear()


def test_a_pdf_or_profile_that_is_not_there_is_an_error_that_names_it(job: Job, tmp_path: Path) -> None:
    with pytest.raises(NotAPdf, match=r"missing\.pdf"):
        fingerprint(Job.of(tmp_path / "missing.pdf", tmp_path))
    with pytest.raises(ProfileError, match=r"missing\.yaml"):
        fingerprint(Job.of(job.pdf, tmp_path, tmp_path / "missing.yaml"))
