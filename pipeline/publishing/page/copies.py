"""Display copies beside the passages that they repeat: the reader sees that nothing was lost by counting them once."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.model.document import Document, ElementKind
from pipeline.publishing.page.printings import Comparison, compare
from pipeline.publishing.page.spots import Spots


@dataclass(frozen=True, slots=True)
class CopyView:
    """A pull-quote: its text and the passage it repeats, with the spots of both; no comparison where it has none."""

    text: str
    page: int
    spots: str
    original: str
    original_page: int | None
    original_spots: str
    comparison: Comparison | None


def copies(document: Document, spots: Spots) -> list[CopyView]:
    """All displayed quotes of a document, in reading order."""
    views = []
    for number, element in enumerate(document.elements):
        if element.kind is not ElementKind.PULL_QUOTE or not element.text.runs:
            continue
        owner = f"copies/{number}"
        printed = document.evidence(element.text)
        original = ""
        original_evidence = []
        if element.copy:
            passage = document.elements[element.copy.element].text
            original = passage.content[element.copy.start : element.copy.end]
            original_evidence = document.evidence(passage, element.copy.start, element.copy.end)
        views.append(
            CopyView(
                element.text.content,
                printed[0].page,
                " ".join(spots.add_all(owner, printed)),
                original,
                original_evidence[0].page if original_evidence else None,
                " ".join(spots.add_all(owner, original_evidence)),
                compare(original, element.text.content) if original else None,
            )
        )
    return views
