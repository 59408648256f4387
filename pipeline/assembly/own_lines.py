"""Lines that were ended on purpose: addresses, names, verse.

Editions of one text break its prose differently, but not these lines; so each is an element of its own, whether a
typesetter put white between them or not. A line was ended on purpose where the next line's first word would have
fitted (see `continuation`). Prose beside a picture seems to leave room too, if the column is taken to be wider than it
is there; so half of the lines must leave room even within the text's own widest line, which prose never does, since
its lines are filled.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from pipeline.model.blocks import Block, BlockKind
from pipeline.model.lines import Line

MOST_LINES = 8  # an address has few; more is prose
SPARE = 0.55  # of the font size: a word space and a little, which a word must leave to have fitted


def lines_apart(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks, those whose every line was ended on purpose as a block a line."""
    for block in blocks:
        if block.kind is BlockKind.PARAGRAPH and 2 <= len(block.lines) <= MOST_LINES and _own_lines(block):
            right = float(max(block.lines[-1].x1)) + block.short
            for i, line in enumerate(block.lines):
                begins = block.new_paragraph if i == 0 else True
                short = right - float(max(line.x1))
                part = replace(block, lines=(line,), box=line.box, indent=0.0, short=short, new_paragraph=begins)
                yield part if i == 0 else replace(part, label=None, label_lines=())
        else:
            yield block


def _own_lines(block: Block) -> bool:
    """Whether each line was ended on purpose. The widest can't show it by itself where it fills its column."""
    lines = block.lines
    right = float(max(lines[-1].x1)) + block.short
    widest = max(float(max(line.x1)) for line in lines)
    steps = list(pairwise(lines))
    if all(_goes_on(below.text) for _, below in steps):
        return False
    sure = [_has_room(line, below, widest) for line, below in steps]
    open_steps = [step for step, known in zip(steps, sure, strict=True) if not known]
    if any(not _has_room(line, below, right) and not _may_end(line, below, widest) for line, below in open_steps):
        return False
    return 2 * sum(sure) >= len(steps)


def _may_end(line: Line, below: Line, widest: float) -> bool:
    return float(max(line.x1)) == widest and not _goes_on(below.text)


def _goes_on(text: str) -> bool:
    """Whether a line begins with a small letter, and with no name of what follows ("fax:")."""
    return text[:1].islower() and not text.split(maxsplit=1)[0].endswith(":")


def _has_room(line: Line, below: Line, right: float) -> bool:
    start, end = next(below.words(), (0, len(below)))
    return float(max(line.x1)) + below.box_of(start, end).width + SPARE * line.size < right
