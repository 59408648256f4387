"""The document behind the pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from pipeline.model.blocks import Discard, PageInfo
from pipeline.model.evidence import Evidence
from pipeline.model.geometry import Box
from pipeline.model.pages import Source
from pipeline.model.tables import Table
from pipeline.model.text import EMPTY, NoteRef, Text


class ElementKind(StrEnum):
    """What an element of the document is."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list item"
    BLOCK_QUOTE = "block quote"
    PULL_QUOTE = "pull quote"  # `copy` says which passage it repeats; a display quote without one is a block quote
    BOX = "box"
    NOTE = "note"
    CONTENTS_ENTRY = "contents entry"
    CAPTION = "caption"
    TABLE = "table"
    FIGURE = "figure"


class Zone(StrEnum):
    """Which part of the report an element stands in."""

    FRONT = "front"  # cover, title page, imprint: up to the imprint's end, or without one to contents or first heading
    CONTENTS = "contents"  # the contents list and its heading
    BODY = "body"
    BACK = "back"  # after the last section's text: back cover, address


@dataclass(frozen=True, slots=True)
class Copy:
    """A display quote's original: content[start:end] of elements[element]."""

    element: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class TextLink:
    """content[start:end] is a link to `uri`."""

    start: int
    end: int
    uri: str


@dataclass(frozen=True, slots=True)
class Element:
    """One unit of the document, in reading order, whole even where pages break it.

    `section` indexes `Document.sections` (None before the first). `level` and `label` are as in Block: for contents
    entries `label` is the page number as printed and `level` the entry's depth from 1. A list's items are consecutive
    elements with the same `group` number, and so are a box's paragraphs. A table's caption and notes are elements of
    their own beside it; `table.caption` and `table.notes` are their texts again. `rules` are the layout rules that
    decided its kind, for people to see.
    """

    kind: ElementKind
    text: Text
    zone: Zone = Zone.BODY
    section: int | None = None
    level: int | None = None
    label: str | None = None
    group: int | None = None
    note_refs: tuple[NoteRef, ...] = ()
    links: tuple[TextLink, ...] = ()
    copy: Copy | None = None
    table: Table | None = None
    image: Box | None = None
    image_page: int | None = None
    rules: tuple[str, ...] = ()
    label_text: Text = EMPTY  # the label as drawn, for evidence

    def all_note_refs(self) -> Iterator[NoteRef]:
        """The markers in its text, and in its table's cells."""
        yield from self.note_refs
        for cell in self.table.cells if self.table else ():
            yield from cell.note_refs


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of the body and what stands under it. `number` is a bare enumerator ("2.1"), not part of `title`.

    `level` counts from 1 (outermost body heading). `parent` indexes sections. `element` is the heading's own element.
    """

    title: Text
    number: str | None
    level: int
    parent: int | None
    element: int


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote or endnote: its marker as printed, its text, and the index of its element."""

    label: str
    text: Text
    element: int
    section: int | None  # where its marker stands


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """A line of the contents list. `section` is the heading it names, or None where none was found."""

    title: Text
    page: Text | None
    level: int
    element: int
    section: int | None


@dataclass(frozen=True)
class Document:
    """The assembled report. `elements` are in reading order; everything else points into them."""

    source: Source
    pages: tuple[PageInfo, ...]
    title: Text  # the cover's title lines joined, or the title page's, or the first heading
    elements: tuple[Element, ...]
    sections: tuple[Section, ...]
    notes: tuple[Note, ...]
    contents: tuple[ContentsEntry, ...]
    discards: tuple[Discard, ...]
    language: str | None = None  # BCP 47, recognised from the text's own words

    @cached_property
    def page_labels(self) -> dict[int, str | None]:
        """Each page's printed label."""
        return {page.number: page.label for page in self.pages}

    def evidence(self, text: Text, start: int = 0, end: int | None = None, field: str | None = None) -> list[Evidence]:
        """Evidence for text.content[start:end], with this document's page labels."""
        return text.evidence(start, end, field=field, labels=self.page_labels)

    def running(self) -> Iterator[tuple[int, Element]]:
        """The running text with each element's index: paragraphs, list items, block quotes and boxes of the body."""
        kinds = {ElementKind.PARAGRAPH, ElementKind.LIST_ITEM, ElementKind.BLOCK_QUOTE, ElementKind.BOX}
        return ((i, e) for i, e in enumerate(self.elements) if e.kind in kinds)

    def tables(self) -> Iterator[tuple[int, Table]]:
        """The tables with their elements' indices."""
        return ((i, e.table) for i, e in enumerate(self.elements) if e.table is not None)
