from __future__ import annotations

from typing import Any

from pipeline.model.records import DATASETS, REFERENCES
from pipeline.validation.integrity import integrity
from pipeline.validation.validate import as_written
from tests.validation.samples import HERE, footnote, organization, person, quote, records, reference, table

SIZES = {1: (612.0, 792.0)}


def problems(**datasets: Any) -> list[tuple[str, str, str]]:
    return [(p.code, p.file, p.where) for p in integrity(as_written(records(**datasets)), SIZES)]


def test_sound_records_have_no_problem() -> None:
    assert problems(people=[person("Ada Okafor")], quotes=[quote("Reeds are tall.")]) == []


def test_an_id_twice_in_one_dataset_is_a_problem() -> None:
    assert problems(people=[person("Ada Okafor"), person("Ada Okafor")]) == [("id-not-unique", "people", "")]


def test_an_id_in_two_datasets_is_none() -> None:
    assert problems(people=[person("Heron")], organizations=[organization("Heron")]) == []


def test_a_reference_to_no_record_is_a_problem() -> None:
    lost = person("Ada Okafor", organization_id="nowhere")
    assert problems(people=[lost]) == [("reference-broken", "people", "/0/organization_id")]


def test_a_reference_to_a_record_resolves() -> None:
    here = person("Ada Okafor", organization_id="heron")
    assert problems(people=[here], organizations=[organization("Heron")]) == []


def test_every_key_that_names_a_record_is_checked() -> None:
    named = {
        (name, key)
        for name, model in DATASETS.items()
        for key in model.model_fields
        if key.endswith(("_id", "_ids")) or key in ("parent", "section")
    }
    assert named == {(name, key) for name, key, _ in REFERENCES}


def test_evidence_off_its_page_is_a_problem() -> None:
    off = HERE.model_copy(update={"boxes": [[600, 10, 700, 20]]})
    lost = HERE.model_copy(update={"page": 7})
    found = problems(people=[person("Ada Okafor", evidence=[off, HERE, lost])])
    assert found == [("evidence-off-page", "people", "/0/evidence/0"), ("evidence-off-page", "people", "/0/evidence/2")]


def test_evidence_deep_inside_a_record_is_checked_too() -> None:
    said = quote("Reeds are tall.")
    off = said.occurrences[0].model_copy(update={"evidence": [HERE.model_copy(update={"page": 2})]})
    found = problems(quotes=[said.model_copy(update={"occurrences": [off]})])
    assert found == [("evidence-off-page", "quotes", "/0/occurrences/0/evidence/0")]


def test_a_record_without_evidence_is_a_problem() -> None:
    assert problems(footnotes=[footnote(1, "Osei.").model_copy(update={"evidence": []})]) == [
        ("evidence-missing", "footnotes", "/0")
    ]


def test_a_table_of_organizations_gives_as_many_as_it_has_rows() -> None:
    grid = table(["Name", "Web"], ["Heron", "a"], ["Otter", "b"], ["Beaver", "c"])
    both = [organization("Heron"), organization("Otter")]
    assert problems(tables=[grid], organizations=both) == [("counts-differ", "tables", "/0/rows")]
    assert problems(tables=[grid], organizations=[*both, organization("Beaver")]) == []


def test_references_without_a_note_are_fine() -> None:
    assert problems(references=[reference("Reeds", 2001)]) == []
