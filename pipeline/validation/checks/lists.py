"""Lists that are announced with a number and have another number of items."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.model.document import Element, ElementKind
from pipeline.validation.material import Material
from pipeline.validation.registry import Check, Observation

_NUMBERS = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12,
}  # fmt: skip
# What a sentence counts when it announces a list; other nouns ("three interviewees said:") count something else.
_ANNOUNCED = (
    "actions|activities|approaches|areas|arguments|aspects|assumptions|barriers|benefits|categories|challenges|"
    "characteristics|commitments|components|concepts|concerns|conclusions|conditions|considerations|criteria|"
    "dimensions|domains|drivers|elements|examples|explanations|factors|features|findings|functions|gaps|goals|groups|"
    "guidelines|hypotheses|ideas|indicators|insights|issues|items|kinds|lessons|levels|measures|methods|models|"
    "objectives|observations|obstacles|opportunities|options|outcomes|parts|patterns|phases|pillars|points|policies|"
    "practices|principles|priorities|problems|proposals|purposes|questions|reasons|recommendations|requirements|risks|"
    "roles|rules|scenarios|sections|stages|standards|steps|strands|strategies|takeaways|targets|tasks|themes|topics|"
    "trends|types|ways"
)
_NUMBER = rf"(?P<number>{'|'.join(_NUMBERS)}|[2-9]|1[0-2])"
_ANNOUNCEMENT = re.compile(rf"\b{_NUMBER}(?:\s+(?!of\b|the\b)[a-z-]+){{0,3}}?\s+(?P<noun>{_ANNOUNCED})\b", re.I)
# Of a greater whole, or at least so many: the list need not have all. "between two and four", "one of three".
_HEDGE = re.compile(
    r"\b(?:of|at least|about|more than|over|some|these include|including|such as|among|up to|first|last|other|"
    r"next|another|additional|top|between|or|and)\s*(?:the\s+)?$|\b(?:include|includes|including|such as|e\.g\.)\b",
    re.I,
)
FEWEST_ITEMS = 2  # what looks like a list of one is none, or was torn apart
_SENTENCE = re.compile(r"(?:^|[.!?]\s+)(?P<last>[^.!?]*:)\s*$")
_ITEM_NUMBER = re.compile(r"\(?(\d{1,2})[.)]?\)?")


def list_count_differs(material: Material) -> Iterator[Observation]:
    """Announced numbers that are not those of the items."""
    if not material.is_english:
        return
    elements = material.document.elements
    for i, element in enumerate(elements):
        if element.kind is not ElementKind.PARAGRAPH:
            continue
        announced = _announced(element.text.content)
        if announced is None:
            continue
        items = _items_after(elements, i)
        number, start, end = announced
        if len(items) >= FEWEST_ITEMS and len(items) != number:
            words = element.text.content[start:end]
            yield Observation(
                f"“{words}” are announced, and {len(items)} listed.",
                (words, f"{len(items)} items"),
                (
                    *material.evidence(element.text, start, end),
                    *(spot for item in items for spot in material.evidence(item.text)),
                ),
            )


def _announced(content: str) -> tuple[int, int, int] | None:
    """The number that a paragraph's last sentence announces before its colon, and where the words for it stand."""
    sentence = _SENTENCE.search(content)
    if sentence is None:
        return None
    found = list(_ANNOUNCEMENT.finditer(content, sentence.start("last")))
    numbers = re.findall(rf"\b(?:{_NUMBER.replace('?P<number>', '?:')})\b", sentence["last"], re.I)
    if len(found) != 1 or len(numbers) != 1:
        return None
    before, after = content[sentence.start("last") : found[0].start()], content[found[0].end() :]
    if _HEDGE.search(before) or re.search(r"\b(?:include|including|such as)\b", after, re.I):
        return None
    word = found[0]["number"].casefold()
    return _NUMBERS.get(word) or int(word), found[0].start(), found[0].end()


def _items_after(elements: Sequence[Element], index: int) -> list[Element]:
    """The outermost items of the list that follows; its numbering may go on after what stands between its items."""
    items: list[Element] = []
    group, depth = None, 0
    for element in elements[index + 1 :]:
        if element.kind is ElementKind.LIST_ITEM:
            if not items:
                group, depth = element.group, element.level or 0
            if element.group != group and not _goes_on(items[-1], element):
                continue
            group = element.group
            if (element.level or 0) <= depth:
                items.append(element)
        elif not items and element.kind not in _FLOATING:
            return []
        elif element.kind is ElementKind.HEADING:
            return items
    return items


_FLOATING = frozenset({ElementKind.PULL_QUOTE, ElementKind.FIGURE, ElementKind.CAPTION, ElementKind.NOTE})


def _goes_on(last: Element, following: Element) -> bool:
    """Whether a list item carries on the numbering of another."""
    numbers = [_ITEM_NUMBER.fullmatch((e.label or "").strip()) for e in (last, following)]
    return all(numbers) and int(numbers[1][1]) == int(numbers[0][1]) + 1  # type: ignore[index]


CHECKS = (
    Check(
        "list-count-differs",
        "source",
        "A list has not as many items as are announced.",
        "A paragraph's last sentence ends in a colon and announces a number of things (themes, steps, reasons and the "
        "like); the list that follows has another number of outermost items. Not where the number is hedged (at least, "
        "of the, including).",
        "Count the items on the page; one may be missing, or be two.",
        list_count_differs,
    ),
)
