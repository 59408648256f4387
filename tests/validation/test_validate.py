from __future__ import annotations

from pathlib import Path

from pipeline.model.corrections import Acknowledgement, Correction
from pipeline.validation import validate
from pipeline.validation.checks.curation import stale_acknowledgement, stale_correction
from tests.validation.pdfs import document_of, write_pdf
from tests.validation.samples import material, organization, person, records, values

UNDER_ONE_ADDRESS = [organization("Heron Society", "heron.example"), organization("Otter Fund", "heron.example")]
CORRECTION = Correction.model_validate(
    {"dataset": "people", "id": "ada", "field": "role", "from": "Head", "to": "Lead", "reason": "r", "by": "Bo"}
)


def accepted(*values: str, code: str = "shared-url") -> Acknowledgement:
    return Acknowledgement(code=code, values=list(values), reason="They share it.", by="Bo")


def test_a_sound_report_has_no_findings_and_true_counts(tmp_path: Path) -> None:
    pdf = write_pdf(tmp_path / "a.pdf", "The heron stands in the reeds.")
    document = document_of(pdf)
    one = person("Ada Okafor", evidence=document.elements[0].text.evidence())
    sound = records(people=[one])
    report = sound.report.model_copy(update={"evidence": one.evidence})
    validation = validate(document, sound.model_copy(update={"report": report}), pdf)
    assert validation.report.findings == []
    assert validation.report.summary.findings == {"error": 0, "warning": 0, "source": 0}
    assert validation.report.summary.records["people"] == 1
    assert validation.report.summary.glyphs == validation.report.summary.accounted == validation.ledger.glyphs > 0


def test_no_witness_is_heard_without_a_pdf() -> None:
    looked_at = material()
    validation = validate(looked_at.document, looked_at.records)
    assert not {"witness-differs", "evidence-differs"} & set(validation.report.summary.codes)


def test_the_checks_that_found_something_are_explained() -> None:
    looked_at = material(organizations=UNDER_ONE_ADDRESS)
    report = validate(looked_at.document, looked_at.records).report
    assert [check.code for check in report.checks] == sorted(report.summary.codes)
    assert "shared-url" in report.summary.codes


def test_broken_records_are_errors() -> None:
    looked_at = material(people=[person("Ada Okafor", organization_id="nowhere")])
    report = validate(looked_at.document, looked_at.records).report
    broken = next(f for f in report.findings if f.code == "reference-broken")
    assert broken.severity == "error"
    assert broken.values == ["people/0/organization_id"]


def test_an_acknowledged_finding_is_counted_and_kept() -> None:
    looked_at = material(organizations=UNDER_ONE_ADDRESS)
    mark = accepted("heron.example", "Heron Society", "Otter Fund")
    report = validate(looked_at.document, looked_at.records, acknowledgements=[mark]).report
    shared = next(f for f in report.findings if f.code == "shared-url")
    assert shared.acknowledged is not None
    assert report.summary.acknowledged == 1
    assert "acknowledgement-stale" not in report.summary.codes


def test_an_acknowledgement_that_matches_nothing_is_a_finding() -> None:
    looked_at = material()
    report = validate(looked_at.document, looked_at.records, acknowledgements=[accepted("a", "b")]).report
    stale = next(f for f in report.findings if f.code == "acknowledgement-stale")
    assert stale.values == ["shared-url", "a", "b"]


def test_without_people_there_is_nothing_stale() -> None:
    assert values(stale_acknowledgement, material()) == []
    assert values(stale_correction, material()) == []


def test_a_correction_that_no_longer_fits_is_a_finding() -> None:
    looked_at = material()
    report = validate(looked_at.document, looked_at.records, stale=[(CORRECTION, "there is no such record")]).report
    stale = next(f for f in report.findings if f.code == "correction-stale")
    assert stale.values == ["people/ada", "role", "Head"]
    assert "there is no such record" in stale.message
