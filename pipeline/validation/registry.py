"""What a check is, and what it observes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from pipeline.model.evidence import Evidence
from pipeline.model.findings import Severity
from pipeline.validation.material import Material


@dataclass(frozen=True, slots=True)
class Observation:
    """One case of what a check looks for: a sentence, the spans as printed, and where they stand."""

    message: str
    values: tuple[str, ...]
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that validation looks for.

    `title` says in a sentence what is the matter, `explanation` by which rule it is thought so, `advice` what a person
    may want to do. `find` looks for it.
    """

    code: str
    severity: Severity
    title: str
    explanation: str
    advice: str
    find: Callable[[Material], Iterable[Observation]]
