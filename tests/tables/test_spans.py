"""What spans rows and columns where no wall shows it: labels half way down their rows, headings flush with groups."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from pipeline.model.tables import Table
from tests.tables.pages import tables

COLUMNS = (72, 190, 300, 380, 460)
STEP = 18.0


def put(canvas: Canvas, row: float, texts: Sequence[str], *, bold: bool = False, right: bool = False) -> None:
    """Texts at the height of a row (a fraction stands between two); columns but the first flush right if `right`."""
    canvas.setFont("Helvetica-Bold" if bold else "Helvetica", 9)
    y = 700 - STEP * row
    for x, text in zip(COLUMNS, texts, strict=False):
        if right and x > COLUMNS[0]:
            canvas.drawRightString(x + 40, y, text)
        else:
            canvas.drawString(x, y, text)


def only(found: Sequence[Table]) -> Table:
    [table] = found
    return table


def spans_in(table: Table, *, header: bool) -> list[tuple[int, int, int, int]]:
    return [s for s in table.spans() if (s[0] < table.header_rows) == header]


ITEMS = [
    ["Nets mended", "41", "12"],
    ["Hours ashore", "310", "86"],
    ["Nights at sea", "27", "14"],
    ["Hours ashore", "298", "77"],
    ["Nets mended", "39", "11"],
    ["Nights at sea", "31", "16"],
    ["Hours ashore", "305", "90"],
    ["Nets mended", "44", "13"],
]


def test_labels_half_way_down_their_rows_span_them(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        put(canvas, 0, ["Crew", "Measure", "Before", "After"], bold=True)
        for k, row in enumerate(ITEMS, start=1):
            put(canvas, k, ["", *row])
        for at, label in ((1.5, "Heron"), (4, "Plover"), (7, "Old Dunlin")):
            put(canvas, at, [label])

    table = only(tables(tmp_path / "labels.pdf", draw))
    assert table.spans() == [(1, 0, 2, 1), (3, 0, 3, 1), (6, 0, 3, 1)]
    assert [row[0] for row in table.grid() if row[0] is not None] == ["Crew", "Heron", "Plover", "Old Dunlin"]
    assert [row[1:] for row in table.grid()[1:]] == ITEMS


def test_labels_on_the_first_of_their_rows_span_nothing(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        put(canvas, 0, ["", "Model 1", "Model 2", "Model 3"], bold=True)
        for k, label in enumerate(["Depth", "Fog", "Wind"]):
            put(canvas, 1 + 2 * k, [label, "2.8", "1.4", "0.6"])
            put(canvas, 2 + 2 * k, ["", "(0.9)", "(0.2)", "(0.3)"])
        put(canvas, 7, ["Boats", "41", "41", "39"])

    assert only(tables(tmp_path / "errors.pdf", draw)).spans() == []


def test_one_label_in_the_middle_of_three_rows_proves_no_group(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        put(canvas, 0, ["Port", "Boats", "Nets", "Crew"], bold=True)
        for k, label in enumerate(["Northquay", "", "Old Harbour", "", "Mill Reach"], start=1):
            put(canvas, k, [label, str(7 * k), str(3 * k), str(5 * k)])

    assert only(tables(tmp_path / "middle.pdf", draw)).spans() == []


def test_headings_flush_left_with_their_groups_span_them(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        put(canvas, 0.5, ["Port"], bold=True)
        put(canvas, 0, ["", "2031", "", "2032"], bold=True)
        put(canvas, 1, ["", "Boats", "Share", "Boats", "Share"], bold=True)
        for k, port in enumerate(["Northquay", "Old Harbour", "Mill Reach", "Seatower"], start=2):
            put(canvas, k, [port, str(61 * k), f"{k}.5%", str(47 * k), f"{k}.1%"])

    table = only(tables(tmp_path / "left.pdf", draw))
    assert spans_in(table, header=True) == [(0, 0, 2, 1), (0, 1, 1, 2), (0, 3, 1, 2)]


def test_headings_flush_right_with_their_groups_span_them(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        put(canvas, 0, ["Port", "", "2031", "", "2032"], bold=True, right=True)
        put(canvas, 1, ["", "Boats", "Share", "Boats", "Share"], bold=True, right=True)
        for k, port in enumerate(["Northquay", "Old Harbour", "Mill Reach", "Seatower"], start=2):
            put(canvas, k, [port, str(61 * k), f"{k}.5%", str(47 * k), f"{k}.1%"], right=True)

    table = only(tables(tmp_path / "right.pdf", draw))
    assert spans_in(table, header=True) == [(0, 0, 2, 1), (0, 1, 1, 2), (0, 3, 1, 2)]


def test_headings_of_two_lines_beside_headings_of_one_span_nothing(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold", 9)
        for x, lines in zip(COLUMNS, (["Port"], ["Boats", "at sea"], ["Nets"], ["Crew", "ashore"]), strict=False):
            for k, text in enumerate(reversed(lines)):
                canvas.drawString(x, 700 + 11 * k, text)
        for k, port in enumerate(["Northquay", "Old Harbour", "Mill Reach", "Seatower"], start=1):
            put(canvas, k, [port, str(61 * k), str(47 * k), str(5 * k)])

    table = only(tables(tmp_path / "lines.pdf", draw))
    assert table.spans() == []
    assert table.grid()[0] == ["Port", "Boats at sea", "Nets", "Crew ashore"]


CATCHES = {"Million baskets": ["Herring", "Sprat"], "Thousand crates on ice": ["Cockles", "Whelks"]}


def grouped(canvas: Canvas, at: float | None, *, inset: float = 0.0, colon: str = "") -> None:
    """A table with two groups, their headings in the middle at `at`, or at the left."""
    put(canvas, 0, ["Catch", "2031", "2032", "2033"], bold=True, right=True)
    row = 1
    for unit, names in CATCHES.items():
        canvas.setFont("Helvetica", 9)
        if at is None:
            put(canvas, row, [unit + colon])
        else:
            canvas.drawCentredString(at, 700 - STEP * row, unit)
        for name in names:
            row += 1
            put(canvas, row, ["", f"{row}1.{row}", f"{row},014", f"{row}9"], right=True)
            canvas.drawString(COLUMNS[0] + inset, 700 - STEP * row, name)
        row += 1


def test_headings_in_the_middle_over_the_figures_head_groups_of_rows(tmp_path: Path) -> None:
    table = only(tables(tmp_path / "middle.pdf", lambda canvas: grouped(canvas, (190 + 420) / 2)))
    assert spans_in(table, header=False) == [(1, 1, 1, 3), (4, 1, 1, 3)]
    assert [row[1] for row in table.grid() if row[2] is None] == list(CATCHES)


def test_labels_alone_in_their_rows_head_groups_of_rows(tmp_path: Path) -> None:
    table = only(tables(tmp_path / "left.pdf", lambda canvas: grouped(canvas, None)))
    assert spans_in(table, header=False) == [(1, 0, 1, 4), (4, 0, 1, 4)]


def test_labels_over_entries_that_are_set_in_are_entries_themselves(tmp_path: Path) -> None:
    table = only(tables(tmp_path / "stub.pdf", lambda canvas: grouped(canvas, None, inset=9.0, colon=":")))
    assert table.spans() == []
    assert [row[0] for row in table.grid()][1:3] == ["Million baskets:", "Herring"]


def test_lines_of_long_labels_are_no_headings(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        put(canvas, 0, ["Catch", "2031", "2032", "2033"], bold=True, right=True)
        for k in range(4):
            canvas.setFont("Helvetica", 9)
            for line, text in enumerate(("Herring landed in the", "outer harbours")):
                canvas.drawString(COLUMNS[0], 680 - 30 * k - 11 * line, text)
            for x in COLUMNS[1:4]:
                canvas.drawRightString(x + 40, 680 - 30 * k - 11, f"{k},{x}")

    table = only(tables(tmp_path / "long.pdf", draw))
    assert table.spans() == []
    assert table.grid()[1][0] == "Herring landed in the outer harbours"


LINES = ["Landings", "Dues", "Ice", "Repairs", "Moorings", "Fuel", "Salt", "Nets", "Pilots", "Net income"]


def test_a_currency_sign_at_the_left_of_its_column_goes_with_its_figure(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        put(canvas, 0, ["", "Fiscal year", "Fiscal year"], bold=True)
        put(canvas, 0.6, ["", "2031", "2032"], bold=True)
        for k, label in enumerate(LINES):
            put(canvas, k + 2, [label])
            for x in (190, 300):
                if k in (0, len(LINES) - 1):
                    canvas.drawString(x, 700 - STEP * (k + 2), "$")
                canvas.drawRightString(x + 90, 700 - STEP * (k + 2), f"{k + 1},{x}")
        for y in (715, 682, 700 - STEP * (len(LINES) + 2)):
            canvas.line(68, y, 400, y)

    table = only(tables(tmp_path / "dollars.pdf", draw))
    assert [len(row) for row in table.grid()] == [3] * table.rows
    assert table.grid()[table.header_rows] == ["Landings", "$ 1,190", "$ 1,300"]


def test_a_text_does_not_go_on_from_a_value(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        put(canvas, 0, ["Duty", "Phase 1", "Phase 2", "Phase 3"], bold=True)
        rows = [
            ["Yearly report", "X", "X", "Optional"],
            ["Sampling plan", "Optional", "X", "X"],
            ["Public notice", "", "Optional", "Optional"],
            ["Certificates of pilots", "X", "X", ""],
        ]
        for k, row in enumerate(rows, start=1):
            for x, text in zip(COLUMNS, row[:4], strict=False):
                canvas.setFont("Helvetica", 9)
                canvas.drawString(x, 700 - 12 * k, text)

    assert only(tables(tmp_path / "signs.pdf", draw)).rows == 5


def test_grounds_of_cells_of_several_lines_are_no_boxes_of_a_diagram(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        put(canvas, 0, ["Duty", "Reason", "Office"], bold=True)
        y = 690.0
        for k, duty in enumerate(["Yearly report", "Public notice", "Pilot licence", "Hull survey"]):
            if k % 2 == 0:
                canvas.setFillGray(0.9)
                for x0, x1 in ((70, 188), (188, 298), (298, 400)):
                    canvas.rect(x0, y - 34, x1 - x0, 36, stroke=0, fill=1)
                canvas.setFillGray(0)
            canvas.setFont("Helvetica", 9)
            for x, lines in zip(
                COLUMNS, ([duty], ["Boats that sail", "after dark need", "a lamp"], ["Harbour", "office"]), strict=False
            ):
                for line, text in enumerate(lines):
                    canvas.drawString(x, y - 8 - 11 * line, text)
            y -= 38

    table = only(tables(tmp_path / "grounds.pdf", draw))
    assert table.grid()[-1] == ["Hull survey", "Boats that sail after dark need a lamp", "Harbour office"]
