"""`report-pipeline diff`, and what a run says about the output that it replaces."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pipeline import run
from tests import small_report as maker
from tests.cli.conftest import Cli
from tests.small_report import small_report


@pytest.fixture
def two(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """Two PDFs with the same name, of which the second says another figure."""
    old = small_report(_in(tmp_path / "old"))
    later = [(label, text and text.replace("70 percent", "80 percent")) for label, text in maker.PARAGRAPHS]
    monkeypatch.setattr(maker, "PARAGRAPHS", tuple(later))
    return old, small_report(_in(tmp_path / "new"))


def _in(folder: Path) -> Path:
    folder.mkdir()
    return folder / "report.pdf"


def test_the_same_output_has_no_difference(cli: Cli, two: tuple[Path, Path], tmp_path: Path) -> None:
    folder = run(two[0], tmp_path).folder
    said = cli("diff", folder, folder)
    assert said.code == 0
    assert "No record differs" in said.out


def test_two_pdfs_are_compared_by_what_they_say(cli: Cli, two: tuple[Path, Path], tmp_path: Path) -> None:
    said = cli("diff", *two, "--to", "json")
    assert said.code == 1
    assert not json.loads(said.out)["same"]
    page = tmp_path / "changes.html"
    assert cli("diff", *two, "--to", "html", "-o", page).code == 1
    assert "80" in page.read_text()


def test_a_folder_and_a_pdf_can_not_be_compared(cli: Cli, two: tuple[Path, Path], tmp_path: Path) -> None:
    said = cli("diff", two[0], tmp_path)
    assert (said.code, said.err.count("\n")) == (2, 1)


def test_a_run_says_in_two_lines_what_changed(cli: Cli, two: tuple[Path, Path], tmp_path: Path) -> None:
    first = cli("run", two[0], "-o", tmp_path / "out", "--engine", "local")
    assert first.out.count("\n") == 1
    second = cli("run", two[1], "-o", tmp_path / "out", "--engine", "local")
    assert second.out.count("\n") == 3
    assert "statistics" in second.out.splitlines()[2]
