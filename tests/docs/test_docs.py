"""Documents that can't rot: what the code knows stands in the pages."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import typer.main

from docs.make import _commands, pages
from pipeline import __version__
from pipeline.cli.commands import app
from pipeline.errors import ExitCode
from pipeline.schemas import SCHEMA_VERSION, schema_for, schema_names
from pipeline.validation import CHECKS

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"


def text(*names: str) -> str:
    return "\n".join((ROOT / name).read_text(encoding="utf-8") for name in names)


@pytest.mark.parametrize("path", list(pages()), ids=lambda p: p.name)
def test_pages_made_from_the_code_are_up_to_date(path: Path) -> None:
    assert path.read_text(encoding="utf-8") == pages()[path], "run: make docs"


def options() -> list[tuple[str, str]]:
    group: Any = typer.main.get_command(app)
    commands = [("report-pipeline", group), *_commands(group)]
    return [(name, o) for name, c in commands for p in c.params if p.param_type_name == "option" for o in p.opts]


@pytest.mark.parametrize(("command", "option"), options())
def test_each_option_is_in_the_page_of_the_command_line(command: str, option: str) -> None:
    page = text("docs/cli.md")
    if command != "report-pipeline":
        page = page.split(f"## report-pipeline {command}\n")[1].split("\n## ")[0]
    assert re.search(rf"`{re.escape(option)}[` ]", page)


@pytest.mark.parametrize("code", [check.code for check in CHECKS])
def test_each_finding_code_is_explained(code: str) -> None:
    assert f"## {code}\n" in text("docs/checks.md")


@pytest.mark.parametrize("name", schema_names())
def test_each_field_of_each_schema_is_in_a_page(name: str) -> None:
    page = text("docs/datasets.md", "docs/files.md")
    missing = [key for key in _properties(schema_for(name)) if f"| `{key}` |" not in page]
    assert missing == []


def _properties(schema: dict[str, Any]) -> list[str]:
    bodies = [schema, *schema.get("$defs", {}).values()]
    return sorted({key for body in bodies for key in body.get("properties", {})})


def test_each_exit_code_is_in_the_readme() -> None:
    table = text("README.md").split("## Exit codes")[1]
    assert [code for code in ExitCode if f"| {int(code)} |" not in table] == []


def test_the_changelog_tells_of_this_version_and_these_schemas() -> None:
    changes = text("CHANGELOG.md")
    assert f"## {__version__}" in changes
    assert f"Schemas {SCHEMA_VERSION}" in changes
    assert f'version = "{__version__}"' in text("pyproject.toml")


def test_links_between_the_pages_lead_somewhere() -> None:
    for page in [*ROOT.glob("*.md"), *DOCS.glob("*.md")]:
        for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
            if "://" not in target and not target.startswith("mailto:"):
                assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_make_targets_that_the_readme_names_exist() -> None:
    targets = set(re.findall(r"^([a-z-]+):", text("Makefile"), re.M))
    named = set(re.findall(r"\bmake ([a-z-]+)", text("README.md", "CONTRIBUTING.md")))
    assert named - targets == set()
    assert {"run", "test"} <= named


def test_the_readme_shows_an_example_record_of_each_dataset() -> None:
    readme = text("README.md")
    for path in sorted((ROOT / "output" / "voices-from-the-field").glob("*.json")):
        if path.stem in schema_names() and path.stem != "document":
            assert f"| `{path.stem}` |" in readme
            assert json.loads(path.read_text(encoding="utf-8")) is not None


def block(language: str) -> str:
    """The README's example in a language."""
    found = re.search(rf"```{language}\n(.*?)```", text("README.md"), re.S)
    assert found
    return found[1]


def test_the_readme_s_example_for_pandas_runs(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("pandas")
    monkeypatch.chdir(ROOT)
    exec(block("python"), {})
    assert "name" in capsys.readouterr().out


def test_the_readme_s_example_for_duckdb_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    duckdb = pytest.importorskip("duckdb")
    monkeypatch.chdir(ROOT)
    assert duckdb.sql(block("sql")).fetchall()


@pytest.mark.parametrize(("program", "language", "option"), [("jq", "sh", None), ("Rscript", "r", "-e")])
def test_the_readme_s_examples_for_jq_and_r_run(program: str, language: str, option: str | None) -> None:
    if shutil.which(program) is None:
        pytest.skip(f"{program} is not installed")
    command = ["bash", "-c", block(language)] if option is None else [program, option, block(language)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert (done.returncode, done.stdout != "") == (0, True), done.stderr
