"""Lists on real pages: by their labels, drawn or written, however they are indented, over pages and inside boxes."""

from __future__ import annotations

import pytest
from reportlab.lib.utils import simpleSplit

from pipeline.model.blocks import BlockKind, Blocks
from tests.layout.pages import FERRY, FLOOD, LEFT, MILLS, ROMAN, SANS, SIZE, WIDTH, Paper, elements

SHORT = ("Keep the sluices tight.", "Pay crews by the day.", "Light the beacons early.")
LONG = (
    "Publish what the gauges say every hour, also in winter, and tell the families at the mill before anybody else",
    "Let the pilots decide about fog, since they are the ones who have to find the other shore without seeing it",
    "Ask the growers what the road has cost them, and put the answer where the drainage board cannot overlook it",
)


def items(blocks: Blocks) -> list[tuple[str | None, str, int | None]]:
    """Label, text and depth of the list items."""
    return [
        (b.label, " ".join(row.text for row in b.lines), b.level)
        for b in blocks.blocks
        if b.kind is BlockKind.LIST_ITEM
    ]


def item(paper: Paper, label: str, text: str, *, left: float = LEFT, hang: float = 16.0, gap: float = 0.0) -> None:
    """An item with a hanging label."""
    top = paper.y
    if label:
        paper.text(label, left=left, gap=0.0)
    paper.text(text, left=left + hang, width=WIDTH - (left - LEFT) - hang, at=top, gap=gap)


@pytest.mark.parametrize(
    "labels",
    [
        ("•", "•", "•"),
        ("–", "–", "–"),
        ("1.", "2.", "3."),
        ("(1)", "(2)", "(3)"),
        ("a)", "b)", "c)"),
        ("(a)", "(b)", "(c)"),
        ("i.", "ii.", "iii."),
        ("9.", "10.", "11."),
    ],
)
@pytest.mark.parametrize("texts", [SHORT, LONG])
def test_items_are_known_by_their_labels(labels: tuple[str, ...], texts: tuple[str, ...]) -> None:
    paper = Paper().text(FLOOD)
    for label, text in zip(labels, texts, strict=True):
        item(paper, label, text, left=LEFT + 18.0)
    blocks = paper.down(8.0).text(FERRY).blocks()
    assert items(blocks) == [(label, text, 0) for label, text in zip(labels, texts, strict=True)]
    assert [b.kind.value for b in blocks.blocks] == ["paragraph", *["list item"] * 3, "paragraph"]


def test_bullets_drawn_as_shapes_make_items() -> None:
    paper = Paper().text(FLOOD)
    for text in LONG:
        paper.dot(LEFT + 22.0, paper.y + 6.0)
        item(paper, "", text, left=LEFT + 18.0)
    assert items(paper.down(8.0).text(FERRY).blocks()) == [("•", text, 0) for text in LONG]


def test_nested_lists_have_depths() -> None:
    paper = Paper().text(FLOOD)
    for label, text, depth in (("1.", "Sluices", 0), ("a)", LONG[0], 1), ("b)", SHORT[0], 1), ("2.", LONG[1], 0)):
        item(paper, label, text, left=LEFT + 18.0 * depth)
    found = items(paper.down(8.0).text(FERRY).blocks())
    assert found == [("1.", "Sluices", 0), ("a)", LONG[0], 1), ("b)", SHORT[0], 1), ("2.", LONG[1], 0)]


def test_items_with_white_between_them_are_items_too() -> None:
    paper = Paper().text(FLOOD)
    for text in LONG:
        item(paper, "•", text, gap=6.0)
    assert items(paper.text(FERRY).blocks()) == [("•", text, 0) for text in LONG]


def test_an_item_whose_rows_return_to_the_margin_ends_where_the_next_begins() -> None:
    paper = Paper().text(FLOOD)
    for label, text in zip(("1.", "2.", "3."), LONG, strict=True):
        paper.text(f"{label} {text}.", gap=0.0)
    assert items(paper.down(8.0).text(FERRY).blocks()) == [
        (label, f"{text}.", 0) for label, text in zip(("1.", "2.", "3."), LONG, strict=True)
    ]


def test_a_list_and_an_item_of_it_go_on_over_the_page() -> None:
    paper = Paper().text(FLOOD).text(MILLS)
    item(paper, "1.", SHORT[0])
    top = paper.y
    paper.text("2.", gap=0.0).text(
        "Let the pilots decide about fog, since they are the ones who have to find the",
        left=LEFT + 16.0,
        at=top,
        width=WIDTH,
    )
    paper.page().text("other shore without seeing it.", left=LEFT + 16.0, gap=0.0)
    item(paper, "3.", SHORT[2])
    whole = (
        "Let the pilots decide about fog, since they are the ones who have to find the other shore without seeing it."
    )
    assert elements(paper.down(8.0).text(FERRY).document())[2:] == [
        ("list item", SHORT[0]),
        ("list item", whole),
        ("list item", SHORT[2]),
        ("paragraph", FERRY),
    ]


def test_a_row_of_prose_that_begins_with_a_number_starts_no_item() -> None:
    counted = (
        "The board counted the cellars of the valley twice in that year and found that no more than 14. It was a pity."
    )
    assert items(Paper().text(f"{FLOOD} {counted}").text(FERRY).blocks()) == []


def test_a_dash_at_the_start_of_a_row_of_prose_starts_no_item() -> None:
    text = (
        "Nobody has compared it with the figures of the airfield, which were written in a hurry by boys long ago, in "
        "winters, – at least – the teacher says, and the children were right about the storm of the white roofs since "
        "the beacons were set up."
    )
    rows = simpleSplit(text, ROMAN, SIZE, WIDTH)
    assert rows[1].startswith("– ")
    assert items(Paper().text(FLOOD).text(text).text(FERRY).blocks()) == []


def test_a_speech_that_begins_with_an_initial_is_no_item() -> None:
    paper = (
        Paper()
        .text(FLOOD)
        .text("A. Sorley and B. Hunt kept the book of the bell after the old pilot had left. " + FERRY)
    )
    assert items(paper.text(MILLS, size=SIZE).blocks()) == []


def test_a_roman_numeral_before_a_heading_makes_no_item_of_a_speech_behind_it() -> None:
    paper = Paper().text(FLOOD).heading("I. The Ferries").text("J. Sorley and B. Hunt kept the book. " + FERRY)
    assert items(paper.text(MILLS).blocks()) == []


def test_a_letter_counts_items_where_its_neighbour_in_the_alphabet_does() -> None:
    paper = Paper().text(FLOOD)
    for text in ("A. Baker and miller share one oven.", "B. Hunters leave before the frost.", "C. Ferries stay."):
        paper.text(text)
    assert [label for label, _, _ in items(paper.text(MILLS).blocks())] == ["A.", "B.", "C."]


def test_ordinals_with_a_degree_sign_are_labels() -> None:
    paper = Paper().text(FLOOD)
    for label, text in zip(("1°", "2°", "3°"), LONG, strict=True):
        item(paper, label, text)
    assert [label for label, _, _ in items(paper.down(8.0).text(FERRY).blocks())] == ["1°", "2°", "3°"]


def test_a_sign_in_a_font_of_its_own_is_a_bullet() -> None:
    paper = Paper().text(FLOOD)
    for text in LONG:
        top = paper.y
        paper.text("!", font="Courier", gap=0.0).text(text, left=LEFT + 16.0, width=WIDTH - 16.0, at=top, gap=4.0)
    assert [text for _, text, _ in items(paper.text(FERRY).blocks())] == list(LONG)


def test_a_dash_in_another_font_right_before_the_first_word_is_a_bullet() -> None:
    paper = Paper().text(FLOOD)
    for text in SHORT:
        paper.spans(("–", SANS, SIZE, 0.0), (text, ROMAN, SIZE, 0.0), left=LEFT + 12.0, gap=2.0)
    assert [text for _, text, _ in items(paper.down(8.0).text(FERRY).blocks())] == list(SHORT)


def test_an_ornament_before_a_caption_is_no_bullet() -> None:
    paper = Paper().text(FLOOD).spans(("*", "Courier", SIZE, 0.0), (" Figure 5.1 Ferries by season", ROMAN, SIZE, 0.0))
    found = [(b.kind.value, b.lines[0].text) for b in paper.text(FERRY).blocks().blocks]
    assert found[1] == ("caption", "Figure 5.1 Ferries by season")


def test_the_next_number_in_brackets_begins_an_entry_even_behind_a_full_line() -> None:
    entries = (
        "[40] Ferries and their pilots, as a book tells them that lies in the chapel by the narrows, page 3 to page 14."
    )
    paper = Paper().rows(entries, "[41] Mills, of which three still turn.", "[42] Reeds.")
    assert [b.lines[0].text[:4] for b in paper.blocks().blocks] == ["[40]", "[41]", "[42]"]
