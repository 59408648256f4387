"""Units as elements: their lines joined to one text, their tables to one table."""

from __future__ import annotations

from pipeline.assembly.units import Unit
from pipeline.lines import Vocabulary, join_lines
from pipeline.model.blocks import Block
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
        kind=ElementKind(first.kind.value),
        text=text,
        level=first.level,
        label=_label(unit.blocks),
        table=join_tables(tables, vocabulary) if tables else None,
        image=first.image.box if first.image else None,
        image_page=first.page if first.image else None,
        rules=tuple(dict.fromkeys(block.rule for block in unit.blocks)),
        label_text=label,
    )


def joined(lines: list[Line], vocabulary: Vocabulary) -> Text:
    """The lines as one text; no text where there are none."""
    return join_lines(lines, vocabulary) if lines else EMPTY


def _label(blocks: tuple[Block, ...]) -> str | None:
    return next((block.label for block in blocks if block.label is not None), None)
