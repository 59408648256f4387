"""Paragraphs on real pages: where they begin, where they end, and that what stands between does not break them."""

from __future__ import annotations

import pytest
from reportlab.lib.utils import simpleSplit

from tests.layout.pages import (
    BOLD,
    COLUMN,
    FERRY,
    FLOOD,
    ITALIC,
    LEFT,
    MARKET,
    MILLS,
    REEDS,
    ROMAN,
    SCHOOL,
    SECOND,
    SIZE,
    WIDTH,
    Paper,
    elements,
    outcome,
    paragraphs,
)  # fmt: skip


def test_white_parts_paragraphs() -> None:
    assert outcome(Paper().text(FLOOD).text(FERRY).text(MILLS).blocks()) == paragraphs(FLOOD, FERRY, MILLS)


@pytest.mark.parametrize("indent", [10.0, 14.0, 24.0])
def test_an_indent_parts_paragraphs_that_are_set_solid(indent: float) -> None:
    paper = Paper().text(FLOOD, gap=0.0)
    for text in (FERRY, MILLS, REEDS):
        paper.text(text, gap=0.0, indent=indent)
    assert outcome(paper.blocks()) == paragraphs(FLOOD, FERRY, MILLS, REEDS)


def test_a_last_row_that_ends_early_parts_paragraphs_without_white_or_indent() -> None:
    paper = Paper()
    for text in (FLOOD, FERRY, MILLS, REEDS):
        paper.text(text, gap=0.0)
    assert outcome(paper.blocks()) == paragraphs(FLOOD, FERRY, MILLS, REEDS)


@pytest.mark.parametrize("lead", [1.0, 1.5, 2.0])
def test_rows_may_stand_far_apart(lead: float) -> None:
    paper = Paper()
    for text in (FLOOD, FERRY, MILLS):
        paper.text(text, lead=lead, gap=lead * 8.0)
    assert outcome(paper.blocks()) == paragraphs(FLOOD, FERRY, MILLS)


DOUBLE = 2.36  # of the size: double spacing of word processors


def test_a_typescript_is_set_double_spaced_without_white_between_its_paragraphs() -> None:
    paper = Paper()
    for text in (FLOOD, FERRY, MILLS, REEDS):
        paper.text(text, lead=DOUBLE, gap=0.0, indent=36.0)
    assert outcome(paper.blocks()) == paragraphs(FLOOD, FERRY, MILLS, REEDS)


def test_a_typescript_sets_its_quotations_single_spaced_in_the_same_type() -> None:
    paper = Paper()
    for text in (FLOOD, FERRY, MILLS):
        paper.text(text, lead=DOUBLE, gap=0.0, indent=36.0)
    paper.text(SCHOOL, left=LEFT + 36.0, width=WIDTH - 72.0, gap=DOUBLE * SIZE - 1.2 * SIZE)
    paper.text(REEDS, lead=DOUBLE, gap=0.0, indent=36.0)
    assert outcome(paper.blocks()) == [
        *paragraphs(FLOOD, FERRY, MILLS),
        ("block quote", SCHOOL, None),
        *paragraphs(REEDS),
    ]


def test_white_as_high_as_an_empty_line_parts_single_spaced_paragraphs() -> None:
    paper = Paper()
    for text in (FLOOD, FERRY, MILLS, REEDS, SCHOOL, MARKET):
        paper.text(text, gap=1.2 * SIZE)
    assert outcome(paper.blocks()) == paragraphs(FLOOD, FERRY, MILLS, REEDS, SCHOOL, MARKET)


def test_a_heading_with_a_number_is_no_item_of_which_the_indented_paragraph_below_is_part() -> None:
    paper = Paper()
    for number, title, texts in (("I.", "GATES", (FLOOD, REEDS)), ("II.", "FERRIES", (FERRY, MILLS))):
        paper.spans((number, BOLD, SIZE, 0.0), left=LEFT, gap=-1.2 * SIZE)
        paper.text(title, font=BOLD, left=LEFT + 36.0, lead=DOUBLE, gap=0.0)
        for text in texts:
            paper.text(text, lead=DOUBLE, gap=0.0, indent=36.0)
    assert [(kind, text) for kind, text, _ in outcome(paper.blocks())] == [
        ("heading", "I. GATES"),
        ("paragraph", FLOOD),
        ("paragraph", REEDS),
        ("heading", "II. FERRIES"),
        ("paragraph", FERRY),
        ("paragraph", MILLS),
    ]


def halves(text: str) -> tuple[str, str]:
    """A text cut behind its second row, as at the end of a page."""
    rows = simpleSplit(text, ROMAN, SIZE, WIDTH)
    return " ".join(rows[:2]), " ".join(rows[2:])


def test_a_paragraph_goes_on_over_a_page() -> None:
    first, rest = halves(FERRY)
    paper = Paper().text(FLOOD).text(first).page().text(rest).text(MILLS)
    assert elements(paper.document()) == [("paragraph", t) for t in (FLOOD, FERRY, MILLS)]


def test_a_paragraph_goes_on_past_running_matter_and_a_footnote() -> None:
    first, rest = halves(FERRY)
    paper = Paper()

    def furniture(paper: Paper, number: int) -> None:
        paper.text("Living by the Water", font=ITALIC, at=40.0).text(str(number), at=750.0)

    paper.furniture = furniture
    paper.text(FLOOD).text(first).rule(LEFT, 690.0, 100.0)
    paper.text("* Counted from the beacon to the mill, as the pilots do.", size=8.0, at=695.0)
    paper.page().text(rest).text(MILLS).page().text(REEDS)
    listed = elements(paper.document())
    assert ("paragraph", FERRY) in listed
    assert [text for kind, text in listed if kind == "paragraph"] == [FLOOD, FERRY, MILLS, REEDS]


def test_a_paragraph_is_not_broken_by_a_quote_on_display_at_the_head_of_the_next_page() -> None:
    first, rest = halves(FERRY)
    paper = Paper().text(MARKET).text(SCHOOL).text(FLOOD).text(first).page()
    paper.text(
        "They had learned to watch the herons rather than the bulletins.", size=18.0, font=ITALIC, color="#aa3300"
    )
    paper.down(14.0).text(rest).text(MILLS)
    assert ("paragraph", FERRY) in elements(paper.document())


def test_a_paragraph_goes_on_in_the_next_column() -> None:
    paper = Paper()
    paper.text(FLOOD, width=COLUMN).text(MILLS, width=COLUMN)
    half = FERRY.index(" paid")
    paper.text(FERRY[:half], width=COLUMN)
    paper.text(FERRY[half + 1 :], left=SECOND, width=COLUMN, at=90.0).text(REEDS, left=SECOND, width=COLUMN)
    assert elements(paper.document()) == [("paragraph", t) for t in (FLOOD, MILLS, FERRY, REEDS)]


def test_a_new_paragraph_on_a_new_page_is_not_joined_to_the_one_before() -> None:
    paper = Paper().text(FLOOD).text(FERRY).page().text(MILLS)
    assert elements(paper.document()) == [("paragraph", t) for t in (FLOOD, FERRY, MILLS)]


def test_words_broken_at_the_ends_of_rows_are_whole_and_compounds_keep_their_hyphen() -> None:
    paper = (
        Paper()
        .text(FLOOD)
        .rows(
            "Whoever is self-taught knows the settle-",
            "ment better than its plans do, since a self-",
            "taught pilot has walked it. The settlement is old.",
        )
    )
    assert elements(paper.document())[1][1] == (
        "Whoever is self-taught knows the settlement better than its plans do, "
        "since a self-taught pilot has walked it. The settlement is old."
    )


def test_paragraphs_of_one_row_that_are_indented_alike_are_apart() -> None:
    full = simpleSplit(FLOOD, ROMAN, SIZE, WIDTH - 14.0)[0] + "."
    paper = Paper().text(MARKET, gap=0.0).rows(full, left=LEFT + 14.0).down(-8.0).text(FERRY, indent=14.0, gap=0.0)
    assert [text.split()[0] for _, text, _ in outcome(paper.blocks())] == ["On", full.split()[0], "Ferries"]


def test_small_capitals_in_a_row_do_not_part_it_from_the_rows_around() -> None:
    first, last = simpleSplit(FLOOD, ROMAN, SIZE, WIDTH)[0], simpleSplit(FERRY, ROMAN, SIZE, WIDTH)[0]
    paper = Paper().text(MILLS).rows(first).down(-8.0)
    paper.spans(
        ("with the ", ROMAN, SIZE, 0.0), ("HARBOUR OFFICE AND THE DRAINAGE BOARD " * 2, ROMAN, 8.0, 0.0), gap=0.0
    )
    paper.rows(last).text(REEDS)
    assert len(outcome(paper.blocks())) == 3


def test_a_first_row_that_ends_early_with_a_stop_is_a_paragraph() -> None:
    rows = ("Ada Alder, for the pilots.", simpleSplit(FLOOD, ROMAN, SIZE, WIDTH)[0], "for the drainage board.")
    found = outcome(Paper().text(MILLS).rows(*rows).text(REEDS).text(FERRY).blocks())
    assert [text for _, text, _ in found][1:3] == [rows[0], f"{rows[1]} {rows[2]}"]


def test_an_initial_that_is_dropped_into_its_paragraph_does_not_part_it() -> None:
    paper = Paper().text(REEDS)
    top = paper.y
    rows = simpleSplit(FLOOD[1:], ROMAN, SIZE, WIDTH - 30.0)
    paper.text(FLOOD[0], font=BOLD, size=33.0, at=top - 2.0)
    paper.text(" ".join(rows[:2]), left=LEFT + 30.0, width=WIDTH - 29.0, at=top, gap=0.0)
    paper.text(" ".join(rows[2:]))
    assert outcome(paper.text(MILLS).blocks()) == paragraphs(REEDS, FLOOD, MILLS)
