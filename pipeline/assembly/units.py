"""Blocks of one paragraph, item, note, quote or heading put together, wherever columns and pages part them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline.assembly.continuation import (
    another_column,
    first_line_goes_on,
    goes_on,
    goes_on_surely,
    heading_goes_on,
    note_goes_on,
)
from pipeline.model.blocks import Block, BlockKind

RUNNING = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.BLOCK_QUOTE, BlockKind.BOX})

# A text does not go on past these; past all else (a float, a note, a display quote, a box) it may.
STOPS = frozenset({BlockKind.HEADING, BlockKind.TITLE, BlockKind.CONTENTS_ENTRY})

SET_APART = frozenset({"margin", "box"})  # what stands beside the running text and does not interrupt it

SAME_SIZE = 0.04  # of the font size: pages of one text are set at one size, a source line under a table is not
LOOK_BACK = 3  # units of another size or flow that may stand between two parts of a paragraph


@dataclass(frozen=True, slots=True)
class Unit:
    """The blocks that are one element of the document, in reading order."""

    blocks: tuple[Block, ...]

    @property
    def kind(self) -> BlockKind:
        """What it is: as its first block."""
        return self.blocks[0].kind

    @property
    def last(self) -> Block:
        """The block where it ends so far."""
        return self.blocks[-1]


def join_blocks(blocks: Iterable[Block]) -> list[Unit]:
    """The blocks as units, each at the place of its first block."""
    units: list[Unit] = []
    for block in blocks:
        home = _home(block, units)
        if home is None:
            units.append(Unit((block,)))
        else:
            units[home] = Unit((*units[home].blocks, block))
    return units


def _home(block: Block, units: Sequence[Unit]) -> int | None:
    """The unit that goes on in this block, or None where it begins one."""
    if units and (heading_goes_on(units[-1].last, block) or first_line_goes_on(units[-1].last, block)):
        return len(units) - 1
    if _is_rest_of_note(block, units):
        return len(units) - 1
    if block.kind in RUNNING:
        return _running_home(block, units)
    if block.kind is BlockKind.NOTE and block.label is None and block.lines:
        home = next((i for i in range(len(units) - 1, -1, -1) if units[i].kind is BlockKind.NOTE), None)
        return home if home is not None and note_goes_on(units[home].last, block) else None
    if block.kind is BlockKind.PULL_QUOTE and units and _display_goes_on(units[-1].last, block):
        return len(units) - 1
    return None


def _is_rest_of_note(block: Block, units: Sequence[Unit]) -> bool:
    """Whether a text at the top of a column is the rest of the last note of a list that stands before the break: in
    the notes' type, which is not that of the text."""
    if block.kind is not BlockKind.PARAGRAPH or block.new_paragraph is not None or not units:
        return False
    note = units[-1].last
    text = next((u.last for u in reversed(units) if u.kind is BlockKind.PARAGRAPH and u.last.lines), None)
    if note.kind is not BlockKind.NOTE or not another_column(note, block) or text is None:
        return False
    return _same_size(note, block) and not _same_size(text, block) and note_goes_on(note, block)


def _running_home(block: Block, units: Sequence[Unit]) -> int | None:
    """The text of the same stream and size that stops in the middle before this block.

    Another text in between (a line of small print under a table), or a whole page of figures, asks for surer signs.
    """
    if block.label is not None:
        return None
    passed = 0
    for i in range(len(units) - 1, -1, -1):
        unit = units[i]
        if unit.kind in STOPS or passed > LOOK_BACK:
            return None
        if unit.kind not in RUNNING or (unit.last.flow in SET_APART and unit.last.flow != block.flow):
            continue
        if _alike(unit.last, block):
            near = not passed and block.page - unit.last.page <= 1
            known = goes_on(unit.last, block) if near else goes_on_surely(unit.last, block)
            return i if known else None
        passed += 1
    return None


def _alike(before: Block, after: Block) -> bool:
    """Whether both are of one stream of text and one size."""
    if before.flow != after.flow:
        return False
    if before.kind is not after.kind and {before.kind, after.kind} != {BlockKind.PARAGRAPH, BlockKind.LIST_ITEM}:
        return False
    return _same_size(before, after)


def _same_size(before: Block, after: Block) -> bool:
    if not before.lines or not after.lines:
        return False
    size = before.lines[-1].size
    return abs(size - after.lines[0].size) <= SAME_SIZE * size


def _display_goes_on(before: Block, after: Block) -> bool:
    """Whether a display quote's next block is part of it: its speaker, set below after a dash."""
    return (
        before.kind is BlockKind.PULL_QUOTE
        and before.page == after.page
        and bool(after.lines)
        and after.lines[0].text.startswith(("—", "–", "― "))
    )
