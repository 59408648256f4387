"""The flows, on a real Prefect server: the same bytes as the plain walk, and what orchestration adds."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from flows import tasks
from flows.artifacts import markdown
from flows.regenerate import SomeFailed, regenerate, regenerate_all
from pipeline import Outcome, run
from pipeline.errors import DamagedPdf, InputError, InternalError, NotAPdf, OutputError
from tests.cli.test_run import snapshot
from tests.small_report import small_report

pytestmark = [pytest.mark.usefixtures("prefect_server"), pytest.mark.xdist_group("prefect")]

ROOT = Path(__file__).parents[2]


@pytest.fixture
def report(tmp_path: Path) -> Path:
    return small_report(tmp_path / "report.pdf")


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The stages that were really run, by name, while the test lasts."""
    names: list[str] = []
    honest = tasks.in_child

    def recorded(work: Any, pdf: Path, allowance: Any) -> Any:
        names.append(work.func.__name__)
        return honest(work, pdf, allowance)

    monkeypatch.setattr(tasks, "in_child", recorded)
    return names


def failing(monkeypatch: pytest.MonkeyPatch, stage: str, errors: list[Exception]) -> list[str]:
    """Let a stage fail with these errors, one a try; returns the list of tries."""
    tries: list[str] = []
    honest = tasks.in_child

    def sometimes(work: Any, pdf: Path, allowance: Any) -> Any:
        if work.func.__name__ == stage:
            tries.append(pdf.name)
            if errors:
                raise errors.pop(0)
        return honest(work, pdf, allowance)

    monkeypatch.setattr(tasks, "in_child", sometimes)
    monkeypatch.setattr(tasks.publish, "retry_delay_seconds", [0.0, 0.0])
    return tries


def test_both_engines_give_the_same_bytes(report: Path, tmp_path: Path) -> None:
    flown = regenerate(report, tmp_path / "flown")
    walked = run(report, tmp_path / "walked")
    assert snapshot(flown.folder) == snapshot(walked.folder)
    assert flown.summary == walked.summary


def test_what_the_stages_made_is_not_made_again(report: Path, tmp_path: Path, calls: list[str]) -> None:
    out = tmp_path / "out"
    first = regenerate(report, out)
    made = snapshot(first.folder)
    assert regenerate(report, out).status == "up to date"
    shutil.rmtree(out)
    calls.clear()
    regenerate(report, out)
    assert calls == ["deliver_from"]
    assert snapshot(first.folder) == made
    calls.clear()
    regenerate(report, out, force=True)
    assert calls == ["lay_out_into", "assemble_into", "extract_into", "validate_into", "deliver_from"]


def test_a_value_that_is_no_longer_kept_is_made_anew(report: Path, tmp_path: Path, calls: list[str]) -> None:
    regenerate(report, tmp_path / "out")
    shutil.rmtree(Path(os.environ["REPORT_PIPELINE_CACHE"]) / "document")
    shutil.rmtree(tmp_path / "out")
    calls.clear()
    regenerate(report, tmp_path / "out")
    assert calls == ["assemble_into", "deliver_from"]


def test_a_profile_lays_nothing_out_anew(report: Path, tmp_path: Path, calls: list[str]) -> None:
    regenerate(report, tmp_path / "out")
    profile = tmp_path / "profile.yaml"
    profile.write_text("publisher: Another House\n")
    calls.clear()
    regenerate(report, tmp_path / "out", profile)
    assert calls == ["extract_into", "validate_into", "deliver_from"]


def test_publishing_is_tried_again_where_that_can_help(
    report: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries = failing(monkeypatch, "deliver_from", [OutputError("out", "no space"), OutputError("out", "no space")])
    assert regenerate(report, tmp_path / "out").status == "published"
    assert len(tries) == 3


def test_what_would_fail_again_is_not_tried_again(
    report: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries = failing(monkeypatch, "lay_out_into", [DamagedPdf("report.pdf", "it is broken")])
    with pytest.raises(DamagedPdf):
        regenerate(report, tmp_path / "out", force=True)
    assert len(tries) == 1


def test_a_folder_is_made_side_by_side_and_a_bad_file_stops_no_other(tmp_path: Path) -> None:
    source = tmp_path / "raw"
    source.mkdir()
    good = [small_report(source / f"{name}.pdf") for name in ("one", "two")]
    (source / "bad.pdf").write_bytes(b"")
    made = regenerate_all(source, tmp_path / "out")
    assert isinstance(made[source / "bad.pdf"], NotAPdf)
    assert all(isinstance(made[pdf], Outcome) for pdf in good)
    assert snapshot(tmp_path / "out" / "one").keys() == snapshot(tmp_path / "out" / "two").keys()


def test_a_fault_of_ours_fails_the_folder_and_says_what_became_of_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "raw"
    source.mkdir()
    pdf = small_report(source / "one.pdf")
    failing(monkeypatch, "assemble_into", [InternalError("one.pdf", "a fault")])
    with pytest.raises(SomeFailed) as failed:
        regenerate_all(source, tmp_path / "out", force=True)
    assert isinstance(failed.value.made[pdf], InternalError)


def test_an_artifact_tells_of_datasets_and_findings(report: Path, tmp_path: Path) -> None:
    from prefect.artifacts import Artifact

    outcome = regenerate(report, tmp_path / "out", force=True)
    artifact: Any = Artifact.get("report-datasets")
    assert artifact.data == markdown("report", outcome)
    assert "| people | " in artifact.data


def start(folder: Path, environment: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    """The command line in a process of its own, with no settings of Prefect but these."""
    clean = {k: v for k, v in os.environ.items() if not k.startswith("PREFECT_")} | {"PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "pipeline", "run", *arguments]
    return subprocess.run(command, capture_output=True, text=True, env=clean | environment, cwd=folder, timeout=400)


def test_in_a_fresh_home_a_folder_is_made_with_a_clean_log(report: Path, tmp_path: Path) -> None:
    (tmp_path / "raw").mkdir()
    report.rename(tmp_path / "raw" / "report.pdf")
    done = start(tmp_path, {"PREFECT_HOME": str(tmp_path / "home")})
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("output/report: ")
    assert (tmp_path / "home" / "prefect.db").exists()
    assert not (tmp_path / ".prefect").exists()


def test_a_server_that_is_named_is_used_and_a_refused_file_is_said_without_a_traceback(
    report: Path, tmp_path: Path
) -> None:
    from prefect.settings import PREFECT_API_URL

    report.write_bytes(report.read_bytes()[:1000])
    done = start(
        tmp_path,
        {"PREFECT_HOME": str(tmp_path / "home"), "PREFECT_API_URL": str(PREFECT_API_URL.value())},
        "report.pdf",
    )
    assert done.returncode == 3
    assert "Traceback" not in done.stderr
    assert "report-pipeline: report.pdf: it can't be opened" in done.stderr
    assert not (tmp_path / "home" / "prefect.db").exists()


def test_errors_survive_the_way_to_a_worker_and_back() -> None:
    import pickle

    error = InputError("a.pdf", "a reason", "a remedy", page=3)
    assert str(pickle.loads(pickle.dumps(error))) == str(error) == "a.pdf, page 3: a reason. a remedy"
