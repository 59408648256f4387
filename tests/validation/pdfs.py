"""Small PDFs made for the second witness, and documents of them in which each printed line is a paragraph."""

from __future__ import annotations

from array import array
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from pipeline.lines import read_sheet
from pipeline.model.document import Document, Element, ElementKind
from pipeline.model.text import EMPTY, Run, Text
from pipeline.reading import Limits, read


def write_pdf(path: Path, *pages: str, rotation: int = 0, crop: tuple[int, int, int, int] | None = None) -> Path:
    """A PDF with these pages, a line of Times a line of text."""
    canvas = Canvas(str(path), pagesize=(400, 300), invariant=True)
    for page in pages:
        if rotation:
            canvas.setPageRotation(rotation)
        if crop:
            canvas.setCropBox(crop)
        text = canvas.beginText(72, 220)
        text.setFont("Times-Roman", 12)
        for printed in page.splitlines():
            text.textLine(printed)
        canvas.drawText(text)
        canvas.showPage()
    canvas.save()
    return path


def document_of(pdf: Path) -> Document:
    """What is read of it: each line a paragraph of its own."""
    pages = read(pdf, Limits())
    sheets = [read_sheet(page) for page in pages]
    return Document(
        source=pages.source,
        pages=tuple(sheet.info for sheet in sheets),
        title=EMPTY,
        elements=tuple(
            Element(ElementKind.PARAGRAPH, Text(line.text, (Run(line, array("i", range(len(line)))),)))
            for sheet in sheets
            for line in sheet.lines
        ),
        sections=(),
        notes=(),
        contents=(),
        discards=tuple(discard for sheet in sheets for discard in sheet.discards),
        language="en",
    )
