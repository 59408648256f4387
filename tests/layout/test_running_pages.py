"""Running matter on real pages: known by repetition, never by place alone; page labels are kept."""

from __future__ import annotations

import pytest

from pipeline.model.blocks import Blocks
from tests.layout.pages import (
    BOLD,
    FERRY,
    FLOOD,
    ITALIC,
    LEFT,
    MARKET,
    MILLS,
    REEDS,
    SCHOOL,
    WIDTH,
    Outcome,
    Paper,
    outcome,
    paragraphs,
    set_aside,
)

TEXTS = (FLOOD, FERRY, MILLS, REEDS, SCHOOL, MARKET)
RIGHT = LEFT + WIDTH
HEAD, FOOT = 40.0, 745.0


def book(paper: Paper, pages: int) -> tuple[Blocks, Outcome]:
    """Pages with two paragraphs each, and what is expected of them."""
    expected: Outcome = []
    for number in range(pages):
        both = TEXTS[2 * number % 6], TEXTS[(2 * number + 1) % 6]
        for text in both:
            paper.text(text)
        expected += paragraphs(*both)
        if number < pages - 1:
            paper.page()
    return paper.blocks(), expected


def test_header_footer_and_page_number_are_set_aside_by_reason() -> None:
    paper = Paper()

    def furniture(paper: Paper, number: int) -> None:
        paper.text("Living by the Water", font=ITALIC, at=HEAD)
        paper.text("Draft of 3 May", size=8.0, at=FOOT)
        paper.right(str(number + 6), RIGHT, FOOT)

    paper.furniture = furniture
    blocks, expected = book(paper, 3)
    assert outcome(blocks) == expected
    assert set(set_aside(blocks)) == {
        (n, reason, text)
        for n in (1, 2, 3)
        for reason, text in (
            ("running header", "Living by the Water"),
            ("running footer", "Draft of 3 May"),
            ("page number", str(n + 6)),
        )
    }
    assert [page.label for page in blocks.pages] == ["7", "8", "9"]


def test_left_and_right_pages_may_have_their_own_header_and_side_for_the_number() -> None:
    paper = Paper()

    def furniture(paper: Paper, number: int) -> None:
        if number % 2:
            paper.right("Living by the Water", RIGHT, HEAD).right(str(number), RIGHT, FOOT)
        else:
            paper.text("Valley Council", at=HEAD).text(str(number), at=FOOT)

    paper.furniture = furniture
    blocks, expected = book(paper, 6)
    assert outcome(blocks) == expected
    assert [page.label for page in blocks.pages] == ["1", "2", "3", "4", "5", "6"]


def test_a_number_inside_the_footer_changes_from_page_to_page() -> None:
    paper = Paper()
    paper.furniture = lambda paper, number: paper.text(f"Valley Council | Page {number} of 4", at=FOOT) and None
    blocks, expected = book(paper, 4)
    assert outcome(blocks) == expected


def test_a_heading_that_stands_once_at_the_top_of_a_page_stays() -> None:
    paper = Paper()
    paper.furniture = lambda paper, number: paper.text("Living by the Water", font=ITALIC, at=HEAD) and None
    paper.text(FLOOD).text(FERRY).page().heading("Mills", at=62.0).text(MILLS).page().text(REEDS)
    assert ("heading", "Mills", 1) in outcome(paper.blocks())


def test_one_line_of_text_at_the_foot_of_a_page_stays() -> None:
    paper = Paper()
    paper.furniture = lambda paper, number: paper.text(str(number), at=FOOT + 20) and None
    paper.text(FLOOD).text("It was the last that was heard of the heron.", at=720.0).page().text(FERRY).page()
    assert outcome(paper.text(MILLS).blocks()) == paragraphs(
        FLOOD, "It was the last that was heard of the heron.", FERRY, MILLS
    )


def test_a_header_with_the_name_of_its_section_changes_with_it() -> None:
    paper = Paper().text("Living by the Water", size=22.0, font=BOLD, gap=14.0)
    names = ["Ferries", "Ferries", "Mills", "Mills"]
    paper.furniture = lambda paper, number: paper.right(names[number - 1], RIGHT, HEAD, font=ITALIC, size=9.0) and None
    for number, (text, more) in enumerate(
        zip((FERRY, FLOOD, MILLS, SCHOOL), (REEDS, MARKET, REEDS, MARKET), strict=True)
    ):
        if number in (0, 2):
            paper.heading(names[number])
        paper.text(text).text(more)
        if number < 3:
            paper.page()
    found = outcome(paper.blocks())
    assert [x for x in found if x[0] == "heading"] == [("heading", "Ferries", 1), ("heading", "Mills", 1)]
    assert len(found) == 11


def test_a_year_at_the_foot_of_one_page_is_no_page_number() -> None:
    paper = Paper().text(FLOOD).text("1987", at=FOOT).page().text(FERRY).page().text(MILLS)
    assert ("paragraph", "1987", None) in outcome(paper.blocks())


@pytest.mark.parametrize("size", [(842.0, 595.0), (500.0, 700.0)])
def test_a_page_of_another_size_has_the_same_running_matter(size: tuple[float, float]) -> None:
    paper = Paper()

    def furniture(paper: Paper, number: int) -> None:
        paper.text("Living by the Water", font=ITALIC, at=HEAD)
        paper.text(str(number), at=paper.size[1] - 45.0)

    paper.furniture = furniture
    paper.text(FLOOD).text(FERRY).page(size).text(MILLS, width=400.0).page((612.0, 792.0)).text(REEDS)
    blocks = paper.blocks()
    assert outcome(blocks) == paragraphs(FLOOD, FERRY, MILLS, REEDS)
    assert [page.label for page in blocks.pages] == ["1", "2", "3"]


def test_roman_numbers_of_front_matter_are_labels_too() -> None:
    paper = Paper()
    numbers = ["iii", "iv", "v", "1", "2", "3"]
    paper.furniture = lambda paper, number: paper.right(numbers[number - 1], RIGHT, FOOT) and None
    blocks, expected = book(paper, 6)
    assert outcome(blocks) == expected
    assert [page.label for page in blocks.pages] == numbers
