"""The room's own function: documents and records in, what can be said for and against them out."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pipeline.model.corrections import Acknowledgement, Correction
from pipeline.model.document import Document
from pipeline.model.evidence import Evidence
from pipeline.model.findings import Finding
from pipeline.model.ledger import Ledger
from pipeline.model.records import DATASETS, Records
from pipeline.model.validation_report import CheckInfo, Summary, ValidationReport
from pipeline.validation.checks import CHECKS
from pipeline.validation.checks.curation import STALE_ACKNOWLEDGEMENT
from pipeline.validation.conformity import violations
from pipeline.validation.findings import findings_of
from pipeline.validation.integrity import evidence_in, integrity
from pipeline.validation.ledger import draw_up_ledger
from pipeline.validation.material import Material
from pipeline.validation.witness import hear_witness


@dataclass(frozen=True, slots=True)
class Validation:
    """What validation says: the report for readers, and the ledger of the text."""

    report: ValidationReport
    ledger: Ledger


def validate(
    document: Document,
    records: Records,
    pdf: Path | None = None,
    *,
    stale: Sequence[tuple[Correction, str]] = (),
    acknowledgements: Sequence[Acknowledgement] = (),
) -> Validation:
    """Hold document and records against schemas, each other, the ledger, a second witness, and common sense.

    `pdf` is the file for the second witness (none is heard without it), `stale` the corrections that no longer fit
    (each with the reason), `acknowledgements` the findings that people accept.
    """
    data = as_written(records)
    problems = [problem for name, value in data.items() for problem in violations(name, value)]
    problems += integrity(data, {page.number: (page.width, page.height) for page in document.pages})
    ledger = draw_up_ledger(document)
    material = Material(
        document=document,
        records=records,
        ledger=ledger,
        testimony=hear_witness(pdf, document, all_evidence(data)) if pdf is not None else None,
        problems=tuple(problems),
        stale=tuple(stale),
        acknowledgements=tuple(acknowledgements),
    )
    findings = run_checks(material)
    report = ValidationReport(
        summary=_summary(data, findings, ledger), findings=findings, checks=_explained({f.code for f in findings})
    )
    return Validation(report, ledger)


def run_checks(material: Material) -> list[Finding]:
    """What all checks of the table find, with what people have accepted marked.

    Acknowledgements that match no finding are known only when all findings are: their check is asked again then.
    """
    observed = [(check, observation) for check in CHECKS for observation in check.find(material)]
    present = {(f.code, tuple(f.values)) for f in findings_of(observed)}
    unmatched = tuple(a for a in material.acknowledgements if (a.code, tuple(a.values)) not in present)
    late = replace(material, unmatched=unmatched)
    observed += [(STALE_ACKNOWLEDGEMENT, observation) for observation in STALE_ACKNOWLEDGEMENT.find(late)]
    return findings_of(observed, material.acknowledgements)


def as_written(records: Records) -> dict[str, Any]:
    """Each dataset as a consumer reads it from its file."""
    whole = json.loads(records.model_dump_json(by_alias=True))
    return {name: whole[name] for name in DATASETS}


def all_evidence(data: Mapping[str, Any]) -> list[Evidence]:
    """Every evidence entry of the datasets that has the form of one."""
    return [Evidence.model_validate(entry) for value in data.values() for _, entry in evidence_in(value)]


def _explained(codes: Set[str]) -> list[CheckInfo]:
    return [
        CheckInfo(
            code=check.code,
            severity=check.severity,
            title=check.title,
            explanation=check.explanation,
            advice=check.advice,
        )
        for check in sorted(CHECKS, key=lambda c: c.code)
        if check.code in codes
    ]


def _summary(data: Mapping[str, Any], findings: Sequence[Finding], ledger: Ledger) -> Summary:
    severities = Counter(f.severity for f in findings)
    return Summary(
        records={name: len(value) if isinstance(value, list) else 1 for name, value in data.items()},
        findings={severity: severities.get(severity, 0) for severity in ("error", "warning", "source")},
        codes=dict(sorted(Counter(f.code for f in findings).items())),
        acknowledged=sum(f.acknowledged is not None for f in findings),
        glyphs=ledger.glyphs,
        accounted=ledger.accounted,
    )
