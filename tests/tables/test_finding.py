"""What is found as a table, whatever draws it, and what is not."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from tests.tables import pages
from tests.tables.pages import LEFT, PITCH, REGIONS, TOP, WIDTHS, cells, grid, paragraph, rules, tables

PROSE = [
    "The review looked at how schools in the five regions spend the time that the new rules",
    "give them, and asked teachers, pupils and parents what had changed. Most of those who",
    "answered said that they had more freedom than before, but that it had come with more",
    "work, and that the help they had been promised had been slow to reach them. The panel",
    "heard the same in each of its meetings, and it recommends that the help comes first.",
]


def ruled(canvas: Canvas) -> None:
    cells(canvas, REGIONS)
    grid(canvas, len(REGIONS))


def in_pieces(canvas: Canvas) -> None:
    cells(canvas, REGIONS)
    for k in range(len(REGIONS) + 1):
        x = float(LEFT)
        for width in WIDTHS:
            canvas.rect(x, TOP - PITCH * k - 0.2, width, 0.4, stroke=0, fill=1)
            x += width
    x = float(LEFT)
    for width in (*WIDTHS, 0):
        for k in range(len(REGIONS)):
            canvas.rect(x - 0.2, TOP - PITCH * (k + 1), 0.4, PITCH, stroke=0, fill=1)
        x += width


def above_and_below(canvas: Canvas) -> None:
    cells(canvas, REGIONS)
    rules(canvas, [TOP, TOP - PITCH, TOP - PITCH * len(REGIONS)])


def striped(canvas: Canvas) -> None:
    canvas.setFillGray(0.85)
    for k in range(0, len(REGIONS), 2):
        canvas.rect(LEFT, TOP - PITCH * (k + 1), sum(WIDTHS), PITCH, stroke=0, fill=1)
    canvas.setFillGray(0)
    cells(canvas, REGIONS)


def bare(canvas: Canvas) -> None:
    cells(canvas, REGIONS)


@pytest.mark.parametrize("draw", [ruled, in_pieces, above_and_below, striped, bare])
def test_the_same_table_is_found_whatever_draws_it(tmp_path: Path, draw: pages.Drawing) -> None:
    (table,) = tables(tmp_path / "a.pdf", draw)
    assert table.grid() == REGIONS
    assert table.header_rows == 1


@pytest.mark.parametrize(
    ("draw", "method"), [(ruled, "ruled"), (above_and_below, "part-ruled"), (striped, "shaded"), (bare, "white-space")]
)
def test_the_method_names_what_the_grid_was_read_from(tmp_path: Path, draw: pages.Drawing, method: str) -> None:
    (table,) = tables(tmp_path / "a.pdf", draw)
    assert table.method == method
    assert 0.6 <= table.confidence <= 1.0
    assert "edges" in table.reason


def test_text_above_and_below_a_table_stays_outside(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        paragraph(canvas, PROSE, top=TOP + 90)
        cells(canvas, REGIONS)
        paragraph(canvas, PROSE, top=TOP - PITCH * len(REGIONS) - 40)

    (table,) = tables(tmp_path / "a.pdf", draw)
    assert table.grid() == REGIONS


def test_a_caption_and_a_source_line_stay_outside(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        paragraph(canvas, ["Table 4: Schools and pupils by region"], top=TOP + 8)
        cells(canvas, REGIONS)
        paragraph(canvas, ["Source: census of schools"], top=TOP - PITCH * len(REGIONS) - 12)

    (table,) = tables(tmp_path / "a.pdf", draw)
    assert table.grid() == REGIONS


def test_prose_in_two_columns_is_no_table(tmp_path: Path) -> None:
    left = [line[:46] for line in PROSE] * 6
    right = [line[30:76] for line in PROSE] * 6

    def draw(canvas: Canvas) -> None:
        paragraph(canvas, left)
        paragraph(canvas, right, left=LEFT + 250)

    assert tables(tmp_path / "a.pdf", draw) == []


def test_a_table_in_one_column_of_two_holds_that_column_only(tmp_path: Path) -> None:
    small = [row[:3] for row in REGIONS]

    def draw(canvas: Canvas) -> None:
        paragraph(canvas, [line[:46] for line in PROSE] * 6)
        canvas.setFont("Helvetica", 8)
        cells(canvas, small, left=LEFT + 230, top=TOP - 100)
        paragraph(canvas, [line[:46] for line in PROSE], left=LEFT + 250)
        paragraph(canvas, [line[:46] for line in PROSE] * 2, left=LEFT + 250, top=TOP - 240)

    (table,) = tables(tmp_path / "a.pdf", draw)
    assert table.grid() == small


def test_lists_are_no_tables(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        for k, item in enumerate(["more time for planning", "fewer forms to fill in", "help that comes first"]):
            paragraph(canvas, ["•"], top=TOP - 14 * k)
            paragraph(canvas, [item], left=LEFT + 20, top=TOP - 14 * k)
            paragraph(canvas, [f"{k + 1}."], top=TOP - 100 - 14 * k)
            paragraph(canvas, [item], left=LEFT + 20, top=TOP - 100 - 14 * k)

    assert tables(tmp_path / "a.pdf", draw) == []


@pytest.mark.parametrize("leader", ["", " . . . . . . . . . . . ."])
def test_a_contents_list_is_no_table(tmp_path: Path, leader: str) -> None:
    entries = [("Summary", "3"), ("What we heard", "5"), ("What schools did", "9"), ("What to do next", "14")]

    def draw(canvas: Canvas) -> None:
        for k, (title, page) in enumerate(entries):
            paragraph(canvas, [title + leader], top=TOP - 16 * k)
            canvas.drawRightString(520, TOP - 16 * k, page)

    assert tables(tmp_path / "a.pdf", draw) == []


def test_a_chart_with_bars_and_axis_is_no_table(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        for k in range(6):
            y = 400 + 30 * k
            canvas.line(100, y, 420, y)
            canvas.drawRightString(95, y - 3, str(20 * k))
        for k, height in enumerate([40, 90, 130, 60]):
            canvas.setFillGray(0.4)
            canvas.rect(130 + 70 * k, 400, 40, height, stroke=0, fill=1)
            canvas.setFillGray(0)
            canvas.drawString(135 + 70 * k, 388, f"20{10 + k}")

    assert tables(tmp_path / "a.pdf", draw) == []


def test_two_tables_side_by_side_with_rules_are_two(tmp_path: Path) -> None:
    small = [row[:2] for row in REGIONS]

    def draw(canvas: Canvas) -> None:
        for left in (LEFT, LEFT + 250):
            cells(canvas, small, left=left)
            rules(canvas, [TOP - PITCH * k for k in range(len(small) + 1)], left=left, right=left + 200)
            for x in (0, 130, 200):
                canvas.line(left + x, TOP, left + x, TOP - PITCH * len(small))

    first, second = tables(tmp_path / "a.pdf", draw)
    assert first.grid() == second.grid() == small


def test_underlined_words_in_cells_draw_no_rows(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        above_and_below(canvas)
        width = canvas.stringWidth("Eastmoor", "Helvetica", 10)
        y = TOP - PITCH * 2 - 12.5
        canvas.line(LEFT + 4, y, LEFT + 4 + width, y)

    (table,) = tables(tmp_path / "a.pdf", draw)
    assert table.grid() == REGIONS


@pytest.mark.parametrize("angle", [90, 270])
def test_a_table_set_sideways_is_read_as_if_upright(tmp_path: Path, angle: int) -> None:
    def draw(canvas: Canvas) -> None:
        if angle == 90:
            canvas.translate(900, -20)
        else:
            canvas.translate(-250, 700)
        canvas.rotate(angle)
        cells(canvas, REGIONS)
        grid(canvas, len(REGIONS))

    (table,) = tables(tmp_path / "a.pdf", draw)
    assert table.grid() == REGIONS
    box = table.regions[0].box
    assert box.height > box.width
    first = table.cells[0].regions[0].box
    assert first.height > first.width


def test_a_label_set_sideways_is_text_of_its_cell(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        cells(canvas, REGIONS)
        grid(canvas, len(REGIONS))
        canvas.line(LEFT - 20, TOP - PITCH, LEFT - 20, TOP - 6 * PITCH)
        rules(canvas, [TOP - PITCH, TOP - 6 * PITCH], left=LEFT - 20, right=LEFT)
        canvas.rotate(90)
        canvas.drawString(TOP - 5 * PITCH, -(LEFT - 6), "by place")

    (table,) = tables(tmp_path / "a.pdf", draw)
    assert "by place" in [c.text.content for c in table.cells]
