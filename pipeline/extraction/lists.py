"""Lists with the words that introduce them: prose says what a list holds in the sentence or heading just before it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.extraction.numbers import printed_number
from pipeline.extraction.sentences import sentences
from pipeline.model.document import Document, Element, ElementKind

# These stand between a list and its introduction by the chance of the page, not by the order of the text.
_INTERRUPTING = frozenset({ElementKind.NOTE, ElementKind.PULL_QUOTE, ElementKind.FIGURE, ElementKind.CAPTION})


@dataclass(frozen=True, slots=True)
class ItemList:
    """A list: the indices of its outermost items in the document, and what introduces it.

    `introduction` is the last sentence of the paragraph before it (or that paragraph's end where it has none), or the
    heading before it; `by_heading` tells which.
    """

    items: tuple[int, ...]
    introduction: str
    by_heading: bool


def item_lists(document: Document) -> list[ItemList]:
    """The document's lists in order. Deeper items belong to the item above them and are left out."""
    found = []
    for items in _groups(document):
        outermost = min(document.elements[i].level or 0 for i in items)
        before = _before(document, items[0])
        found.append(
            ItemList(
                tuple(i for i in items if (document.elements[i].level or 0) == outermost),
                _last_sentence(before) if before else "",
                before is not None and before.kind is ElementKind.HEADING,
            )
        )
    return found


def _groups(document: Document) -> list[list[int]]:
    """The items of each list; a list that only a display quote or the like interrupts is one."""
    groups: dict[int, list[int]] = {}
    for i, element in enumerate(document.elements):
        if element.kind is ElementKind.LIST_ITEM and element.group is not None:
            groups.setdefault(element.group, []).append(i)
    whole: list[list[int]] = []
    for items in groups.values():
        if whole and _goes_on(document, whole[-1][-1], items[0]):
            whole[-1] += items
        else:
            whole.append(items)
    return whole


def _goes_on(document: Document, last: int, first: int) -> bool:
    """Whether the item `first` continues the list that ended at `last`: the next number, or the same bullet."""
    between = document.elements[last + 1 : first]
    if not between or any(e.kind not in _INTERRUPTING for e in between):
        return False
    labels = [printed_number(document.elements[i].label or "") for i in (last, first)]
    if isinstance(labels[0], int) and isinstance(labels[1], int):
        return labels[1] == labels[0] + 1
    return labels[0] == labels[1]


def introduces(item_list: ItemList, phrases: Iterable[str]) -> bool:
    """Whether the words before the list name one of these phrases and announce that something follows.

    A sentence announces by its colon, or by words such as "the following"; a heading does by standing there.
    """
    sentence = item_list.introduction.casefold()
    announced = item_list.by_heading or sentence.rstrip().endswith(":") or _ANNOUNCING.search(sentence) is not None
    return announced and names_one_of(sentence, phrases)


_ANNOUNCING = re.compile(r"\b(?:following|as follows|below|these are|were these|are these)\b")


def names_one_of(sentence: str, phrases: Iterable[str]) -> bool:
    """Whether a sentence or heading names one of these phrases, as whole words and without regard to case."""
    folded = sentence.casefold()
    return any(re.search(rf"\b{re.escape(phrase.casefold())}\b", folded) for phrase in phrases)


def _before(document: Document, index: int) -> Element | None:
    kept = (e for e in reversed(document.elements[:index]) if e.kind not in _INTERRUPTING)
    return next(kept, None)


def _last_sentence(element: Element) -> str:
    content = element.text.content
    if element.kind is ElementKind.HEADING:
        return content
    spans = sentences(content)
    return content[spans[-1].start : spans[-1].end] if spans else ""
