"""The stages from file to file; each runs in a process of its own, so that its memory and its time have a bound."""

from __future__ import annotations

from pathlib import Path

from flows.store import Plan, fetch, keep
from pipeline.assembly import assemble
from pipeline.layout import lay_out
from pipeline.reading import read
from pipeline.walk import Outcome, check, deliver, extract_and_correct
from pipeline.work import Job


def lay_out_into(plan: Plan, pdf: Path) -> None:
    """The PDF's blocks."""
    keep(plan.blocks.path, lay_out(read(pdf)))


def assemble_into(plan: Plan, pdf: Path) -> None:
    """The document behind the blocks."""
    keep(plan.document.path, assemble(fetch(plan.blocks.path)))


def extract_into(plan: Plan, job: Job, pdf: Path) -> None:
    """The document's records, with corrections applied."""
    keep(plan.records.path, extract_and_correct(job, fetch(plan.document.path)))


def validate_into(plan: Plan, job: Job, pdf: Path) -> None:
    """What validation says of them."""
    keep(plan.validation.path, check(job, fetch(plan.document.path), fetch(plan.records.path)))


def deliver_from(plan: Plan, job: Job, publish_anyway: bool, pdf: Path) -> Outcome:
    """The files, or the rejected folder."""
    document, extracted = fetch(plan.document.path), fetch(plan.records.path)
    return deliver(job, document, extracted, fetch(plan.validation.path), publish_anyway=publish_anyway)
