"""Headings make a tree; title, imprint and contents list are no sections."""

from __future__ import annotations

import pytest

from pipeline.assembly import assemble
from pipeline.model.blocks import Block, BlockKind
from pipeline.model.document import Document, ElementKind, Zone
from tests.builders import block, blocks


def heading(source: str, level: int = 1, page: int = 1) -> Block:
    return block(source, BlockKind.HEADING, level=level, page=page, short=200.0)


def entry(source: str, label: str, level: int = 1) -> Block:
    return block(source, BlockKind.CONTENTS_ENTRY, label=label, level=level, page=2)


def tree(document: Document) -> list[tuple[str, str | None, int, int | None]]:
    return [(s.title.content, s.number, s.level, s.parent) for s in document.sections]


def test_levels_are_counted_from_the_outermost_heading_of_the_body() -> None:
    document = assemble(blocks(heading("Rain", 2), heading("Gauges", 4), heading("Sun", 2)))
    assert tree(document) == [("Rain", None, 1, None), ("Gauges", None, 2, 0), ("Sun", None, 1, None)]


@pytest.mark.parametrize(
    ("printed", "number", "title"),
    [
        ("2.1 Gauges", "2.1", "Gauges"),
        ("2.1. Gauges", "2.1.", "Gauges"),
        ("IV. Gauges", "IV.", "Gauges"),
        ("B. Gauges", "B.", "Gauges"),
        ("3 Gauges", "3", "Gauges"),
        ("Theme 3: Gauges", None, "Theme 3: Gauges"),
        ("Appendix A Gauges", None, "Appendix A Gauges"),
        ("2018 in numbers", None, "2018 in numbers"),
    ],
)
def test_a_bare_enumerator_is_the_number_and_a_label_is_title(printed: str, number: str | None, title: str) -> None:
    document = assemble(blocks(heading("2. Rain"), heading(printed, 2)))
    assert (document.sections[1].number, document.sections[1].title.content) == (number, title)


def test_a_number_that_counts_nothing_is_title() -> None:
    assert tree(assemble(blocks(heading("10 years later"), heading("Rain"))))[0][0] == "10 years later"


def test_the_title_printed_again_inside_is_no_section() -> None:
    document = assemble(
        blocks(
            block("The River Book", BlockKind.TITLE),
            heading("THE RIVER BOOK", page=2),
            heading("Rain", page=3),
        )
    )
    assert document.title.content == "The River Book"
    assert tree(document) == [("Rain", None, 1, None)]
    assert document.elements[1].kind is ElementKind.TITLE


def test_title_lines_of_the_cover_are_joined() -> None:
    document = assemble(
        blocks(block("The River Book:", BlockKind.TITLE), block("Ten Years", BlockKind.TITLE), heading("Rain", page=2))
    )
    assert document.title.content == "The River Book: Ten Years"


def test_headings_of_the_imprint_and_of_the_contents_list_are_no_sections() -> None:
    document = assemble(
        blocks(
            heading("The Water Board"),
            block("© 2020 Water Board. ISBN 1-23"),
            heading("Contents", page=2),
            entry("Rain", "3"),
            heading("Rain", page=3),
            block("It rained.", page=3),
        )
    )
    assert tree(document) == [("Rain", None, 1, None)]
    assert [e.zone for e in document.elements] == [
        Zone.FRONT,
        Zone.FRONT,
        Zone.CONTENTS,
        Zone.CONTENTS,
        Zone.BODY,
        Zone.BODY,
    ]


def test_an_address_after_the_last_text_is_the_back_cover() -> None:
    document = assemble(
        blocks(
            heading("Rain"),
            block(
                "It rained for days on end, and the river rose above the marks that the mill keeps on its wall. " * 3,
                short=99.0,
            ),
            block("1 Mill Lane, phone (123) 456-7890", page=2),
        )
    )
    assert [e.zone for e in document.elements] == [Zone.BODY, Zone.BODY, Zone.BACK]


def test_contents_entries_name_their_sections_whatever_the_case() -> None:
    document = assemble(
        blocks(
            heading("Contents", page=2),
            entry("1 Rain", "3"),
            entry("1.1 Gauges", "4", 2),
            entry("2 Snow", "9"),
            heading("1 RAIN", page=3),
            heading("1.1 GAUGES", 2, page=3),
        )
    )
    assert [(c.title.content, c.level, c.section) for c in document.contents] == [
        ("Rain", 1, 0),
        ("Gauges", 2, 1),
        ("Snow", 1, None),
    ]
    assert [c.page.content for c in document.contents if c.page] == ["3", "4", "9"]


def test_entries_of_one_title_name_its_sections_in_order() -> None:
    document = assemble(
        blocks(
            entry("Rain", "3"),
            entry("Results", "4"),
            entry("Snow", "5"),
            entry("Results", "6"),
            heading("Rain", page=3),
            heading("Results", 2, page=3),
            heading("Snow", page=4),
            heading("Results", 2, page=4),
        )
    )
    assert [c.section for c in document.contents] == [0, 1, 2, 3]


def test_a_text_that_the_contents_list_names_is_a_heading_of_the_lists_level() -> None:
    document = assemble(
        blocks(
            entry("Rain", "3"),
            entry("Gauges of the mill", "3", 2),
            entry("Wells", "4", 2),
            heading("Rain", 2, page=3),
            block("GAUGES OF THE MILL", page=3, top=100.0),
            heading("Wells", 3, page=4),
        )
    )
    assert tree(document) == [("Rain", None, 1, None), ("GAUGES OF THE MILL", None, 2, 0), ("Wells", None, 2, 0)]


def test_an_odd_level_is_mended_by_the_contents_list_where_most_headings_agree_with_it() -> None:
    titles = ["Rain", "Snow", "Hail", "Fog"]
    listed = [e for t in titles for e in (entry(t, "3"), entry(f"{t} in May", "3", 2))]
    headings = [h for t in titles for h in (heading(t), heading(f"{t} in May", 1 if t == "Fog" else 2))]
    document = assemble(blocks(*listed, *[block(h.lines[0].text, h.kind, level=h.level, page=3) for h in headings]))
    assert [s.level for s in document.sections] == [1, 2] * 4


def test_a_text_set_off_in_the_imprint_is_no_quote_unless_it_has_quotation_marks() -> None:
    document = assemble(
        blocks(
            block("“To the river.”", BlockKind.BLOCK_QUOTE),
            block("1 Mill Lane", BlockKind.BLOCK_QUOTE),
            block("© 2020 Water Board"),
            entry("Rain", "3"),
        )
    )
    assert [e.kind for e in document.elements[:2]] == [ElementKind.BLOCK_QUOTE, ElementKind.PARAGRAPH]
