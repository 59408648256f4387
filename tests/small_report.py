"""A small report with invented people, made anew for each test that needs a PDF to walk through all rooms."""

from __future__ import annotations

from pathlib import Path

from reportlab.lib.pagesizes import letter
from reportlab.pdfgen.canvas import Canvas

PARAGRAPHS = (
    ("THE STATE OF GARDENS", None),
    (
        "1",
        "More than 70 percent of the gardens in the valley were planted by hand. Dr. Ann Lee, director at Green Roots "
        "(GR), said: “We dig first and we ask for permission later.” The work goes on in every season of the year, "
        "and nobody has counted the hours that it takes.",
    ),
    ("WATER AND SOIL", None),
    (
        "2",
        "Water comes from the river in spring and from wells in summer. According to a survey, 45 wells were dug in "
        "ten years, and most of them are still in use. The soil is heavy and holds the water well.",
    ),
)


def small_report(path: Path) -> Path:
    """A cover and two pages of text with headings and a copyright line."""
    canvas = Canvas(str(path), pagesize=letter, invariant=True)
    canvas.setTitle("Gardens of the Valley")
    canvas.setFont("Helvetica-Bold", 28)
    canvas.drawString(72, 500, "Gardens of the Valley")
    canvas.setFont("Helvetica", 11)
    canvas.drawString(72, 100, "© 2021 by the Garden Society. Licensed under CC BY 4.0.")
    canvas.showPage()
    for page in range(2):
        y = 720.0
        for label, content in PARAGRAPHS[2 * page : 2 * page + 2]:
            if content is None:
                canvas.setFont("Helvetica-Bold", 16)
                canvas.drawString(72, y, label)
                y -= 28
                continue
            canvas.setFont("Helvetica", 11)
            for line in _wrapped(content):
                canvas.drawString(72, y, line)
                y -= 14
            y -= 10
        canvas.setFont("Helvetica", 9)
        canvas.drawCentredString(306, 36, str(page + 1))
        canvas.showPage()
    canvas.save()
    return path


def _wrapped(content: str, width: int = 80) -> list[str]:
    lines = [""]
    for word in content.split():
        if len(lines[-1]) + 1 + len(word) > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines
