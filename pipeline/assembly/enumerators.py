"""Enumerators at the start of headings and contents entries."""

from __future__ import annotations

import re
from collections.abc import Sequence

_DOTTED = re.compile(
    r"^(\d{1,2}(?:\.\d{1,2})+\.?|\d{1,2}[.)]|[IVXLC]{1,6}[.)]|[A-Z][.)]|[A-Z](?:\.\d{1,2})+\.?)\s+(?=\S)"
)
_PLAIN = re.compile(r"^(\d{1,2})\s+(?=[^\W\d_])")


def enumerator(heading: str, others: Sequence[str]) -> tuple[str, int] | None:
    """The bare enumerator of a heading and where its title begins, or None.

    "2.1", "2.1.", "3)", "IV." and "B." are bare. A label ("Theme 1:", "Appendix A") names what it counts and is part of
    the title. A number without a stop is one only where the neighbours in the count stand before others of the
    document's headings, since a title may begin with a number ("10 years later").
    """
    if found := _DOTTED.match(heading):
        return found[1], found.end()
    found = _PLAIN.match(heading)
    if found and _counted(int(found[1]), others):
        return found[1], found.end()
    return None


def depth_of(number: str) -> int | None:
    """How deep a decimal enumerator counts ("2.1" is 2); None for the others, whose depth is the style's."""
    parts = number.rstrip(".").split(".")
    return len(parts) if all(p.isdigit() for p in parts[1:]) and (len(parts) > 1 or parts[0].isdigit()) else None


def _counted(number: int, others: Sequence[str]) -> bool:
    near = rf"^(?:{number - 1}|{number + 1}|{number}\.1)\.?\s"
    return any(re.match(near, other) for other in others)
