"""The walk: a report goes through the rooms one after the other. Begin reading here.

    read → lay_out → assemble → extract → apply corrections → validate → publish

`flows/` walks the same stages as Prefect tasks; the command line is a thin face on both.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from os import PathLike
from pathlib import Path
from typing import Literal

from pipeline import __version__
from pipeline.assembly import assemble
from pipeline.corrections import apply_corrections, load_corrections
from pipeline.errors import DataRejected
from pipeline.extraction import extract
from pipeline.layout import lay_out
from pipeline.model.document import Document
from pipeline.model.records import Records
from pipeline.model.validation_report import ValidationReport
from pipeline.profiles import load_profile
from pipeline.publishing import publish
from pipeline.reading import Limits, read
from pipeline.validation import Validation, validate
from pipeline.work import Job, is_up_to_date, stamp

AnyPath = str | PathLike[str]


@dataclass(frozen=True)
class Outcome:
    """What a run came to: the result's folder, whether it was made anew, and what validation says (None if not)."""

    folder: Path
    status: Literal["published", "up to date"]
    report: ValidationReport | None = None


def run(
    pdf: AnyPath,
    out: AnyPath = "output",
    *,
    profile: AnyPath | None = None,
    corrections: AnyPath | None = None,
    force: bool = False,
    publish_anyway: bool = False,
    limits: Limits = Limits(),  # noqa: B008 - immutable
) -> Outcome:
    """Make the datasets of one PDF in `out`/<file stem>/, unless they are up to date (`force` makes them anyway).

    `profile` and `corrections` are YAML files; without them pipeline/profiles/<file stem>.yaml and
    corrections/<file stem>.yaml serve where they exist.

    Raises InputError, LimitReached, ProfileError, OutputError; DataRejected where validation finds errors (the result
    then lies in <file stem>.rejected/, the former output is untouched) and `publish_anyway` is not set.
    """
    job = Job.of(Path(pdf), Path(out), profile and Path(profile), corrections and Path(corrections))
    if not force and is_up_to_date(job):
        return Outcome(job.folder, "up to date")
    return make(job, publish_anyway=publish_anyway, limits=limits)


def make(
    job: Job,
    *,
    publish_anyway: bool = False,
    limits: Limits = Limits(),  # noqa: B008 - immutable
    progress: Callable[[str], None] = lambda stage: None,
) -> Outcome:
    """The walk itself; `progress` is told each stage's name as it begins. Raises as `run` does."""
    profile = load_profile(job.stem, job.profile)
    corrections = load_corrections(job.corrections)
    progress("reading and laying out")
    pages = read(job.pdf, limits)
    blocks = lay_out(pages)
    progress("assembling")
    document = assemble(blocks)
    progress("extracting")
    records = extract(document, profile)
    applied = apply_corrections(records, corrections)
    progress("validating")
    validation = validate(
        document, applied.records, job.pdf, stale=applied.stale, acknowledgements=corrections.acknowledgements
    )
    progress("publishing")
    return deliver(job, document, applied.records, validation, publish_anyway=publish_anyway)


def deliver(
    job: Job, document: Document, records: Records, validation: Validation, *, publish_anyway: bool = False
) -> Outcome:
    """Publish what is good; lay what validation refused beside it, for a person to look at."""
    report = validation.report
    errors = report.summary.findings.get("error", 0)
    rejected = bool(errors) and not publish_anyway
    folder = job.rejected_folder if rejected else job.folder
    publish(
        document,
        records,
        report,
        validation.ledger,
        job.pdf,
        folder,
        version=__version__,
    )
    if rejected:
        found = "1 finding" if errors == 1 else f"{errors} findings"
        raise DataRejected(
            job.pdf.name,
            f"{found} of severity error, so nothing was published",
            f"Look at {folder / 'validation' / 'report.html'}, or publish it all the same with --publish-anyway.",
        )
    stamp(job)
    return Outcome(folder, "published", report)
