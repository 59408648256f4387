"""Sections and the contents list."""

from __future__ import annotations

from pipeline.extraction.contents import extract_contents
from pipeline.extraction.sections import extract_sections, section_id
from pipeline.profiles import load_profile
from tests.markdown_document import from_markdown

DOCUMENT = from_markdown("""
# Report

## Contents

- 1 Floods 3
- II. Dry years iv

## 1 Floods

### Methods

## Droughts

### Methods
""")


def test_sections_name_their_parent_and_keep_number_and_title_apart() -> None:
    floods, methods, droughts, others = extract_sections(DOCUMENT)
    assert (floods.id, floods.title, floods.number, floods.level, floods.parent) == ("floods", "Floods", "1", 1, None)
    assert (methods.parent, others.parent) == (floods.id, droughts.id)


def test_two_sections_under_one_title_have_ids_that_do_not_depend_on_their_order() -> None:
    _, first, _, second = extract_sections(DOCUMENT)
    turned = from_markdown("## Droughts\n\n### Methods\n\n## 1 Floods\n\n### Methods")
    _, second_again, _, first_again = extract_sections(turned)
    assert (first.id, second.id) == (first_again.id, second_again.id)
    assert first.id != second.id


def test_a_section_is_evident_at_its_heading() -> None:
    section = extract_sections(DOCUMENT)[0]
    assert [(e.field, e.exact) for e in section.evidence] == [("title", "Floods"), ("number", "1")]


def test_contents_entries_point_to_their_section_and_keep_roman_pages_as_printed() -> None:
    sections = extract_sections(DOCUMENT)
    floods, dry = extract_contents(DOCUMENT, load_profile("none"), sections)
    assert (floods.title, floods.page, floods.level, floods.section_id) == ("Floods", 3, 1, sections[0].id)
    assert (dry.title, dry.page, dry.section_id) == ("Dry years", "iv", None)
    assert [(e.field, e.exact) for e in floods.evidence] == [("title", "Floods"), ("page", "3")]


def test_nothing_outside_sections_has_a_section() -> None:
    assert section_id(extract_sections(DOCUMENT), None) is None


def test_a_contents_list_under_a_heading_that_the_profile_names_is_read() -> None:
    document = from_markdown(
        "## In this report\n\n- 1 Floods ..... 3\n- Dry years iv\n\nText.\n\n## Floods\n\nIt was 1990"
    )
    entries = extract_contents(document, load_profile("none"), extract_sections(document))
    assert [(e.title, e.page, e.section_id) for e in entries] == [("Floods", 3, "floods"), ("Dry years", "iv", None)]


def test_other_lists_of_lines_with_numbers_are_no_contents() -> None:
    document = from_markdown("## Results\n\n- Floods 3\n- Dry years 4")
    assert extract_contents(document, load_profile("none"), extract_sections(document)) == []
