"""A copy of the PDF in which each record is a highlight that any viewer shows, with its dataset and id."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.errors import InputError, UsageError
from pipeline.exporting.any_record import evidence_of, id_of, label
from pipeline.exporting.folder import Output
from pipeline.model.evidence import Evidence

if TYPE_CHECKING:
    import pypdf

EXTRA = "Install it with: pip install 'report-pipeline[pdf]'."

# Light enough that black type stays readable on all of them, and told apart where they lie side by side.
COLORS = {
    "report": "c7d2fe", "contents": "e5e7eb", "sections": "ddd6fe", "themes": "fbcfe8", "questions": "bae6fd",
    "people": "fde68a", "quotes": "bbf7d0", "organizations": "fed7aa", "networks": "fecaca", "references": "d9f99d",
    "footnotes": "e7e5e4", "statistics": "a5f3fc", "tables": "f5d0fe",
}  # fmt: skip
Point = tuple[float, float]


def highlighted(output: Output, pdf: Path) -> bytes:
    """The PDF with a highlight for each evidence. Raises UsageError where it is another PDF than the datasets' own."""
    content = _content(pdf, output.report.source_file.sha256)
    try:
        import pypdf
        from pypdf.errors import PyPdfError
    except ImportError as error:
        raise UsageError("export", "highlights need pypdf, which is not installed", EXTRA) from error
    try:
        writer = pypdf.PdfWriter(clone_from=io.BytesIO(content))
        for dataset, records in output.records.items():
            for record in records:
                said = f"{dataset}/{id_of(record)}: {label(dataset, record)}"
                for i, entry in enumerate(evidence_of(record), 1):
                    name = f"{dataset}/{id_of(record)}/{i}"
                    writer.add_annotation(entry.page - 1, _highlight(writer, entry, dataset, said, name))
        buffer = io.BytesIO()
        writer.write(buffer)
    except PyPdfError as error:
        raise InputError(pdf.name, f"pypdf can't copy it: {error}", "Repair the file with a PDF tool first.") from error
    return buffer.getvalue()


def _content(pdf: Path, expected: str) -> bytes:
    try:
        content = pdf.read_bytes()
    except OSError as error:
        raise UsageError(str(pdf), f"it can't be opened: {error.strerror}", "Check the path.") from error
    if hashlib.sha256(content).hexdigest() != expected:
        raise UsageError(str(pdf), "the datasets were made from another file", "Name that PDF with --pdf.")
    return content


def _highlight(writer: pypdf.PdfWriter, evidence: Evidence, dataset: str, said: str, name: str) -> Any:
    """A highlight annotation (ISO 32000-1, 12.5.6.10): a quadrilateral a box."""
    from pypdf.annotations import Highlight
    from pypdf.generic import ArrayObject, FloatObject, NameObject, TextStringObject

    page = writer.pages[evidence.page - 1]
    corners: list[Point] = []
    for x0, top, x1, bottom in evidence.boxes:  # upper left, upper right, lower left, lower right
        corners += [_point(page, x, y) for x, y in ((x0, top), (x1, top), (x0, bottom), (x1, bottom))]
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    points = ArrayObject(FloatObject(round(value, 2)) for point in corners for value in point)
    annotation = Highlight(
        rect=(min(xs), min(ys), max(xs), max(ys)), quad_points=points, highlight_color=COLORS[dataset], printing=True
    )
    field = f" ({evidence.field})" if evidence.field else ""
    annotation[NameObject("/Contents")] = TextStringObject(f"{said}{field}")
    annotation[NameObject("/T")] = TextStringObject("report-pipeline")
    annotation[NameObject("/Subj")] = TextStringObject(dataset)
    annotation[NameObject("/NM")] = TextStringObject(name)
    return annotation


def _point(page: pypdf.PageObject, x: float, y: float) -> Point:
    """A point of the page as it is shown (from its top left corner, y downwards) in the page's own coordinates.

    A viewer turns the page clockwise by /Rotate and shows its crop box (ISO 32000-1, 7.7.3.3).
    """
    box = page.cropbox
    left, bottom, right, top = (float(v) for v in (box.left, box.bottom, box.right, box.top))
    match page.rotation % 360:
        case 90:
            return left + y, bottom + x
        case 180:
            return right - x, bottom + y
        case 270:
            return right - y, top - x
        case _:
            return left + x, top - y
