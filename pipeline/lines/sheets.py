"""A page boiled down to its lines and shapes."""

from __future__ import annotations

from array import array

from pipeline.lines.page_lines import read_lines
from pipeline.model.blocks import PageInfo
from pipeline.model.pages import Page
from pipeline.model.sheets import NO_MARK, Sheet

UNMAPPED = "\N{REPLACEMENT CHARACTER}"


def read_sheet(page: Page) -> Sheet:
    """The page's lines and shapes; its glyphs are not kept."""
    found = read_lines(page)
    info = PageInfo(
        number=page.number,
        label=page.label,
        width=page.width,
        height=page.height,
        glyphs=len(page.glyphs),
        unmapped=sum(UNMAPPED in g.text for g in page.glyphs),
        links=page.links,
        faults=page.faults,
    )
    marks = array("i", (NO_MARK if g.tag is None else g.tag for g in page.glyphs)) if page.tags else array("i")
    return Sheet(info, found.lines, found.discards, page.rules, page.fills, page.images, tags=page.tags, marks=marks)
