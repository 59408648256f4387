"""The structure tree of a tagged PDF (ISO 32000-1, 14.7), as far as it reaches one page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count

from pdfplumber.page import Page as PlumberPage
from pdfplumber.pdf import PDF
from pdfplumber.structure import PDFStructElement, PDFStructTree

from pipeline.model.pages import Tag

CELLS = frozenset(("TH", "TD"))


def tags_of(pdf: PDF, page: PlumberPage) -> list[Tag]:
    """The tree's leaves on the page, in document order."""
    numbers = count()

    def walk(elements: Iterable[PDFStructElement], above: Tag) -> Iterator[Tag]:
        for element in elements:
            spans = _spans(element) if element.type in CELLS else above.spans
            tag = Tag((*above.path, element.type), (*above.nodes, next(numbers)), tuple(element.mcids), spans)
            if tag.mcids:
                yield tag
            yield from walk(element.children, tag)

    return list(walk(PDFStructTree(pdf, page), Tag((), (), ())))


def _spans(cell: PDFStructElement) -> tuple[int, int]:
    """The rows and columns that a cell covers (ISO 32000-1, table 349); 1 where it says nothing that makes sense."""
    rows, columns = cell.attributes.get("RowSpan"), cell.attributes.get("ColSpan")
    return (
        rows if isinstance(rows, int) and rows > 0 else 1,
        columns if isinstance(columns, int) and columns > 0 else 1,
    )
