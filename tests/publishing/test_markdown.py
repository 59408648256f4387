"""The document as Markdown: what each kind of element becomes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.model.document import Copy, Document, Element, ElementKind
from pipeline.model.geometry import Box
from pipeline.model.tables import Cell, Region, Table
from pipeline.model.text import NoteRef
from pipeline.publishing.markdown import list_mark, to_markdown
from pipeline.publishing.plain_text import to_text
from tests.builders import document, element, text

HEADING, ITEM, NOTE, BOX = ElementKind.HEADING, ElementKind.LIST_ITEM, ElementKind.NOTE, ElementKind.BOX
QUOTE, PULL, ENTRY, TITLE = (
    ElementKind.BLOCK_QUOTE,
    ElementKind.PULL_QUOTE,
    ElementKind.CONTENTS_ENTRY,
    ElementKind.TITLE,
)


def table(
    rows: list[list[str]],
    *,
    header_rows: int = 1,
    spans: dict[tuple[int, int], tuple[int, int]] | None = None,
    caption: str | None = None,
) -> Element:
    """A table element; `spans` gives (row span, column span) of cells, the positions they cover are left out."""
    spans = spans or {}
    covered = {
        (r + dr, c + dc) for (r, c), (h, w) in spans.items() for dr in range(h) for dc in range(w) if (dr, dc) != (0, 0)
    }
    place = (Region(1, Box(0, 0, 100, 100)),)
    cells = tuple(
        Cell(r, c, *spans.get((r, c), (1, 1)), text(content), r < header_rows, place)
        for r, row in enumerate(rows)
        for c, content in enumerate(row)
        if (r, c) not in covered
    )
    made = Table(
        len(rows),
        len(rows[0]),
        header_rows,
        cells,
        place,
        "ruled",
        1.0,
        "ruled on all sides",
        caption=text(caption) if caption else None,
    )
    return element("", ElementKind.TABLE, table=made)


def markdown(*elements: Element, pull_quotes: str = "keep") -> str:
    return to_markdown(document(elements), pull_quotes)  # type: ignore[arg-type]


def test_the_title_is_the_one_heading_of_the_first_level() -> None:
    written = markdown(
        element("Rivers and", TITLE),
        element("their towns", TITLE),
        element("By the Water Board"),
        element("Rivers and their towns", TITLE),
        element("Floods", HEADING, level=1),
        element("Spring floods", HEADING, level=2),
    )
    assert written == (
        "# Rivers and their towns\n\nBy the Water Board\n\n**Rivers and their towns**\n\n"
        "## Floods\n\n### Spring floods\n"
    )


def test_a_numbered_heading_keeps_its_number_once() -> None:
    made = document([element("Limits of the data", HEADING, level=2), element("2.2 Costs", HEADING, level=2)])
    sections = (replace(made.sections[0], number="2.1"), replace(made.sections[1], number="2.2"))
    assert to_markdown(replace(made, sections=sections)) == "### 2.1 Limits of the data\n\n### 2.2 Costs\n"


def test_a_contents_list_is_a_nested_list_with_the_printed_pages() -> None:
    assert markdown(element("1. Floods", ENTRY, level=1, label="3"), element("Spring", ENTRY, level=2, label="iv")) == (
        "- 1\\. Floods 3\n  - Spring iv\n"
    )


def test_lists_show_printed_labels_and_nest_by_two_spaces() -> None:
    written = markdown(
        element("Build dams.", ITEM, label="1.", level=0, group=1),
        element("of earth", ITEM, label="(a)", level=1, group=1),
        element("of stone", ITEM, label="(b)", level=1, group=1),
        element("Plant trees.", ITEM, label="2.", level=0, group=1),
        element("Oaks", ITEM, label="•", level=0, group=2),
    )
    assert written == "1. Build dams.\n  (a) of earth\n  (b) of stone\n2. Plant trees.\n\n- Oaks\n"


@pytest.mark.parametrize(
    ("label", "mark"),
    [
        ("•", "-"),
        ("–", "-"),
        (None, "-"),
        ("", "-"),
        ("3.", "3."),
        ("iv)", "iv)"),
        ("(12)", "(12)"),
        ("7", "7."),
        ("Q1:", "- Q1:"),
    ],
)
def test_a_list_label_is_written_as_printed_and_a_bullet_as_a_hyphen(label: str | None, mark: str) -> None:
    assert list_mark(label) == mark


def test_a_note_is_marked_at_its_exact_place_and_given_once_at_the_end() -> None:
    written = markdown(
        element("Rivers rise, as shown. Rivers fall.", note_refs=(NoteRef(22, "1", None),)),
        element("Water Board (2019).", NOTE, label="1"),
        element("Rain follows.", note_refs=(NoteRef(13, "*", None),)),
        element("In spring.", NOTE, label="*"),
    )
    assert written == (
        "Rivers rise, as shown.[^1] Rivers fall.\n\nRain follows.[^*]\n\n"
        "[^1]: Water Board (2019).\n\n[^*]: In spring.\n"
    )


def test_notes_listed_under_a_heading_of_their_own_stay_there() -> None:
    written = markdown(
        element("Rivers rise.", note_refs=(NoteRef(12, "1", None),)), element("Notes", HEADING, level=1),
        element("Water Board.", NOTE, label="1."), element("Address", HEADING, level=1),
    )  # fmt: skip
    assert written.index("## Notes") < written.index("[^1]: Water Board.") < written.index("## Address")


def test_a_foot_note_under_a_heading_that_ends_its_page_is_no_list_of_notes() -> None:
    written = markdown(
        element("Costs", HEADING, level=1),
        element("A foot note.", NOTE, label="1"),
        element("Rivers rise.", note_refs=(NoteRef(12, "1", None),)),
    )
    assert written == "## Costs\n\nRivers rise.[^1]\n\n[^1]: A foot note.\n"


def test_where_numbering_restarts_each_note_has_a_name_of_its_own() -> None:
    made = document(
        [
            element("First.", note_refs=(NoteRef(6, "1", 0),)),
            element("Note of the first.", NOTE, label="1"),
            element("Second.", note_refs=(NoteRef(7, "1", 1),)),
            element("Note of the second.", NOTE, label="1"),
        ]
    )
    elements = [
        replace(e, note_refs=(NoteRef(len(e.text), "1", k),)) if e.note_refs else e
        for e, k in zip(made.elements, (0, 0, 1, 1), strict=True)
    ]
    written = to_markdown(replace(made, elements=tuple(elements)))
    assert "First.[^1]" in written and "Second.[^1-2]" in written
    assert "[^1]: Note of the first." in written and "[^1-2]: Note of the second." in written


def test_a_mark_without_a_note_does_not_point_to_another_note() -> None:
    made = document([element("Rivers rise.", note_refs=(NoteRef(12, "1", None),)), element("A note.", NOTE, label="1")])
    lost = replace(made.elements[0], note_refs=(NoteRef(6, "1", None), NoteRef(12, "9", None)))
    written = to_markdown(replace(made, elements=(lost, made.elements[1])))
    assert "Rivers<sup>1</sup> rise.[^9]" in written


def test_pull_quotes_stand_between_blocks_or_are_left_out() -> None:
    elements = [
        element("Rivers rise in spring, she said."),
        element("Rivers rise in spring", PULL, copy=Copy(0, 0, 21)),
        element("Displayed only", PULL),
        element("They fall in autumn."),
    ]
    assert markdown(*elements) == (
        "Rivers rise in spring, she said.\n\n> Rivers rise in spring\n\n> Displayed only\n\nThey fall in autumn.\n"
    )
    assert markdown(*elements, pull_quotes="drop") == (
        "Rivers rise in spring, she said.\n\n> Displayed only\n\nThey fall in autumn.\n"
    )


def test_a_list_broken_by_a_pull_quote_is_whole_without_it() -> None:
    elements = [
        element("Rivers rise.", ITEM, label="1.", group=1),
        element("Rivers rise", PULL, copy=Copy(0, 0, 11)),
        element("They fall.", ITEM, label="2.", group=1),
    ]
    assert markdown(*elements, pull_quotes="drop") == "1. Rivers rise.\n2. They fall.\n"


def test_quotes_of_several_paragraphs_are_one_and_neighbours_are_two() -> None:
    assert markdown(element("A.", QUOTE, group=4), element("B.", QUOTE, group=4), element("C.", QUOTE)) == (
        "> A.\n>\n> B.\n\n> C.\n"
    )


def test_a_box_is_a_block_quote_with_its_title_in_bold() -> None:
    assert markdown(element("In focus", BOX, level=3, group=1), element("Rivers rise.", BOX, group=1)) == (
        "> **In focus**\n>\n> Rivers rise.\n"
    )


def test_a_plain_table_is_a_pipe_table_with_its_caption_as_a_paragraph() -> None:
    assert markdown(table([["River", "Length | km"], ["Ash", "12"]], caption="Table 1. Rivers")) == (
        "Table 1. Rivers\n\n| River | Length \\| km |\n| --- | --- |\n| Ash | 12 |\n"
    )


def test_a_caption_that_is_an_element_is_not_written_twice() -> None:
    written = markdown(
        element("Table 1. Rivers", ElementKind.CAPTION), table([["a"], ["b"]], caption="Table 1. Rivers")
    )
    assert written.count("Table 1. Rivers") == 1


@pytest.mark.parametrize("spans", [{}, {(0, 0): (1, 2)}])
def test_a_marker_in_a_cell_leads_to_a_note_of_the_document_or_is_raised(
    spans: dict[tuple[int, int], tuple[int, int]],
) -> None:
    made = table([["River", "km"], ["Ash", "1|2"]], spans=spans)
    assert made.table is not None
    *others, ash, length = made.table.cells
    marked = (replace(ash, note_refs=(NoteRef(3, "1", 0),)), replace(length, note_refs=(NoteRef(2, "a", None),)))
    noted = replace(made, table=replace(made.table, cells=(*others, *marked)))
    parts = document([noted, element("A note.", NOTE, label="1")])
    assert "Ash[^1]" in to_markdown(parts)
    assert "|<sup>a</sup>2" in to_markdown(parts)
    assert "Ash[1]\t1|[a]2\n" in to_text(parts)


def test_a_table_without_header_has_an_empty_one_and_spans_need_html() -> None:
    assert markdown(table([["Ash", "12"]], header_rows=0)) == "|  |  |\n| --- | --- |\n| Ash | 12 |\n"
    assert markdown(table([["Rivers", ""], ["Ash", "<12"]], spans={(0, 0): (1, 2)})) == (
        '<table>\n<tr><th colspan="2">Rivers</th></tr>\n<tr><td>Ash</td><td>&lt;12</td></tr>\n</table>\n'
    )


def test_a_document_without_elements_is_empty() -> None:
    assert markdown() == ""


def mixed() -> Document:
    return document(
        [
            element("Rivers", TITLE),
            element("Floods", HEADING, level=1),
            element("Rivers rise. They fall.", note_refs=(NoteRef(12, "1", None),)),
            element("Build dams.", ITEM, label="1.", group=1),
            element("A note.", NOTE, label="1"),
            table([["River", "km"], ["Ash", "12"]], caption="Table 1"),
        ]
    )


def test_plain_text_has_the_same_words_without_markup() -> None:
    assert to_text(mixed()) == (
        "Rivers\n\nFloods\n\nRivers rise.[1] They fall.\n\n1. Build dams.\n\n"
        "Table 1\nRiver\tkm\nAsh\t12\n\n[1] A note.\n"
    )
