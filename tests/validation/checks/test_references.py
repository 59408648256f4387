from __future__ import annotations

from pipeline.validation.checks.references import reference_incomplete
from tests.validation.samples import material, reference, values

DATED = [reference("Reeds", 2001), reference("Ponds", 2004), reference("Meadows", 2010)]


def test_a_reference_without_a_year_among_dated_ones_is_found() -> None:
    assert values(reference_incomplete, material(references=[*DATED, reference("Herons", None)])) == [("Herons",)]


def test_a_reference_that_says_it_has_no_year_is_none() -> None:
    undated = reference("Herons", None, printed="Osei, A. Herons. (N.D.).")
    assert values(reference_incomplete, material(references=[*DATED, undated])) == []


def test_a_report_that_gives_no_years_is_left_alone() -> None:
    loose = [reference("Reeds", 2001), reference("Ponds", None), reference("Meadows", None)]
    assert values(reference_incomplete, material(references=loose)) == []
