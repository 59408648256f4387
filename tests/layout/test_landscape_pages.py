"""Landscape pages: wide sheets, sheets that the page's rotation turns, and text that only its letters turn."""

from __future__ import annotations

import pytest

from tests.layout.pages import (
    BOLD,
    FERRY,
    FLOOD,
    ITALIC,
    MARKET,
    MILLS,
    PORTRAIT,
    REEDS,
    SANS_BOLD,
    SCHOOL,
    Paper,
    elements,
    outcome,
    paragraphs,
    set_aside,
)

LANDSCAPE = (792.0, 612.0)
HALF, RIGHT_HALF = 310.0, 410.0  # width of one of two columns, and where the second begins


def lying(paper: Paper, degrees: int = 90) -> Paper:
    """What is set next on the upright page reads upwards (90) or downwards (270), as on a sheet that lies."""
    paper.canvas.rotate(90 if degrees == 90 else -90)
    paper.canvas.translate(*((0, -PORTRAIT[0]) if degrees == 90 else (-PORTRAIT[1], 0)))
    paper.size = LANDSCAPE
    return paper


def test_columns_of_a_wide_sheet_are_read_one_after_the_other() -> None:
    paper = Paper(LANDSCAPE).heading("Ferries and Mills", size=18.0)
    top = paper.y
    for text in (FLOOD, FERRY, MILLS):
        paper.text(text, width=HALF)
    paper.y = top
    for text in (REEDS, SCHOOL, MARKET):
        paper.text(text, left=RIGHT_HALF, width=HALF)
    assert outcome(paper.blocks())[1:] == paragraphs(FLOOD, FERRY, MILLS, REEDS, SCHOOL, MARKET)


def test_a_wide_sheet_between_upright_ones_keeps_its_place_and_its_running_matter_apart() -> None:
    paper = Paper()

    def furniture(paper: Paper, number: int) -> None:
        paper.text("Living by the Water", font=ITALIC, at=40.0)
        paper.right(str(number), paper.size[0] - 72.0, paper.size[1] - 47.0)

    paper.furniture = furniture
    paper.text(FLOOD).text(FERRY).page(LANDSCAPE).text(MILLS, width=640.0).text(REEDS, width=640.0)
    paper.page(PORTRAIT).text(SCHOOL).text(MARKET)
    blocks = paper.blocks()
    assert outcome(blocks) == paragraphs(FLOOD, FERRY, MILLS, REEDS, SCHOOL, MARKET)
    assert [page.label for page in blocks.pages] == ["1", "2", "3"]
    assert {reason for _, reason, _ in set_aside(blocks)} == {"running header", "page number"}


@pytest.mark.parametrize("degrees", [90, 270])
def test_a_sheet_that_lies_in_the_file_is_read_as_it_is_shown(degrees: int) -> None:
    paper = Paper(LANDSCAPE)
    paper.canvas.setPageRotation(degrees)
    lying(paper, degrees).heading("Ferries", size=16.0).text(FERRY, width=640.0).text(MILLS, width=640.0)
    blocks = paper.blocks()
    assert outcome(blocks) == [("title", "Ferries", None), *paragraphs(FERRY, MILLS)]
    assert (blocks.pages[0].width, blocks.pages[0].height) == LANDSCAPE


def test_a_page_whose_letters_alone_are_turned_is_read_along_them() -> None:
    paper = lying(Paper()).heading("Ferries", size=16.0)
    paper.text(FERRY, width=640.0).text(MILLS, width=640.0).text(REEDS, width=640.0)
    paper.page(PORTRAIT).heading("Mills", size=16.0).text(SCHOOL).text(MARKET)
    texts = [text for _, text in elements(paper.document())]
    assert texts == ["Ferries", FERRY, MILLS, REEDS, "Mills", SCHOOL, MARKET]


def test_a_paragraph_goes_on_from_an_upright_sheet_to_a_wide_one() -> None:
    cut = FERRY.index("so that fog")
    paper = Paper().text(FLOOD).text(MILLS, at=620.0).text(FERRY[: cut - 1])
    paper.page(LANDSCAPE).text(FERRY[cut:], width=640.0).text(MARKET, width=640.0)
    assert elements(paper.document()) == [("paragraph", text) for text in (FLOOD, MILLS, FERRY, MARKET)]


def test_title_and_sections_of_slides_are_found_by_type_as_on_upright_pages() -> None:
    paper = Paper(LANDSCAPE).text("Living by the Water", font=SANS_BOLD, size=32.0, at=220.0)
    for title, text in (("Ferries", FERRY), ("Mills", MILLS), ("Reeds", REEDS)):
        paper.page().text(title, font=BOLD, size=20.0).text(text, width=640.0)
    found = outcome(paper.blocks())
    assert found[0] == ("title", "Living by the Water", None)
    assert [(text, level) for kind, text, level in found if kind == "heading"] == [
        ("Ferries", 1),
        ("Mills", 1),
        ("Reeds", 1),
    ]
