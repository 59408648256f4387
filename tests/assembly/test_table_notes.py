"""Markers in cells lead to the table's own notes, else to the notes of their page."""

from __future__ import annotations

from array import array
from dataclasses import replace

import pytest

from pipeline.assembly import assemble
from pipeline.model.blocks import Block, BlockKind
from pipeline.model.document import Document, ElementKind
from pipeline.model.lines import Style
from pipeline.model.tables import Cell, Region, Table
from pipeline.model.text import Run, Text
from tests.builders import block, blocks, marked_line

SMALL = Style("Serif", 8.0)
CELLS = Style("Serif", 9.0)


def table(*rows: list[str]) -> Block:
    """A table whose first row is its header; `^a^` is raised."""
    made = block("x", BlockKind.TABLE)
    cells = tuple(
        Cell(r, c, 1, 1, _cell(source, r), r == 0, (Region(1, made.box),))
        for r, row in enumerate(rows)
        for c, source in enumerate(row)
    )
    grid = Table(len(rows), len(rows[0]), 1, cells, (Region(1, made.box),), "ruled", 1.0, "test")
    return replace(made, lines=(), table=grid)


def _cell(source: str, row: int) -> Text:
    drawn = marked_line(source, top=100.0 + 12.0 * row, style=CELLS)
    return Text(drawn.text, (Run(drawn, array("i", range(len(drawn)))),))


def grid_of(document: Document) -> list[list[str | None]]:
    return next(table for _, table in document.tables()).grid()


def cell_refs(document: Document) -> list[tuple[str, int, str, int | None]]:
    _, found = next(document.tables())
    return [(c.text.content, r.at, r.label, r.note) for c in found.cells for r in c.note_refs]


def kinds(document: Document) -> list[ElementKind]:
    return [e.kind for e in document.elements]


MILLS = (["Valley", "Litres^a^"], ["North", "12,345^b^"], ["South^1^", "17 m^2^"])
FOOT = block("Survey of mills.", BlockKind.NOTE, label="1", flow="foot", top=700.0)


def test_a_marker_means_the_note_under_its_table_and_is_no_part_of_the_figure() -> None:
    document = assemble(blocks(table(*MILLS), block("^a^ In thousands. ^b^ Without mills.", BlockKind.CAPTION)))
    assert grid_of(document) == [["Valley", "Litres"], ["North", "12,345"], ["South1", "17 m2"]]
    assert cell_refs(document) == [("Litres", 6, "a", None), ("12,345", 6, "b", None)]


def test_a_marker_without_a_note_under_its_table_means_the_note_of_its_page() -> None:
    document = assemble(blocks(table(*MILLS), block("^a^ In thousands.", BlockKind.CAPTION), FOOT))
    assert cell_refs(document) == [("Litres", 6, "a", None), ("South", 5, "1", 0)]
    assert document.notes[0].section is None
    assert [r.note for r in next(e for e in document.elements if e.table).all_note_refs()] == [None, 0]


def test_the_tables_own_note_comes_before_the_page_s_with_the_same_label() -> None:
    document = assemble(blocks(table(*MILLS), block("1. South of the river.", BlockKind.CAPTION), FOOT))
    assert cell_refs(document) == [("South", 5, "1", None)]


@pytest.mark.parametrize(
    ("note", "label"),
    [
        (block("^b^ Without the mills.", style=CELLS), "^b^"),
        (block("b Without the mills.", style=SMALL), "b"),
        (block("Without the mills.", BlockKind.LIST_ITEM, label="b)", style=SMALL), "b)"),
    ],
)
def test_small_text_under_a_table_is_its_note_where_a_marker_asks_for_it(note: Block, label: str) -> None:
    document = assemble(blocks(table(*MILLS), note, block("The text goes on, as large as before.")))
    assert kinds(document) == [ElementKind.TABLE, ElementKind.CAPTION, ElementKind.PARAGRAPH]
    _, found = next(document.tables())
    assert [n.content for n in found.notes] == [f"{label.strip('^')} Without the mills."]
    assert ("12,345", 6, "b", None) in cell_refs(document)


def test_a_list_set_as_the_text_is_no_note_of_the_table_before_it() -> None:
    items = [block(f"Point {n} of the plan.", BlockKind.LIST_ITEM, label=f"{n}.") for n in (1, 2)]
    document = assemble(blocks(table(*MILLS), *items, FOOT))
    assert kinds(document)[1:3] == [ElementKind.LIST_ITEM, ElementKind.LIST_ITEM]
    assert cell_refs(document) == [("South", 5, "1", 0)]


def test_the_label_of_a_second_note_in_one_paragraph_is_no_marker() -> None:
    rows = (["Valley", "Litres^1^"], ["North", "12,345^2^"])
    document = assemble(blocks(table(*rows), block("^1^ In thousands. ^2^ Without mills.", style=SMALL)))
    assert document.elements[1].text.content == "1 In thousands. 2 Without mills."
    assert document.elements[1].note_refs == ()
    assert [label for _, _, label, _ in cell_refs(document)] == ["1", "2"]
