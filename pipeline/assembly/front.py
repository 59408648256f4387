"""The parts of a report before and after its body: title, imprint, contents list, back cover."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from rapidfuzz import fuzz

from pipeline.assembly.enumerators import enumerator
from pipeline.model.document import Element, ElementKind, Zone
from pipeline.model.text import EMPTY, Text

SAME_TITLE = 95.0  # rapidfuzz ratio, 0 to 100: printed again in other case or with another dash
CONTENTS_GAP = 2  # headings between parts of a contents list ("Tables", "Figures") that are still part of it
SHORT = 60  # characters: a contents list's own heading is a word or two, a line of an imprint little more
ADDRESS_LINES = 8  # a back cover's address and what stands with it

# Marks that the law and libraries ask of an imprint, the same in many languages.
_IMPRINT = re.compile(r"©|\(c\)\s*(?:19|20)\d\d|\bISBN\b|\bISSN\b|\bcopyright\b|all rights reserved|\bCC BY\b", re.I)
_ADDRESS = re.compile(
    r"(?:\+|\()?\d{2,4}\)?[ ./-]\d{3,4}[ ./-]\d{3,4}|\bwww\.|https?://|@[\w-]+\.\w|\b[A-Z]{2} \d{5}\b"
    r"|\b(?:tel|fax|phone)\b",
    re.I,
)


def document_title(elements: Sequence[Element]) -> Text:
    """The title lines of the first page that has some, joined; else the first heading."""
    titles = [e for e in elements if e.kind is ElementKind.TITLE]
    if titles:
        page = titles[0].text.pages[:1]
        return Text.join([e.text for e in titles if e.text.pages[:1] == page])
    return next((e.text for e in elements if e.kind is ElementKind.HEADING), EMPTY)


def zoned(elements: Sequence[Element], title: Text) -> list[Element]:
    """The elements with their zones; a heading that repeats the title is a title, no section's heading."""
    named = [_as_title(e, title) for e in elements] if _has_title(elements) else list(elements)
    listed = _contents_places(named)
    body = _body_start(named, listed)
    back = _back_start(named, body)
    zones = (
        Zone.CONTENTS if i in listed else Zone.FRONT if i < body else Zone.BACK if i >= back else Zone.BODY
        for i in range(len(named))
    )
    return [_in_zone(e, zone) for e, zone in zip(named, zones, strict=True)]


def same_words(one: str, other: str) -> float:
    """How alike two headings are, 0 to 100, whatever their case, spaces and quotation marks."""
    return fuzz.ratio(_plain(one), _plain(other))


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _in_zone(element: Element, zone: Zone) -> Element:
    """The element in its zone, where some kinds are known better.

    What heads a contents list is a heading, however it is set. Large type on a cover or over an imprint names things
    and people: display quotes stand in the text that they are taken from.
    """
    kind = element.kind
    if zone is Zone.CONTENTS and kind is not ElementKind.CONTENTS_ENTRY:
        return replace(element, kind=ElementKind.HEADING, level=element.level or 1, zone=zone)
    if zone is Zone.FRONT and kind is ElementKind.PULL_QUOTE:
        return replace(element, kind=ElementKind.PARAGRAPH, zone=zone)
    return replace(element, zone=zone)


def _has_title(elements: Sequence[Element]) -> bool:
    """Whether the title is no section's heading: set as a title, or an unnumbered first heading above all others."""
    if any(e.kind is ElementKind.TITLE for e in elements):
        return True
    headings = [e for e in elements if e.kind is ElementKind.HEADING]
    levels = [e.level or 1 for e in headings]
    titles = [e.text.content for e in headings]
    return len(levels) > 1 and levels[0] < min(levels[1:]) and enumerator(titles[0], titles) is None


def _as_title(element: Element, title: Text) -> Element:
    if element.kind is ElementKind.HEADING and title and same_words(element.text.content, title.content) >= SAME_TITLE:
        return replace(element, kind=ElementKind.TITLE)
    return element


def _contents_places(elements: Sequence[Element]) -> set[int]:
    """The entries of the contents list, what stands between them, and the list's own heading."""
    entries = [i for i, e in enumerate(elements) if e.kind is ElementKind.CONTENTS_ENTRY]
    places = set(entries)
    for first, second in pairwise(entries):
        between = range(first + 1, second)
        if len(between) <= CONTENTS_GAP and all(len(elements[i].text) <= SHORT for i in between):
            places.update(between)
    for i in entries:
        above = elements[i - 1] if i else None
        headed = above is not None and above.kind in (ElementKind.HEADING, ElementKind.TITLE, ElementKind.PARAGRAPH)
        if above is not None and headed and i - 1 not in places and len(above.text) <= SHORT:
            places.add(i - 1)
    return places


def _body_start(elements: Sequence[Element], listed: set[int]) -> int:
    """Where the front matter ends: after the imprint and before the first section.

    Headings up to the imprint name publisher and officers, not sections. What stands between imprint and contents list
    (a foreword, a summary) is read as text. Without an imprint, the front is the cover: the titles and what stands
    under them before the first heading.
    """
    limit = min((i for i in listed), default=_first_section(elements))
    imprint = [i for i in range(limit) if _IMPRINT.search(elements[i].text.content)]
    if imprint:
        return imprint[-1] + 1
    return next((i for i in range(limit) if _is_section(elements[i])), limit)


def _first_section(elements: Sequence[Element]) -> int:
    return next((i for i, e in enumerate(elements) if _is_section(e)), 0)


def _is_section(element: Element) -> bool:
    return element.kind is ElementKind.HEADING


def _back_start(elements: Sequence[Element], body: int) -> int:
    """Where a back cover begins: last lines that are an address, after the last long text."""
    start = len(elements)
    while start > body and len(elements) - start < ADDRESS_LINES and _is_small(elements[start - 1]):
        start -= 1
    tail = elements[start:]
    addressed = any(_ADDRESS.search(e.text.content) for e in tail if e.kind is not ElementKind.NOTE)
    return start if addressed else len(elements)


def _is_small(element: Element) -> bool:
    if element.kind is ElementKind.NOTE or element.kind is ElementKind.FIGURE:
        return True
    return element.kind in (ElementKind.PARAGRAPH, ElementKind.TITLE) and len(element.text) <= 3 * SHORT
