"""The printed contents list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.extraction.numbers import printed_number
from pipeline.extraction.sections import section_id
from pipeline.model.document import ContentsEntry, Document, Element, ElementKind
from pipeline.model.ids import identifiers
from pipeline.model.profile import Profile
from pipeline.model.records import ContentsRecord, SectionRecord

LONGEST_ENTRY = 500  # characters, leaders included
FEWEST_ENTRIES = 2  # one line that ends in a number is a line that ends in a number

_ENTRY = re.compile(r"(?P<title>.*?\S)(?:\s*[.·…](?:\s?[.·…])+\s*|\s+)(?P<page>[0-9]{1,4}|[ivxlc]{1,7})", re.S)
_ENUMERATOR = re.compile(r"(?:[0-9]+(?:\.[0-9]+)*\.?|[IVXLC]+\.|[A-Z]\.)\s+(?=\S)")


def extract_contents(document: Document, profile: Profile, sections: Sequence[SectionRecord]) -> list[ContentsRecord]:
    """The entries of the contents list, by its form; else those under a heading that the profile says introduces one.

    An entry that is printed twice (two lists) is told apart by its order.
    """
    entries = [_without_enumerator(document, e) for e in document.contents] or _introduced(document, profile)
    ids = identifiers([(entry.title.content, str(entry.level)) for entry in entries])
    return [
        ContentsRecord(
            id=own,
            title=entry.title.content,
            page=printed_number(entry.page.content) if entry.page else None,
            level=entry.level,
            section_id=section_id(sections, entry.section),
            evidence=document.evidence(entry.title, field="title")
            + (document.evidence(entry.page, field="page") if entry.page else []),
        )
        for own, entry in zip(ids, entries, strict=True)
    ]


def _without_enumerator(document: Document, entry: ContentsEntry) -> ContentsEntry:
    """The entry without a number that its section's heading prints apart from the title."""
    number = document.sections[entry.section].number if entry.section is not None else None
    match = re.match(rf"{re.escape(number)}\.?\s+(?=\S)", entry.title.content) if number else None
    return replace(entry, title=entry.title.slice(match.end())) if match else entry


def _introduced(document: Document, profile: Profile) -> list[ContentsEntry]:
    phrases = {phrase.casefold() for phrase in profile.contents_introductions}
    for i, element in enumerate(document.elements):
        heads = element.kind in (ElementKind.HEADING, ElementKind.PARAGRAPH)
        if heads and element.text.content.casefold().strip(" :") in phrases:
            entries = _entries(document, i + 1)
            if len(entries) >= FEWEST_ENTRIES:
                return entries
    return []


def _entries(document: Document, first: int) -> list[ContentsEntry]:
    """The elements from `first` on that end in a page, up to the first that does not."""
    entries: list[ContentsEntry] = []
    for i in range(first, len(document.elements)):
        content = document.elements[i].text.content
        match = _ENTRY.fullmatch(content) if len(content) <= LONGEST_ENTRY else None
        if match is None:
            break
        entries.append(_entry(document, i, document.elements[i], match))
    return entries


def _entry(document: Document, index: int, element: Element, match: re.Match[str]) -> ContentsEntry:
    enumerator = _ENUMERATOR.match(match["title"])
    title = element.text.slice(enumerator.end() if enumerator else 0, match.end("title"))
    named = (i for i, s in enumerate(document.sections) if _folded(s.title.content) == _folded(title.content))
    return ContentsEntry(
        title, element.text.slice(match.start("page")), (element.level or 0) + 1, index, next(named, None)
    )


def _folded(title: str) -> str:
    return re.sub(r"\W+", " ", title).casefold().strip()
