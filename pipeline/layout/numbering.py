"""Numbers that headings start with, and how deep they say a heading lies."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Scheme = Literal["decimal", "roman", "letter", "labelled", "bracketed", "paragraph"]

_DECIMAL = re.compile(r"^((?:[A-Z]\.)?\d{1,3}(?:\.\d{1,3}){0,5})\.?(?=\s)")  # parts of an appendix: A.1
_ROMAN = re.compile(r"^([IVX]|[IVXLC]{2,7})[.)](?=\s)")  # a single L or C is a letter: no report has 50 parts
_LETTER = re.compile(r"^\(?([A-Za-z])[.)](?=\s)")
_PARAGRAPH = re.compile(r"^§{1,2}\s?\d+(?:[.-]\d+)*\.?(?=\s)")  # a law's sections: § 39.13
_BRACKETED = re.compile(r"^\((?:\d{1,3}|[ivx]{1,5})\)(?=\s)")
_LABELLED = re.compile(
    r"^(chapter|part|section|annex|appendix|theme|finding|recommendation|step|module)\s+"
    r"(\d{1,3}|[IVXLC]{1,7}|[A-Z])\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Number:
    """A heading's number: its scheme, its depth where the scheme tells (decimals do), and where the title starts."""

    scheme: Scheme
    depth: int | None
    end: int


def number_of(text: str) -> Number | None:
    """The number a heading starts with, or None."""
    if match := _DECIMAL.match(text):
        return Number("decimal", match[1].count(".") + 1, match.end())
    if match := _ROMAN.match(text):
        return Number("roman", None, match.end())
    if match := _PARAGRAPH.match(text):
        return Number("paragraph", None, match.end())
    if match := _BRACKETED.match(text):
        return Number("bracketed", None, match.end())
    if match := _LETTER.match(text):
        return Number("letter", None, match.end())
    if match := _LABELLED.match(text):
        return Number("labelled", None, match.end())
    return None
