"""Markers leave the text and point to their notes."""

from __future__ import annotations

from pipeline.assembly import assemble
from pipeline.model.blocks import Block, BlockKind
from pipeline.model.document import Document, Element, ElementKind
from tests.builders import block, blocks


def note(source: str, label: str | None, page: int = 1) -> Block:
    return block(source, BlockKind.NOTE, label=label, page=page, flow="foot", top=700.0)


def first(document: Document) -> Element:
    return document.elements[0]


def refs(document: Document) -> list[tuple[int, str, int | None]]:
    return [(r.at, r.label, r.note) for e in document.elements for r in e.note_refs]


def test_a_raised_figure_is_taken_out_and_its_place_is_kept() -> None:
    document = assemble(blocks(block("It rained,^1^ and how."), note("Gauge book.", "1")))
    assert first(document).text.content == "It rained, and how."
    assert refs(document) == [(10, "1", 0)]
    assert document.notes[0].text.content == "Gauge book."


def test_evidence_still_shows_the_marker_as_drawn() -> None:
    document = assemble(blocks(block("It rained,^1^ and how."), note("Gauge book.", "1")))
    assert document.evidence(first(document).text)[0].exact == "It rained,1 and how."


def test_two_markers_at_one_place_are_two_references() -> None:
    document = assemble(blocks(block("It rained.^1,2^"), note("Gauge.", "1"), note("Diary.", "2")))
    assert first(document).text.content == "It rained."
    assert refs(document) == [(10, "1", 0), (10, "2", 1)]


def test_numbers_that_start_again_on_each_page_mean_the_note_on_their_page() -> None:
    document = assemble(
        blocks(
            block("Rain.^1^", page=1), note("Gauge.", "1", 1), block("More rain.^1^", page=2), note("Diary.", "1", 2)
        )
    )
    assert [r[2] for r in refs(document)] == [0, 1]


def test_numbers_that_start_again_in_each_chapter_mean_the_next_list_of_notes() -> None:
    document = assemble(
        blocks(
            block("Rain.^1^", page=1), note("Gauge.", "1", 3), block("More rain.^1^", page=4), note("Diary.", "1", 6)
        )
    )
    assert [r[2] for r in refs(document)] == [0, 1]


def test_symbols_are_markers_where_their_page_has_such_a_note() -> None:
    document = assemble(
        blocks(block("Ann Field* and Bo Hill† spoke.", page=1), note("Director.", "*"), note("Clerk.", "†"))
    )
    assert first(document).text.content == "Ann Field and Bo Hill spoke."
    assert [r[1:] for r in refs(document)] == [("*", 0), ("†", 1)]


def test_bracketed_numbers_are_markers_where_notes_are_labelled_so() -> None:
    document = assemble(blocks(block("It rained [1] and [2020] more.", page=1), note("Gauge.", "[1]")))
    assert first(document).text.content == "It rained and [2020] more."
    assert refs(document) == [(9, "1", 0)]


def test_a_power_is_no_marker() -> None:
    document = assemble(blocks(block("R^2^ was 0.4 over 12 km^2^ of the 1^st^ field.^1^"), note("Gauge.", "1")))
    assert first(document).text.content == "R2 was 0.4 over 12 km2 of the 1st field."
    assert [r[1] for r in refs(document)] == ["1"]


def test_a_marker_without_a_note_stays_visible() -> None:
    document = assemble(blocks(block("It rained.^7^"), note("Gauge.", "1")))
    assert refs(document) == [(10, "7", None)]


def test_a_note_goes_on_at_the_foot_of_the_next_page() -> None:
    document = assemble(
        blocks(
            block("Rain.^1^", page=1),
            note("The gauge was", "1", 1),
            block("Sun.", page=2),
            note("read at noon.", None, 2),
        )
    )
    assert [n.text.content for n in document.notes] == ["The gauge was read at noon."]


def test_a_note_belongs_to_the_section_of_its_marker() -> None:
    document = assemble(
        blocks(
            block("Rain", BlockKind.HEADING, level=1),
            block("It rained.^1^", top=100.0),
            block("Notes", BlockKind.HEADING, level=1, page=2),
            block("Gauge book.", BlockKind.NOTE, label="1", page=2, top=100.0),
        )
    )
    assert document.notes[0].section == 0
    assert [e.section for e in document.elements if e.kind is ElementKind.NOTE] == [1]


def test_a_power_on_a_page_whose_notes_have_their_markers_stays_a_power() -> None:
    document = assemble(
        blocks(block("It rained^1^ and snowed.^2^ R^2^ was 0.4."), note("Gauge.", "1"), note("Diary.", "2"))
    )
    assert first(document).text.content == "It rained and snowed. R2 was 0.4."


def test_small_print_with_a_name_of_its_own_is_no_part_of_the_note_above() -> None:
    document = assemble(blocks(block("Rain.^1^"), note("Gauge.", "1"), note("Note: rounded.", None)))
    assert [n.text.content for n in document.notes] == ["Gauge."]
    assert document.elements[-1].kind is ElementKind.PARAGRAPH


def test_paragraphs_that_begin_with_the_numbers_of_the_marks_are_the_notes() -> None:
    document = assemble(
        blocks(
            block("It rained^1^ and snowed.^2^", short=200.0),
            block("1. Bring a boat.", short=200.0, new_paragraph=True),
            block("^1^ Gauge book.", page=2, short=200.0),
            block("2 Diary of the mill.", page=2, short=200.0, new_paragraph=True),
        )
    )
    assert [(n.label, n.text.content) for n in document.notes] == [("1", "Gauge book."), ("2", "Diary of the mill.")]
    assert refs(document) == [(9, "1", 0), (21, "2", 1)]


def test_a_number_on_a_line_of_its_own_is_its_notes_label() -> None:
    document = assemble(
        blocks(
            block("It rained.^1^", short=200.0), block("1", page=2), block("Gauge book.", page=2, new_paragraph=True)
        )
    )
    assert [(n.label, n.text.content) for n in document.notes] == [("1", "Gauge book.")]


def test_a_numbered_list_after_the_marks_is_no_list_of_notes() -> None:
    document = assemble(
        blocks(block("It rained.^1^", short=200.0), block("Bring a boat.", BlockKind.LIST_ITEM, label="1.", page=2))
    )
    assert not document.notes


def test_superior_figures_of_the_font_ask_for_notes_too() -> None:
    document = assemble(blocks(block("It rained.^³^", short=200.0), block("³ Gauge book.", page=2)))
    assert first(document).text.content == "It rained."
    assert refs(document) == [(10, "3", None)]


def test_a_page_full_of_bracketed_references_is_a_list() -> None:
    document = assemble(
        blocks(
            block("As Field [1] says.", short=200.0),
            block("Field, A. (2001). Rain.", BlockKind.NOTE, label="[1]", page=2, flow="foot"),
            block("Hill, B. (2002). Snow.", BlockKind.NOTE, label="[2]", page=2, flow="foot"),
        )
    )
    assert not document.notes
    assert [e.label for e in document.elements if e.kind is ElementKind.LIST_ITEM] == ["[1]", "[2]"]
    assert first(document).text.content == "As Field [1] says."


def test_hanging_paragraphs_numbered_in_brackets_are_a_list_of_references() -> None:
    texts = ["Field, A. (2001). Rain\nin valleys.", "Hill, B. (2002). Snow\non roofs.", "Lake, C. (2003). Ice."]
    entries = [block(f"[{n}] {text}", indent=-15.0, short=50.0) for n, text in enumerate(texts, start=7)]
    document = assemble(blocks(*entries))
    assert [(e.kind, e.label) for e in document.elements] == [(ElementKind.LIST_ITEM, f"[{n}]") for n in (7, 8, 9)]
    assert document.elements[0].text.content == "Field, A. (2001). Rain in valleys."


def test_long_paragraphs_numbered_in_brackets_that_do_not_hang_are_a_judgments() -> None:
    said = "The court heard\nthe ferrymen twice\nand the miller once."
    document = assemble(blocks(*(block(f"[{n}] {said}", short=50.0) for n in (7, 8, 9))))
    assert {e.kind for e in document.elements} == {ElementKind.PARAGRAPH}
