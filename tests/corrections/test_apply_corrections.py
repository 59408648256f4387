from __future__ import annotations

from typing import Any

import pytest

from pipeline.corrections import apply_corrections
from pipeline.corrections.values import NoSuchValue, value_at, with_value
from pipeline.model.corrections import Correction, Corrections
from tests.validation.samples import organization, person, records, table

ADA = person("Ada Okafor", role="Head of Reeds")


def correction(**said: Any) -> Correction:
    usual = {
        "dataset": "people",
        "id": "ada-okafor",
        "field": "role",
        "from": "Head of Reeds",
        "to": "Head of Ponds",
        "reason": "Her own page says so.",
        "by": "Bo Lind",
    }
    return Correction.model_validate(usual | said)


def applied(*corrections: Correction, **datasets: Any) -> Any:
    return apply_corrections(records(**datasets), Corrections(corrections=list(corrections)))


def test_a_correction_changes_the_value_and_keeps_the_printed_one() -> None:
    result = applied(correction(), people=[ADA])
    assert result.stale == ()
    changed = result.records.people[0]
    assert changed.role == "Head of Ponds"
    assert changed.corrected[0].model_dump(by_alias=True) == {
        "field": "role",
        "from": "Head of Reeds",
        "to": "Head of Ponds",
        "reason": "Her own page says so.",
        "by": "Bo Lind",
    }


def test_id_and_evidence_stay_those_of_what_is_printed() -> None:
    result = applied(correction(field="name", **{"from": "Ada Okafor", "to": "Adah Okafor"}), people=[ADA])
    assert (result.records.people[0].id, result.records.people[0].evidence) == (ADA.id, ADA.evidence)


def test_nothing_to_correct_changes_nothing() -> None:
    before = records(people=[ADA])
    assert apply_corrections(before, Corrections()).records == before


def test_a_value_inside_a_list_can_be_corrected() -> None:
    grid = table(["Town", "Ponds"], ["Aldby", "3"], ["Brook", "4"])
    cell = correction(dataset="tables", id="table-1", field="rows.1.1", **{"from": "4", "to": "5"})
    assert applied(cell, tables=[grid]).records.tables[0].rows == [["Aldby", "3"], ["Brook", "5"]]


def test_the_report_itself_can_be_corrected() -> None:
    year = correction(dataset="report", id="a-report", field="year", **{"from": 2020, "to": 2021})
    assert applied(year).records.report.year == 2021


def test_two_corrections_of_one_record_are_applied_in_their_order() -> None:
    again = correction(**{"from": "Head of Ponds", "to": "Head of Meadows"})
    changed = applied(correction(), again, people=[ADA]).records.people[0]
    assert changed.role == "Head of Meadows"
    assert [mark.from_ for mark in changed.corrected] == ["Head of Reeds", "Head of Ponds"]


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ({"from": "Head of Birds"}, "the value is 'Head of Reeds' and no longer 'Head of Birds'"),
        ({"id": "bo-lind"}, "there is no record bo-lind"),
        ({"field": "colour"}, "there is no key colour"),
        ({"field": "evidence"}, "evidence is not for people to write"),
        ({"field": "id", "from": "ada-okafor"}, "id is not for people to write"),
        ({"field": "kind", "from": "mentioned", "to": "hero"}, "the schema does not allow 'hero'"),
    ],
)
def test_a_correction_that_does_not_fit_is_told_and_never_applied(said: dict[str, Any], reason: str) -> None:
    before = records(people=[ADA])
    result = apply_corrections(before, Corrections(corrections=[correction(**said)]))
    assert result.records == before
    assert [why for _, why in result.stale if why.startswith(reason)] == [result.stale[0][1]]


def test_a_correction_that_does_not_fit_leaves_the_others_alone() -> None:
    result = applied(correction(id="bo-lind"), correction(), people=[ADA], organizations=[organization("Heron")])
    assert len(result.stale) == 1
    assert result.records.people[0].role == "Head of Ponds"


def test_a_path_leads_into_lists_and_records() -> None:
    value = {"a": [{"b": 1}, {"b": 2}], "c": None}
    assert value_at(value, "a.1.b") == 2
    assert with_value(value, "a.1.b", 3) == {"a": [{"b": 1}, {"b": 3}], "c": None}
    assert value == {"a": [{"b": 1}, {"b": 2}], "c": None}


@pytest.mark.parametrize("path", ["d", "a.2.b", "a.x", "c.d", "a.0.b.0"])
def test_a_path_that_leads_nowhere_says_so(path: str) -> None:
    with pytest.raises(NoSuchValue):
        value_at({"a": [{"b": 1}, {"b": 2}], "c": None}, path)
