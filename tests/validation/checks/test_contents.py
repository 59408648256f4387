from __future__ import annotations

from dataclasses import replace

from pipeline.model.blocks import Discard
from pipeline.model.document import Document
from pipeline.model.geometry import Box
from pipeline.validation.checks.contents import (
    contents_entry_without_heading,
    contents_page_differs,
    heading_without_contents_entry,
)
from tests.markdown_document import from_markdown
from tests.validation.samples import material, values


def report(*pages: int | str, headings: str = "Reeds Ponds Meadows") -> Document:
    entries = "\n".join(f"- {title} {page}" for title, page in zip(["Reeds", "Ponds", "Meadows"], pages, strict=False))
    body = "\n\n<!-- page -->\n\n".join(f"## {title}\n\nWords on {title.lower()}." for title in headings.split())
    return from_markdown(f"# Report\n\n## Contents\n\n{entries}\n\n<!-- page -->\n\n{body}\n")


def numbered(document: Document) -> Document:
    return replace(document, discards=(Discard(1, (), "page number", Box(0, 0, 1, 1), "1"),))


def test_an_entry_with_another_page_than_its_headings_is_found() -> None:
    assert values(contents_page_differs, material(report(2, 3, 5))) == [("Meadows 5, stands on 4",)]


def test_right_pages_are_none() -> None:
    assert values(contents_page_differs, material(report(2, 3, 4))) == []


def test_words_that_stand_on_the_page_in_other_type_are_no_mistake() -> None:
    document = from_markdown(
        "# Report\n\n## Contents\n\n- Reeds 2\n- Ponds 4\n\n<!-- page -->\n\nReeds\n\n<!-- page -->\n\n"
        "## Reeds\n\nWords.\n\n<!-- page -->\n\n## Ponds\n\nWords.\n"
    )
    assert values(contents_page_differs, material(document)) == []


def test_one_shift_of_all_is_another_way_of_counting_where_no_numbers_are_printed() -> None:
    assert values(contents_page_differs, material(report(1, 2, 3))) == []
    assert values(contents_page_differs, material(numbered(report(1, 2, 3)))) == [
        ("Reeds 1, stands on 2", "Ponds 2, stands on 3", "Meadows 3, stands on 4")
    ]


def test_an_entry_without_its_heading_is_found() -> None:
    document = report(2, 3, 4, headings="Reeds Ponds")
    assert values(contents_entry_without_heading, material(document)) == [("Meadows",)]
    assert values(contents_entry_without_heading, material(report(2, 3, 4))) == []


def test_a_heading_that_the_list_should_have_is_found() -> None:
    document = report(2, 3, 4, headings="Reeds Ponds Meadows Herons")
    assert values(heading_without_contents_entry, material(document)) == [("Herons",)]
    assert values(heading_without_contents_entry, material(report(2, 3, 4))) == []


def test_the_title_once_more_is_no_heading_that_the_list_should_have() -> None:
    head = "# Rules on the care of reeds\n\n## Contents\n\n- Reeds 1\n- Ponds 1\n- Meadows 1\n\n"
    body = "## Reeds\n\nx\n\n## Ponds\n\ny\n\n## Meadows\n\nz\n\n"
    again, other = "## Rules 12-B on the care of reeds\n\nw\n", "## Rules on the sale of eels\n\nw\n"
    assert values(heading_without_contents_entry, material(head + body + again)) == []
    assert values(heading_without_contents_entry, material(head + body + other)) == [("Rules on the sale of eels",)]


def test_headings_of_a_level_that_the_list_leaves_out_are_none() -> None:
    source = (
        "# R\n\n## Contents\n\n- Reeds 1\n- Ponds 1\n\n## Reeds\n\n### Tall\n\nx\n\n### Short\n\ny\n\n## Ponds\n\nz\n"
    )
    assert values(heading_without_contents_entry, material(source)) == []
