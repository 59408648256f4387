"""Each stage as a Prefect task: it takes and returns keys and paths, and is skipped where its value is kept already.

Reading, layout, assembly, extraction and validation give the same for the same input, so a second try would fail like
the first; only publishing is tried again, and only where the error says that it can help.
"""

from __future__ import annotations

from functools import partial
from typing import Any

from prefect import Task, task
from prefect.client.schemas.objects import State, TaskRun
from prefect.context import TaskRunContext

from flows import stages
from flows.store import Kept, Plan
from pipeline.children import Allowance, in_child
from pipeline.errors import PipelineError
from pipeline.walk import Outcome
from pipeline.work import Job

# A report of a thousand pages takes some ten minutes and less than a gibibyte: these stop what would never end.
ALLOWANCE = Allowance(seconds=3600, mebibytes=4096)
SECONDS = ALLOWANCE.seconds + 60  # the child is ended first, and says why
PUBLISHING_SECONDS = 600
DELAYS = [1.0, 5.0]  # seconds before publishing is tried again: a full disk or a network folder may recover


def _key(stage: str) -> Any:
    """Prefect's cache key: the stage and the key that its value is kept under."""

    def key(context: TaskRunContext, parameters: dict[str, Any]) -> str:
        plan: Plan = parameters["plan"]
        kept: Kept = getattr(plan, stage)
        return f"{stage}-{kept.key}"

    return key


def _can_help(task: Task[Any, Any], run: TaskRun, state: State[Any]) -> bool:
    """Whether the error says that a second try can help."""
    error = state.result(raise_on_failure=False)
    return isinstance(error, PipelineError) and error.retryable


@task(name="read and lay out", cache_key_fn=_key("blocks"), timeout_seconds=SECONDS)
def lay_out(job: Job, plan: Plan) -> Kept:
    """The PDF's blocks, in reading order."""
    in_child(partial(stages.lay_out_into, plan, job), job.pdf, ALLOWANCE)
    return plan.blocks


@task(name="assemble", cache_key_fn=_key("document"), timeout_seconds=SECONDS)
def assemble(job: Job, plan: Plan, blocks: Kept) -> Kept:
    """The document behind the pages."""
    in_child(partial(stages.assemble_into, plan), job.pdf, ALLOWANCE)
    return plan.document


@task(name="extract", cache_key_fn=_key("records"), timeout_seconds=SECONDS)
def extract(job: Job, plan: Plan, document: Kept) -> Kept:
    """The records, with people's corrections applied."""
    in_child(partial(stages.extract_into, plan, job), job.pdf, ALLOWANCE)
    return plan.records


@task(name="validate", cache_key_fn=_key("validation"), timeout_seconds=SECONDS)
def validate(job: Job, plan: Plan, records: Kept) -> Kept:
    """Findings and ledger."""
    in_child(partial(stages.validate_into, plan, job), job.pdf, ALLOWANCE)
    return plan.validation


@task(
    name="publish",
    retries=len(DELAYS),
    retry_delay_seconds=DELAYS,
    retry_condition_fn=_can_help,
    timeout_seconds=PUBLISHING_SECONDS,
    persist_result=False,
)
def publish(job: Job, plan: Plan, validation: Kept, publish_anyway: bool) -> Outcome:
    """The files of output/<report>/, all or nothing."""
    return in_child(partial(stages.deliver_from, plan, job, publish_anyway), job.pdf, ALLOWANCE)


def fresh(stage: Task[Any, Any], kept: Kept, force: bool) -> Any:
    """The task, which uses Prefect's cache only where the value that it tells of is still kept."""
    return stage.with_options(refresh_cache=force or not kept.path.exists())
