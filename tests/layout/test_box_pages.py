"""Boxes on real pages: what a ground, a frame or a bar sets apart is read whole and apart from the text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.layout.pages import (
    BOLD,
    COLUMN,
    FERRY,
    FLOOD,
    LEFT,
    MARKET,
    MILLS,
    REEDS,
    SANS,
    SANS_BOLD,
    SCHOOL,
    SECOND,
    WIDTH,
    Paper,
    elements,
    outcome,
)

PAD = 10.0
INSET = 34.0  # of a box's text: a rule so far from it is no bar at its side


def grounded(paper: Paper, top: float, height: float) -> None:
    """A coloured ground."""
    paper.ground(LEFT, top, WIDTH, height)


def framed(paper: Paper, top: float, height: float) -> None:
    """A frame of one path."""
    paper.canvas.setLineWidth(0.7)
    paper.canvas.rect(LEFT, paper.size[1] - top - height, WIDTH, height, stroke=1, fill=0)


def ruled(paper: Paper, top: float, height: float) -> None:
    """A frame of four rules."""
    paper.rule(LEFT, top, WIDTH).rule(LEFT, top + height, WIDTH)
    for x in (LEFT, LEFT + WIDTH):
        paper.canvas.line(x, paper.size[1] - top, x, paper.size[1] - top - height)


def boxed(paper: Paper, draw: Callable[[Paper, float, float], None], *texts: str, font: str = SANS) -> Paper:
    """Paragraphs in a box as wide as the text, and white below it."""
    top = paper.y
    draw(paper, top, 20.0 + 56.0 * len(texts))
    paper.down(PAD)
    for text in texts:
        paper.text(text, font=font, size=9.0, left=LEFT + INSET, width=WIDTH - 2 * INSET)
    paper.y = top + 20.0 + 56.0 * len(texts) + 12.0
    return paper


@pytest.mark.parametrize("draw", [grounded, framed, ruled])
def test_what_is_set_apart_is_a_box(draw: Callable[[Paper, float, float], None]) -> None:
    paper = boxed(Paper().text(FLOOD), draw, REEDS).text(FERRY)
    assert [(kind, text) for kind, text, _ in outcome(paper.blocks())] == [
        ("paragraph", FLOOD),
        ("box", REEDS),
        ("paragraph", FERRY),
    ]


def test_paragraphs_of_a_box_stay_apart() -> None:
    paper = boxed(Paper().text(FLOOD), grounded, REEDS, SCHOOL).text(FERRY)
    assert [text for kind, text, _ in outcome(paper.blocks()) if kind == "box"] == [REEDS, SCHOOL]


def test_a_paragraph_goes_on_behind_a_box() -> None:
    cut = FERRY.index("so that fog")
    rows = FERRY[:cut].rstrip()
    paper = Paper().text(FLOOD).text(rows)
    paper = boxed(paper, framed, REEDS).text(FERRY[cut:]).text(MILLS)
    assert [text for kind, text in elements(paper.document()) if kind == "paragraph"] == [FLOOD, FERRY, MILLS]


def test_a_box_over_both_columns_comes_between_what_stands_above_and_below_it() -> None:
    paper = Paper().text(FLOOD, width=COLUMN).text(FERRY, width=COLUMN)
    foot = paper.y
    paper.text(MILLS, left=SECOND, width=COLUMN, at=90.0).text(SCHOOL, left=SECOND, width=COLUMN)
    paper.y = max(foot, paper.y) + 6.0
    boxed(paper, grounded, REEDS)
    top = paper.y
    paper.text(MARKET, width=COLUMN).text(FLOOD, left=SECOND, width=COLUMN, at=top)
    assert [text for _, text, _ in outcome(paper.blocks())] == [FLOOD, FERRY, MILLS, SCHOOL, REEDS, MARKET, FLOOD]


def test_a_list_in_a_box_is_a_list() -> None:
    paper = Paper().text(FLOOD)
    top = paper.y
    paper.ground(LEFT, top, WIDTH, 70.0).down(PAD)
    for text in ("Keep the sluices tight.", "Pay crews by the day.", "Light the beacons early."):
        paper.text("•", left=LEFT + PAD, gap=0.0, at=paper.y).text(
            text, left=LEFT + 2 * PAD, at=paper.y - 12.0, gap=2.0
        )
    paper.text(FERRY, at=top + 84.0)
    assert [(kind, text) for kind, text, _ in outcome(paper.blocks())][1:4] == [
        ("list item", "Keep the sluices tight."),
        ("list item", "Pay crews by the day."),
        ("list item", "Light the beacons early."),
    ]


def test_a_heading_on_a_strip_of_colour_heads_the_text_below_it() -> None:
    paper = Paper()
    for title, text in (("Ferries", FERRY), ("Mills", MILLS)):
        paper.ground(LEFT, paper.y - 4.0, WIDTH, 24.0, "#cfe0d0")
        paper.text(title, font=SANS_BOLD, size=13.0, left=LEFT + 6.0, gap=10.0).text(text)
    assert outcome(paper.blocks()) == [
        ("heading", "Ferries", 1),
        ("paragraph", FERRY, None),
        ("heading", "Mills", 1),
        ("paragraph", MILLS, None),
    ]


def test_a_ground_as_large_as_the_page_sets_nothing_apart() -> None:
    paper = Paper().ground(0.0, 0.0, 612.0, 792.0).text("Ferries", font=BOLD, size=16.0).text(FERRY).text(MILLS)
    assert [kind for kind, _, _ in outcome(paper.blocks())][1:] == ["paragraph", "paragraph"]


def test_a_rule_between_columns_marks_neither() -> None:
    paper = Paper()
    for text in (FLOOD, FERRY):
        paper.text(text, width=COLUMN)
    foot = paper.y
    paper.canvas.line(306.0, paper.size[1] - 90.0, 306.0, paper.size[1] - foot)
    paper.text(MILLS, left=SECOND, width=COLUMN, at=90.0).text(SCHOOL, left=SECOND, width=COLUMN)
    assert [(kind, text) for kind, text, _ in outcome(paper.blocks())] == [
        ("paragraph", text) for text in (FLOOD, FERRY, MILLS, SCHOOL)
    ]
