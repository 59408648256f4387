"""Lists of references, numbered in brackets: items of a list, with their numbers as labels.

Layout may take them for notes, where a page is full of their small type, or for paragraphs that hang. A note stands
below the text of its page, or after it under a heading; it does not fill pages. The numbered paragraphs of a judgment
count in brackets, too, but do not hang.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from statistics import median

from pipeline.model.blocks import Block, BlockKind

MOSTLY = 0.6  # of a page's lines; notes at the foot seldom take half of it
FEWEST = 3  # numbers that follow each other make a list
HANGING = 0.5  # of the paragraphs of several rows hang; those that begin a column behind a break may not show it
SHORT = 2  # rows; a judgment's paragraphs are longer

_NUMBER = re.compile(r"\[(\d{1,3})\]\s+(?=\S)")


def listed_references(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, those notes and hanging paragraphs that are a list of references made its items."""
    lines: Counter[int] = Counter()
    noted: Counter[int] = Counter()
    for block in blocks:
        lines[block.page] += len(block.lines)
        noted[block.page] += len(block.lines) if _bracketed(block) else 0
    full = {page for page in noted if noted[page] > MOSTLY * lines[page]}
    listed = {i for run in _runs(blocks) if len(run) >= FEWEST and _hang([blocks[i] for i in run]) for i in run}
    return [
        _cut(block) if i in listed else _item(block) if block.page in full and block.kind is BlockKind.NOTE else block
        for i, block in enumerate(blocks)
    ]


def _bracketed(block: Block) -> bool:
    printed = block.label_lines[0].text if block.label_lines else block.label or ""
    return block.kind is BlockKind.NOTE and printed.startswith(("[", "("))


def _item(block: Block) -> Block:
    printed = block.label_lines[0].text.strip() if block.label_lines else block.label
    return replace(block, kind=BlockKind.LIST_ITEM, label=printed, level=0, flow="body")


def _runs(blocks: Sequence[Block]) -> Iterator[list[int]]:
    """The places of paragraphs that begin with numbers in brackets, each one more than that before it."""
    run: list[int] = []
    last = 0
    for i, block in enumerate(blocks):
        match = _NUMBER.match(block.lines[0].text) if block.kind is BlockKind.PARAGRAPH and block.lines else None
        if match is None:
            continue
        if run and int(match[1]) != last + 1:
            yield run
            run = []
        run.append(i)
        last = int(match[1])
    yield run


def _hang(blocks: Sequence[Block]) -> bool:
    """Whether paragraphs hang, or are mostly of a row or two, as links and titles are."""
    if median(len(block.lines) for block in blocks) <= SHORT:
        return True
    several = [block for block in blocks if len(block.lines) > 1]
    return sum(block.indent < 0 for block in several) >= HANGING * len(several)


def _cut(block: Block) -> Block:
    """A paragraph as an item, its number as the label."""
    first = block.lines[0]
    match = _NUMBER.match(first.text)
    end = match.end() if match else 0
    label = first.slice(0, end)
    lines = (first.slice(end, len(first)), *block.lines[1:])
    return replace(
        block, kind=BlockKind.LIST_ITEM, label=label.text.strip(), label_lines=(label,), lines=lines, level=0
    )
