"""Lists are grouped, links are tied to their words, and the language is recognised."""

from __future__ import annotations

from dataclasses import replace

from pipeline.assembly import assemble
from pipeline.model.blocks import Block, BlockKind
from pipeline.model.document import TextLink
from pipeline.model.geometry import Box
from pipeline.model.pages import Link
from tests.builders import block, blocks


def item(source: str, label: str, level: int = 0) -> Block:
    return block(source, BlockKind.LIST_ITEM, label=label, level=level)


def test_items_of_one_list_share_a_group_and_a_new_count_begins_a_new_one() -> None:
    document = assemble(
        blocks(
            item("Boat", "1."),
            item("Oars", "2."),
            item("Rope", "1."),
            block("So much for that.", short=99.0),
            item("Bread", "•"),
        )
    )
    assert [e.group for e in document.elements] == [0, 0, 1, None, 2]


def test_a_nested_item_is_deeper_and_a_note_between_ends_no_list() -> None:
    document = assemble(
        blocks(
            item("Boat", "1.", 2),
            item("Oars", "a.", 4),
            block("See.", BlockKind.NOTE, label="1"),
            item("Rope", "2.", 2),
        )
    )
    assert [(e.group, e.level) for e in document.elements if e.group is not None] == [(0, 0), (0, 1), (0, 0)]


def test_a_link_covers_the_words_that_its_box_lies_on_over_both_lines() -> None:
    made = blocks(block("See the gauge\nbook there"))
    boxes = [Box(112.0, 70.0, 140.0, 84.0), Box(70.0, 84.0, 92.5, 96.0)]
    page = replace(made.pages[0], links=tuple(Link(box, "https://example.org/") for box in boxes))
    document = assemble(replace(made, pages=(page,)))
    assert document.elements[0].links == (TextLink(8, 18, "https://example.org/"),)
    assert document.elements[0].text.content[8:18] == "gauge book"


def test_the_language_is_that_of_the_words() -> None:
    french = (
        "La rivière monte chaque année au printemps, et les habitants du village gardent leurs bateaux près du pont."
    )
    assert assemble(blocks(block(french), language="en-US")).language == "fr"


def test_too_few_words_leave_what_the_pdf_declares() -> None:
    assert assemble(blocks(block("Rain"), language="de-AT")).language == "de-AT"
    assert assemble(blocks(block("Rain"))).language is None
