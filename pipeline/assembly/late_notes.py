"""Notes that nothing on their page tells from text, known by the marks that point to them.

A list of notes at a report's end may have no heading, and the type of the text. But the raised numbers in the text ask
for notes, and paragraphs that begin with just these numbers, in order, after the last mark, are they.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from pipeline.assembly.marks import bare_label, is_power
from pipeline.model.blocks import Block, BlockKind
from pipeline.model.lines import Line

BETWEEN = 3  # further paragraphs of a note before the next one
SMALLER = 0.93  # of the body's size: notes set smaller may have a list's labels ("1."), others are a list

_MARKED = frozenset(set(BlockKind) - {BlockKind.NOTE, BlockKind.CONTENTS_ENTRY, BlockKind.TABLE, BlockKind.FIGURE})
_TEXT = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.BLOCK_QUOTE})
_NUMBER = re.compile(r"(\d{1,3})\s*(?=[^\W\d]|[\"“‘«(]|$)")


@dataclass(frozen=True, slots=True)
class _Opening:
    """A block that begins with a note's number, whose text goes on after `end` characters."""

    place: int
    number: int
    end: int


def late_notes(blocks: Sequence[Block], body_size: float) -> list[Block]:
    """The blocks, those made notes that the text's marks ask for and no note answers."""
    known = {bare_label(b.label or "") for b in blocks if b.kind is BlockKind.NOTE}
    marks = [(i, number) for i, number in _marks(blocks) if str(number) not in known]
    wanted = sorted({number for _, number in marks})
    if not wanted or wanted != list(range(wanted[0], wanted[-1] + 1)) or (not known and wanted[0] != 1):
        return list(blocks)
    last = max(i for i, _ in marks)
    run = _run(blocks, wanted, last, body_size)
    return list(_converted(blocks, run)) if run else list(blocks)


def _marks(blocks: Sequence[Block]) -> Iterator[tuple[int, int]]:
    """The raised numbers inside the text, with the places of their blocks."""
    for i, block in enumerate(blocks):
        if block.kind not in _MARKED:
            continue
        for k, line in enumerate(block.lines):
            for span in line.styles:
                raised = bare_label(line.text[span.start : span.end])
                inside = (k > 0 or span.start > 0) and not is_power(line.text[: span.start])
                if span.style.position == "superscript" and raised.isdecimal() and len(raised) <= 3 and inside:
                    yield i, int(raised)


def _run(blocks: Sequence[Block], wanted: Sequence[int], after: int, body_size: float) -> list[_Opening]:
    """The last place after the marks where blocks begin with all these numbers in order; empty where there is none."""
    openings = [o for i in range(after + 1, len(blocks)) if (o := _opening(blocks[i], i, body_size))]
    found: list[_Opening] = []
    for k in range(len(openings)):
        run = openings[k : k + len(wanted)]
        steps = pairwise(run)
        if [o.number for o in run] == list(wanted) and all(_near(blocks, a.place, b.place) for a, b in steps):
            found = run
    return found


def _near(blocks: Sequence[Block], first: int, second: int) -> bool:
    """Whether nothing but a note's further paragraphs stands between."""
    between = blocks[first + 1 : second]
    return len(between) <= BETWEEN and all(b.kind in _TEXT and b.label is None for b in between)


def _opening(block: Block, place: int, body_size: float) -> _Opening | None:
    if block.kind not in _TEXT or not block.lines:
        return None
    if block.label is not None:
        label = bare_label(block.label)
        small = block.lines[0].size < SMALLER * body_size
        return _Opening(place, int(label), 0) if small and label.isdecimal() else None
    match = _NUMBER.match(block.lines[0].text)
    return _Opening(place, int(match[1]), match.end()) if match else None


def _converted(blocks: Sequence[Block], run: Sequence[_Opening]) -> Iterator[Block]:
    opened = {o.place: o for o in run}
    first, last = run[0].place, run[-1].place
    for i, block in enumerate(blocks):
        if i in opened:
            yield _note(block, opened[i])
        elif first < i < last or (i - 1 == last and not _text_of(blocks[last], opened[last])):
            yield replace(block, kind=BlockKind.NOTE, flow="foot", new_paragraph=False)
        else:
            yield block


def _text_of(block: Block, opening: _Opening) -> tuple[Line, ...]:
    first = block.lines[0]
    rest = (first.slice(opening.end, len(first)),) if opening.end < len(first) else ()
    return (*rest, *block.lines[1:])


def _note(block: Block, opening: _Opening) -> Block:
    label_lines = (*block.label_lines, *((block.lines[0].slice(0, opening.end),) if opening.end else ()))
    return replace(
        block,
        kind=BlockKind.NOTE,
        rule=f"{block.rule}; a mark of the text asks for it",
        label=str(opening.number),
        label_lines=label_lines,
        lines=_text_of(block, opening),
        flow="foot",
    )
