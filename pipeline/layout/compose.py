"""Layout in order: sheets, running matter, columns, chunks, headings, blocks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.figures import figures_of, without_figures, words_outside
from pipeline.layout.arrangement import Column, arrange_all
from pipeline.layout.blocks import Reader
from pipeline.layout.body import body_of
from pipeline.layout.contents import ContentsFinder
from pipeline.layout.in_columns import prose_gutters, tables_by_column
from pipeline.layout.in_tables import without_tables
from pipeline.layout.measures import Measures
from pipeline.layout.pitches import Pitches
from pipeline.layout.rows import Drawn, rows_of
from pipeline.layout.running import Running, running_matter
from pipeline.layout.structure import Structure
from pipeline.lines import Vocabulary, read_sheet
from pipeline.model.blocks import Block, Blocks, Discard, PageInfo
from pipeline.model.figures import Figure
from pipeline.model.lines import Line
from pipeline.model.pages import Pages, Source
from pipeline.model.sheets import Sheet
from pipeline.model.tables import Table


def lay_out(pages: Pages) -> Blocks:
    """What a report's pages hold, as blocks in reading order; every glyph is in one block or one discard."""
    return lay_out_sheets(pages.source, [read_sheet(page) for page in pages])


def lay_out_sheets(source: Source, sheets: Sequence[Sheet]) -> Blocks:
    """The same from sheets."""
    body = body_of(sheets)
    vocabulary = Vocabulary.of(line for sheet in sheets for line in sheet.lines)
    running = running_matter(sheets)
    finder = ContentsFinder((line for s in sheets for line in running.without(s)), (o.title for o in source.outline))
    figures = [figures_of(sheet, running.without(sheet), body.size) for sheet in sheets]
    texts = [words_outside(running.without(sheet), found) for sheet, found in zip(sheets, figures, strict=True)]
    bare = [without_figures(sheet, found) for sheet, found in zip(sheets, figures, strict=True)]
    unlisted = [_unlisted(lines, finder) for lines in texts]
    found_gutters = [prose_gutters(sheet, lines, body) for sheet, lines in zip(bare, unlisted, strict=True)]
    gutters = sorted(frozenset().union(*found_gutters))
    tables = tables_by_column(list(zip(bare, unlisted, strict=True)), vocabulary, body, gutters)
    free = [without_tables(x, held, s.number) for s, x, held in zip(bare, texts, tables, strict=True)]
    floats: list[list[Table | Figure]] = [[*held, *drawn] for held, drawn in zip(tables, figures, strict=True)]
    arrangements = arrange_all(list(zip(bare, free, floats, strict=True)), body)
    columns = [part for a in arrangements for part in a.parts if isinstance(part, Column)]
    pitches = Pitches.measured([c.rows for c in columns])
    structure = Structure.of(source, arrangements, body, pitches, Measures.of(arrangements, body), finder)
    reader = Reader(structure)
    blocks: list[Block] = []
    discards: list[Discard] = []
    for arrangement in arrangements:
        found = list(reader.page(arrangement))
        blocks += [f for f in found if isinstance(f, Block)]
        discards += [*arrangement.sheet.discards, *running.discards(arrangement.sheet)]
        discards += [f for f in found if isinstance(f, Discard)]
    pages = tuple(_page_info(sheet, running) for sheet in sheets)
    return Blocks(source, pages, tuple(blocks), tuple(discards), body.size)


def _unlisted(free: Sequence[Line], finder: ContentsFinder) -> list[Line]:
    """The upright lines but those of a contents list, which is no table."""
    upright = [line for line in free if line.rotation == 0]
    entries = finder.entries(rows_of(upright, Drawn())).values()
    listed = {piece.glyphs[0] for e in entries for row in e.rows for piece in row.pieces}
    return [line for line in upright if line.glyphs[0] not in listed]


def _page_info(sheet: Sheet, running: Running) -> PageInfo:
    """The page with the label that is printed on it, where one was found."""
    return replace(sheet.info, label=running.labels.get(sheet.number, sheet.info.label))
