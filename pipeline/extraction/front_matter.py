"""Cover, title page, imprint and back page, line by line: there a line's end means what a comma means in prose."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.model.document import Document, ElementKind, Zone
from pipeline.model.evidence import Evidence
from pipeline.model.text import NOT_IN_TEXT, Text


@dataclass(frozen=True, slots=True)
class Stretch:
    """elements[element].text.content[start:end]."""

    element: int
    start: int
    end: int

    def of(self, document: Document) -> str:
        """What stands there."""
        return document.elements[self.element].text.content[self.start : self.end]

    def evidence(self, document: Document, field: str) -> list[Evidence]:
        """Evidence that it supports `field`."""
        return document.evidence(document.elements[self.element].text, self.start, self.end, field)


def outer_elements(document: Document) -> Iterator[int]:
    """Indices of the elements outside the body: cover and imprint in order, then the back page.

    Where a report has an imprint at its end that nothing sets apart, its copyright line tells it.
    """
    kinds = {ElementKind.CONTENTS_ENTRY, ElementKind.TABLE, ElementKind.NOTE, ElementKind.FIGURE}
    for zone in (Zone.FRONT, Zone.BACK):
        yield from (i for i, e in enumerate(document.elements) if e.zone is zone and e.kind not in kinds)
    for i, element in enumerate(document.elements):
        before_sections = element.section is None and element.zone is Zone.BODY
        if element.kind not in kinds and element.zone is Zone.BODY and (before_sections or _is_imprint(element.text)):
            yield i


def _is_imprint(text: Text) -> bool:
    return text.content.lstrip().casefold().startswith(("©", "copyright ©", "copyright (c)", "(c) 1", "(c) 2"))


def printed_lines(document: Document, element: int) -> list[Stretch]:
    """The element's text, cut where its printed lines end."""
    text = document.elements[element].text
    found = []
    for run in text.runs:
        inside = [a for a in run.at if a != NOT_IN_TEXT]
        if inside and text.content[min(inside) : max(inside) + 1].strip():
            found.append(Stretch(element, min(inside), max(inside) + 1))
    return found
