"""Side heads: headings that stand in the margin, on the first line of the text that they head (Bringhurst, 4.2.2)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from pipeline.layout.items import Item

LEADING = 0.6  # ems between two lines of one head
WHITE = 0.3  # ems more than between lines: what is headed begins a paragraph, and sections are mostly set apart
SAME_ROW = 0.5  # of the head's first line: its text stands beside it


def side_heads(left: Sequence[Item], right: Sequence[Item], em: float) -> list[list[Item]]:
    """The side heads in the column left of a text, top to bottom; none where anything else stands there.

    Nothing in such a column is set like the body. Each head stands beside the first line of a paragraph, or alone.
    """
    if not left or any(i.plain or i.whole for i in left) or not any(i.plain for i in right):
        return []
    heads: list[list[Item]] = []
    for item in sorted(left, key=lambda i: (i.box.top, i.box.x0)):
        if heads and item.box.top - heads[-1][-1].box.bottom < LEADING * em:
            heads[-1].append(item)
        else:
            heads.append([item])
    rows = sorted((i for i in right if not i.barrier), key=lambda i: (i.box.top, i.box.x0))
    usual = median([max(0.0, b.box.top - a.box.bottom) for a, b in pairwise(rows)] or [0.0])
    return heads if all(_heads_a_paragraph(head, rows, usual + WHITE * em) for head in heads) else []


def _heads_a_paragraph(head: Sequence[Item], rows: Sequence[Item], white: float) -> bool:
    first = head[0].box
    beside = [i for i in rows if i.box.overlaps_y(first) > SAME_ROW * first.height]
    if not beside:
        return not any(i.box.overlaps_y(item.box) > 0 for item in head for i in rows)
    top = min(i.box.top for i in beside)
    above = [i.box.bottom for i in rows if i.box.top < top]
    return not above or top - max(above) >= white
