"""How a table's text is laid on its grid: rows against lines, spans, headers."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from pipeline.lines import Vocabulary
from pipeline.model.tables import Table
from pipeline.model.text import NOT_IN_TEXT
from pipeline.tables import tables_of_sheet
from tests.tables.pages import LEFT, PITCH, REGIONS, TOP, WIDTHS, cells, grid, rules, sheets, tables


def test_a_cell_of_several_lines_between_rules_is_one_row(tmp_path: Path) -> None:
    rows = [REGIONS[0], ["Northfield and the|villages around it", "12", "3,410", "18.2%"], *REGIONS[2:4]]

    def draw(canvas: Canvas) -> None:
        cells(canvas, rows)
        ys = [TOP, TOP - PITCH, TOP - 2 * PITCH - 12, TOP - 3 * PITCH - 12, TOP - 4 * PITCH - 12]
        rules(canvas, ys)
        x = float(LEFT)
        for width in (*WIDTHS, 0):
            canvas.line(x, ys[0], x, ys[-1])
            x += width

    (table,) = tables(tmp_path / "a.pdf", draw)
    assert table.grid()[1] == ["Northfield and the villages around it", "12", "3,410", "18.2%"]
    assert table.rows == 4


def test_a_broken_label_without_rules_is_one_row(tmp_path: Path) -> None:
    rows = [*REGIONS[:3], ["Southgate Valley with|all of its islands", "21", "6,044", "32.2%"], *REGIONS[4:]]
    (table,) = tables(tmp_path / "a.pdf", lambda canvas: cells(canvas, rows))
    assert table.grid()[3] == ["Southgate Valley with all of its islands", "21", "6,044", "32.2%"]
    assert table.rows == len(rows)


def test_values_below_each_other_between_two_rules_are_rows_of_their_own(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        cells(canvas, REGIONS)
        rules(canvas, [TOP, TOP - PITCH, TOP - PITCH * 6])
        x = float(LEFT)
        for width in (*WIDTHS, 0):
            canvas.line(x, TOP, x, TOP - PITCH * 6)
            x += width

    (table,) = tables(tmp_path / "a.pdf", draw)
    assert table.grid() == REGIONS


def test_a_heading_in_the_middle_over_two_columns_spans_them(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 10)
        canvas.drawCentredString(LEFT + 130 + 75, TOP + 5, "2019")
        cells(canvas, REGIONS)
        rules(canvas, [TOP + PITCH, TOP - PITCH, TOP - PITCH * 6])
        canvas.line(LEFT + 140, TOP + 1, LEFT + 275, TOP + 1)

    (table,) = tables(tmp_path / "a.pdf", draw)
    assert (0, 1, 1, 2) in table.spans()
    assert table.cell_at(0, 2).text.content == "2019"
    assert table.header_rows == 2


def test_a_missing_wall_joins_the_rows_of_a_group(tmp_path: Path) -> None:
    rows = [["Group", "Kind", "Before", "After"], ["Staff", "Hours", "12", "15"], ["", "Pay", "20", "24"]]

    def draw(canvas: Canvas) -> None:
        cells(canvas, rows, right_from=2)
        rules(canvas, [TOP, TOP - PITCH, TOP - 3 * PITCH])
        rules(canvas, [TOP - 2 * PITCH], left=LEFT + WIDTHS[0])
        x = float(LEFT)
        for width in (*WIDTHS, 0):
            canvas.line(x, TOP, x, TOP - 3 * PITCH)
            x += width

    (table,) = tables(tmp_path / "a.pdf", draw)
    assert table.spans() == [(1, 0, 2, 1)]
    assert table.cell_at(2, 0).text.content == "Staff"


def test_addresses_broken_at_line_ends_are_whole(tmp_path: Path) -> None:
    rows = [
        ["Group", "Address", "Since"],
        ["Readers", "www.readers.example/|about-us.html", "2010"],
        ["Writers", "www.writers.example", "2012"],
    ]

    def draw(canvas: Canvas) -> None:
        cells(canvas, rows, right_from=2)
        rules(canvas, [TOP, TOP - PITCH, TOP - 2 * PITCH - 12, TOP - 3 * PITCH - 12])

    (table,) = tables(tmp_path / "a.pdf", draw)
    assert table.grid()[1][1] == "www.readers.example/about-us.html"


def covered_once(table: Table) -> bool:
    seen = [
        (row, column)
        for c in table.cells
        for row in range(c.row, c.row + c.row_span)
        for column in range(c.column, c.column + c.column_span)
    ]
    return sorted(seen) == [(row, column) for row in range(table.rows) for column in range(table.columns)]


WORDS = st.sampled_from(["North", "12", "3,410", "", "two words", "a longer label here", "—", "18.2%"])


@settings(max_examples=25, deadline=None)
@given(
    rows=st.lists(st.lists(WORDS, min_size=4, max_size=4), min_size=2, max_size=7),
    drawn=st.sampled_from(["all", "horizontal", "none"]),
)
def test_each_position_is_covered_once_and_each_glyph_is_in_one_cell(
    tmp_path_factory: object, rows: list[list[str]], drawn: str
) -> None:
    def draw(canvas: Canvas) -> None:
        cells(canvas, [REGIONS[0], *rows])
        if drawn == "all":
            grid(canvas, len(rows) + 1)
        elif drawn == "horizontal":
            rules(canvas, [TOP - PITCH * k for k in range(len(rows) + 2)])

    path = Path(tmp_path_factory.mktemp("grids")) / "a.pdf"  # type: ignore[attr-defined]
    (sheet,) = sheets(path, draw)
    for table in tables_of_sheet(sheet, Vocabulary.of(sheet.lines)):
        assert covered_once(table)
        held = [g for c in table.cells for run in c.text.runs for g in run.line.all_glyphs()]
        assert len(held) == len(set(held))
        box = table.regions[0].box
        inside = {g for line in sheet.lines if box.holds_center_of(line.box) for g in line.all_glyphs()}
        assert inside <= set(held)
        for cell in table.cells:
            at = [a for run in cell.text.runs for a in run.at if a != NOT_IN_TEXT]
            assert at == sorted(at)


def test_rows_of_texts_without_rules_are_told_by_the_space_between_them(tmp_path: Path) -> None:
    entries = [
        (
            "Early Start",
            ["Gives grants to counties that open new", "places for children under three"],
            "www.early.example",
        ),
        (
            "Ready for Work",
            ["Helps adults who have lost a job to find", "training near their homes"],
            "www.ready.example",
        ),
        (
            "Clean Rivers",
            ["Pays for tests of water in rivers and lakes", "and shows what they say"],
            "www.clean.example",
        ),
        ("Safe Roads", ["Funds crossings near schools"], "www.roads.example"),
    ]

    def draw(canvas: Canvas) -> None:
        y = float(TOP)
        canvas.setFont("Helvetica-Bold", 10)
        for x, text in zip((72, 180, 400), ("Program", "Purpose", "Address"), strict=True):
            canvas.drawString(x, y, text)
        canvas.setFont("Helvetica", 10)
        y -= 20
        for name, lines, address in entries:
            canvas.drawString(72, y, name)
            canvas.drawString(400, y, address)
            for line in lines:
                canvas.drawString(180, y, line)
                y -= 12
            y -= 8

    (table,) = tables(tmp_path / "a.pdf", draw)
    assert table.grid() == [
        ["Program", "Purpose", "Address"],
        *[[name, " ".join(lines), address] for name, lines, address in entries],
    ]
    assert table.header_rows == 1


def test_rows_of_dots_lead_to_values_and_part_no_columns(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        for k, row in enumerate(REGIONS[1:]):
            y = TOP - PITCH * k
            canvas.setFont("Helvetica", 10)
            canvas.drawString(LEFT, y, f"{row[0]} " + "." * (70 - 2 * len(row[0])))
            for x, text in zip((330, 400, 470), row[1:], strict=True):
                canvas.drawRightString(x, y, text)

    (table,) = tables(tmp_path / "a.pdf", draw)
    assert [row[1:] for row in table.grid()] == [row[1:] for row in REGIONS[1:]]
    assert table.columns == 4


def test_a_currency_sign_at_the_left_of_its_column_goes_with_its_figure(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 10)
        for k, (label, value) in enumerate([("Fees", "1,200"), ("Grants", "300"), ("Other", "45"), ("Total", "1,545")]):
            y = TOP - PITCH * k
            canvas.drawString(LEFT, y, label)
            for x in (300, 400):
                canvas.drawRightString(x, y, value)
                if k in (0, 3):
                    canvas.drawString(x - 50, y, "$")

    (table,) = tables(tmp_path / "a.pdf", draw)
    assert table.grid()[0] == ["Fees", "$ 1,200", "$ 1,200"]
    assert table.grid()[1] == ["Grants", "300", "300"]
