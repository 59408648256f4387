"""The structure tree of a tagged PDF (ISO 32000-1, 14.7), as far as it reaches one page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count

from pdfplumber.page import Page as PlumberPage
from pdfplumber.pdf import PDF
from pdfplumber.structure import PDFStructElement, PDFStructTree

from pipeline.model.pages import Tag


def tags_of(pdf: PDF, page: PlumberPage) -> list[Tag]:
    """The tree's leaves on the page, in document order."""
    numbers = count()

    def walk(elements: Iterable[PDFStructElement], path: tuple[str, ...]) -> Iterator[Tag]:
        for element in elements:
            here = (*path, element.type)
            number = next(numbers)
            if element.mcids:
                yield Tag(here, number, tuple(element.mcids))
            yield from walk(element.children, here)

    return list(walk(PDFStructTree(pdf, page), ()))
