"""Tables written for people and programs."""

from __future__ import annotations

import io
from dataclasses import replace

import openpyxl

from pipeline.model.geometry import Box
from pipeline.model.tables import Cell, Region, Table
from pipeline.tables import to_csv, to_html, to_json, to_markdown, to_xlsx
from tests.builders import text

HERE = (Region(3, Box(72, 100, 300, 160)),)


def table(
    rows: list[list[str | None]], *, header_rows: int = 1, spans: dict[tuple[int, int], tuple[int, int]]
) -> Table:
    made = []
    for r, row in enumerate(rows):
        for c, content in enumerate(row):
            if content is not None:
                high, wide = spans.get((r, c), (1, 1))
                made.append(Cell(r, c, high, wide, text(content), r < header_rows, HERE))
    return Table(len(rows), len(rows[0]), header_rows, tuple(made), HERE, "ruled", 0.9, "edges 1.00")


PLAIN = table([["Region", "Share"], ["North | East", "=1"]], spans={})
SPANNED = table([["2019", None], ["A", "B"]], spans={(0, 0): (1, 2)})


def test_json_has_null_at_covered_positions_and_spans_beside() -> None:
    first, second = to_json([SPANNED, PLAIN], [None, 0])
    assert first["rows"] == [["2019", None], ["A", "B"]]
    assert first["spans"] == [[0, 0, 1, 2]]
    assert first["page"] == 3
    assert first["bbox"] == [72.0, 100.0, 300.0, 160.0]
    assert "continues" not in first
    assert second["continues"] == 0


def test_csv_quotes_what_needs_it() -> None:
    assert to_csv(table([["a,b", 'say "so"']], spans={})) == '"a,b","say ""so"""\r\n'


def test_html_has_header_cells_spans_and_caption() -> None:
    written = to_html(replace(SPANNED, caption=text("Table 1 & more")))
    assert '<th colspan="2">2019</th>' in written
    assert "<td>A</td>" in written
    assert "<caption>Table 1 &amp; more</caption>" in written


def test_markdown_escapes_pipes_and_falls_back_on_html_for_spans() -> None:
    assert to_markdown(PLAIN).splitlines()[2] == "| North \\| East | =1 |"
    assert to_markdown(SPANNED).startswith("<table>")


def test_a_workbook_keeps_texts_as_texts_and_merges_spans() -> None:
    book = openpyxl.load_workbook(io.BytesIO(to_xlsx([PLAIN, SPANNED])))
    assert book["Table 1"]["B2"].value == "=1"
    assert book["Table 1"]["B2"].data_type == "s"
    assert [str(r) for r in book["Table 2"].merged_cells.ranges] == ["A1:B1"]


def test_the_same_tables_give_the_same_bytes() -> None:
    assert to_xlsx([PLAIN]) == to_xlsx([PLAIN])


def test_a_data_frame_has_the_header_as_labels() -> None:
    frame = table([["Region", "Share"], ["North", "4"]], spans={}).to_pandas()
    assert list(frame.columns) == ["Region", "Share"]
    assert frame.iloc[0].tolist() == ["North", "4"]


def test_a_header_of_two_rows_gives_two_levels() -> None:
    frame = table([["2019", None], ["A", "B"], ["1", "2"]], header_rows=2, spans={(0, 0): (1, 2)}).to_pandas()
    assert list(frame.columns) == [("2019", "A"), ("2019", "B")]
