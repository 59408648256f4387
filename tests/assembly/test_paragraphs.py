"""A paragraph is one element, wherever columns, pages and floats part it."""

from __future__ import annotations

from array import array
from dataclasses import replace

from pipeline.assembly import assemble
from pipeline.model.blocks import Block, BlockKind
from pipeline.model.document import ElementKind
from pipeline.model.lines import Line
from tests.builders import BODY, block, blocks


def texts(*parts: Block, kind: ElementKind = ElementKind.PARAGRAPH) -> list[str]:
    """The contents of the assembled elements of one kind, in order."""
    return [e.text.content for e in assemble(blocks(*parts)).elements if e.kind is kind]


def test_a_sentence_goes_on_on_the_next_page() -> None:
    assert texts(block("The river rose", page=1), block("in the night.", page=2)) == ["The river rose in the night."]


def test_a_word_broken_between_pages_is_whole_again() -> None:
    assert texts(block("The imple-", page=1), block("mentation began. Its implementation ended.", page=2)) == [
        "The implementation began. Its implementation ended."
    ]


def test_a_sentence_goes_on_past_a_note_a_display_quote_and_a_figure() -> None:
    assert texts(
        block("The river rose", page=1),
        block("See the annual record.", BlockKind.NOTE, label="1", page=1),
        block("A loud word", BlockKind.PULL_QUOTE, page=2),
        block("in the night.", page=2),
    ) == ["The river rose in the night."]


def test_a_sentence_goes_on_past_text_turned_in_the_margin() -> None:
    assert texts(
        block("It was seen by the Harbour", page=1),
        block("Draft of May, the harbour", page=1, flow="margin"),
        block("Office, which kept a book.", page=2),
    ) == ["It was seen by the Harbour Office, which kept a book.", "Draft of May, the harbour"]


def test_a_full_last_line_goes_on_past_a_box_that_stands_beside_the_text() -> None:
    assert texts(
        block("The river rose.", page=1, short=4.0),
        block("A weir is a low dam.", BlockKind.BOX, flow="box", page=2),
        block("Nobody slept.", page=2),
    ) == ["The river rose. Nobody slept."]


def test_a_sentence_goes_on_in_the_next_column() -> None:
    assert texts(block("The river rose", column=0), block("in the night.", column=1)) == [
        "The river rose in the night."
    ]


def test_a_full_last_line_goes_on_although_a_sentence_ends_with_it() -> None:
    assert texts(block("The river rose.", page=1, short=4.0), block("Nobody slept.", page=2)) == [
        "The river rose. Nobody slept."
    ]


def test_a_last_line_with_room_for_the_next_word_ends_the_paragraph() -> None:
    assert texts(block("The river rose.", page=1, short=120.0), block("Nobody slept.", page=2)) == [
        "The river rose.",
        "Nobody slept.",
    ]


def test_an_indent_that_layout_saw_begins_a_paragraph_even_after_a_full_line() -> None:
    assert texts(block("The river rose.", page=1), block("Nobody slept.", page=2, new_paragraph=True)) == [
        "The river rose.",
        "Nobody slept.",
    ]


def test_a_heading_ends_what_stands_before_it() -> None:
    assert texts(
        block("The river rose", page=1),
        block("Rain", BlockKind.HEADING, level=1, page=2),
        block("in the night.", page=2),
    ) == ["The river rose", "in the night."]


def test_paragraphs_one_below_the_other_stay_apart() -> None:
    assert texts(block("The river rose"), block("in the night.", top=120.0, new_paragraph=True)) == [
        "The river rose",
        "in the night.",
    ]


def test_small_print_under_a_table_does_not_take_the_sentence_that_goes_on_after_it() -> None:
    small = replace(BODY, size=8.0)
    assert texts(
        block("The river rose", page=1),
        block("Source: gauge at the mill.", style=small, page=1),
        block("in the night.", page=2),
    ) == ["The river rose in the night.", "Source: gauge at the mill."]


def test_a_list_item_goes_on_on_the_next_page() -> None:
    assert texts(
        block("Bring a boat", BlockKind.LIST_ITEM, label="•", page=1),
        block("and two oars.", BlockKind.LIST_ITEM, page=2),
        block("Bring bread.", BlockKind.LIST_ITEM, label="•", page=2),
        kind=ElementKind.LIST_ITEM,
    ) == ["Bring a boat and two oars.", "Bring bread."]


def test_a_block_quote_goes_on_on_the_next_page() -> None:
    assert texts(
        block("“We never thought", BlockKind.BLOCK_QUOTE, page=1),
        block("of leaving.”", BlockKind.BLOCK_QUOTE, page=2),
        kind=ElementKind.BLOCK_QUOTE,
    ) == ["“We never thought of leaving.”"]


def test_a_boxed_text_and_the_running_text_around_it_do_not_mix() -> None:
    assert texts(
        block("The river rose", page=1),
        block("How to read a gauge", BlockKind.BOX, flow="box", page=1),
        block("in the night.", page=2),
    ) == ["The river rose in the night."]


def test_lines_of_one_heading_are_one_heading() -> None:
    assert texts(
        block("What the river", BlockKind.HEADING, level=1, top=72.0),
        block("left behind", BlockKind.HEADING, level=1, top=84.0),
        block("And then", BlockKind.HEADING, level=1, top=120.0),
        kind=ElementKind.HEADING,
    ) == ["What the river left behind", "And then"]


def test_lines_that_were_ended_on_purpose_are_elements_of_their_own() -> None:
    assert texts(block("1 Mill Lane, Riverside\nRiverside 12345\nphone 1", short=300.0)) == [
        "1 Mill Lane, Riverside",
        "Riverside 12345",
        "phone 1",
    ]


def test_prose_beside_a_picture_is_no_address() -> None:
    assert texts(
        block("It rained for days and\nthe river rose above the\nmarks on the wall. Then\nit fell.", short=300.0)
    ) == ["It rained for days and the river rose above the marks on the wall. Then it fell."]


def test_a_heading_goes_on_on_the_next_page_in_its_own_style() -> None:
    large = replace(BODY, size=14.0, bold=True)
    parts = (
        block("What the river", BlockKind.HEADING, level=1, page=1, style=large),
        block("left behind", BlockKind.PULL_QUOTE, page=2, style=large),
        block("Mud, mostly.", page=2, top=100.0),
    )
    assert texts(*parts, kind=ElementKind.HEADING) == ["What the river left behind"]


def test_a_heading_goes_on_in_the_next_column_in_its_own_style() -> None:
    large = replace(BODY, size=14.0, bold=True)
    parts = (
        block("What the river", BlockKind.HEADING, level=1, style=large, column=0, top=700.0),
        block("left behind", BlockKind.PULL_QUOTE, style=large, column=1),
        block("Mud, mostly.", column=1, top=100.0),
    )
    assert texts(*parts, kind=ElementKind.HEADING) == ["What the river left behind"]


def test_an_inset_quotations_indented_first_line_is_part_of_it() -> None:
    first = block("“We never thought of leaving", BlockKind.BLOCK_QUOTE, short=100.0)
    indented = replace(first, lines=tuple(moved(x, 10.0) for x in first.lines))
    rest = block("this place, not for one day in", BlockKind.BLOCK_QUOTE, top=84.0, new_paragraph=True)
    assert texts(indented, rest, kind=ElementKind.BLOCK_QUOTE) == [
        "“We never thought of leaving this place, not for one day in"
    ]


def moved(drawn: Line, by: float) -> Line:
    shifted = (array("f", (x + by for x in edges)) for edges in (drawn.x0, drawn.x1))
    return replace(drawn, x0=next(shifted), x1=next(shifted))


def test_an_indented_first_line_at_the_top_of_a_page_begins_a_paragraph() -> None:
    assert texts(block("The river rose.", page=1), block("Nobody slept.\nAll night.", page=2, indent=10.0)) == [
        "The river rose.",
        "Nobody slept. All night.",
    ]
