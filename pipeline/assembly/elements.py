"""Units as elements: their lines joined to one text, their tables to one table."""

from __future__ import annotations

from pipeline.assembly.units import Unit
from pipeline.lines import Vocabulary, join_lines
from pipeline.model.blocks import Block, BlockKind
from pipeline.model.document import Element, ElementKind
from pipeline.model.lines import Line
from pipeline.model.text import EMPTY, Text
from pipeline.tables import join_tables


def element_of(unit: Unit, vocabulary: Vocabulary) -> Element:
    """The element of a unit, not yet tied to anything."""
    first = unit.blocks[0]
    text = joined([line for block in unit.blocks for line in block.lines], vocabulary)
    tables = [block.table for block in unit.blocks if block.table is not None]
    label = joined([line for block in unit.blocks for line in block.label_lines], vocabulary)
    return Element(
        kind=_kind(unit),
        text=text,
        level=first.level,
        label=_label(unit.blocks),
        table=join_tables(tables, vocabulary) if tables else None,
        image=first.image.box if first.image else None,
        image_page=first.page if first.image else None,
        rules=tuple(dict.fromkeys(block.rule for block in unit.blocks)),
        label_text=label,
    )


def _kind(unit: Unit) -> ElementKind:
    """The block's kind; small print at the foot without a marker is no note that a text could point to."""
    if unit.kind is BlockKind.NOTE and all(block.label is None for block in unit.blocks):
        return ElementKind.PARAGRAPH
    return ElementKind(unit.kind.value)


def joined(lines: list[Line], vocabulary: Vocabulary) -> Text:
    """The lines as one text; no text where there are none."""
    return join_lines(lines, vocabulary) if lines else EMPTY


def _label(blocks: tuple[Block, ...]) -> str | None:
    return next((block.label for block in blocks if block.label is not None), None)
