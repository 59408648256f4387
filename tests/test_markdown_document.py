"""The Markdown dialect that other tests are written in."""

from __future__ import annotations

from pipeline.model.document import ElementKind, Zone
from tests.markdown_document import from_markdown

SOURCE = """
# Soil and Water

Ada Marsh, Editor\\
Loam Institute

## Contents

- 1 Floods ...... 3
  - Dry years 4

What the institute does.

## 1 Floods

Rivers **rise**[^a] each year.

1. One
   goes on
2. Two

> “Water comes back to where it was.”

>> Water comes back

### Dry years

**Table 1: Wells**

| Place | Wells |
| --- | --- |
| Aldham | 12 |

Source: own count.

<!-- back -->

12 Mill Lane

[^a]: Marsh, A. (2011). Rising.
"""


def test_markdown_becomes_a_document_with_zones_sections_and_notes() -> None:
    document = from_markdown(SOURCE)
    assert document.title.content == "Soil and Water"
    assert [(s.number, s.title.content, s.level, s.parent) for s in document.sections] == [
        ("1", "Floods", 1, None),
        (None, "Dry years", 2, 0),
    ]
    assert [(c.title.content, c.page and c.page.content, c.level, c.section) for c in document.contents] == [
        ("Floods", "3", 1, 0),
        ("Dry years", "4", 2, 1),
    ]
    assert [(n.label, n.text.content, n.section) for n in document.notes] == [("a", "Marsh, A. (2011). Rising.", 0)]
    assert [e.zone for e in document.elements[1:6]] == [
        Zone.FRONT,
        Zone.CONTENTS,
        Zone.CONTENTS,
        Zone.CONTENTS,
        Zone.FRONT,
    ]
    assert document.elements[-2].zone is Zone.BACK


def test_markers_styles_copies_and_tables_are_kept() -> None:
    document = from_markdown(SOURCE)
    paragraph = next(e for e in document.elements if e.text.content == "Rivers rise each year.")
    assert [(r.at, r.note) for r in paragraph.note_refs] == [(11, 0)]
    assert [s.bold for _, _, s in paragraph.text.styles()] == [False, True, False]
    items = [e for e in document.elements if e.kind is ElementKind.LIST_ITEM]
    assert [(i.label, i.text.content, i.group) for i in items] == [("1.", "One goes on", 1), ("2.", "Two", 1)]
    pull = next(e for e in document.elements if e.kind is ElementKind.PULL_QUOTE)
    assert pull.copy is not None
    assert document.elements[pull.copy.element].kind is ElementKind.BLOCK_QUOTE
    (_, table), *_ = document.tables()
    assert table.caption is not None
    assert table.caption.content == "Table 1: Wells"
    assert table.grid() == [["Place", "Wells"], ["Aldham", "12"]]
    assert [note.content for note in table.notes] == ["Source: own count."]


def test_every_text_knows_where_it_is_printed() -> None:
    document = from_markdown(SOURCE)
    assert all(document.evidence(e.text) for e in document.elements)
