"""A table's parts are one table, and what only says that it goes on is set aside."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.assembly import assemble
from pipeline.model.blocks import Block, BlockKind
from pipeline.model.tables import Cell, Region, Table
from tests.builders import block, blocks, text


def part(page: int, *rows: list[str]) -> Block:
    """A part of a table with a header."""
    made = block("x", BlockKind.TABLE, page=page)
    place = (Region(page, made.box),)
    cells = tuple(
        Cell(r, c, 1, 1, text(said, page=page), r == 0, place)
        for r, row in enumerate(rows)
        for c, said in enumerate(row)
    )
    return replace(made, lines=(), table=Table(len(rows), len(rows[0]), 1, cells, place, "ruled", 1.0, "test"))


FIRST = part(1, ["Valley", "Mills"], ["North", "12"])
SECOND = part(2, ["Valley", "Mills"], ["South", "17"])


@pytest.mark.parametrize("kind", [BlockKind.PARAGRAPH, BlockKind.HEADING])
@pytest.mark.parametrize("said", ["MILLS BY VALLEY—Continued", "Mills by valley (cont’d)"])
def test_a_caption_again_is_set_aside_even_without_a_number(kind: BlockKind, said: str) -> None:
    document = assemble(blocks(FIRST, block(said, kind, page=2, level=1), SECOND))
    [(_, table)] = document.tables()
    assert table.grid() == [["Valley", "Mills"], ["North", "12"], ["South", "17"]]
    assert [(d.reason, d.text) for d in document.discards] == [("repeated table header", said)]
    assert len(document.elements) == 1


def test_a_text_between_two_tables_parts_them() -> None:
    document = assemble(blocks(FIRST, block("The survey was continued in the south.", page=2), SECOND))
    assert len(list(document.tables())) == 2
    assert document.discards == ()
