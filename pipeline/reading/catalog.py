"""What the file says of itself: metadata, page labels, outline."""

from __future__ import annotations

from itertools import islice
from typing import Any

from pdfminer.pdfdocument import PDFDestinationNotFound, PDFNoOutlines, PDFNoPageLabels
from pdfminer.pdftypes import PDFObjRef, resolve1
from pdfminer.psparser import PSLiteral
from pdfminer.utils import decode_text
from pdfplumber.pdf import PDF

from pipeline.model.pages import OutlineEntry

Destination = tuple[int | None, float | None]


def page_labels(pdf: PDF, count: int) -> list[str | None]:
    """The printed label of each page as the catalog gives it (ISO 32000-1, 12.4.2), None where it gives none."""
    try:
        labels: list[str | None] = list(islice(pdf.doc.get_page_labels(), count))
    except PDFNoPageLabels:
        labels = []
    return [label or None for label in labels] + [None] * (count - len(labels))


def metadata(pdf: PDF) -> dict[str, str]:
    """The document information's text entries, sorted by key."""
    return {key: value for key, value in sorted(pdf.metadata.items()) if isinstance(value, str)}


def language(pdf: PDF) -> str | None:
    """The catalog's /Lang (ISO 32000-1, 14.9.2)."""
    value = resolve1(pdf.doc.catalog.get("Lang"))
    return (decode_text(value) or None) if isinstance(value, bytes) else None


def is_tagged(pdf: PDF) -> bool:
    """Whether the catalog has a structure tree."""
    return "StructTreeRoot" in pdf.doc.catalog


def outline(pdf: PDF) -> tuple[OutlineEntry, ...]:
    """The bookmarks in order; a destination that can't be resolved is None."""
    try:
        entries = list(pdf.doc.get_outlines())
    except PDFNoOutlines:
        return ()
    pages = {page.page_obj.pageid: page.page_number for page in pdf.pages}
    found = []
    for level, title, dest, action, _ in entries:
        page, top = _destination(pdf, dest if dest is not None else _goto(action), pages)
        found.append(OutlineEntry(title=title, level=level, page=page, top=top))
    return tuple(found)


def _goto(action: Any) -> Any:
    value = resolve1(action)
    return value.get("D") if isinstance(value, dict) else None


def _destination(pdf: PDF, dest: Any, pages: dict[Any, int]) -> Destination:
    """Page number and height from the top of a destination, which may be a name of one (ISO 32000-1, 12.3.2)."""
    value = resolve1(dest)
    if isinstance(value, bytes | PSLiteral):
        name = value.name if isinstance(value, PSLiteral) else value
        try:
            value = resolve1(pdf.doc.get_dest(name))
        except PDFDestinationNotFound:  # one dead bookmark is no reason to lose the others
            return None, None
    if isinstance(value, dict):
        value = resolve1(value.get("D"))
    if not isinstance(value, list) or not value or not isinstance(value[0], PDFObjRef):
        return None, None
    number = pages.get(value[0].objid)
    y = resolve1(value[3]) if len(value) > 3 and getattr(value[1], "name", "") == "XYZ" else None
    if number is None or not isinstance(y, int | float):
        return number, None
    return number, float(pdf.pages[number - 1].height) - float(y)
