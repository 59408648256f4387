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
