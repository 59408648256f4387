"""Does what people said about an earlier reading still fit?"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from pipeline.validation.material import Material
from pipeline.validation.registry import Check, Observation


def stale_correction(material: Material) -> Iterator[Observation]:
    """Corrections that were not applied."""
    for correction, reason in material.stale:
        yield Observation(
            f"The correction of {correction.field} of {correction.dataset}/{correction.id} was not applied: {reason}.",
            (f"{correction.dataset}/{correction.id}", correction.field, _shown(correction.from_)),
        )


def stale_acknowledgement(material: Material) -> Iterator[Observation]:
    """Acknowledgements of findings that are no longer made."""
    for a in material.unmatched:
        yield Observation(f"{a.by} acknowledged a finding {a.code} that is no longer made.", (a.code, *a.values))


def _shown(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


STALE_ACKNOWLEDGEMENT = Check(
    "acknowledgement-stale",
    "warning",
    "A finding that was acknowledged is no longer made.",
    "An acknowledgement names a finding by its code and values; no finding has these.",
    "Remove the acknowledgement from the corrections file, or give it the values of the finding as it is now.",
    stale_acknowledgement,
)

CHECKS = (
    Check(
        "correction-stale",
        "warning",
        "A correction no longer fits and was not applied.",
        "A correction is applied only where the record exists and still has the value that the correction starts from.",
        "Look at the record as it is now; change the correction's `from`, or remove the correction.",
        stale_correction,
    ),
    STALE_ACKNOWLEDGEMENT,
)
