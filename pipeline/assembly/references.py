"""Lists of references, which layout may take for notes: pages full of small type with bracketed numbers.

A note stands below the text of its page, or after it under a heading; it does not fill pages. So where most lines of a
page are notes with bracketed labels, they are the items of a list.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from pipeline.model.blocks import Block, BlockKind

MOSTLY = 0.6  # of a page's lines; notes at the foot seldom take half of it


def listed_references(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, those notes that are a list of references made its items."""
    lines: Counter[int] = Counter()
    noted: Counter[int] = Counter()
    for block in blocks:
        lines[block.page] += len(block.lines)
        noted[block.page] += len(block.lines) if _bracketed(block) else 0
    full = {page for page in noted if noted[page] > MOSTLY * lines[page]}
    return [_item(block) if block.page in full and block.kind is BlockKind.NOTE else block for block in blocks]


def _bracketed(block: Block) -> bool:
    printed = block.label_lines[0].text if block.label_lines else block.label or ""
    return block.kind is BlockKind.NOTE and printed.startswith(("[", "("))


def _item(block: Block) -> Block:
    printed = block.label_lines[0].text.strip() if block.label_lines else block.label
    return replace(block, kind=BlockKind.LIST_ITEM, label=printed, level=0, flow="body")
