"""Running matter on real pages: known by repetition, never by place alone; page labels are kept."""

from __future__ import annotations

import pytest
from PIL import Image as Picture
from reportlab.lib.utils import ImageReader

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
    TOP,
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


def test_a_section_name_that_is_printed_once_stands_where_the_others_do() -> None:
    paper = Paper()
    names = ["Ferries", "Ferries", "Mills", "Reeds", "Reeds", "Reeds"]
    paper.furniture = lambda paper, number: paper.text(names[number - 1], font=ITALIC, at=HEAD) and None
    blocks, expected = book(paper, 6)
    assert outcome(blocks) == expected


def test_what_stands_further_out_than_running_matter_is_running_too() -> None:
    paper = Paper()
    above = ["Ferries, from the narrows to the quarries", "Mills, of which three still turn"]

    def furniture(paper: Paper, number: int) -> None:
        paper.text(above[number - 1], at=HEAD - 12).text("Living by the Water", font=ITALIC, at=HEAD + 8)

    paper.furniture = furniture
    blocks, expected = book(paper, 2)
    assert outcome(blocks) == expected


def test_numbers_of_headings_at_the_top_of_pages_are_no_running_matter() -> None:
    paper = Paper()
    paper.furniture = lambda paper, number: paper.right(str(number), RIGHT, FOOT) and None
    for number, name in ((1, "Ferries"), (2, "Mills"), (3, "Reeds")):
        paper.text(f"SECTION {number}", font=BOLD, size=13.0, at=62.0)
        paper.text(name, font=BOLD, size=13.0, at=62.0, left=LEFT + 120.0).text(TEXTS[number], at=100.0)
        if number < 3:
            paper.page()
    blocks = paper.blocks()
    assert {text for _, _, text in set_aside(blocks)} == {"1", "2", "3"}


@pytest.mark.parametrize("number", ["7", "- 7 -", "Page 7 of 12", "A-7", "AP-7", "xii"])
def test_a_number_alone_at_the_foot_of_the_only_page_is_its_number(number: str) -> None:
    blocks = Paper().text(FLOOD).text(FERRY).text(number, at=FOOT, left=300.0).blocks()
    assert outcome(blocks) == paragraphs(FLOOD, FERRY)
    assert set_aside(blocks) == [(1, "page number", number)]


def test_a_row_with_title_and_number_at_the_head_of_the_only_page_is_its_header() -> None:
    paper = Paper().text("Living by the Water", font=ITALIC, at=HEAD).right("41", RIGHT, HEAD)
    blocks = paper.text(FLOOD, at=90.0).text(FERRY).blocks()
    assert outcome(blocks) == paragraphs(FLOOD, FERRY)
    assert blocks.pages[0].label == "41"


@pytest.mark.parametrize(
    "line",
    [
        "© 2031 The Narrows Trust. All rights reserved.",
        "Coastal Studies 18 (2031) 211–224",
        "Volume 12, Number 3",
        "Living by the Water | Spring 2031",
        "www.narrows.example",
        "ISSN 1234-5678",
    ],
)
@pytest.mark.parametrize("at", [HEAD, FOOT])
def test_an_imprint_in_small_type_outside_the_text_of_the_only_page_is_running_matter(line: str, at: float) -> None:
    paper = Paper().text(line, size=8.0, at=at).text(FLOOD, at=TOP)
    for text in TEXTS[1:]:
        paper.text(text)
    blocks = paper.blocks()
    assert outcome(blocks) == paragraphs(*TEXTS)
    assert [text for _, _, text in set_aside(blocks)] == [line]


def test_parts_tabbed_apart_in_small_type_above_the_text_of_the_only_page_are_its_header() -> None:
    paper = Paper().text("Living by the Water", size=8.0, at=HEAD).right("The ferries", RIGHT, HEAD, size=8.0)
    paper.y = TOP
    for text in TEXTS:
        paper.text(text)
    blocks = paper.blocks()
    assert outcome(blocks) == paragraphs(*TEXTS)
    assert len(set_aside(blocks)) == 2


def test_a_small_line_above_the_text_that_repeats_a_larger_heading_is_its_header() -> None:
    paper = Paper().text("The old ferries", size=8.0, at=HEAD).text(FLOOD, at=TOP).heading("The old ferries")
    for text in TEXTS[1:]:
        paper.text(text)
    assert [text for _, _, text in set_aside(paper.blocks())] == ["The old ferries"]


@pytest.mark.parametrize("line", ["Photograph by the harbour office", "3 May, before the flood", "Source: bell book"])
def test_any_other_small_line_outside_the_text_of_the_only_page_stays(line: str) -> None:
    paper = Paper().text(FLOOD)
    for text in TEXTS[1:]:
        paper.text(text)
    assert set_aside(paper.text(line, size=8.0, at=FOOT).blocks()) == []


def test_a_caption_with_bars_under_a_picture_at_the_foot_stays() -> None:
    paper = Paper()
    for text in TEXTS:
        paper.text(text)
    picture = ImageReader(Picture.new("RGB", (8, 8), (120, 140, 90)))
    paper.canvas.drawImage(picture, LEFT, paper.size[1] - 735.0, 200.0, 120.0)
    assert set_aside(paper.text("Ferries | harbour office", size=8.0, at=FOOT).blocks()) == []


def test_a_page_number_beside_the_last_line_of_a_column_is_parted_from_what_stands_above_it() -> None:
    paper = Paper()
    paper.furniture = lambda paper, number: paper.right(f"MS-{number + 2}", RIGHT, FOOT) and None
    for page in range(2):
        paper.rows(*[f"{page} left column of the ferries"] * 54, left=LEFT, lead=1.2)
        if page == 0:
            paper.page()
    assert {(reason, text) for _, reason, text in set_aside(paper.blocks())} == {
        ("page number", "MS-3"),
        ("page number", "MS-4"),
    }


def test_copies_of_one_form_keep_what_they_say() -> None:
    paper = Paper()
    for number in range(2):
        paper.text("Permit for crossing on foot", font=BOLD, at=60.0).text(FLOOD, at=100.0).text(FERRY)
        paper.text("Keep this half until the ice has gone", at=720.0)
        if number == 0:
            paper.page()
    assert not set_aside(paper.blocks())


def test_a_stamp_down_the_margin_is_no_text() -> None:
    paper = Paper().text(FLOOD).text(FERRY).text(MILLS).text(REEDS, at=600.0)
    paper.canvas.saveState()
    paper.canvas.rotate(90)
    paper.canvas.drawString(300, -20, "Archive of the valley, 12 May")
    paper.canvas.restoreState()
    blocks = paper.blocks()
    assert outcome(blocks) == paragraphs(FLOOD, FERRY, MILLS, REEDS)
    assert set_aside(blocks) == [(1, "margin stamp", "Archive of the valley, 12 May")]


def test_a_table_header_repeated_at_the_head_of_each_page_is_no_running_header() -> None:
    names = [
        f"{first}{last}" for first in ("Ash", "Bir", "Cot", "Dal", "Elm", "Fern") for last in ("by", "ton", "well")
    ]
    paper = Paper()
    for number in range(3):
        rows = [(name, str(len(name) * number), f"Hall of {name}") for name in names[6 * number : 6 * number + 6]]
        for k, cells in enumerate([("Region", "Schools", "Seat"), *rows]):
            for cell, left in zip(cells, (LEFT, 200.0, 280.0), strict=True):
                paper.text(cell, left=left, at=60.0 + 24.0 * k)
        paper.text(TEXTS[number], at=300.0)
        if number < 2:
            paper.page()
    assert "Region" not in {text for _, reason, text in set_aside(paper.blocks()) if reason == "running header"}
