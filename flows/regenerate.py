"""The flows: `regenerate` makes the datasets of one report, `regenerate_all` those of each PDF in a folder.

Annotations are not put off here (no `from __future__`): where Prefect loads a flow from its file, to run it on a
schedule, it can't look up their names later.
"""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from prefect import flow
from prefect.futures import PrefectFuture
from prefect.task_runners import ThreadPoolTaskRunner

from flows import tasks
from flows.artifacts import tell_of
from flows.logs import without_tracebacks
from flows.store import Kept, Plan
from flows.tasks import fresh
from pipeline.errors import InputError, LimitReached, PipelineError
from pipeline.walk import Outcome, mind_what_people_wrote
from pipeline.work import Job, is_up_to_date, pdfs_in

Made = Outcome | PipelineError
Planned = tuple[Job, Plan]

without_tracebacks()


class SomeFailed(Exception):
    """Not all reports of a folder could be made; `made` has each one's outcome or error."""

    def __init__(self, made: dict[Path, Made]) -> None:
        super().__init__(made)
        self.made = made

    def __str__(self) -> str:
        return " ".join(str(m) for m in self.made.values() if isinstance(m, PipelineError))


@flow(name="regenerate", flow_run_name="regenerate-{pdf.stem}", persist_result=False)
def regenerate(
    pdf: Path,
    out: Path = Path("output"),
    profile: Path | None = None,
    corrections: Path | None = None,
    publish_anyway: bool = False,
    force: bool = False,
) -> Outcome:
    """Make the datasets of one PDF in out/<file stem>/, unless they are up to date. Raises as `pipeline.run` does."""
    job = Job.of(pdf, out, profile, corrections)
    if not force and is_up_to_date(job):
        return Outcome(job.folder, "up to date")
    mind_what_people_wrote(job)
    plan = Plan.of(job)
    blocks = fresh(tasks.lay_out, plan.blocks, force)(job, plan)
    document = fresh(tasks.assemble, plan.document, force)(job, plan, blocks)
    records = fresh(tasks.extract, plan.records, force)(job, plan, document)
    validation: Kept = fresh(tasks.validate, plan.validation, force)(job, plan, records)
    outcome: Outcome = tasks.publish(job, plan, validation, publish_anyway)
    tell_of(job.stem, outcome)
    return outcome


@flow(
    name="regenerate-all",
    task_runner=ThreadPoolTaskRunner(max_workers=os.cpu_count() or 1),  # type: ignore[arg-type]
    persist_result=False,
)
def regenerate_all(
    folder: Path = Path("raw"),
    out: Path = Path("output"),
    profile: Path | None = None,
    corrections: Path | None = None,
    publish_anyway: bool = False,
    force: bool = False,
) -> dict[Path, Made]:
    """The same for each PDF in a folder, side by side; a PDF that fails stops no other.

    Returns each one's outcome, or the error where it was clearly refused. Raises SomeFailed where another error was
    among them. The tasks only wait for their processes, so threads do; they are handed out stage by stage, since a
    thread that waits for a stage not yet begun would block it.
    """
    made: dict[Path, Made] = {}
    todo: list[Planned] = []
    for pdf in pdfs_in(folder):
        planned = _planned(Job.of(pdf, out, profile, corrections), force)
        if isinstance(planned, Plan):
            todo.append((Job.of(pdf, out, profile, corrections), planned))
        else:
            made[pdf] = planned
    made |= _mapped(todo, publish_anyway, force)
    errors = [m for m in made.values() if isinstance(m, PipelineError)]
    if all(isinstance(e, InputError | LimitReached) for e in errors):
        return made
    raise SomeFailed(made)


def _planned(job: Job, force: bool) -> Plan | Made:
    """What is to be done for one report, or why nothing is."""
    try:
        if not force and is_up_to_date(job):
            return Outcome(job.folder, "up to date")
        mind_what_people_wrote(job)
        return Plan.of(job)
    except PipelineError as error:
        return error


def _mapped(todo: Sequence[Planned], publish_anyway: bool, force: bool) -> dict[Path, Made]:
    blocks = [fresh(tasks.lay_out, p.blocks, force).submit(j, p) for j, p in todo]
    documents = _each(tasks.assemble, todo, blocks, "document", force)
    records = _each(tasks.extract, todo, documents, "records", force)
    validations = _each(tasks.validate, todo, records, "validation", force)
    publish: Any = tasks.publish  # Prefect types futures as arguments of submit for untyped tasks only
    outcomes = [publish.submit(j, p, v, publish_anyway) for (j, p), v in zip(todo, validations, strict=True)]
    made: dict[Path, Made] = {}
    for (job, _), *chain in zip(todo, blocks, documents, records, validations, outcomes, strict=True):
        answer = _last(job, chain)
        if isinstance(answer, Outcome):
            tell_of(job.stem, answer)
        made[job.pdf] = answer
    return made


def _each(
    stage: Any, todo: Sequence[Planned], before: Sequence[PrefectFuture[Any]], made: str, force: bool
) -> list[PrefectFuture[Any]]:
    return [
        fresh(stage, getattr(plan, made), force).submit(job, plan, value)
        for (job, plan), value in zip(todo, before, strict=True)
    ]


def _last(job: Job, chain: Sequence[PrefectFuture[Any]]) -> Made:
    """The outcome of a job, or the error of the first of its stages that failed."""
    value: object = None
    for future in chain:
        value = future.result(raise_on_failure=False)
        if isinstance(value, Exception):
            return PipelineError.of(value, job.pdf.name)
    assert isinstance(value, Outcome)
    return value
