"""The parts of a report before and after its body: title, imprint, contents list, back cover."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.assembly.enumerators import enumerator
from pipeline.assembly.wording import same_words
from pipeline.model.document import Element, ElementKind, Zone
from pipeline.model.text import EMPTY, Text

SAME_TITLE = 95.0  # rapidfuzz ratio, 0 to 100: printed again in other case or with another dash
NAMING = 12  # characters of a title that is recognised where it is printed again: a shorter one is a word of the text
CONTENTS_GAP = 2  # headings between parts of a contents list ("Tables", "Figures") that are still part of it
SHORT = 60  # characters: a contents list's own heading is a word or two, a line of an imprint little more
FEW_WORDS = 4
ADDRESS_LINES = 8  # a back cover's address and what stands with it
ADDRESS_SIGNS = 2  # a phone number and a postal code, say; a single link may end any text

# Marks that the law and libraries ask of an imprint, the same in many languages.
_IMPRINT = re.compile(r"©|\(c\)\s*(?:19|20)\d\d|\bISBN\b|\bISSN\b|\bcopyright\b|all rights reserved|\bCC BY\b", re.I)
_SET_OFF = frozenset({ElementKind.PULL_QUOTE, ElementKind.BLOCK_QUOTE, ElementKind.BOX})
_QUOTED = re.compile(r"^[“\"«„‘]")
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
    headings = [i for i, e in enumerate(named) if e.kind is ElementKind.HEADING]
    limit = min(listed, default=headings[0] if headings else 0)
    imprint = _imprint_end(named, limit)
    body = imprint or min([limit, *headings])
    back = _back_start(named, body)
    return [_placed(e, i, imprint, body, back, i in listed) for i, e in enumerate(named)]


def _placed(element: Element, place: int, imprint: int, body: int, back: int, listed: bool) -> Element:
    """The element in its zone, where some kinds are known better.

    What heads a contents list is a heading, however it is set. A text set off or large before the imprint names things
    and people, unless it has the marks of a quotation: display quotes stand in the text that they are taken from.
    """
    kind = element.kind
    if listed:
        heads = kind is not ElementKind.CONTENTS_ENTRY
        level = element.level or 1 if heads else element.level
        return replace(element, kind=ElementKind.HEADING if heads else kind, level=level, zone=Zone.CONTENTS)
    if place < body:
        set_off = kind in _SET_OFF if place < imprint else kind is ElementKind.PULL_QUOTE
        plain = set_off and not _QUOTED.match(element.text.content)
        return replace(element, kind=ElementKind.PARAGRAPH if plain else kind, zone=Zone.FRONT)
    return replace(element, zone=Zone.BACK if place >= back and kind is not ElementKind.NOTE else Zone.BODY)


def _has_title(elements: Sequence[Element]) -> bool:
    """Whether the title is no section's heading: set as a title, or an unnumbered first heading above all others, which
    the contents list does not name."""
    if any(e.kind is ElementKind.TITLE for e in elements):
        return True
    headings = [e for e in elements if e.kind is ElementKind.HEADING]
    levels = [e.level or 1 for e in headings]
    titles = [e.text.content for e in headings]
    if len(levels) < 2 or levels[0] >= min(levels[1:]) or enumerator(titles[0], titles):
        return False
    listed = (e.text.content for e in elements if e.kind is ElementKind.CONTENTS_ENTRY)
    return not any(same_words(entry, titles[0]) >= SAME_TITLE for entry in listed)


def _as_title(element: Element, title: Text) -> Element:
    known = len(title.content) > NAMING
    if element.kind is ElementKind.HEADING and known and same_words(element.text.content, title.content) >= SAME_TITLE:
        return replace(element, kind=ElementKind.TITLE, level=None)
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
        if i and i - 1 not in places and _heads_contents(elements[i - 1]):
            places.add(i - 1)
    return places


def _heads_contents(above: Element) -> bool:
    """Whether the element above a contents list is its heading: one, or a word or two of text ("In this report")."""
    text = above.text.content
    if above.kind in (ElementKind.HEADING, ElementKind.TITLE):
        return len(text) <= SHORT
    return above.kind is ElementKind.PARAGRAPH and len(text.split()) <= FEW_WORDS and not re.search(r"[\d.©@]", text)


def _imprint_end(elements: Sequence[Element], limit: int) -> int:
    """Where the imprint ends, of what stands before `limit`; 0 where there is none.

    Headings up to it name publisher and officers, not sections. What stands between imprint and contents list (a
    foreword, a summary) is read as text. Without an imprint, the front is the cover: all before the first heading.
    """
    return max((i + 1 for i in range(limit) if _IMPRINT.search(elements[i].text.content)), default=0)


def _back_start(elements: Sequence[Element], body: int) -> int:
    """Where a back cover begins: last lines that are an address, after the last long text."""
    start = len(elements)
    while start > body and len(elements) - start < ADDRESS_LINES and _is_small(elements[start - 1]):
        start -= 1
    tail = [e.text.content for e in elements[start:] if e.kind is not ElementKind.NOTE]
    signs = sum(len(_ADDRESS.findall(text)) for text in tail)
    return start if signs >= ADDRESS_SIGNS else len(elements)


def _is_small(element: Element) -> bool:
    if element.kind is ElementKind.NOTE or element.kind is ElementKind.FIGURE:
        return True
    return element.kind in (ElementKind.PARAGRAPH, ElementKind.TITLE) and len(element.text) <= 3 * SHORT
