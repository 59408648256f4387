"""What a tagged file marks as no content is running matter where its marks agree with the page."""

from __future__ import annotations

from array import array
from collections.abc import Set
from dataclasses import replace

from pipeline.model.pages import Tag
from pipeline.model.sheets import NO_MARK, Sheet
from tests.layout.sheets import PROSE, Piece, laid_out, rows, said, sheet

SECTIONS = ("Harbours and piers", "Ferries", "Crews", "Light and bells")
HEAD, FOOT = 40.0, 750.0


def pages(unmarked: Set[str]) -> list[Sheet]:
    """Four pages with a header, a section's name printed on one page only, text, and a page number; rows that begin
    with one of these words are drawn outside marked content."""
    found = []
    for number, name in enumerate(SECTIONS, 1):
        text = [f"{word} {name.lower()} {PROSE}" for word in ("First", "Then", "Later", "Last")]
        own = Piece(name, HEAD + 14.0) if number == 2 else Piece(name, 90.0)
        page = sheet(
            Piece("A report on water", HEAD), own, *rows(*text, top=120.0), Piece(f"{number}", FOOT), number=number
        )
        found.append(_marked(page, unmarked))
    return found


def _marked(page: Sheet, unmarked: Set[str]) -> Sheet:
    marks = array("i", [NO_MARK] * page.info.glyphs)
    tags = []
    for number, row in enumerate(page.lines):
        if not any(row.text.startswith(word) for word in unmarked):
            tags.append(Tag(("Document", "P"), (0, number), (number,)))
            for glyph in row.all_glyphs():
                marks[glyph] = number
    return replace(page, tags=tuple(tags), marks=marks)


def read(sheets: list[Sheet]) -> str:
    return " ".join(said(b) for b in laid_out(*sheets).blocks)


def test_a_row_at_the_edge_that_is_no_content_is_set_aside_where_the_repeated_rows_are_none_either() -> None:
    assert "Ferries" not in read(pages({"A report", "1", "2", "3", "4", "Ferries"}))


def test_a_marked_row_at_the_edge_stays_where_the_repeated_rows_are_no_content() -> None:
    assert "Ferries" in read(pages({"A report", "1", "2", "3", "4"}))


def test_a_file_that_marks_its_headers_as_content_is_not_heard() -> None:
    assert "Ferries" in read(pages({"Ferries"}))
    assert "A report on water" not in read(pages({"Ferries"}))


def test_the_header_of_a_table_that_goes_on_is_no_running_matter_though_it_is_content_only_where_the_table_starts() -> (
    None
):
    def header(top: float) -> tuple[Piece, Piece]:
        return Piece("Harbour", top), Piece("Depth", top, left=300.0)

    first = sheet(Piece("A report on water", HEAD), *rows(PROSE), *header(400.0), Piece("1", FOOT), number=1)
    second = sheet(Piece("A report on water", HEAD), *header(70.0), Piece("Mostly", 100.0, left=300.0), number=2)
    others = pages({"A report", "1", "2", "3", "4", "Ferries"})[2:]
    marked = [_marked(first, {"A report", "1"}), _marked(second, {"A report", "Harbour", "Depth"}), *others]
    assert "Harbour" in " ".join(said(b) for b in laid_out(*marked).blocks if b.lines[0].page == 2)
