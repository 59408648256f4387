"""Pages of judgments, circulars and guidelines: counted paragraphs, quoted statutes, stamps, headings set twice."""

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

TEXTS = (FLOOD, FERRY, MILLS, REEDS, SCHOOL)
HANG = 24.0


def counted(paper: Paper, number: int, text: str) -> None:
    """A paragraph whose number hangs before it."""
    top = paper.y
    paper.text(f"{number}.", gap=0.0)
    paper.text(text, left=LEFT + HANG, width=WIDTH - HANG, at=top)


def kinds(blocks: Blocks) -> list[str]:
    """The kinds of the blocks, in reading order."""
    return [b.kind.value for b in blocks.blocks]


@pytest.mark.parametrize("first", [1, 37])
def test_paragraphs_counted_on_and_on_under_all_headings_are_no_list(first: int) -> None:
    paper = Paper()
    for k, text in enumerate(TEXTS):
        if k in (0, 2):
            paper.heading("The facts" if k == 0 else "Discussion", size=11.0)
        counted(paper, first + k, text)
    blocks = paper.blocks()
    assert kinds(blocks) == ["heading", *["paragraph"] * 2, "heading", *["paragraph"] * 3]
    assert outcome(blocks)[1][1] == f"{first}. {FLOOD}"


def test_a_list_that_ends_before_the_next_heading_stays_a_list() -> None:
    paper = Paper().heading("The facts", size=11.0)
    for number, text in enumerate(TEXTS, start=1):
        counted(paper, number, text)
    blocks = paper.heading("Discussion", size=11.0).text(MARKET).blocks()
    assert kinds(blocks) == ["heading", *["list item"] * 5, "heading", "paragraph"]


def test_short_recommendations_counted_on_under_headings_stay_a_list() -> None:
    paper = Paper().text(FLOOD).text(FERRY).text(MILLS)
    for number, who in enumerate(("For the board", "For the pilots", "For the growers", "For the school"), start=1):
        paper.heading(who, size=11.0)
        counted(paper, number, "Keep the sluices tight, and say in writing who has opened them.")
    assert kinds(paper.blocks()).count("list item") == 4


def test_the_sections_of_a_quoted_statute_stay_in_its_quotation() -> None:
    inset = {"left": LEFT + 48.0, "width": WIDTH - 96.0}
    opening, closing = "“(1) The board may close a bridge. " + FERRY, "(2) A closed bridge is to be lit at night.”"
    paper = Paper().text(FLOOD).text(opening, **inset).text(closing, **inset).text(MILLS)
    assert kinds(paper.blocks()) == ["paragraph", "block quote", "block quote", "paragraph"]


def test_items_behind_a_closed_quotation_are_items() -> None:
    inset = {"left": LEFT + 48.0, "width": WIDTH - 96.0}
    paper = Paper().text(FLOOD).text(f"“{FERRY}”", **inset)
    paper.text("(1) Bridges are lit at night.", **inset).text("(2) Ferries are lit, too.", **inset)
    assert kinds(paper.text(MILLS).blocks()) == ["paragraph", "block quote", "list item", "list item", "paragraph"]


def test_a_heading_that_is_printed_again_under_each_part_is_no_pull_quote() -> None:
    again = "Why the board made these recommendations"
    paper = Paper().text(FLOOD)
    for text in (FERRY, MILLS):
        paper.heading(again, size=SIZE).text(text)
    assert kinds(paper.blocks()) == ["paragraph", "heading", "paragraph", "heading", "paragraph"]


def test_a_tables_name_in_bold_without_a_stop_is_its_caption() -> None:
    paper = Paper().text(FLOOD).heading("Table 1 Tolls by bridge and year", size=SIZE)
    assert [b.kind for b in paper.text(FERRY).blocks().blocks][1] is BlockKind.CAPTION


def test_a_courts_stamp_full_of_numbers_is_running_matter() -> None:
    paper = Paper()
    stamp = "Case 3:21-cv-00417-RMB Document 88 Filed 04/02/22 Page {} of 3"
    paper.furniture = lambda paper, number: paper.text(stamp.format(number), size=8.0, at=36.0) and None
    paper.text(FLOOD).page().text(FERRY).page()
    assert kinds(paper.text(MILLS).blocks()) == ["paragraph"] * 3


def underlined(paper: Paper, text: str, words: str | None = None) -> None:
    """A row of body type with a line below it, or below some of its words only."""
    top = paper.y
    start = stringWidth(text.partition(words)[0], ROMAN, SIZE) if words else 0.0
    paper.text(text, gap=4.0)
    paper.rule(LEFT + start, top + 0.92 * SIZE, stringWidth(words or text, ROMAN, SIZE))


def test_a_line_underlined_from_end_to_end_heads_the_text_below_it() -> None:
    paper = Paper().text(FLOOD)
    underlined(paper, "A. The toll of the lower bridge", "The toll of the lower bridge")
    paper.text(FERRY)
    underlined(paper, "B. The keeper and his book")
    heads = [("heading", "A. The toll of the lower bridge", 1), ("heading", "B. The keeper and his book", 1)]
    assert [b for b in outcome(paper.text(MILLS).blocks()) if b[0] != "paragraph"] == heads


def test_words_underlined_within_a_line_are_stressed() -> None:
    paper = Paper().text(FLOOD)
    underlined(paper, "The board heard Miller v. Ferry Trust that day", "Miller v. Ferry Trust")
    assert kinds(paper.text(MILLS).blocks()) == ["paragraph"] * 3


def test_an_underlined_line_that_no_text_follows_is_no_heading() -> None:
    paper = Paper().text(FLOOD).text(MILLS)
    underlined(paper, "Signed by the keeper of the lower bridge")
    assert kinds(paper.blocks()) == ["paragraph"] * 3


def test_a_sentence_in_bold_capitals_that_heads_nothing_is_text() -> None:
    paper = Paper().heading("IV. CONCLUSION", size=SIZE).text(FLOOD).text("IT IS SO ORDERED.", font=BOLD)
    assert kinds(paper.blocks()) == ["heading", "paragraph", "paragraph"]
