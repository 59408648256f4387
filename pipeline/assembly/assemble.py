"""Blocks to Document, step by step."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.assembly.contents import contents_list
from pipeline.assembly.copies import tie_copies
from pipeline.assembly.elements import element_of
from pipeline.assembly.front import document_title, zoned
from pipeline.assembly.language import language_of
from pipeline.assembly.late_notes import late_notes
from pipeline.assembly.links import tie_links
from pipeline.assembly.lists import group_lists
from pipeline.assembly.named import named_headings
from pipeline.assembly.notes import tie_notes, with_sections
from pipeline.assembly.own_lines import lines_apart
from pipeline.assembly.references import listed_references
from pipeline.assembly.sections import section_tree
from pipeline.assembly.split_quotes import join_split_quotes
from pipeline.assembly.table_notes import known_table_notes
from pipeline.assembly.tables import join_parts, tie_captions
from pipeline.assembly.units import join_blocks
from pipeline.lines import Vocabulary
from pipeline.model.blocks import Blocks
from pipeline.model.document import Document
from pipeline.model.lines import Line


def assemble(blocks: Blocks) -> Document:
    """The document behind the pages.

    Text is conserved: each glyph of the blocks is in one element (its text's runs, its label, its table) or discard.
    """
    vocabulary = Vocabulary.of(_lines(blocks))
    sorted_out = lines_apart(late_notes(listed_references(blocks.blocks), blocks.body_size))
    units, repeated = join_parts(join_blocks(sorted_out))
    elements = [element_of(unit, vocabulary) for unit in join_split_quotes(units, vocabulary)]
    elements, notes = tie_notes(known_table_notes(elements))
    title = document_title(elements)
    elements = named_headings(zoned(elements, title))
    elements = tie_copies(tie_captions(elements))
    elements, sections = section_tree(elements)
    elements, contents = contents_list(elements, sections)
    elements = tie_links(group_lists(elements), blocks.pages)
    return Document(
        source=blocks.source,
        pages=blocks.pages,
        title=title,
        elements=tuple(elements),
        sections=tuple(sections),
        notes=tuple(with_sections(notes, elements)),
        contents=tuple(contents),
        discards=(*blocks.discards, *repeated),
        language=language_of(elements, blocks.source.language),
    )


def _lines(blocks: Blocks) -> Iterator[Line]:
    """Every printed line, those in tables too: the document's own words."""
    for block in blocks.blocks:
        yield from block.lines
        if block.table:
            yield from (run.line for cell in block.table.cells for run in cell.text.runs)
