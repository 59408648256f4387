"""References that lack what the report's other references have."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.model.records import Footnote, Reference
from pipeline.validation.material import Material
from pipeline.validation.registry import Check, Observation

FEWEST = 3  # references with a year, before one without it is an exception
USUAL = 0.6  # share of them: a report whose references often have no year has another way to cite
# What says that a work has no year, or is not out yet.
_UNDATED = re.compile(r"\bn\.\s?d\b|\bno date\b|\bundated\b|\bforthcoming\b|\bin press\b|\bunpublished\b", re.I)
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d[a-z]?\b")


def reference_incomplete(material: Material) -> Iterator[Observation]:
    """References without a year where the others have one."""
    references = material.records.references
    dated = sum(r.year is not None for r in references)
    if dated < FEWEST or dated < USUAL * len(references):
        return
    notes = {note.id: note for note in material.records.footnotes}
    for reference in references:
        if reference.year is None and not _says_why(reference, notes.get(reference.footnote_id or "")):
            yield Observation(
                f"The reference “{reference.title}” has no year; {dated} of {len(references)} references have one.",
                (reference.title,),
                tuple(reference.evidence),
            )


def _says_why(reference: Reference, note: Footnote | None) -> bool:
    """Whether the printed reference says that there is no year, or has one that was not taken for it."""
    printed = " ".join([note.text if note else "", *(e.exact for e in reference.evidence)])
    return bool(_UNDATED.search(printed) or _YEAR.search(printed))


CHECKS = (
    Check(
        "reference-incomplete",
        "source",
        "A reference has no year.",
        "At least three references, and more than half of all, have a year; this one has none and does not say that "
        "there is none (N.D.).",
        "Look up the work and correct the record, if the year can be found.",
        reference_incomplete,
    ),
)
