"""Pictures large enough to be looked at, and not a ground that text is printed on."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.model.lines import Line
from pipeline.model.pages import Image
from pipeline.model.sheets import Sheet

SMALLEST = 3.0  # ems: smaller pictures are marks and logos


def pictures_of(sheet: Sheet, lines: Sequence[Line], em: float) -> list[Image]:
    """The page's pictures, top to bottom."""
    large = [i for i in sheet.images if min(i.box.width, i.box.height) >= SMALLEST * em]
    return sorted((i for i in large if not any(i.box.holds_center_of(line.box) for line in lines)), key=lambda i: i.box)
