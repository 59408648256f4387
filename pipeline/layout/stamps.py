"""Stamps: turned text down the outer margin that archives, printers and publishers put on a page they did not set.

It stands outside the text on all of its height, and nothing goes on from it (Federal Register pages, preprint servers).
A page that is set sideways, and a table's or a chart's turned words, stand among other text or have none beside them.
"""

from __future__ import annotations

from pipeline.model.lines import Line
from pipeline.model.sheets import Sheet

MARGIN = 0.08  # of the page's width at either side: no text is set so near the edge
FEWEST_ROWS = 10  # upright rows of a page whose text is upright
REACH = 0.5  # of the page's height: what upright text there is covers so much of it


def stamps(sheet: Sheet) -> list[int]:
    """The indices of the sheet's turned lines in its outer margins."""
    upright = [line for line in sheet.lines if line.rotation == 0]
    if len(upright) < FEWEST_ROWS or _height(upright) < REACH * sheet.info.height:
        return []
    left = min(MARGIN * sheet.info.width, *(line.box.x0 for line in upright))
    right = max((1 - MARGIN) * sheet.info.width, *(line.box.x1 for line in upright))
    return [
        i
        for i, line in enumerate(sheet.lines)
        if line.rotation in (90, 270) and (line.box.x1 <= left or line.box.x0 >= right)
    ]


def _height(lines: list[Line]) -> float:
    return max(line.bottom for line in lines) - min(line.top for line in lines)
