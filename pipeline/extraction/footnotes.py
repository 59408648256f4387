"""Footnotes and endnotes as records."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extraction.numbers import printed_number
from pipeline.extraction.sections import section_id
from pipeline.model.document import Document
from pipeline.model.ids import identifiers
from pipeline.model.records import Footnote, SectionRecord


def extract_footnotes(document: Document, sections: Sequence[SectionRecord]) -> list[Footnote]:
    """The notes, index-aligned with `document.notes`; `section_id` is where the marker stands."""
    ids = identifiers([(note.text.content, note.label) for note in document.notes])
    return [
        Footnote(
            id=own,
            number=printed_number(note.label),
            text=note.text.content,
            section_id=section_id(sections, note.section),
            evidence=document.evidence(note.text, field="text")
            + document.evidence(document.elements[note.element].label_text, field="number"),
        )
        for own, note in zip(ids, document.notes, strict=True)
    ]
