"""Tables that white space alone divides: which lines are rows, headings, or parts of one cell."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from pipeline.model.tables import Table
from tests.tables.pages import tables

SIZE, TOP, STEP = 9.0, 700.0, 12.0
LABELS, FIGURES = 80.0, (250.0, 320.0, 390.0, 460.0)  # left edge of labels, right edges of figures

Row = Sequence[str]
Put = tuple[float, float, str]  # lines below the top, x, text


def read(path: Path, rows: Sequence[Row], *, bold: Sequence[int] = (), extra: Sequence[Put] = ()) -> list[Table]:
    """Tables on a page with these rows, the first cell flush left, the others flush right; `bold` rows by number,
    `extra` texts centred anywhere."""

    def draw(canvas: Canvas) -> None:
        for k, cells in enumerate(rows):
            canvas.setFont("Times-Bold" if k in bold else "Times-Roman", SIZE)
            y = TOP - STEP * k
            canvas.drawString(LABELS, y, cells[0])
            for x, text in zip(FIGURES, cells[1:], strict=False):
                canvas.drawRightString(x, y, text)
        canvas.setFont("Times-Roman", SIZE)
        for line, x, text in extra:
            canvas.drawCentredString(x, TOP - STEP * line, text)

    return tables(path / "a.pdf", draw)


HEADINGS = ("Trade", "Shops", "Sales", "Payroll", "Staff")
BAKERS = ("Bakers", "12", "340", "90", "41")
GROCERS = ("Grocers", "30", "912", "181", "97")
DAIRIES = ("Dairies", "7", "205", "51", "22")


def test_letters_for_what_is_withheld_are_values(tmp_path: Path) -> None:
    rows = [HEADINGS, BAKERS, ("Fishmongers", "(D)", "(D)", "(D)", "(NA)"), GROCERS, DAIRIES]
    (table,) = read(tmp_path, rows)
    assert table.grid() == [list(row) for row in rows]


def test_a_bold_label_and_the_plain_row_under_it_are_two_rows(tmp_path: Path) -> None:
    rows = [HEADINGS, ("Food in the northern part",), BAKERS, GROCERS, ("Drink in the northern part",), DAIRIES]
    (table,) = read(tmp_path, rows, bold=[1, 4])
    assert [row[0] for row in table.grid()] == [row[0] for row in rows]
    assert [c.column_span for c in table.cells if c.row in (1, 4)] == [5, 5]


def test_a_heading_that_begins_like_a_source_line_is_a_heading(tmp_path: Path) -> None:
    rows = [("Source of funds", *HEADINGS[1:]), BAKERS, GROCERS, DAIRIES]
    (table,) = read(tmp_path, rows)
    assert table.grid()[0][0] == "Source of funds"


def test_labels_may_begin_left_of_a_heading_set_in_their_middle(tmp_path: Path) -> None:
    rows = [("", "Number", "Sales", "Sum of", "Number"), ("", "of shops", "", "payroll", "of staff"), BAKERS, GROCERS]
    long = [("Bakers and makers of pies", *BAKERS[1:]), *rows[2:]]
    (table,) = read(tmp_path, [*rows[:2], *long], extra=[(1, 140.0, "Trade")])
    assert table.grid()[0] == ["Trade", "Number of shops", "Sales", "Sum of payroll", "Number of staff"]


def test_a_label_below_headings_that_recurs_further_down_heads_rows(tmp_path: Path) -> None:
    rows = [("", *HEADINGS[1:]), ("ASSETS",), BAKERS, GROCERS, ("DEBTS",), DAIRIES, BAKERS]
    (table,) = read(tmp_path, rows)
    assert table.header_rows == 1
    assert [row[0] for row in table.grid()] == ["", "ASSETS", "Bakers", "Grocers", "DEBTS", "Dairies", "Bakers"]


def test_headings_of_parts_keep_within_the_heading_of_the_whole(tmp_path: Path) -> None:
    figures = [(f"{k} to {k + 9}", *(str(100 + k + c) for c in range(4))) for k in range(20, 70, 10)]
    headings = ("Age", "Men", "Women", "Men", "Women")
    spanners = [(-2.0, 345.0, "All persons at work"), (-1.0, 275.0, "Full time"), (-1.0, 415.0, "Part time")]
    (table,) = read(tmp_path, [headings, *figures], extra=spanners)
    spans = sorted(c.text.content for c in table.cells if c.header and c.column_span == 2)
    assert spans == ["Full time", "Part time"]


def test_letters_under_the_headings_are_a_row_of_their_own(tmp_path: Path) -> None:
    rows = [HEADINGS, ("(a)", "(b)", "(c)", "(d)", "(e)"), BAKERS, GROCERS, DAIRIES]
    (table,) = read(tmp_path, rows)
    assert table.grid()[:2] == [list(HEADINGS), ["(a)", "(b)", "(c)", "(d)", "(e)"]]


def test_labels_on_each_second_row_span_no_rows(tmp_path: Path) -> None:
    errors = ("", "(0.11)", "(0.09)", "(0.20)", "(0.15)")
    named = [(name, "0.41", "0.32", "0.27", "0.64") for name in ("Income", "Schooling", "Age", "Distance", "Rent")]
    rows = [HEADINGS, *(row for pair in ((name, errors) for name in named) for row in pair)]
    (table,) = read(tmp_path, rows)
    assert not table.spans()


def test_headings_at_the_foot_of_a_header_stand_for_its_whole_height(tmp_path: Path) -> None:
    headings = ("Place", "Mean", "Range", "Mean", "Range")
    rows = [headings, *((f"Well {k}", f"{k}.5", f"{k}.9", f"1{k}.1", f"1{k}.7") for k in range(1, 6))]
    (table,) = read(tmp_path, rows, extra=[(-1.0, 275.0, "Lead"), (-1.0, 415.0, "Zinc")])
    assert table.cell_at(0, 0).text.content == "Place"
    assert table.spans() == [(0, 0, 2, 1), (0, 1, 1, 2), (0, 3, 1, 2)]


def test_values_half_way_between_the_lines_of_a_label_share_its_row(tmp_path: Path) -> None:
    """Labels of two lines 9.6 points apart, in type of 7 points: the figures overlap neither."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 7.0)
        for k, place in enumerate(("Kelsworth", "Dunfield", "Easting", "Tolverne", "Ardenholm")):
            y = TOP - 24.0 * k
            canvas.drawString(LABELS + 30, y, "Courts in")
            canvas.drawString(LABELS + 30, y - 9.6, place)
            canvas.drawString(LABELS, y - 4.8, str(k + 1))
            canvas.drawString(200.0, y - 4.8, "In progress")
            canvas.drawRightString(300.0, y - 4.8, f"{k + 21}.35")

    (table,) = tables(tmp_path / "a.pdf", draw)
    assert table.rows == 5
    assert table.grid()[1] == ["2", "Courts in Dunfield", "In progress", "22.35"]


def test_a_sentence_under_each_row_spans_the_table_in_all_its_lines(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        y = TOP
        for k, name in enumerate(("Trade", "Bakers", "Grocers", "Dairies", "Butchers")):
            canvas.line(LABELS, y + 11, 430.0, y + 11)
            canvas.setFont("Helvetica", SIZE)
            for x, text in zip(
                (LABELS, 200.0, 290.0, 370.0), (name, f"Ward {k}", f"{k}7", f"{k}.5 acres"), strict=True
            ):
                canvas.drawString(x, y, text)
            if k:
                canvas.drawString(
                    LABELS,
                    y - 12,
                    "Inspectors came twice in the year and asked that new drains be laid at the backs of",
                )
                canvas.drawString(LABELS, y - 23, "each of the shops.")
                y -= 28
            y -= 14
        canvas.line(LABELS, y + 11, 430.0, y + 11)

    (table,) = tables(tmp_path / "a.pdf", draw)
    assert table.rows == 9
    said = [c.text.content for c in table.cells if c.column_span == 4]
    assert [text.endswith("each of the shops.") for text in said] == [True] * 4


def test_a_bold_label_wider_than_the_first_column_heads_its_rows(tmp_path: Path) -> None:
    wide = ("Food and drink of the whole of the northern part",)
    rows = [HEADINGS, BAKERS, GROCERS, DAIRIES, wide, BAKERS, GROCERS]
    (table,) = read(tmp_path, rows, bold=[4])
    assert [row[0] for row in table.grid()] == [row[0] for row in rows]


def test_a_heading_over_empty_cells_heads_a_column(tmp_path: Path) -> None:
    rows = [
        ("Trade", "Shops", "Remarks", "Payroll"),
        *((name, "12", "", "90") for name in ("Bakers", "Grocers", "Inns")),
    ]
    (table,) = read(tmp_path, [*rows, *rows[1:]])
    assert table.columns == 4
    assert table.grid()[0] == ["Trade", "Shops", "Remarks", "Payroll"]


def test_rules_with_one_gap_are_those_of_two_tables(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", SIZE)
        for left in (80.0, 330.0):
            for k in range(6):
                for x, text in ((0.0, f"Ward {k}" if k else "Ward"), (80.0, f"{k}7" if k else "Pumps")):
                    canvas.drawString(left + x, TOP - STEP * k, text)
                canvas.drawString(left + 140.0, TOP - STEP * k, f"{k}.5" if k else "Hours")
            for line in (-1, 0, 5):
                canvas.line(left, TOP - STEP * line - 3, left + 180, TOP - STEP * line - 3)

    assert [table.columns for table in tables(tmp_path / "a.pdf", draw)] == [3, 3]


def test_text_around_a_table_in_a_box_stays_text(tmp_path: Path) -> None:
    text = ("Rain fell on more days than in any year since the gauges were set up, and the", "wards asked for pumps.")

    def draw(canvas: Canvas) -> None:
        canvas.rect(70.0, 520.0, 380.0, 210.0)
        canvas.setFont("Helvetica", SIZE)
        for y in (715.0, 560.0):
            for k, line in enumerate(text):
                canvas.drawString(80.0, y - 11 * k, line)
        for k, cells in enumerate((HEADINGS, BAKERS, GROCERS, DAIRIES, BAKERS)):
            canvas.drawString(80.0, 670.0 - 14 * k, cells[0])
            for x, text_ in zip((180.0, 240.0, 300.0), cells[1:], strict=False):
                canvas.drawRightString(x, 670.0 - 14 * k, text_)

    (table,) = tables(tmp_path / "a.pdf", draw)
    assert table.rows == 5
    assert table.grid()[0] == ["Trade", "Shops", "Sales", "Payroll"]


def test_rows_and_sentences_on_grounds_in_turns_are_one_table(tmp_path: Path) -> None:
    sentence = (
        "Inspectors came twice in the year and asked that new drains be laid at the backs of",
        "each of the shops.",
    )
    names = ("Trade", "Bakers", "Grocers", "Dairies", "Butchers")

    def draw(canvas: Canvas) -> None:
        y = TOP
        for k, name in enumerate(names):
            height = 45.0 if k else 16.0
            canvas.setFillGray(0.9 if k % 2 else 0.97)
            canvas.rect(75.0, y + 12 - 16.0, 360.0, 16.0, stroke=0, fill=1)
            canvas.setFillGray(0.95 if k % 2 else 0.92)
            canvas.rect(75.0, y + 12 - height, 360.0, height - 16.0, stroke=0, fill=1)
            canvas.setFillGray(0)
            canvas.setFont("Helvetica", SIZE)
            for x, text in zip(
                (LABELS, 200.0, 290.0, 370.0), (name, f"Ward {k}", f"{k}7", f"{k}.5 acres"), strict=True
            ):
                canvas.drawString(x, y, text)
            for line, text in enumerate(sentence if k else ()):
                canvas.drawString(LABELS, y - 16 - 11 * line, text)
            y -= height

    (table,) = tables(tmp_path / "a.pdf", draw)
    assert [c.text.content for c in table.cells if c.column == 0 and c.column_span == 1] == list(names)
    assert [c.text.content for c in table.cells if c.column_span == 4] == [" ".join(sentence)] * 4
