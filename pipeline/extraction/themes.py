"""Numbered themes and findings: what announces them and the headings that take them up, as one record each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from pipeline.extraction.sections import section_id
from pipeline.extraction.sentences import Span
from pipeline.extraction.theme_statements import Statement, announced_statements, heading_statements
from pipeline.model.document import Document
from pipeline.model.evidence import Evidence
from pipeline.model.ids import identifiers
from pipeline.model.profile import Profile
from pipeline.model.records import Number, SectionRecord, Theme

# A heading says the item's title again, perhaps in capitals, without the stop or with a word changed: nine tenths
# of the characters agree then, while titles of different themes of one report share half at most.
SAME_TITLE = 90


@dataclass(frozen=True, slots=True)
class _Theme:
    """A theme with its number: where it is announced, the heading that takes it up, or both."""

    number: Number
    first: Statement
    heading: Statement | None


def extract_themes(document: Document, profile: Profile, sections: Sequence[SectionRecord]) -> list[Theme]:
    """The report's themes in the order of its list, then those that only headings name; each has a printed number."""
    headings = heading_statements(document, profile)
    items = announced_statements(document, profile, headings)
    if items and not any(_alike(h.title, item.title) for h in headings for item in items):
        known = {label.casefold() for label in profile.theme_labels}
        headings = [h for h in headings if h.label in known]  # else they number something else than the list does
    themes: list[_Theme] = []
    left = list(headings)
    for item in items:
        heading = _heading_of(item, left)
        if heading is not None:
            left.remove(heading)
        number = item.number if item.number is not None else heading.number if heading else None
        if number is not None:
            themes.append(_Theme(number, item, heading))
    themes += [_Theme(h.number, h, h) for h in left if h.number is not None]
    ids = identifiers([(theme.first.title, str(theme.number)) for theme in themes])
    return [_record(document, sections, theme, own) for own, theme in zip(ids, themes, strict=True)]


def _heading_of(item: Statement, headings: Sequence[Statement]) -> Statement | None:
    """The heading with the item's title; else the one with its number, where only one has it."""
    by_title = [h for h in headings if _alike(h.title, item.title)]
    if by_title:
        return by_title[0]
    by_number = [h for h in headings if item.number is not None and h.number == item.number]
    return by_number[0] if len(by_number) == 1 else None


def _alike(one: str, other: str) -> bool:
    return fuzz.ratio(_folded(one), _folded(other)) >= SAME_TITLE


def _folded(title: str) -> str:
    return re.sub(r"\W+", " ", title).casefold().strip()


def _record(document: Document, sections: Sequence[SectionRecord], theme: _Theme, own: str) -> Theme:
    heading = theme.heading or _plain_heading(document, theme.first)
    section = heading.section if heading else theme.first.section
    evidence = _evidence(document, theme.first)
    if heading and heading is not theme.first:
        evidence += _evidence(document, heading)
    return Theme(
        id=own,
        number=theme.number,
        title=theme.first.title,
        summary=theme.first.summary,
        section=section_id(sections, section),
        evidence=evidence,
    )


def _plain_heading(document: Document, item: Statement) -> Statement | None:
    """The heading that says the item's title without label and number."""
    for index, section in enumerate(document.sections):
        if _alike(section.title.content, item.title):
            return Statement(section.title, None, Span(0, len(section.title)), section=index)
    return None


def _evidence(document: Document, statement: Statement) -> list[Evidence]:
    evidence = document.evidence(statement.text, *statement.title_at, field="title")
    if statement.summary_at:
        evidence += document.evidence(statement.text, *statement.summary_at, field="summary")
    if statement.number_at:
        evidence += document.evidence(statement.text, *statement.number_at, field="number")
    return evidence + document.evidence(statement.label_text, field="number")
