"""Captions and figures on real pages: what is named and numbered, what belongs to a picture, and what only says so."""

from __future__ import annotations

import pytest
from PIL import Image as Picture
from reportlab.lib.utils import ImageReader

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
    SECOND,
    Paper,
    elements,
    outcome,
)


def picture(paper: Paper, left: float, width: float, height: float) -> None:
    """A placed picture, and white below it."""
    image = ImageReader(Picture.new("RGB", (8, 8), (120, 140, 90)))
    paper.canvas.drawImage(image, left, paper.size[1] - paper.y - height, width, height)
    paper.down(height + 10.0)


def kinds(paper: Paper) -> list[tuple[str, str]]:
    """Kind and text of the blocks."""
    return [(kind, text) for kind, text, _ in outcome(paper.blocks())]


@pytest.mark.parametrize(
    "caption",
    [
        "Figure 3. Days on which the bell was rung",
        "Figure 3: Days on which the bell was rung",
        "Fig. 2.1. Days on which the bell was rung",
        "Table A-1 – Days on which the bell was rung",
        "Abbildung 4: Tage, an denen die Glocke schlug",
        "Map II. Where the beacons stand",
    ],
)
@pytest.mark.parametrize("font", [BOLD, ITALIC])
def test_what_names_and_numbers_a_thing_is_a_caption(caption: str, font: str) -> None:
    paper = Paper().text(FLOOD).text(caption, font=font, size=9.0).text(FERRY)
    assert kinds(paper) == [("paragraph", FLOOD), ("caption", caption), ("paragraph", FERRY)]


@pytest.mark.parametrize("start", ["Figure 3 shows that", "Table 2 and the map agree that", "Figures were kept where"])
def test_a_sentence_that_begins_with_the_name_of_a_figure_is_text(start: str) -> None:
    text = f"{start} {FERRY[0].lower()}{FERRY[1:]}"
    assert kinds(Paper().text(FLOOD).text(text).text(MILLS)) == [
        ("paragraph", FLOOD),
        ("paragraph", text),
        ("paragraph", MILLS),
    ]


def test_a_picture_is_a_figure_where_it_stands() -> None:
    paper = Paper().text(FLOOD)
    picture(paper, LEFT, 200.0, 120.0)
    paper.text("Figure 1. The bell and its keeper", size=9.0).text(FERRY)
    assert [kind for kind, _ in kinds(paper)] == ["paragraph", "figure", "caption", "paragraph"]


def test_a_caption_of_several_rows_is_one() -> None:
    caption = f"Figure 7. The narrows at night. {REEDS}"
    assert kinds(Paper().text(FLOOD).text(caption, size=8.5).text(FERRY))[1] == ("caption", caption)


def test_source_and_note_below_a_figure_are_small_and_no_text() -> None:
    paper = Paper().text(FLOOD)
    picture(paper, LEFT, 200.0, 120.0)
    paper.text("Source: The book of the old pilot, page 14.", size=8.0)
    paper.text("Note: Fog counts from noon.", size=8.0).text(FERRY)
    assert [kind for kind, _ in kinds(paper)] == ["paragraph", "figure", "caption", "caption", "paragraph"]


def test_a_note_in_the_size_of_the_text_is_text() -> None:
    note = "Note: whoever rings the bell at night must say so in the book before the first ferry leaves."
    assert kinds(Paper().text(FLOOD).text(note).text(FERRY))[1] == ("paragraph", note)


def test_a_paragraph_goes_on_behind_a_figure_at_the_head_of_the_next_column() -> None:
    cut = MARKET.index("Most of those")
    paper = Paper()
    for text in (FLOOD, FERRY, MARKET[: cut + 17]):
        paper.text(text, width=COLUMN)
    paper.y = 90.0
    picture(paper, SECOND, COLUMN, 100.0)
    paper.text("Figure 1. The bell and its keeper", size=8.5, left=SECOND, width=COLUMN)
    for text in (MARKET[cut + 18 :], MILLS, REEDS):
        paper.text(text, left=SECOND, width=COLUMN)
    found = elements(paper.document())
    assert [text for kind, text in found if kind == "paragraph"] == [FLOOD, FERRY, MARKET, MILLS, REEDS]
    assert [kind for kind, _ in found if kind in ("figure", "caption")] == ["figure", "caption"]
