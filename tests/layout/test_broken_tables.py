"""Tables that a page break parts stay one table, whatever little of them stands on the other page."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.assembly import assemble
from pipeline.layout import lay_out
from pipeline.model.tables import Table
from pipeline.reading import read
from tests.layout.pages import BOLD, COLUMN, FERRY, FLOOD, LEFT, MILLS, ROMAN, SECOND, WIDTH, Paper

BOATS = ["Heron", "Plover", "Curlew", "Dunlin", "Avocet", "Godwit", "Knot", "Whimbrel", "Ruff", "Sanderling"]
PORTS = ["Northquay", "Old Harbour", "Mill Reach"]
FOOT = 700.0  # where the last row of a page stands


def boat(k: int) -> list[str]:
    return [str(k), BOATS[k % len(BOATS)] + " of " + PORTS[k % 3], PORTS[(k + 1) % 3], f"{3 * k + 1},{100 + 7 * k}"]


def set_rows(
    paper: Paper, rows: Sequence[Sequence[str]], top: float, *, drawn: bool = False, font: str = ROMAN
) -> None:
    for row in rows:
        for text, left in zip(row, (0.0, 30.0, 190.0, 320.0), strict=True):
            if text:
                paper.text(text, left=LEFT + left, at=top, gap=0.0, font=font)
        if drawn:
            for k, x in enumerate((0.0, 26.0, 186.0, 316.0)):
                end = (26.0, 186.0, 316.0, 400.0)[k]
                paper.canvas.rect(LEFT + x - 4, paper.size[1] - top - 14, end - x, 18)
        top += 18.0


def tables_of(paper: Paper) -> list[Table]:
    paper.canvas.save()
    document = assemble(lay_out(read(paper.path)))
    return [e.table for e in document.elements if e.table is not None]


def parted(before: int, after: int, *, drawn: bool = False) -> list[Table]:
    paper = Paper()
    paper.text(FLOOD).text("Table 1. Boats and their ports")
    top = FOOT - 18.0 * before
    set_rows(paper, [["No.", "Boat", "Port", "Catch"]], top, drawn=drawn, font=BOLD)
    set_rows(paper, [boat(k) for k in range(1, before + 1)], top + 18.0, drawn=drawn)
    paper.text("1", left=300.0, at=750.0).page().text("2", left=300.0, at=750.0)
    set_rows(paper, [boat(k) for k in range(before + 1, before + after + 1)], 60.0, drawn=drawn)
    paper.text(MILLS, at=60.0 + 18.0 * after + 30.0)
    return tables_of(paper)


def test_a_single_row_on_the_next_page_belongs_to_the_table() -> None:
    [table] = parted(6, 1)
    assert table.grid()[-1] == boat(7)
    assert table.rows == 8


def test_so_does_a_single_row_in_boxes() -> None:
    [table] = parted(6, 1, drawn=True)
    assert table.grid()[-1] == boat(7)


def test_text_at_the_head_of_the_next_page_is_no_row() -> None:
    paper = Paper()
    set_rows(paper, [["No.", "Boat", "Port", "Catch"]], FOOT - 108.0, font=BOLD)
    set_rows(paper, [boat(k) for k in range(1, 7)], FOOT - 90.0)
    paper.page()
    paper.text(FLOOD).text(MILLS)
    [table] = tables_of(paper)
    assert table.rows == 7


def test_a_source_line_ends_the_table() -> None:
    paper = Paper()
    set_rows(paper, [["No.", "Boat", "Port", "Catch"]], FOOT - 108.0, font=BOLD)
    set_rows(paper, [boat(k) for k in range(1, 7)], FOOT - 90.0)
    paper.text("Source: the harbour office", at=FOOT + 22.0)
    paper.page()
    set_rows(paper, [boat(7)], 60.0)
    paper.text(MILLS, at=110.0)
    assert [t.rows for t in tables_of(paper)] == [7]


def test_row_numbers_that_grow_over_the_break_are_neither_page_numbers_nor_a_contents_list() -> None:
    paper = Paper()
    for line in BOATS:  # the names are printed elsewhere, as titles in a contents list are
        paper.text(line)
    top = FOOT - 18.0 * 15
    set_rows(paper, [["No.", "Boat", "Port", "Catch"]], top, drawn=True, font=BOLD)
    set_rows(paper, [boat(k) for k in range(1, 16)], top + 18.0, drawn=True)
    paper.page()
    set_rows(paper, [boat(k) for k in range(16, 31)], 60.0, drawn=True)
    paper.text(MILLS, at=360.0)
    [table] = tables_of(paper)
    assert [row[0] for row in table.grid()[1:]] == [str(k) for k in range(1, 31)]


def test_parts_with_texts_of_other_lengths_have_the_same_columns() -> None:
    paper = Paper()
    top = FOOT - 90.0
    set_rows(paper, [["No.", "Boat", "Port", "Catch"]], top, font=BOLD)
    set_rows(paper, [["1", "Ruff", "Quay", "1"], ["2", "Knot", "Hythe", "2"], ["3", "Tern", "Ness", "3"]], top + 18.0)
    set_rows(paper, [["4", "Gull", "Hull", "4"], ["5", "Rook", "Cove", "5"]], top + 72.0)
    paper.page()
    long = [["Sanderling", "Northwater Harbour"], ["Oystercatcher Reach", "Bend"], ["Whimbrel Seatower", "Ostend"]]
    set_rows(paper, [[str(k), *long[k % 3], f"{k},000,000"] for k in range(6, 12)], 60.0)
    paper.text(MILLS, at=220.0)
    [table] = tables_of(paper)
    assert table.rows == 12


def two_columns(paper: Paper) -> None:
    for left in (LEFT, SECOND):
        for k, text in enumerate((FLOOD, MILLS, FERRY)):
            paper.text(text, left=left, width=COLUMN, **({"at": 90.0} if k == 0 else {}))


def test_a_table_over_both_columns_of_a_page_is_not_cut_between_them() -> None:
    paper = Paper()
    two_columns(paper)
    lefts = (LEFT + 4, 150.0, SECOND + 4)
    for k, row in enumerate([["Boat", "Berth", "Remarks"], *(REMARKS for _ in range(6))]):
        for left, text in zip(lefts, row, strict=True):
            paper.text(text, left=left, at=500.0 + 18.0 * k, gap=0.0)
    for y in (497.0, 515.0):
        paper.rule(LEFT, y, WIDTH)
    for x in (146.0, 306.0):
        paper.canvas.line(x, paper.size[1] - 497.0, x, paper.size[1] - 628.0)
    paper.page()
    two_columns(paper)
    [table] = tables_of(paper)
    assert (table.rows, table.columns) == (7, 3)


REMARKS = ["Heron", "The second berth at the quay", "Her nets are to be mended, and she is late again"]
