"""Sections and the contents list, as assembly found them."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.extraction.numbers import printed_number
from pipeline.model.document import Document, Section
from pipeline.model.evidence import Evidence
from pipeline.model.ids import identifiers
from pipeline.model.records import ContentsRecord, SectionRecord


def extract_sections(document: Document) -> list[SectionRecord]:
    """The sections of the body, index-aligned with `document.sections`.

    Two sections under one title are told apart by the titles above them.
    """
    paths = [_path(document.sections, i) for i in range(len(document.sections))]
    ids = identifiers([(path[-1], "\x1f".join(path)) for path in paths])
    return [
        SectionRecord(
            id=own,
            title=section.title.content,
            number=section.number,
            level=section.level,
            parent=None if section.parent is None else ids[section.parent],
            evidence=_evidence(document, section),
        )
        for own, section in zip(ids, document.sections, strict=True)
    ]


def section_id(sections: Sequence[SectionRecord], index: int | None) -> str | None:
    """The id of the section with that index in the document; None outside all sections."""
    return None if index is None else sections[index].id


def extract_contents(document: Document, sections: Sequence[SectionRecord]) -> list[ContentsRecord]:
    """The entries of the printed contents list. An entry printed twice (two lists) is told apart by its order."""
    ids = identifiers([(entry.title.content, str(entry.level)) for entry in document.contents])
    return [
        ContentsRecord(
            id=own,
            title=entry.title.content,
            page=printed_number(entry.page.content) if entry.page else None,
            level=entry.level,
            section_id=section_id(sections, entry.section),
            evidence=document.evidence(entry.title, field="title")
            + (document.evidence(entry.page, field="page") if entry.page else []),
        )
        for own, entry in zip(ids, document.contents, strict=True)
    ]


def _path(sections: Sequence[Section], index: int) -> list[str]:
    """The titles from the outermost section down to this one."""
    parent = sections[index].parent
    above = _path(sections, parent) if parent is not None else []
    return [*above, sections[index].title.content]


def _evidence(document: Document, section: Section) -> list[Evidence]:
    evidence = document.evidence(section.title, field="title")
    heading = document.elements[section.element].text
    if section.number and heading.content.startswith(section.number):
        evidence += document.evidence(heading, 0, len(section.number), field="number")
    return evidence
