"""Quotes on real pages: inset ones are passages of their own, displayed ones never come between the text's rows."""

from __future__ import annotations

import pytest
from reportlab.lib.utils import simpleSplit

from pipeline.model.blocks import Blocks
from tests.layout.pages import (
    COLUMN,
    FERRY,
    FLOOD,
    ITALIC,
    LEFT,
    MARKET,
    MILLS,
    REEDS,
    ROMAN,
    SANS_BOLD,
    SCHOOL,
    SECOND,
    SIZE,
    WIDTH,
    Paper,
    elements,
    outcome,
)

SPOKEN = "“We listen to the herons. They have never been wrong about the water, and nobody has to pay them for it.”"
REPEATED = "Nobody has compared it with the figures of the airfield"
DISPLAY = 15.0


def quotes(blocks: Blocks) -> list[tuple[str, str]]:
    """Kind and text of the quotes."""
    return [(kind, text) for kind, text, _ in outcome(blocks) if kind in ("block quote", "pull quote")]


@pytest.mark.parametrize("text", [SPOKEN, MILLS])
@pytest.mark.parametrize("size", [9.0, 10.0])
def test_a_passage_inset_at_both_sides_is_a_block_quote_with_or_without_marks(text: str, size: float) -> None:
    paper = Paper().text(FLOOD).text(text, left=LEFT + 30.0, width=WIDTH - 60.0, size=size).text(FERRY)
    assert [(kind, words) for kind, words, _ in outcome(paper.blocks())] == [
        ("paragraph", FLOOD),
        ("block quote", text),
        ("paragraph", FERRY),
    ]


def test_a_paragraph_with_an_indented_first_row_is_no_quote() -> None:
    paper = Paper()
    for text in (FLOOD, FERRY, MILLS):
        paper.text(text, indent=14.0, gap=0.0)
    assert quotes(paper.blocks()) == []


def test_a_quotation_in_the_usual_measure_is_a_paragraph() -> None:
    assert quotes(Paper().text(FLOOD).text(SPOKEN).text(FERRY).blocks()) == []


def test_a_sentence_on_display_that_the_text_says_too_is_a_pull_quote() -> None:
    paper = Paper().text(FLOOD).text(REPEATED, font=ITALIC, size=DISPLAY, left=LEFT + 60.0, width=WIDTH - 120.0)
    assert quotes(paper.text(SCHOOL).blocks()) == [("pull quote", REPEATED)]


def test_words_on_display_that_nobody_says_elsewhere_are_no_pull_quote() -> None:
    paper = Paper().text(FLOOD).text("Nobody has seen the swans of the upper lake", font=ITALIC, size=DISPLAY)
    assert quotes(paper.text(SCHOOL).blocks()) == []


def test_a_paragraph_goes_on_behind_a_pull_quote_between_its_rows() -> None:
    first, second, *rest = simpleSplit(FLOOD, ROMAN, SIZE, WIDTH)
    paper = Paper().rows(first, second)
    paper.text(REPEATED, font=SANS_BOLD, size=DISPLAY, left=LEFT + 60.0, width=WIDTH - 120.0).rows(*rest).text(SCHOOL)
    assert [text for kind, text in elements(paper.document()) if kind == "paragraph"] == [FLOOD, SCHOOL]


def test_a_pull_quote_between_rules_parts_no_paragraph_of_its_column() -> None:
    cut = FERRY.index("and the younger")
    paper = Paper().text(FLOOD, width=COLUMN).text(FERRY[: cut - 1], width=COLUMN, gap=6.0)
    paper.rule(LEFT, paper.y, COLUMN, 1.5).down(6.0).text(REPEATED, font=SANS_BOLD, size=DISPLAY, width=COLUMN)
    paper.rule(LEFT, paper.y, COLUMN, 1.5).down(8.0).text(FERRY[cut:], width=COLUMN)
    for k, text in enumerate((SCHOOL, MARKET, REEDS)):
        paper.text(text, left=SECOND, width=COLUMN, at=90.0 if k == 0 else None)
    document = paper.document()
    assert [text for kind, text in elements(document) if kind == "pull quote"] == [REPEATED]
    assert [text for kind, text in elements(document) if kind == "paragraph"] == [FLOOD, FERRY, SCHOOL, MARKET, REEDS]


def test_a_bar_at_its_side_puts_words_on_display() -> None:
    words = "Nobody has seen the swans of the upper lake"
    paper = Paper().text(FLOOD)
    top = paper.y
    paper.text(words, font=ITALIC, size=13.0, left=LEFT + 30.0, width=WIDTH - 60.0)
    paper.ground(LEFT + 18.0, top, 3.0, paper.y - 8.0 - top, "#336699")
    assert quotes(paper.text(FERRY).blocks()) == [("pull quote", words)]


def test_a_quotation_in_the_texts_type_beside_a_bar_is_a_block_quote() -> None:
    paper = Paper().text(FLOOD)
    top = paper.y
    paper.text(SPOKEN, left=LEFT + 12.0, width=WIDTH / 2)
    paper.ground(LEFT, top, 1.5, paper.y - 8.0 - top, "#777777")
    assert quotes(paper.text(FERRY).blocks()) == [("block quote", SPOKEN)]


def test_rows_that_end_at_one_edge_are_one_quote_wherever_they_start() -> None:
    words = ("“Nobody has compared", "it with the figures of", "the airfield, and", "nobody ever will.”")
    paper = Paper().text(MILLS)
    for row in words:
        paper.right(row, LEFT + WIDTH, paper.y, size=DISPLAY, font=SANS_BOLD)
        paper.down(1.2 * DISPLAY)
    assert quotes(paper.down(12.0).text(REEDS).blocks()) == [("pull quote", " ".join(words))]


def test_a_list_item_goes_on_over_the_page_though_a_pull_quote_stands_between() -> None:
    head, rest = "Ferries cross at the narrows from six in the morning until the schools", "have closed for the night."
    left, width = LEFT + 160.0, 300.0
    paper = Paper().text(f"{SCHOOL} {MARKET}", left=left, width=width).text("1.", left=left, gap=0.0)
    paper.text(head, left=left + 14.0, width=width, at=paper.y - 1.2 * SIZE)
    paper.page().text(rest, left=left + 14.0, width=width).text(REEDS, left=left, width=width)
    paper.text(f"“{REPEATED}.”", font=SANS_BOLD, size=DISPLAY, width=130.0, at=90.0)
    assert ("list item", f"{head} {rest}") in elements(paper.document())


def test_a_large_quotation_mark_beside_a_quotation_with_its_own_marks_is_an_ornament() -> None:
    paper = Paper().text(MILLS)
    top = paper.y
    paper.text(f"“{REPEATED}.”", font=SANS_BOLD, size=DISPLAY, left=LEFT + 40.0, width=200.0)
    end = paper.y
    paper.text("“", font=SANS_BOLD, size=44.0, at=top).text(SCHOOL, at=end + 12.0)
    blocks = paper.blocks()
    assert [kind for kind, _ in quotes(blocks)] == ["pull quote"]
    assert [d.reason for d in blocks.discards if d.text.strip()] == ["decoration"]


def test_a_large_quotation_mark_that_a_quotation_has_no_other_for_is_kept() -> None:
    paper = Paper().text(MILLS).text("“", font=SANS_BOLD, size=44.0).text(REPEATED, font=SANS_BOLD, size=DISPLAY)
    assert not [d for d in paper.text(SCHOOL).blocks().discards if d.text.strip()]
