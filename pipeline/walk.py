"""The walk: a report goes through the rooms one after the other. Begin reading here.

    read → lay_out → assemble → extract → apply corrections → validate → publish

`flows/` walks the same stages as Prefect tasks; the command line is a thin face on both.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from os import PathLike
from pathlib import Path
from typing import Literal

from pipeline import __version__
from pipeline.assembly import assemble
from pipeline.corrections import Applied, apply_corrections, load_corrections
from pipeline.differences import compare, former_output, read_output, summary_lines
from pipeline.errors import DataRejected
from pipeline.extraction import extract
from pipeline.layout import lay_out
from pipeline.model.corrections import Corrections
from pipeline.model.document import Document
from pipeline.model.validation_report import Summary
from pipeline.profiles import load_profile
from pipeline.publishing import publish
from pipeline.reading import Limits, read
from pipeline.validation import Validation, validate
from pipeline.work import Job, fingerprint, is_up_to_date, mind_changes, stamp

AnyPath = str | PathLike[str]


@dataclass(frozen=True)
class Outcome:
    """What a run came to: the result's folder, and whether it was made anew.

    If so, `summary` is validation's, and `changes` says in two lines how the result differs from the one it replaced.
    """

    folder: Path
    status: Literal["published", "up to date"]
    summary: Summary | None = None
    changes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Extracted:
    """The records with people's corrections applied, and what of the corrections could not be."""

    applied: Applied
    corrections: Corrections


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

    Raises InputError, LimitReached, ProfileError, OutputError; DataRejected where validation finds errors that nobody
    has acknowledged (the result then lies in <file stem>.rejected/, the former output is untouched) and
    `publish_anyway` is not set.
    """
    files = (Path(written) if written else None for written in (profile, corrections))
    job = Job.of(Path(pdf), Path(out), *files)
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
    made_from = fingerprint(job)
    mind_what_people_wrote(job)
    progress("reading and laying out")
    pages = read(job.pdf, limits)
    blocks = lay_out(pages)
    progress("assembling")
    document = assemble(blocks)
    progress("extracting")
    extracted = extract_and_correct(job, document)
    progress("validating")
    validation = check(job, document, extracted)
    progress("publishing")
    return deliver(job, document, extracted, validation, made_from=made_from, publish_anyway=publish_anyway)


def mind_what_people_wrote(job: Job) -> None:
    """Raise ProfileError or CorrectionsError at once, where a file that a person wrote is wrong."""
    load_profile(job.stem, job.profile)
    load_corrections(job.corrections)


def refuse_early(job: Job) -> None:
    """Raise at once what can be told without reading pages: what people wrote, and whether the PDF opens at all."""
    mind_what_people_wrote(job)
    read(job.pdf)


def extract_and_correct(job: Job, document: Document) -> Extracted:
    """The records, by the rules and the profile, then as people corrected them."""
    profile = load_profile(job.stem, job.profile)
    corrections = load_corrections(job.corrections)
    return Extracted(apply_corrections(extract(document, profile), corrections), corrections)


def check(job: Job, document: Document, extracted: Extracted) -> Validation:
    """What validation says of them."""
    applied, corrections = extracted.applied, extracted.corrections
    return validate(
        document, applied.records, job.pdf, stale=applied.stale, acknowledgements=corrections.acknowledgements
    )


def deliver(
    job: Job,
    document: Document,
    extracted: Extracted,
    validation: Validation,
    *,
    made_from: str,
    publish_anyway: bool = False,
) -> Outcome:
    """Publish what is good; lay what validation refused beside it, for a person to look at.

    `made_from` is the job's fingerprint at the start of the run: raises ChangedInput where it is another one now.
    """
    mind_changes(job, made_from)
    report = validation.report
    errors = report.open_errors
    rejected = bool(errors) and not publish_anyway
    folder = job.rejected_folder if rejected else job.folder
    records = extracted.applied.records
    former = former_output(job.folder)
    publish(document, records, report, validation.ledger, job.pdf, folder, version=__version__)
    if rejected:
        found = "1 finding" if errors == 1 else f"{errors} findings"
        raise DataRejected(
            job.pdf.name,
            f"{found} of severity error, so nothing was published",
            f"Look at {folder / 'validation' / 'report.html'}; what a person accepts is acknowledged in "
            f"corrections/{job.pdf.stem}.yaml, or publish once all the same with --publish-anyway.",
        )
    stamp(job, made_from)
    shutil.rmtree(job.rejected_folder, ignore_errors=True)  # of an earlier run: it says nothing about this result
    changes = tuple(summary_lines(compare(former, read_output(folder)))) if former else ()
    return Outcome(folder, "published", report.summary, changes)
