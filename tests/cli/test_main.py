"""The command line itself: help, version, errors."""

from __future__ import annotations

import subprocess
import sys

import pytest

from pipeline import __version__
from pipeline.cli.faults import answer_for
from pipeline.cli.run import folder_code
from pipeline.errors import DataRejected, EncryptedPdf, InternalError, NoText, OutputError, PipelineError, ProfileError
from tests.cli.conftest import Cli


def test_help_names_the_first_command_to_try_and_the_exit_codes(cli: Cli) -> None:
    said = cli("--help")
    assert said.code == 0
    assert "report-pipeline run REPORT.pdf" in said.out
    assert "70 our own fault" in " ".join(said.out.split())


def test_the_version_is_shown(cli: Cli) -> None:
    assert cli("--version") == (0, f"report-pipeline {__version__}\n", "")


@pytest.mark.parametrize("arguments", [["rum"], ["run", "--engine", "steam"], ["run", "--no-such-option"]])
def test_a_wrong_call_is_one_line_on_stderr_and_exit_2(cli: Cli, arguments: list[str]) -> None:
    said = cli(*arguments)
    assert said.code == 2
    assert said.out == ""
    assert said.err.startswith("report-pipeline: ")
    assert said.err.count("\n") == 1
    assert "--help" in said.err


def test_a_source_that_is_not_there_is_named(cli: Cli) -> None:
    said = cli("run", "no/such.pdf")
    assert (said.code, said.err) == (
        2,
        "report-pipeline: no/such.pdf: there is no such file or folder. Check the path.\n",
    )


def test_our_own_fault_is_one_line_that_says_where(capsys: pytest.CaptureFixture[str]) -> None:
    try:
        raise ZeroDivisionError("no\nluck")
    except ZeroDivisionError as error:
        assert answer_for(error) == 70
    err = capsys.readouterr().err
    assert err.count("\n") == 1
    assert "ZeroDivisionError: no luck (in test_main.py:" in err


REFUSED = [EncryptedPdf("a.pdf", "it needs a password"), NoText("b.pdf", "no page has text")]
REJECTED = DataRejected("c.pdf", "1 finding of severity error")
FAILED = InternalError("d.pdf", "a fault")


@pytest.mark.parametrize(
    ("errors", "strict", "code"),
    [
        ([], False, 0),
        (REFUSED, False, 0),
        (REFUSED, True, 3),
        ([*REFUSED, REJECTED], False, 1),
        ([*REFUSED, FAILED], False, 70),
        ([*REFUSED, REJECTED], True, 3),
        ([OutputError("out", "no space")], False, 70),
        ([ProfileError("p.yaml, line 3, key x", "it is unknown")], False, 2),
    ],
)
def test_a_folder_answers_with_the_documented_code(errors: list[PipelineError], strict: bool, code: int) -> None:
    assert folder_code(errors, strict) == code


def test_python_m_pipeline_is_the_same_command() -> None:
    done = subprocess.run([sys.executable, "-m", "pipeline", "--version"], capture_output=True, text=True, check=True)
    assert done.stdout == f"report-pipeline {__version__}\n"


def test_the_command_line_starts_without_pdfplumber_and_prefect() -> None:
    code = (
        "import sys, pipeline.cli.commands; "
        "print([m for m in ('pdfplumber', 'prefect', 'pydantic') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_what_each_child_process_imports_again_loads_no_command() -> None:
    code = "import sys, pipeline.cli.main; print([m for m in ('typer', 'pipeline.walk') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
