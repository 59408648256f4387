"""Tables that go on over pages."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from pipeline.tables import continues, join_linked, join_tables, link_parts
from tests.tables.pages import LEFT, PITCH, REGIONS, TOP, WIDTHS, cells, grid, rules, tables


def page(*rows: list[str]) -> object:
    def draw(canvas: Canvas) -> None:
        cells(canvas, list(rows))
        grid(canvas, len(rows))

    return draw


def test_a_repeated_header_is_no_row(tmp_path: Path) -> None:
    first, second = tables(tmp_path / "a.pdf", page(*REGIONS[:4]), page(REGIONS[0], *REGIONS[4:]))  # type: ignore[arg-type]
    assert continues(first, second)
    table = join_tables([first, second])
    assert table.grid() == REGIONS
    assert [t.content for t in table.repeated_headers] == ["Region Schools Pupils Share"]
    assert [r.page for r in table.regions] == [1, 2]


def test_a_part_without_header_goes_on_where_its_columns_stand_at_the_same_places(tmp_path: Path) -> None:
    first, second = tables(tmp_path / "a.pdf", page(*REGIONS[:3]), page(*REGIONS[3:]))  # type: ignore[arg-type]
    assert continues(first, second)
    assert join_tables([first, second]).grid() == REGIONS


def test_another_header_begins_another_table(tmp_path: Path) -> None:
    other = [["Year", "Visits", "Letters", "Calls"], ["2018", "4", "31", "77"], ["2019", "6", "28", "81"]]
    first, second = tables(tmp_path / "a.pdf", page(*REGIONS), page(*other))  # type: ignore[arg-type]
    assert not continues(first, second)
    assert link_parts([first, second]) == [None, None]
    assert len(join_linked([first, second], [None, None])) == 2


def test_a_row_that_the_page_broke_is_whole_again(tmp_path: Path) -> None:
    head = ["Group", "What it does", "Since"]

    def draw(rows: list[list[str]], heights: list[int]) -> object:
        def page_of(canvas: Canvas) -> None:
            cells(canvas, rows, right_from=9)
            ys = [float(TOP)]
            for height in heights:
                ys.append(ys[-1] - height)
            rules(canvas, ys)
            for x in (72, 202, 272, 352):
                canvas.line(x, ys[0], x, ys[-1])

        return page_of

    one = draw([head, ["Readers", "Helps all", "2010"], ["Writers", "Helps those", "2012"]], [PITCH] * 3)
    two = draw([head, ["", "who write", ""], ["Singers", "Sings", "2015"]], [PITCH] * 3)
    first, second = tables(tmp_path / "a.pdf", one, two)  # type: ignore[arg-type]
    table = join_tables([first, second])
    assert table.grid() == [
        head,
        ["Readers", "Helps all", "2010"],
        ["Writers", "Helps those who write", "2012"],
        ["Singers", "Sings", "2015"],
    ]
    assert [r.page for r in table.cell_at(2, 1).regions] == [1, 2]


def test_a_text_that_began_on_the_next_page_belongs_to_the_row_with_the_label(tmp_path: Path) -> None:
    head = ["Place", "Shops", "Told", "Share"]
    one = page(head, ["Northfield", "12", "few came", "3"], ["Southgate", "2", "all", "4"], ["Eastmoor", "7", "", "5"])
    for said, rows in (("many to it", 6), ("we sat by it", 5)):
        two = page(head, ["", "", said, ""], ["Westbury", "9", "none came", "2"])
        first, second = tables(tmp_path / "a.pdf", one, two)  # type: ignore[arg-type]
        assert join_tables([first, second]).rows == rows


def test_a_full_row_at_the_top_of_a_page_is_a_new_row(tmp_path: Path) -> None:
    first, second = tables(  # type: ignore[misc]
        tmp_path / "a.pdf",
        page(REGIONS[0], ["Northfield", "www.north.example", "1", "2"]),  # type: ignore[arg-type]
        page(REGIONS[0], ["eastmoor", "www.east.example", "3", "4"]),  # type: ignore[arg-type]
    )
    assert join_tables([first, second]).rows == 3


def test_nothing_can_be_joined_from_no_part() -> None:
    with pytest.raises(ValueError, match="no part"):
        join_tables([])


@pytest.mark.parametrize("said", ["COSTS OF SCHOOLS—Continued", "Table 2 (continued): Schools", "Schools (cont.)"])
@pytest.mark.parametrize("header", [True, False])
def test_a_first_row_that_says_continued_is_the_caption_again(tmp_path: Path, said: str, header: bool) -> None:
    def second(canvas: Canvas) -> None:
        rows = [*REGIONS[:1], *REGIONS[4:]] if header else REGIONS[4:]
        cells(canvas, [[said, "", "", ""], *rows])
        grid(canvas, len(rows), top=TOP - PITCH)
        canvas.rect(LEFT, TOP - PITCH, sum(WIDTHS), PITCH)

    found = tables(tmp_path / "a.pdf", page(*REGIONS[:4]), second)  # type: ignore[arg-type]
    [table] = join_linked(found, link_parts(found))
    assert table.grid() == REGIONS
    assert table.repeated_headers[0].content == said
