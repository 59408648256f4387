"""`report-pipeline run`: what it makes, when it does nothing, and what it says where it can't."""

from __future__ import annotations

import json
import os
import resource
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from pypdf import PdfReader, PdfWriter

from pipeline import run, walk
from pipeline.model.findings import Finding
from pipeline.validation import Check, Validation
from pipeline.validation.registry import Observation
from tests.cli.conftest import Cli
from tests.reading.raw_pdf import raw_pdf
from tests.small_report import small_report

ROOT = Path(__file__).parents[2]


def snapshot(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with report.pdf and its result in out/report/; tests copy nothing of it and change nothing in it."""
    folder = tmp_path_factory.mktemp("made")
    run(small_report(folder / "report.pdf"), folder / "out")
    return folder


@pytest.fixture
def report(tmp_path: Path) -> Path:
    return small_report(tmp_path / "report.pdf")


def test_a_run_makes_every_file_and_says_where(cli: Cli, report: Path, tmp_path: Path) -> None:
    said = cli("run", report, "-o", tmp_path / "out", "--engine", "local")
    assert said.code == 0
    assert said.err == ""
    assert said.out.startswith(f"{tmp_path / 'out' / 'report'}: ")
    assert (tmp_path / "out" / "report" / "people.json").exists()
    package = json.loads((tmp_path / "out" / "report" / "datapackage.json").read_text())
    assert set(snapshot(tmp_path / "out" / "report")) == {*package["pipeline"]["files"], "datapackage.json"}
    assert cli("validate", tmp_path / "out" / "report").code == 0


def test_the_same_in_python(made: Path, tmp_path: Path) -> None:
    outcome = run(made / "report.pdf", tmp_path)
    assert outcome.status == "published"
    assert snapshot(outcome.folder) == snapshot(made / "out" / "report")
    assert run(made / "report.pdf", tmp_path).status == "up to date"


def test_what_is_up_to_date_is_known_without_prefect_and_pdfplumber(made: Path) -> None:
    code = (
        "import sys\nfrom pipeline.cli.main import main\n"
        f"try: main(['run', {str(made / 'report.pdf')!r}, '-o', {str(made / 'out')!r}])\n"
        "finally: print([m for m in ('prefect', 'pdfplumber') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == f"{made / 'out' / 'report'}: up to date\n[]\n"


def test_force_does_it_again(cli: Cli, made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = snapshot(made / "out")
    said = cli("run", made / "report.pdf", "-o", made / "out", "--engine", "local", "--force")
    assert "records" in said.out
    assert snapshot(made / "out") == before


def test_a_touched_result_is_made_again(cli: Cli, report: Path, tmp_path: Path) -> None:
    folder = run(report, tmp_path / "out").folder
    (folder / "people.json").write_text("[]")
    assert cli("run", report, "-o", tmp_path / "out", "--engine", "local").code == 0
    assert (folder / "people.json").read_text() != "[]"


def test_quiet_says_nothing(cli: Cli, report: Path, tmp_path: Path) -> None:
    assert cli("run", report, "-o", tmp_path, "--engine", "local", "--quiet") == (0, "", "")
    assert cli("--quiet", "run", report, "-o", tmp_path) == (0, "", "")


def empty(path: Path) -> None:
    path.write_bytes(b"")


def no_pdf(path: Path) -> None:
    path.write_text("<html></html>")


def truncated(path: Path) -> None:
    small_report(path)
    path.write_bytes(path.read_bytes()[:2000])


def encrypted(path: Path) -> None:
    writer = PdfWriter(clone_from=PdfReader(small_report(path)))
    writer.encrypt("secret", algorithm="RC4-128")
    writer.write(path)


def scanned(path: Path) -> None:
    raw_pdf(path, b"0.5 g 0 0 612 792 re f")


REFUSALS: list[tuple[Callable[[Path], None], str]] = [
    (empty, "the file is empty"),
    (no_pdf, "does not begin like a PDF"),
    (truncated, "can't be opened"),
    (encrypted, "password"),
    (scanned, "optical character recognition"),
]


@pytest.mark.parametrize(("spoil", "reason"), REFUSALS)
@pytest.mark.parametrize("command", ["run", "extract"])
def test_a_file_that_can_not_be_read_is_one_line_and_exit_3_and_changes_nothing(
    cli: Cli, report: Path, tmp_path: Path, spoil: Callable[[Path], None], reason: str, command: str
) -> None:
    out = tmp_path / "out"
    former = out / "report" / "people.json"
    former.parent.mkdir(parents=True)
    former.write_text("the former output")
    spoil(report)
    target = [out, "--engine", "local"] if command == "run" else [former]
    said = cli(command, report, "-o", *target)
    assert said.code == 3
    assert said.out == ""
    assert said.err.startswith("report-pipeline: report.pdf")
    assert reason in said.err
    assert said.err.count("\n") == 1
    assert snapshot(out) == {"report/people.json": b"the former output"}


def test_an_encrypted_file_with_an_empty_password_is_made(cli: Cli, report: Path, tmp_path: Path) -> None:
    writer = PdfWriter(clone_from=PdfReader(report))
    writer.encrypt("", owner_password="owner", algorithm="AES-256")
    writer.write(report)
    assert cli("run", report, "-o", tmp_path, "--engine", "local").code == 0


@pytest.mark.parametrize(
    ("profile", "reason"),
    [
        (None, "can't be"),
        ("publisher: [", "YAML"),
        ("colour: red\n", "colour"),
        ("publisher: 3\n", "publisher"),
    ],
)
def test_a_profile_that_can_not_be_read_is_exit_2(
    cli: Cli, report: Path, tmp_path: Path, profile: str | None, reason: str
) -> None:
    path = tmp_path / "profile.yaml"
    if profile is not None:
        path.write_text(profile)
    said = cli("run", report, "-o", tmp_path / "out", "--engine", "local", "--profile", path)
    assert said.code == 2
    assert "profile.yaml" in said.err
    assert reason in said.err
    assert said.err.count("\n") == 1
    assert not (tmp_path / "out").exists()


def test_a_folder_that_can_not_be_written_is_exit_5(cli: Cli, report: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    said = cli("run", report, "-o", tmp_path / "file", "--engine", "local")
    assert said.code == 5
    assert "can't be written" in said.err
    assert said.err.count("\n") == 1


@pytest.fixture
def no_large_files() -> Iterator[None]:
    """No file may grow beyond 8 kB: the system then answers a write with an error, as on a full disk."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (8192, hard))
    yield
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_full_disk_is_exit_5_and_leaves_the_former_output(
    cli: Cli, made: Path, request: pytest.FixtureRequest
) -> None:
    before = snapshot(made / "out")
    request.getfixturevalue("no_large_files")
    said = cli("run", made / "report.pdf", "-o", made / "out", "--engine", "local", "--force")
    assert said.code == 5
    assert f"{made / 'out' / 'report'}: it can't be written: File too large. Make room" in said.err
    assert said.err.count("\n") == 1
    assert snapshot(made / "out") == before


def test_a_pdf_that_is_replaced_during_the_run_is_exit_3_and_leaves_the_former_output(
    cli: Cli, report: Path, made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(made / "out", tmp_path / "out")
    before = snapshot(tmp_path / "out")
    validate = walk.validate

    def replaced(*arguments: Any, **options: Any) -> Validation:
        report.write_bytes(report.read_bytes() + b"\n% another edition")
        return validate(*arguments, **options)

    monkeypatch.setattr(walk, "validate", replaced)
    said = cli("run", report, "-o", tmp_path / "out", "--engine", "local", "--force")
    assert said.code == 3
    assert (
        "report.pdf: it, its profile, its corrections or this program changed during the run. Run it again." in said.err
    )
    assert snapshot(tmp_path / "out") == before


STOPPED_IN_THE_WALK = """
import signal, sys, time
from pipeline import walk
from pipeline.cli.main import main

def slow(*arguments, **options):
    print("validating", flush=True)
    time.sleep(60)

walk.validate = slow
signal.signal(signal.SIGINT, signal.default_int_handler)  # started in the background, as a test may be, it is ignored
main(["run", "report.pdf", "-o", "out", "--engine", "local", "--force"])
"""


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)])
def test_a_run_that_is_stopped_leaves_the_former_output_and_no_traceback(
    made: Path, number: signal.Signals, code: int
) -> None:
    before = snapshot(made / "out")
    process = subprocess.Popen(
        [sys.executable, "-c", STOPPED_IN_THE_WALK],
        cwd=made,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "validating\n"
    process.send_signal(number)
    _, err = process.communicate(timeout=30)
    assert process.returncode == code
    assert err == "report-pipeline: stopped; what was not finished is left as it was.\n"
    assert snapshot(made / "out") == before


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)])
def test_a_stop_that_a_library_turned_into_an_error_of_its_own_is_still_a_stop(
    cli: Cli, made: Path, monkeypatch: pytest.MonkeyPatch, number: signal.Signals, code: int
) -> None:
    def validator(*arguments: object, **options: object) -> Validation:
        try:
            signal.raise_signal(number)
        except BaseException as stopped:
            raise ValueError("the value does not fit") from stopped
        raise AssertionError("nobody heard the signal")

    monkeypatch.setattr(signal, "SIG_IGN", None)  # whoever runs the tests in the background ignores Ctrl-C
    monkeypatch.setattr(walk, "validate", validator)
    said = cli("run", made / "report.pdf", "-o", made / "out", "--engine", "local", "--force")
    assert said.code == code
    assert said.err == "report-pipeline: stopped; what was not finished is left as it was.\n"


def test_a_stop_that_the_interpreter_had_to_drop_is_raised_again(
    cli: Cli, made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Handle:
        def __del__(self) -> None:
            signal.raise_signal(signal.SIGTERM)  # no exception leaves a finalizer

    def validator(*arguments: object, **options: object) -> Validation:
        del_it = Handle()
        del del_it
        Event().wait(60)
        raise AssertionError("the stop was lost")

    before = snapshot(made / "out")
    monkeypatch.setattr(walk, "validate", validator)
    said = cli("run", made / "report.pdf", "-o", made / "out", "--engine", "local", "--force")
    assert said.code == 143
    assert said.err == "report-pipeline: stopped; what was not finished is left as it was.\n"
    assert snapshot(made / "out") == before


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)])
def test_a_command_can_be_stopped_while_it_is_still_loading(tmp_path: Path, number: signal.Signals, code: int) -> None:
    stopped_in_an_import = (
        "import signal, sys\n"
        "class Loading:\n"
        f"    def find_spec(self, name, *rest): name == 'typer' and signal.raise_signal({int(number)})\n"
        "sys.meta_path.insert(0, Loading())\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "from pipeline.cli.main import main\n"
        "main(['checks'])"
    )
    done = subprocess.run(
        [sys.executable, "-c", stopped_in_an_import],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == code
    assert done.stderr == "report-pipeline: stopped; what was not finished is left as it was.\n"


@pytest.fixture
def an_error_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """Validation finds an error, whatever the report."""
    honest = walk.validate

    def strict(*arguments: object, **options: object) -> Validation:
        found = honest(*arguments, **options)  # type: ignore[arg-type]
        finding = Finding(
            id="lost",
            code="ledger-imbalance",
            severity="error",
            message="Text was lost.",
            advice="Report it.",
            values=[],
            evidence=[],
        )
        summary = found.report.summary.model_copy(update={"findings": {"error": 1, "warning": 0, "source": 0}})
        report = found.report.model_copy(update={"summary": summary, "findings": [finding]})
        return Validation(report, found.ledger)

    monkeypatch.setattr(walk, "validate", strict)


@pytest.mark.usefixtures("an_error_is_found")
def test_a_result_with_errors_is_laid_beside_the_former_output_which_stays(
    cli: Cli, report: Path, tmp_path: Path
) -> None:
    former = tmp_path / "out" / "report" / "people.json"
    former.parent.mkdir(parents=True)
    former.write_text("the former output")
    said = cli("run", report, "-o", tmp_path / "out", "--engine", "local")
    assert said.code == 1
    assert "report.rejected" in said.err
    assert said.err.count("\n") == 1
    assert former.read_text() == "the former output"
    assert (tmp_path / "out" / "report.rejected" / "people.json").exists()


def test_an_error_that_a_person_has_acknowledged_stands_in_no_way(
    cli: Cli, report: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    strict = Check(
        "always-wrong", "error", "It is wrong.", "Always.", "Accept it.", lambda _: iter([Observation("No.", ())])
    )
    checks = import_module("pipeline.validation.validate")
    monkeypatch.setattr(checks, "CHECKS", (*checks.CHECKS, strict))
    corrections = tmp_path / "report.yaml"
    command = ("run", report, "-o", tmp_path / "out", "--engine", "local")
    refused = cli(*command)
    assert refused.code == 1 and "acknowledged in corrections/report.yaml" in refused.err
    corrections.write_text(
        "acknowledgements:\n- {code: always-wrong, values: [], reason: Looked at., by: Ada Okafor}\n"
    )
    assert cli(*command, "--corrections", corrections).code == 0
    found = json.loads((tmp_path / "out" / "report" / "validation" / "report.json").read_text())
    assert found["summary"]["findings"]["error"] == found["summary"]["acknowledged"] == 1


@pytest.mark.usefixtures("an_error_is_found")
def test_a_result_with_errors_is_published_where_that_is_wanted(cli: Cli, report: Path, tmp_path: Path) -> None:
    run(report, tmp_path, publish_anyway=True)
    assert (tmp_path / "report" / "people.json").exists()
    assert cli("run", report, "-o", tmp_path, "--engine", "local", "--publish-anyway").code == 0


def test_a_folder_is_made_file_by_file(cli: Cli, tmp_path: Path) -> None:
    source = tmp_path / "raw"
    source.mkdir()
    small_report(source / "good.pdf")
    empty(source / "empty.pdf")
    said = cli("run", source, "-o", tmp_path / "out", "--engine", "local")
    assert said.code == 0
    assert (tmp_path / "out" / "good" / "people.json").exists()
    assert said.err == "report-pipeline: empty.pdf: the file is empty. Give a PDF file.\n"
    strict = cli("run", source, "-o", tmp_path / "out", "--engine", "local", "--strict")
    assert strict.code == 3
    assert f"{tmp_path / 'out' / 'good'}: up to date" in strict.out


def test_a_folder_without_pdfs_is_a_wrong_call(cli: Cli, tmp_path: Path) -> None:
    said = cli("run", tmp_path)
    assert (said.code, said.err.count("\n")) == (2, 1)
    assert "no PDF in this folder" in said.err
