"""`inspect`: one page as a picture, or all pages as one HTML file."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, get_args

from jinja2 import Environment, PackageLoader, StrictUndefined

from pipeline.errors import UsageError
from pipeline.inspection.marks import Drawing
from pipeline.inspection.picture import painted
from pipeline.inspection.stages import DRAWN
from pipeline.publishing.page import pictures
from pipeline.reading import Limits, read

Stage = Literal["glyphs", "lines", "tables", "blocks", "order", "document"]
STAGES: tuple[Stage, ...] = get_args(Stage)
NUMBERED = {"blocks", "order", "document", "lines"}


def inspect_page(pdf: Path, page: int, stage: Stage = "blocks", limits: Limits = Limits()) -> bytes:  # noqa: B008
    """A page (from 1) with what a stage made of it, as PNG with a legend. Raises InputError; UsageError without such
    a page."""
    pages = read(pdf, limits)
    if not 1 <= page <= len(pages):
        raise UsageError(pdf.name, f"it has no page {page}", f"Its pages are 1 to {len(pages)}.")
    drawing = next(d for d in DRAWN[stage](pages) if d.page == page)
    with pictures.opened(pdf) as drawn:
        return painted(drawing, drawn.page(page), f"{pdf.name}, page {page}: {stage}")


def inspect_report(pdf: Path, stage: Stage = "blocks", limits: Limits = Limits()) -> str:  # noqa: B008
    """All pages with what a stage made of them, as one HTML file without scripts. Raises InputError."""
    drawings = list(DRAWN[stage](read(pdf, limits)))
    legend: dict[str, str] = {}
    for drawing in drawings:
        legend |= drawing.legend
    templates = Environment(
        loader=PackageLoader("pipeline.inspection"), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    with pictures.opened(pdf) as drawn:
        found = list(drawn.pages())
    return templates.get_template("inspect.html").render(
        name=pdf.name,
        stage=stage,
        drawings=[(d, found[d.page - 1] if d.page <= len(found) else None, _path(d)) for d in drawings],
        legend=legend,
        numbered=stage in NUMBERED,
    )


def _path(drawing: Drawing) -> str:
    """The arrows as an SVG path from mark to mark."""
    if not drawing.arrows:
        return ""
    points = [mark.boxes[0] for mark in drawing.marks if not mark.aside and mark.boxes]
    return " ".join(f"{'L' if i else 'M'}{box.x0 - 6:.1f} {box.top + 4:.1f}" for i, box in enumerate(points))
