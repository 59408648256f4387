"""`report-pipeline diff`: what changed from one output to another."""

from __future__ import annotations

import tempfile
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli import console
from pipeline.cli.options import Quiet
from pipeline.cli.sources import must_exist
from pipeline.cli.targets import write_target
from pipeline.errors import ExitCode, UsageError


class DiffForm(StrEnum):
    """What the differences are written as."""

    TEXT = "text"
    JSON = "json"
    HTML = "html"


def diff_command(
    old: Annotated[Path, typer.Argument(metavar="OLD", help="The earlier output folder, or the earlier PDF.")],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="The later one.")],
    to: Annotated[DiffForm, typer.Option("--to", help="Lines, JSON, or a page that opens from disk.")] = DiffForm.TEXT,
    findings: Annotated[bool, typer.Option("--findings", help="Compare the findings, too.")] = False,
    moved: Annotated[bool, typer.Option("--moved", help="List records of which only the place differs, too.")] = False,
    profile: Annotated[Path | None, typer.Option(help="Profile for two PDFs.", metavar="FILE")] = None,
    out: Annotated[
        Path | None, typer.Option("-o", "--out", help="File to write; stdout if not given.", metavar="FILE")
    ] = None,
    quiet: Quiet = False,
) -> None:
    """Compare two outputs record by record: added, removed, changed, with word differences.

    Exits 0 where no record differs, 1 where one does. Records that only stand elsewhere on the page are the same.

    Example: **report-pipeline diff output/report-2017 output/report-2018 --to html -o changes.html**
    """
    from pipeline.differences import diff_outputs, render_html, render_json, render_text

    if must_exist(old).is_dir() != must_exist(new).is_dir():
        raise UsageError(str(new), "a folder can't be compared with a PDF", "Give two output folders, or two PDFs.")
    with tempfile.TemporaryDirectory(prefix="report-pipeline-") as scratch:
        before, after = (_output(path, Path(scratch) / side, profile) for path, side in ((old, "old"), (new, "new")))
        differences = diff_outputs(before, after, findings=findings)
    match to:
        case DiffForm.TEXT:
            content = render_text(differences, moved=moved)
        case DiffForm.JSON:
            content = render_json(differences)
        case DiffForm.HTML:
            content = render_html(differences)
    if not (quiet and out is None):
        write_target(out, content.encode())
    raise typer.Exit(ExitCode.DONE if differences.same else ExitCode.REJECTED)


def _output(path: Path, scratch: Path, profile: Path | None) -> Path:
    """The output folder: the path itself, or what a run makes of a PDF."""
    if path.is_dir():
        return path
    from pipeline.walk import make
    from pipeline.work import Job

    with console.progress(f"Making the datasets of {path.name}") as step:
        return make(Job.of(path, scratch, profile), publish_anyway=True, progress=step).folder
