"""Contents lists on real pages: titles with their page numbers, however number and title are joined."""

from __future__ import annotations

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from pipeline.model.blocks import BlockKind, Blocks
from tests.layout.pages import (
    BOLD,
    FERRY,
    FLOOD,
    LEFT,
    MARKET,
    MILLS,
    REEDS,
    ROMAN,
    SCHOOL,
    SIZE,
    WIDTH,
    Paper,
    outcome,
)

RIGHT = LEFT + WIDTH
SECTIONS = (("Ferries", FERRY), ("Mills of the Lower Valley", MILLS), ("Reeds", REEDS), ("Market Days", MARKET))
PAGES = ("3", "7", "12", "19")


def entries(blocks: Blocks) -> list[tuple[str, str | None, int | None]]:
    """Title, page number and level of the contents entries."""
    return [
        (" ".join(row.text for row in b.lines), b.label, b.level)
        for b in blocks.blocks
        if b.kind is BlockKind.CONTENTS_ENTRY
    ]


def entry(paper: Paper, title: str, page: str, *, leader: bool = True, left: float = LEFT) -> None:
    """A title, dots if wanted, and the page number at the end of the measure."""
    free = RIGHT - left - stringWidth(title, ROMAN, SIZE) - stringWidth(page, ROMAN, SIZE) - 14.0
    dots = "." * int(free / stringWidth(".", ROMAN, SIZE))
    end = RIGHT - stringWidth(page, ROMAN, SIZE) - 5.0
    paper.right(page, RIGHT, paper.y).right(dots if leader else "", end, paper.y)
    paper.text(title, left=left, gap=2.0)


def sections(paper: Paper) -> Paper:
    """The sections that the list names, on pages behind it."""
    paper.page()
    for title, text in SECTIONS:
        paper.heading(title).text(text).text(FLOOD)
    return paper


@pytest.mark.parametrize("leader", [True, False])
def test_titles_with_rising_page_numbers_are_a_contents_list(leader: bool) -> None:
    paper = Paper().heading("Contents", size=16.0)
    for (title, _), page in zip(SECTIONS, PAGES, strict=True):
        entry(paper, title, page, leader=leader)
    blocks = sections(paper).blocks()
    assert entries(blocks) == [(title, page, 1) for (title, _), page in zip(SECTIONS, PAGES, strict=True)]
    assert [text for kind, text, _ in outcome(blocks) if kind == "heading"][-4:] == [title for title, _ in SECTIONS]


def test_indents_of_entries_are_their_levels() -> None:
    paper = Paper().heading("Contents", size=16.0)
    for ((title, _), page), left in zip(zip(SECTIONS, PAGES, strict=True), (0.0, 18.0, 36.0, 0.0), strict=True):
        entry(paper, title, page, left=LEFT + left)
    assert [level for _, _, level in entries(sections(paper).blocks())] == [1, 2, 3, 1]


def test_an_entry_may_take_two_rows_with_the_number_at_the_last() -> None:
    paper = Paper().heading("Contents", size=16.0)
    entry(paper, "Ferries", "3")
    paper.text("Mills that still turn although nothing has been ground in them since the", gap=0.0)
    entry(paper, "bakery moved to the town", "7")
    entry(paper, "Reeds", "12")
    whole = "Mills that still turn although nothing has been ground in them since the bakery moved to the town"
    assert entries(sections(paper).blocks()) == [("Ferries", "3", 1), (whole, "7", 1), ("Reeds", "12", 1)]


def test_roman_numbers_and_numbers_by_chapters_are_page_numbers() -> None:
    pages = ("iv", "1-1", "1-12", "2-3")
    paper = Paper().heading("Contents", size=16.0)
    for (title, _), page in zip(SECTIONS, pages, strict=True):
        entry(paper, title, page)
    assert [page for _, page, _ in entries(sections(paper).blocks())] == list(pages)


def test_leader_dots_are_set_aside_and_in_no_title() -> None:
    paper = Paper().heading("Contents", size=16.0)
    for (title, _), page in zip(SECTIONS, PAGES, strict=True):
        entry(paper, title, page)
    blocks = sections(paper).blocks()
    assert [d.reason for d in blocks.discards if "..." in d.text] == ["contents leader"] * 4


def test_rows_of_figures_that_no_section_is_named_after_are_no_contents_list() -> None:
    paper = Paper().text(FLOOD)
    for place, count in (("Upper lake", "3"), ("Narrows", "7"), ("Old bridge", "12"), ("Chapel", "19")):
        entry(paper, place, count, leader=False)
    assert entries(paper.down(8.0).text(FERRY).text(SCHOOL).blocks()) == []


def test_rows_whose_numbers_fall_are_no_contents_list() -> None:
    paper = Paper().heading("Days", size=16.0)
    for (title, _), count in zip(SECTIONS, ("19", "12", "7", "3"), strict=True):
        entry(paper, title, count, leader=False)
    assert entries(sections(paper).blocks()) == []


def test_a_contents_list_goes_on_over_the_page() -> None:
    paper = Paper().heading("Contents", size=16.0).down(560.0)
    for k, ((title, _), page) in enumerate(zip(SECTIONS, PAGES, strict=True)):
        entry(paper, title, page)
        if k == 1:
            paper.page()
    assert [title for title, _, _ in entries(sections(paper).blocks())] == [title for title, _ in SECTIONS]


def test_a_quad_of_white_is_enough_before_the_numbers_where_the_titles_are_printed_again() -> None:
    paper = Paper().heading("Contents", size=16.0)
    for (title, _), page in zip(SECTIONS, PAGES, strict=True):
        paper.spans((title, ROMAN, SIZE, 0.0), gap=0.0, left=LEFT)
        paper.text(page, left=LEFT + stringWidth(title, ROMAN, SIZE) + SIZE, at=paper.y - 1.2 * SIZE, gap=4.0)
    assert [title for title, _, _ in entries(sections(paper).blocks())] == [title for title, _ in SECTIONS]


def test_where_all_entries_start_at_one_edge_their_type_tells_the_levels() -> None:
    paper = Paper().heading("Contents", size=16.0)
    for ((title, _), page), font in zip(zip(SECTIONS, PAGES, strict=True), (BOLD, ROMAN, BOLD, ROMAN), strict=True):
        paper.right(page, RIGHT, paper.y).text(title, font=font, gap=2.0)
    assert [level for _, _, level in entries(sections(paper).blocks())] == [1, 2, 1, 2]
