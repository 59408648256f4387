"""The stages from file to file; each runs in a process of its own, so that its memory and its time have a bound."""

from __future__ import annotations

from pathlib import Path

from flows.store import Plan, fetch, keep
from pipeline.assembly import assemble
from pipeline.layout import lay_out
from pipeline.reading import read
from pipeline.walk import Outcome, check, deliver, extract_and_correct
from pipeline.work import Job, mind_changes


def lay_out_into(plan: Plan, job: Job, pdf: Path) -> None:
    """The PDF's blocks."""
    blocks = lay_out(read(pdf))
    mind_changes(job, plan.made_from)
    keep(plan.blocks.path, blocks)


def assemble_into(plan: Plan, pdf: Path) -> None:
    """The document behind the blocks."""
    keep(plan.document.path, assemble(fetch(plan.blocks.path)))


def extract_into(plan: Plan, job: Job, pdf: Path) -> None:
    """The document's records, with corrections applied."""
    records = extract_and_correct(job, fetch(plan.document.path))
    mind_changes(job, plan.made_from)
    keep(plan.records.path, records)


def validate_into(plan: Plan, job: Job, pdf: Path) -> None:
    """What validation says of them."""
    validation = check(job, fetch(plan.document.path), fetch(plan.records.path))
    mind_changes(job, plan.made_from)
    keep(plan.validation.path, validation)


def deliver_from(plan: Plan, job: Job, publish_anyway: bool, pdf: Path) -> Outcome:
    """The files, or the rejected folder."""
    document, extracted = fetch(plan.document.path), fetch(plan.records.path)
    validation = fetch(plan.validation.path)
    return deliver(job, document, extracted, validation, made_from=plan.made_from, publish_anyway=publish_anyway)
