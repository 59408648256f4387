"""Observations made into findings: short enough to be read in a list, with ids made from what they say."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence

from pipeline.model.corrections import Acknowledgement
from pipeline.model.findings import MAX_MESSAGE, Acknowledged, Finding
from pipeline.model.ids import content_hash
from pipeline.validation.registry import Check, Observation

MAX_WHOLE = 600  # characters of message and values together: what a reader takes in at a glance
MAX_VALUE = 120  # a span with a word or two around it
MAX_VALUES = 8
MAX_EVIDENCE = 24  # spots that a person would look at; a check that sees more names the first of them
_GRAVITY = {"error": 0, "warning": 1, "source": 2}


def findings_of(
    observed: Iterable[tuple[Check, Observation]], acknowledgements: Sequence[Acknowledgement] = ()
) -> list[Finding]:
    """The findings, the gravest first, then in the order in which they were observed."""
    accepted = {(a.code, tuple(a.values)): Acknowledged(reason=a.reason, by=a.by) for a in acknowledgements}
    seen: Counter[str] = Counter()
    findings = []
    for check, observation in observed:
        message = shorten(observation.message, MAX_MESSAGE)
        values = short_values(observation.values, MAX_WHOLE - len(message))
        base = f"{check.code}-{content_hash(check.code, *values)}"
        seen[base] += 1
        findings.append(
            Finding(
                id=base if seen[base] == 1 else f"{base}-{seen[base]}",
                code=check.code,
                severity=check.severity,
                message=message,
                advice=check.advice,
                values=values,
                acknowledged=accepted.get((check.code, tuple(values))),
                evidence=list(observation.evidence[:MAX_EVIDENCE]),
            )
        )
    return sorted(findings, key=lambda f: _GRAVITY[f.severity])


def shorten(text: str, limit: int) -> str:
    """The text, cut with an ellipsis at the last space that leaves it no longer than `limit`."""
    if len(text) <= limit:
        return text
    head = text[: limit - 1]
    whole_words = head if text[limit - 1].isspace() else head.rpartition(" ")[0]
    return f"{(whole_words or head).rstrip()}…"


def short_values(values: Sequence[str], room: int) -> list[str]:
    """The first values that fit into `room` characters as JSON, each no longer than MAX_VALUE."""
    kept: list[str] = []
    for value in [shorten(v, MAX_VALUE) for v in values[:MAX_VALUES]]:
        if len(json.dumps([*kept, value], ensure_ascii=False)) > room:
            break
        kept.append(value)
    return kept
