from __future__ import annotations

from dataclasses import replace

from pipeline.validation.checks.datasets import CHECKS
from pipeline.validation.conformity import Problem
from tests.validation.samples import HERE, material, person

ADA = person("Ada Okafor")


def test_each_problem_is_a_finding_of_its_own_code() -> None:
    problems = tuple(Problem(check.code, "people", "/0/role", "something is wrong") for check in CHECKS)
    looked_at = replace(material(people=[ADA]), problems=problems)
    for check in CHECKS:
        found = list(check.find(looked_at))
        assert [o.values for o in found] == [("people/0/role",)]
        assert found[0].message == "people#/0/role: something is wrong."


def test_the_record_with_the_problem_is_shown() -> None:
    problem = Problem("schema-violated", "people", "/0/role", "something is wrong")
    found = [o for c in CHECKS for o in c.find(replace(material(people=[ADA]), problems=(problem,)))]
    assert [o.evidence for o in found] == [(HERE,)]


def test_false_evidence_is_not_shown() -> None:
    problem = Problem("evidence-off-page", "people", "/0/evidence/0", "there is no page 7")
    found = [o for c in CHECKS for o in c.find(replace(material(people=[ADA]), problems=(problem,)))]
    assert [o.evidence for o in found] == [()]


def test_a_problem_of_the_whole_dataset_has_no_spot() -> None:
    problem = Problem("id-not-unique", "people", "", "2 records have the id ada")
    found = [o for c in CHECKS for o in c.find(replace(material(people=[ADA]), problems=(problem,)))]
    assert [o.evidence for o in found] == [()]


def test_sound_datasets_have_no_finding() -> None:
    assert [o for check in CHECKS for o in check.find(material(people=[ADA]))] == []
