"""Headings in a wide margin: read where the text beside them starts."""

from __future__ import annotations

from tests.layout.pages import FERRY, FLOOD, MARKET, MILLS, REEDS, SANS_BOLD, Paper, outcome, paragraphs

LEFT, WIDTH, MARGIN = 216.0, 324.0, 72.0


def beside(paper: Paper, *names: str) -> Paper:
    """Rows in the margin, the first level with what is set next."""
    for k, name in enumerate(names):
        paper.margin(name, MARGIN, 11.0 * k, font=SANS_BOLD, size=9.0)
    return paper


def test_a_side_head_is_read_before_the_text_that_starts_beside_it() -> None:
    paper = Paper().text(FLOOD, left=LEFT, width=WIDTH)
    beside(paper, "Ferries and", "their crews").text(FERRY, left=LEFT, width=WIDTH).text(REEDS, left=LEFT, width=WIDTH)
    beside(paper, "Mills").text(MILLS, left=LEFT, width=WIDTH)
    assert outcome(paper.blocks()) == [
        *paragraphs(FLOOD),
        ("heading", "Ferries and their crews", 1),
        *paragraphs(FERRY, REEDS),
        ("heading", "Mills", 1),
        *paragraphs(MILLS),
    ]


def test_a_heading_that_begins_in_the_margin_stands_above_the_text_below_it() -> None:
    paper = Paper()
    for chapter, name, text in (("1 Boats", "1.1 Ferries", FERRY), ("2 Land", "2.1 Mills", MILLS)):
        paper.text(FLOOD, left=LEFT, width=WIDTH).heading(chapter, left=MARGIN, font=SANS_BOLD)
        paper.text(MARKET, left=LEFT, width=WIDTH)
        beside(paper, name).text(text, left=LEFT, width=WIDTH)
    names = [(text, level) for kind, text, level in outcome(paper.blocks()) if kind == "heading"]
    assert names == [("1 Boats", 1), ("1.1 Ferries", 2), ("2 Land", 1), ("2.1 Mills", 2)]


def test_a_remark_in_the_margin_does_not_cut_the_paragraph_beside_it() -> None:
    paper = Paper().text(FLOOD, left=LEFT, width=WIDTH)
    paper.margin("See the map of the narrows", MARGIN, 24.0, size=7.0)
    paper.text(FERRY, left=LEFT, width=WIDTH).text(MILLS, left=LEFT, width=WIDTH)
    found = outcome(paper.blocks())
    assert [x for x in found if x[1] in (FLOOD, FERRY, MILLS)] == paragraphs(FLOOD, FERRY, MILLS)
    assert not [x for x in found if x[0] == "heading"]
