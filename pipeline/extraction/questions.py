"""Interview and guiding questions: lists of questions that the text introduces as such."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extraction.lists import introduces, item_lists
from pipeline.extraction.numbers import printed_number
from pipeline.extraction.sections import section_id
from pipeline.model.document import Document, Element
from pipeline.model.ids import identifiers
from pipeline.model.profile import Profile
from pipeline.model.records import Question, SectionRecord

_HAS_NUMBER = re.compile(r"[0-9]|^\W*(?:[a-z]|[ivx]+)\W*$", re.I)


def extract_questions(document: Document, profile: Profile, sections: Sequence[SectionRecord]) -> list[Question]:
    """The listed questions.

    A list is one of questions where its introduction says so ("Interview questions included:", the heading "Guiding
    Questions") and each of its items is a question: other lists that mention questions have statements in them, and
    rhetorical questions stand in lists that nobody calls so.
    """
    found = [
        document.elements[i]
        for item_list in item_lists(document)
        if introduces(item_list, profile.question_introductions)
        and all(_asks(document.elements[i]) for i in item_list.items)
        for i in item_list.items
    ]
    ids = identifiers([(e.text.content, e.label or "") for e in found])
    return [_question(document, element, own, sections) for own, element in zip(ids, found, strict=True)]


def _asks(element: Element) -> bool:
    return element.text.content.rstrip("\"'”’») ").endswith("?")


def _question(document: Document, element: Element, own: str, sections: Sequence[SectionRecord]) -> Question:
    numbered = element.label is not None and _HAS_NUMBER.search(element.label) is not None
    evidence = document.evidence(element.text, field="text")
    if numbered:
        evidence += document.evidence(element.label_text, field="number")
    return Question(
        id=own,
        number=printed_number(element.label) if numbered and element.label else None,
        text=element.text.content,
        section_id=section_id(sections, element.section),
        evidence=evidence,
    )
