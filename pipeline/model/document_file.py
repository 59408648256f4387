"""`document.json`: the assembled document as it is written."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from pipeline.model.evidence import BoxList, Evidence
from pipeline.model.records import SourceFile


class FilePart(BaseModel):
    """Base: immutable, unknown keys refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class FilePage(FilePart):
    """A page."""

    number: int = Field(ge=1, description="Physical page, counted from 1.")
    label: str | None = Field(description="Printed label.")
    width: float = Field(description="Width in PDF points.")
    height: float = Field(description="Height in PDF points.")


class FileNoteRef(FilePart):
    """A note's marker in a text."""

    at: int = Field(ge=0, description="Offset in the text: the marker stands before this character.")
    label: str = Field(description="The marker as printed.")
    note: int | None = Field(description="Index of the note in `notes`; null where none matches.")


class FileCell(FilePart):
    """A table cell."""

    row: int = Field(ge=0, description="Row in the whole grid, counted from 0, header rows included.")
    column: int = Field(ge=0, description="Column, counted from 0.")
    row_span: int = Field(ge=1, description="Rows that it covers (count).")
    column_span: int = Field(ge=1, description="Columns that it covers (count).")
    header: bool = Field(description="Whether it is a header cell.")
    text: str = Field(description="Its text.")
    note_refs: list[FileNoteRef] = Field(
        description="Markers in the text; `note` is null for a note that stands under the table."
    )
    evidence: list[Evidence] = Field(description="Where it is printed.")


class FileTable(FilePart):
    """A table: its grid, how it was found, and how sure that is."""

    rows: int = Field(ge=1, description="Rows of the grid (count).")
    columns: int = Field(ge=1, description="Columns of the grid (count).")
    header_rows: int = Field(ge=0, description="Header rows (count).")
    method: str = Field(description="How it was found: ruled, part-ruled, shaded, white-space or tagged.")
    confidence: float = Field(ge=0, le=1, description="Score by which the method won, 0 to 1.")
    reason: str = Field(description="The score in words.")
    caption: str | None = Field(description="Caption as printed.")
    notes: list[str] = Field(description="Notes under the table.")
    cells: list[FileCell] = Field(description="Its cells, row by row.")


class FileElement(FilePart):
    """A unit of the document, whole even where pages break it."""

    kind: str = Field(description="title, heading, paragraph, list item, block quote, pull quote, box, note, ...")
    zone: Literal["front", "contents", "body", "back"] = Field(description="Part of the report that it stands in.")
    section: int | None = Field(description="Index of its section in `sections`.")
    level: int | None = Field(description="Level of a heading (from 1) or depth of a list item (from 0).")
    label: str | None = Field(description="A list item's or note's own mark, a contents entry's page, as printed.")
    text: str = Field(description="Its text.")
    note_refs: list[FileNoteRef] = Field(description="Markers of notes in the text.")
    copy_of: int | None = Field(description="Index of the element that a pull-quote repeats.")
    table: FileTable | None = Field(description="The table, where it is one.")
    rules: list[str] = Field(description="Layout rules that decided its kind.")
    image: BoxList | None = Field(description="A figure's place: [x0, top, x1, bottom] in PDF points, top left origin.")
    image_page: int | None = Field(description="Physical page of that figure.")
    evidence: list[Evidence] = Field(description="Where it is printed.")


class FileSection(FilePart):
    """A node of the section tree."""

    title: str = Field(description="Heading as printed.")
    number: str | None = Field(description="Bare enumerator.")
    level: int = Field(ge=1, description="1 is the outermost.")
    parent: int | None = Field(description="Index of the parent section.")
    element: int = Field(ge=0, description="Index of the heading in `elements`.")


class FileNote(FilePart):
    """A footnote or endnote."""

    label: str = Field(description="Marker as printed.")
    element: int = Field(ge=0, description="Index of its text in `elements`.")
    section: int | None = Field(description="Index of the section where its marker stands.")


class DocumentFile(FilePart):
    """The assembled document: section tree, elements in reading order, notes and tables, with evidence."""

    title: str = Field(description="Title of the report.")
    language: str | None = Field(description="Language of the text (BCP 47).")
    source_file: SourceFile = Field(description="The PDF that it was read from.")
    pages: list[FilePage] = Field(description="The physical pages.")
    sections: list[FileSection] = Field(description="The section tree, in order.")
    elements: list[FileElement] = Field(description="All elements in reading order.")
    notes: list[FileNote] = Field(description="Footnotes and endnotes.")
