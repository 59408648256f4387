"""Telephone, fax and website of an imprint, as first printed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.extraction.front_matter import Stretch
from pipeline.model.document import Document

_NUMBER = r"\+?\(?[0-9][0-9 ().\u00a0/–-]{5,18}[0-9](?: ?(?:x|ext\.?) ?[0-9]{1,5})?"
_PHONE_LABELS = r"(?<![\w])(?:tele?phone|phone|tel|voice|main|call(?: us)?(?: at)?|t|p|ph)\b"
_PHONE = re.compile(rf"{_PHONE_LABELS}\.?:? *(?P<number>{_NUMBER})", re.I)
_FAX = re.compile(rf"(?<![\w])(?:fax|facsimile|f)\b\.?:? *(?P<number>{_NUMBER})", re.I)
_BARE_PHONE = re.compile(r"(?<![\w.-])(?:\+?1[ .-])?(?:\([0-9]{3}\) ?|[0-9]{3}[.-])[0-9]{3}[.-][0-9]{4}(?![\w-])")
_WEBSITE = re.compile(
    r"(?<![\w@./-])(?:https?://[^\s,;|•<>]+|www\.[^\s,;|•<>]+"
    r"|(?:[a-z0-9-]+\.)+(?:org|com|net|edu|gov|mil|int|info|eu|uk|ca|au|nz|ie|de|fr|ch|nl|se|no|dk|fi|africa|global)"
    r"(?:/[^\s,;|•<>]*)?)(?![\w@])",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Found:
    """A value with where it is printed (an address may stand in several elements)."""

    value: str
    places: tuple[Stretch, ...]


def find_phone(document: Document, elements: Iterable[int]) -> Found | None:
    """The first telephone number: one that is labelled so, else one in the form of the North American plan."""
    order = list(elements)
    return _first(document, order, _PHONE) or _first_bare(document, order)


def find_fax(document: Document, elements: Iterable[int]) -> Found | None:
    """The first number that is labelled as one of a fax machine."""
    return _first(document, elements, _FAX)


def find_website(document: Document, elements: Iterable[int]) -> Found | None:
    """The first address on the web that is not a licence's."""
    for i in elements:
        for match in _WEBSITE.finditer(document.elements[i].text.content):
            bare = match.group().rstrip(".,:)”\"'’")
            if "creativecommons.org" not in bare.casefold() and "doi.org" not in bare.casefold():
                return Found(bare, (Stretch(i, match.start(), match.start() + len(bare)),))
    return None


def _first(document: Document, elements: Iterable[int], pattern: re.Pattern[str]) -> Found | None:
    for i in elements:
        match = pattern.search(document.elements[i].text.content)
        if match and sum(c.isdigit() for c in match["number"]) >= 7:
            return Found(match["number"], (Stretch(i, *match.span("number")),))
    return None


def _first_bare(document: Document, elements: Iterable[int]) -> Found | None:
    for i in elements:
        content = document.elements[i].text.content
        for match in _BARE_PHONE.finditer(content):
            if not re.search(r"fax\W*$|facsimile\W*$", content[: match.start()], re.I):
                return Found(match.group(), (Stretch(i, match.start(), match.end()),))
    return None
