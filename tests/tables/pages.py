"""Pages with tables, drawn with reportlab and read back: what the tests of this room look at."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from reportlab.lib.pagesizes import letter
from reportlab.pdfgen.canvas import Canvas

from pipeline.lines import read_sheet
from pipeline.model.sheets import Sheet
from pipeline.model.tables import Table
from pipeline.reading import Limits, read
from pipeline.tables import find_tables

LEFT, TOP, PITCH, SIZE = 72, 720, 16, 10
REGIONS = [
    ["Region", "Schools", "Pupils", "Share"],
    ["Northfield", "12", "3,410", "18.2%"],
    ["Eastmoor", "7", "1,902", "10.1%"],
    ["Southgate Valley", "21", "6,044", "32.2%"],
    ["Westbury", "9", "2,317", "12.3%"],
    ["Total", "49", "13,673", "72.8%"],
]
WIDTHS = (130, 70, 80, 70)

Drawing = Callable[[Canvas], None]


def pdf(path: Path, *pages: Drawing) -> Path:
    """A file with these pages."""
    canvas = Canvas(str(path), pagesize=letter, invariant=True)
    for draw in pages:
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return path


def tables(path: Path, *pages: Drawing) -> list[Table]:
    """The tables found on pages drawn so."""
    return find_tables(read(pdf(path, *pages), Limits()))


def sheets(path: Path, *pages: Drawing) -> list[Sheet]:
    """The sheets of pages drawn so."""
    return [read_sheet(page) for page in read(pdf(path, *pages), Limits())]


def cells(
    canvas: Canvas, rows: Sequence[Sequence[str]], *, left: float = LEFT, top: float = TOP, right_from: int = 1
) -> None:
    """Rows of text: columns from `right_from` on are set flush right, the others left. Lines of a cell part at `|`."""
    y = top
    for row in rows:
        x = left
        deepest = 1
        for column, text in enumerate(row):
            width = WIDTHS[column % len(WIDTHS)]
            lines = text.split("|")
            deepest = max(deepest, len(lines))
            for k, line in enumerate(lines):
                canvas.setFont("Helvetica", SIZE)
                if column >= right_from:
                    canvas.drawRightString(x + width - 4, y - 11 - 12 * k, line)
                else:
                    canvas.drawString(x + 4, y - 11 - 12 * k, line)
            x += width
        y -= PITCH + 12 * (deepest - 1)


def rules(canvas: Canvas, ys: Sequence[float], *, left: float = LEFT, right: float = LEFT + sum(WIDTHS)) -> None:
    """Horizontal rules."""
    for y in ys:
        canvas.line(left, y, right, y)


def grid(canvas: Canvas, rows: int, *, top: float = TOP, columns: int = 4) -> None:
    """All rules of a table of single lines."""
    bottom = top - PITCH * rows
    rules(canvas, [top - PITCH * k for k in range(rows + 1)])
    x: float = LEFT
    for k in range(columns + 1):
        canvas.line(x, top, x, bottom)
        x += WIDTHS[k % len(WIDTHS)]


def paragraph(canvas: Canvas, lines: Sequence[str], *, left: float = LEFT, top: float = TOP) -> None:
    """Running text."""
    canvas.setFont("Helvetica", SIZE)
    for k, line in enumerate(lines):
        canvas.drawString(left, top - 12 * k, line)
