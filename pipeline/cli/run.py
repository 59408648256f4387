"""`report-pipeline run`: the whole walk, for one report or a folder of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.children import Allowance, in_children
from pipeline.cli import console
from pipeline.cli.faults import worst
from pipeline.cli.options import Quiet, Strict
from pipeline.cli.sources import must_exist
from pipeline.errors import DataRejected, ExitCode, InputError, LimitReached, PipelineError, UsageError
from pipeline.work import Job, is_up_to_date, pdfs_in

if TYPE_CHECKING:
    from pipeline.walk import Outcome


class Engine(StrEnum):
    """Who walks the stages."""

    PREFECT = "prefect"
    LOCAL = "local"


@dataclass(frozen=True)
class Options:
    """What is asked of every report of a run."""

    out: Path
    profile: Path | None
    corrections: Path | None
    publish_anyway: bool

    def job(self, pdf: Path) -> Job:
        """The job for one PDF."""
        return Job.of(pdf, self.out, self.profile, self.corrections)


def run_command(
    source: Annotated[Path, typer.Argument(metavar="[PDF|FOLDER]", help="A PDF, or a folder of PDFs.")] = Path("raw"),
    out: Annotated[
        Path, typer.Option("-o", "--out", help="Parent folder: the result is DIR/NAME/.", metavar="DIR")
    ] = Path("output"),
    profile: Annotated[
        Path | None,
        typer.Option(
            help="Profile of the report; without it the one named as the PDF, else the genre's.", metavar="FILE"
        ),
    ] = None,
    corrections: Annotated[
        Path | None,
        typer.Option(help="Corrections by people; without it corrections/NAME.yaml.", metavar="FILE"),
    ] = None,
    engine: Annotated[
        Engine, typer.Option(help="prefect: tasks with retries, time limits and cache; local: the same, plainly.")
    ] = Engine.PREFECT,
    force: Annotated[bool, typer.Option("--force", help="Do it again even if the output is up to date.")] = False,
    publish_anyway: Annotated[
        bool,
        typer.Option(
            "--publish-anyway", help="Publish even with findings of severity error that nobody has acknowledged."
        ),
    ] = False,
    strict: Strict = False,
    quiet: Quiet = False,
) -> None:
    """Make the datasets of a report, or of each PDF in a folder, in *output/NAME/* (NAME.pdf being the file).

    What is up to date is left alone. A result that validation refuses (findings of severity error) goes to
    *output/NAME.rejected/* for you to look at; the former output stays as it was.

    Example: **report-pipeline run report.pdf -o output --engine local**
    """
    options = Options(out, profile, corrections, publish_anyway)
    pdfs = pdfs_in(source) if must_exist(source).is_dir() else [source]
    stale = [pdf for pdf in pdfs if force or not _settled(options.job(pdf))]
    if source.is_dir():
        errors = _many(source, stale, options, engine, force) if stale else []
        raise typer.Exit(folder_code(errors, strict))
    if stale:
        _tell(_one(source, options, engine, force))


def folder_code(errors: Sequence[PipelineError], strict: bool) -> ExitCode:
    """The exit code for a folder: a file that is clearly refused is an answer, unless `strict`."""
    if strict:
        return worst(e.exit_code for e in errors)
    if any(isinstance(e, UsageError) for e in errors):
        return ExitCode.USAGE
    if any(not isinstance(e, InputError | LimitReached | DataRejected) for e in errors):
        return ExitCode.INTERNAL
    return worst(e.exit_code for e in errors if isinstance(e, DataRejected))


def _settled(job: Job) -> bool:
    """Whether nothing is to be done, and says so; a file that can't be read is the walk's to refuse."""
    try:
        settled = is_up_to_date(job)
    except InputError:
        return False
    if settled:
        console.result(f"{job.folder}: up to date")
    return settled


def _one(pdf: Path, options: Options, engine: Engine, force: bool) -> Outcome:
    with console.progress(f"Making {options.job(pdf).folder}") as step:
        if engine is Engine.PREFECT:
            from pipeline.walk import refuse_early

            refuse_early(options.job(pdf))  # before Prefect is started, which takes seconds

            from flows.engine import make_one

            return make_one(pdf, options.out, options.profile, options.corrections, options.publish_anyway, force)
        from pipeline.walk import make

        return make(options.job(pdf), publish_anyway=options.publish_anyway, progress=step)


def _many(folder: Path, stale: Sequence[Path], options: Options, engine: Engine, force: bool) -> list[PipelineError]:
    """Make all that is not up to date, say what became of each, and return the errors."""
    errors: list[PipelineError] = []
    with console.progress("Making reports") as step:
        for done, value in enumerate(_values(folder, stale, options, engine, force), start=1):
            step(f"{done} of {len(stale)}")
            if isinstance(value, PipelineError):
                console.error(str(value))
                errors.append(value)
            else:
                _tell(value)
    return errors


def _values(
    folder: Path, stale: Sequence[Path], options: Options, engine: Engine, force: bool
) -> Iterator[Outcome | PipelineError]:
    if engine is Engine.PREFECT:
        from pipeline.walk import mind_what_people_wrote

        if options.profile or options.corrections:  # given for all: wrong for one is wrong for all
            mind_what_people_wrote(options.job(stale[0]))

        from flows.engine import make_all

        made = make_all(folder, options.out, options.profile, options.corrections, options.publish_anyway, force)
        yield from (made[pdf] for pdf in stale)
    else:
        for answer in in_children(partial(_make, options), stale, ALLOWANCE):
            yield answer.value


def _make(options: Options, pdf: Path) -> Outcome:
    from pipeline.walk import make

    return make(options.job(pdf), publish_anyway=options.publish_anyway)


def _tell(outcome: Outcome) -> None:
    """What came out, in a line or two."""
    summary = outcome.summary
    if summary is None:
        return
    records = sum(summary.records.values())
    found = summary.findings
    findings = ", ".join(f"{found.get(s, 0)} {s}" for s in ("error", "warning", "source"))
    console.result(f"{outcome.folder}: {records} records in {len(summary.records)} datasets; findings: {findings}")
    for change in outcome.changes:
        console.result(f"  {change}")


# A report of a thousand pages takes minutes, and less than a gibibyte: these stop what would never end.
ALLOWANCE = Allowance(seconds=3600, mebibytes=4096)
