"""The examples run on a published folder, each where its tool is installed."""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from pipeline.exporting import export
from pipeline.publishing import publish
from tests.publishing.sample import sample

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = sample(tmp_path_factory.mktemp("sample"))
    folder = tmp_path_factory.mktemp("out") / "rivers"
    publish(made.document, made.records, made.report, made.ledger, made.pdf, folder, version="1.2.3")
    return folder


def said(*command: str | Path, cwd: Path) -> str:
    done = subprocess.run([*map(str, command)], capture_output=True, text=True, cwd=cwd, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout


def installed(*, program: str = "", module: str = "") -> None:
    """Skip where the example's tool is not there."""
    if (program and not shutil.which(program)) or (module and not importlib.util.find_spec(module)):
        pytest.skip(f"{program or module} is not installed")


def test_pandas_tells_who_speaks(folder: Path, tmp_path: Path) -> None:
    shown = said(sys.executable, EXAMPLES / "who_speaks.py", folder, cwd=tmp_path)
    assert shown.split()[-6:] == ["warden", "Water", "Board", "1", "8", "1"]


def test_pandas_shows_tables(folder: Path, tmp_path: Path) -> None:
    shown = said(sys.executable, EXAMPLES / "table_rows.py", folder, cwd=tmp_path)
    assert "Rivers: 2 rows, page 2" in shown and "Ash" in shown


def test_duckdb_tells_figures_with_section_and_page(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    rows = duckdb.sql((EXAMPLES / "figures.sql").read_text(encoding="utf-8")).fetchall()
    assert [(row[2], row[3], row[4]) for row in rows] == [("towns", "Floods", 1), ("USD", "Costs", 2)]


def test_duckdb_asks_several_reports_at_once(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a", "b"):
        export(folder, "parquet", tmp_path / f"{name}.parquet")
    monkeypatch.chdir(tmp_path)
    rows = duckdb.sql((EXAMPLES / "across_reports.sql").read_text(encoding="utf-8")).fetchall()
    assert [row[:2] for row in rows] == [("Mary Alder", 2)]


def test_jq_lists_findings(folder: Path, tmp_path: Path) -> None:
    installed(program="jq")
    lines = said("sh", EXAMPLES / "findings.sh", folder, cwd=tmp_path).splitlines()
    assert lines[0].split("\t")[:3] == ["warning", "witness-differs", "p. 2"]
    assert len(lines) == 2


def test_r_lists_quotes(folder: Path, tmp_path: Path) -> None:
    installed(program="Rscript")
    assert "Mary Alder" in said("Rscript", EXAMPLES / "quotes.R", folder, cwd=tmp_path)


def test_the_chart_is_drawn(folder: Path, tmp_path: Path) -> None:
    installed(module="matplotlib")
    assert "1 speakers, 8 words" in said(
        sys.executable, EXAMPLES / "voices_chart.py", folder, tmp_path / "voices.png", cwd=tmp_path
    )
    assert (tmp_path / "voices.png").stat().st_size > 5_000


def test_each_example_is_described() -> None:
    described = (EXAMPLES / "README.md").read_text(encoding="utf-8")
    for path in EXAMPLES.iterdir():
        assert path.name == "README.md" or f"`{path.name}`" in described
