"""Sections, as assembly found them."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.model.document import Document, Section
from pipeline.model.evidence import Evidence
from pipeline.model.ids import identifiers
from pipeline.model.records import SectionRecord


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
