"""Do the datasets keep their schemas, and hold together?"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from pipeline.model.evidence import Evidence
from pipeline.validation.conformity import Problem
from pipeline.validation.material import Material
from pipeline.validation.registry import Check, Observation


def problems_of(code: str) -> Callable[[Material], Iterator[Observation]]:
    """A check that reports the problems of one code, each as an observation."""
    return partial(_problems, code)


def _problems(code: str, material: Material) -> Iterator[Observation]:
    for problem in material.problems:
        if problem.code == code:
            yield Observation(f"{problem}.", (f"{problem.file}{problem.where}",), _spots(material, problem))


def _spots(material: Material, problem: Problem) -> tuple[Evidence, ...]:
    """Where the record with the problem is printed; nothing where all records have it, or its evidence is false."""
    if problem.code == "evidence-off-page":
        return ()
    rows = getattr(material.records, problem.file)
    index = problem.where.split("/")[1] if problem.where else ""
    return tuple(rows[int(index)].evidence) if isinstance(rows, list) and index.isdecimal() else ()


CHECKS = (
    Check(
        "schema-violated",
        "error",
        "A record breaks its schema.",
        "Each dataset, as it is written, is validated against its JSON Schema, formats included.",
        "Report it: this is a fault of the pipeline, or of a correction that gives a value the schema does not allow.",
        problems_of("schema-violated"),
    ),
    Check(
        "id-not-unique",
        "error",
        "Two records of a dataset have the same id.",
        "An id names one record.",
        "Report it: this is a fault of the pipeline.",
        problems_of("id-not-unique"),
    ),
    Check(
        "reference-broken",
        "error",
        "A record refers to one that does not exist.",
        "Each id that a record gives must be that of a record in the dataset it points into.",
        "Report it: this is a fault of the pipeline, or of a correction that gives an id.",
        problems_of("reference-broken"),
    ),
    Check(
        "evidence-missing",
        "error",
        "A record has no evidence.",
        "Each value must be traceable to the page.",
        "Report it: this is a fault of the pipeline.",
        problems_of("evidence-missing"),
    ),
    Check(
        "evidence-off-page",
        "error",
        "Evidence points outside its page.",
        "Each box must lie on a page of the PDF.",
        "Report it: this is a fault of the pipeline.",
        problems_of("evidence-off-page"),
    ),
    Check(
        "counts-differ",
        "warning",
        "A table's rows and the records made of them differ in number.",
        "The table of organizations must give as many organizations as it has rows with a name.",
        "Compare the table with the organizations: a row may have been split, joined or left out.",
        problems_of("counts-differ"),
    ),
)
