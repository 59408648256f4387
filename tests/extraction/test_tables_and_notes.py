"""Tables and footnotes as records."""

from __future__ import annotations

from pipeline.extraction.footnotes import extract_footnotes
from pipeline.extraction.sections import extract_sections
from pipeline.extraction.tables import extract_tables
from pipeline.model.document import ElementKind
from pipeline.model.tables import Cell, Table
from tests.builders import document, element, text
from tests.markdown_document import from_markdown


def spanning_table() -> Table:
    def cell(row: int, column: int, content: str, rows: int = 1, columns: int = 1) -> Cell:
        return Cell(row, column, rows, columns, text(content), row < 2, ())

    cells = (
        cell(0, 0, "Place", rows=2),
        cell(0, 1, "Wells", columns=2),
        cell(1, 1, "old"),
        cell(1, 2, "new"),
        cell(2, 0, "Aldham"),
        cell(2, 1, "none", columns=2),
        cell(3, 0, "Corby"),
        cell(3, 1, "4"),
        cell(3, 2, ""),
    )
    return Table(4, 3, 2, cells, (), "ruled", 1.0, "")


def test_header_rows_become_column_names_and_spans_count_from_the_body() -> None:
    whole = document([element("x", ElementKind.TABLE, table=spanning_table())])
    (table,) = extract_tables(whole, [])
    assert table.columns == ["Place", "Wells old", "Wells new"]
    assert table.rows == [["Aldham", "none", None], ["Corby", "4", ""]]
    assert table.spans == [[-2, 0, 2, 1], [-2, 1, 1, 2], [0, 1, 1, 2]]
    assert (table.header_rows, table.title) == (2, None)


def test_each_cell_with_text_and_the_caption_have_evidence() -> None:
    whole = document([element("x", ElementKind.TABLE, table=spanning_table())])
    (table,) = extract_tables(whole, [])
    assert [(c.row, c.column, c.evidence[0].exact) for c in table.cell_evidence][-3:] == [
        (0, 1, "none"),
        (1, 0, "Corby"),
        (1, 1, "4"),
    ]
    assert [e.exact for e in table.evidence] == ["Place"]


def test_caption_notes_and_section_are_kept() -> None:
    source = "## Wells\n\n**Table 1: Wells**\n\n| Place | Wells |\n| --- | --- |\n| Corby | 4 |\n\nNote: as of May."
    whole = from_markdown(source)
    (table,) = extract_tables(whole, extract_sections(whole))
    assert (table.title, table.notes, table.section_id) == ("Table 1: Wells", ["Note: as of May."], "wells")
    assert [(e.field, e.exact) for e in table.evidence] == [("title", "Table 1: Wells"), ("notes", "Note: as of May.")]


def test_a_table_without_a_header_has_no_columns() -> None:
    cells = tuple(Cell(0, c, 1, 1, text(w), False, ()) for c, w in enumerate(("a", "b")))
    whole = document([element("x", ElementKind.TABLE, table=Table(1, 2, 0, cells, (), "ruled", 1.0, ""))])
    (table,) = extract_tables(whole, [])
    assert (table.columns, table.rows) == ([], [["a", "b"]])


def test_notes_keep_their_number_and_stand_where_their_marker_does() -> None:
    whole = from_markdown("## Wells\n\nDry[^1].\n\n## Pumps\n\nWet[^*].\n\n[^1]: Ibid.\n\n[^*]: Ibid.")
    one, star = extract_footnotes(whole, extract_sections(whole))
    assert (one.number, one.text, one.section_id) == (1, "Ibid.", "wells")
    assert (star.number, star.section_id) == ("*", "pumps")
    assert one.id != star.id
