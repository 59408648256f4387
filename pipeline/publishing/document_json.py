"""The assembled document as `document.json`."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.model.document import Document, Element
from pipeline.model.document_file import (
    DocumentFile,
    FileCell,
    FileElement,
    FileNote,
    FileNoteRef,
    FilePage,
    FileSection,
    FileTable,
)
from pipeline.model.records import SourceFile
from pipeline.model.tables import Table
from pipeline.model.text import NoteRef


def document_file(document: Document) -> DocumentFile:
    """The whole document with its evidence, as it is written."""
    return DocumentFile(
        title=document.title.content,
        language=document.language,
        source_file=SourceFile(
            name=document.source.name, sha256=document.source.sha256, pages=document.source.page_count
        ),
        pages=[
            FilePage(number=p.number, label=p.label, width=round(p.width, 2), height=round(p.height, 2))
            for p in document.pages
        ],
        sections=[
            FileSection(title=s.title.content, number=s.number, level=s.level, parent=s.parent, element=s.element)
            for s in document.sections
        ],
        elements=[_element(document, e) for e in document.elements],
        notes=[FileNote(label=n.label, element=n.element, section=n.section) for n in document.notes],
    )


def _element(document: Document, e: Element) -> FileElement:
    return FileElement(
        kind=e.kind.value,
        zone=e.zone.value,
        section=e.section,
        level=e.level,
        label=e.label,
        text=e.text.content,
        note_refs=_note_refs(e.note_refs),
        copy_of=e.copy.element if e.copy else None,
        table=_table(document, e.table) if e.table else None,
        rules=list(e.rules),
        image=list(e.image.rounded()) if e.image else None,
        image_page=e.image_page,
        evidence=document.evidence(e.text),
    )


def _note_refs(refs: Sequence[NoteRef]) -> list[FileNoteRef]:
    return [FileNoteRef(at=r.at, label=r.label, note=r.note) for r in refs]


def _table(document: Document, table: Table) -> FileTable:
    return FileTable(
        rows=table.rows,
        columns=table.columns,
        header_rows=table.header_rows,
        method=table.method,
        confidence=round(table.confidence, 3),
        reason=table.reason,
        caption=table.caption.content if table.caption else None,
        notes=[note.content for note in table.notes],
        cells=[
            FileCell(
                row=c.row,
                column=c.column,
                row_span=c.row_span,
                column_span=c.column_span,
                header=c.header,
                text=c.text.content,
                note_refs=_note_refs(c.note_refs),
                evidence=document.evidence(c.text),
            )
            for c in sorted(table.cells, key=lambda c: (c.row, c.column))
        ],
    )
