"""The document from top to bottom: what belongs together as one passage, and notes where readers seek them.

Markdown and plain text are two ways to write the same passages.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from pipeline.model.document import Document, Element, ElementKind
from pipeline.model.text import Text

PullQuotes = Literal["keep", "drop"]

# Kinds whose neighbouring elements make one passage; of the last two, only those that layout gave the same group.
_RUNS = {ElementKind.CONTENTS_ENTRY, ElementKind.LIST_ITEM, ElementKind.TITLE}
_GROUPS = {ElementKind.LIST_ITEM, ElementKind.BOX, ElementKind.BLOCK_QUOTE}
_MARK_DRESS = re.compile(r"[\s\[\]().:^]+")  # what typesetters put around a note's number: "(1)", "[1]", "1."


@dataclass(frozen=True, slots=True)
class Passage:
    """Neighbouring elements that are written as one: a list, a contents list, a box, a quote; mostly a single one.

    `indices` are their places in `Document.elements`.
    """

    kind: ElementKind
    elements: tuple[Element, ...]
    indices: tuple[int, ...]


def passages(document: Document, pull_quotes: PullQuotes) -> list[Passage]:
    """All passages in reading order, the notes of page feet after all others.

    A figure is left out: its labels are scattered words without it, and its caption says what it shows.
    With "drop", a pull-quote that repeats a passage of the text is left out. Notes that stand under a heading of their
    own (a list of endnotes) stay there; a note from the foot of a page would interrupt the text where pages no longer
    exist.
    """
    read = [i for i, e in enumerate(document.elements) if e.kind is not ElementKind.FIGURE]
    shown = [i for i in read if pull_quotes == "keep" or not _is_copy(document.elements[i])]
    feet = _notes_of_page_feet(document.elements, shown)
    order = [i for i in shown if i not in feet] + sorted(feet)
    return [_passage(document, indices) for indices in _runs(document.elements, order)]


def _passage(document: Document, indices: tuple[int, ...]) -> Passage:
    elements = tuple(document.elements[i] for i in indices)
    return Passage(elements[0].kind, elements, indices)


def _is_copy(e: Element) -> bool:
    return e.kind is ElementKind.PULL_QUOTE and e.copy is not None


def _notes_of_page_feet(elements: Sequence[Element], shown: Sequence[int]) -> set[int]:
    """Notes that are not listed: a list of notes fills the whole space from its heading to the next heading.

    (A foot note can follow a heading, too, that ends its page, but then the section's text follows the note.)
    """
    feet: set[int] = set()
    before: Element | None = None
    for is_note, run in groupby(shown, lambda i: elements[i].kind is ElementKind.NOTE):
        indices = list(run)
        if is_note:
            end = indices[-1] + 1
            after = elements[end] if end < len(elements) else None
            headed = before is not None and before.kind is ElementKind.HEADING
            alone = after is None or after.kind is ElementKind.HEADING or after.zone is not elements[end - 1].zone
            if not (headed and alone):
                feet.update(indices)
        before = elements[indices[-1]]
    return feet


def _runs(elements: Sequence[Element], order: Sequence[int]) -> Iterator[tuple[int, ...]]:
    for _, run in groupby(order, lambda i: _run_key(elements[i], i)):
        yield tuple(run)


def _run_key(element: Element, i: int) -> tuple[object, ...]:
    """What neighbours have in common that belong to one run; of an element that stands alone, its own number."""
    if element.kind in _GROUPS and element.group is not None:
        return element.kind, "group", element.group
    return (element.kind,) if element.kind in _RUNS else (element.kind, "single", i)


def note_names(document: Document) -> list[str]:
    """A name for each note, its printed mark, made unique: where numbering restarts, "1", "1-2", "1-3"."""
    names: list[str] = []
    used: Counter[str] = Counter()
    taken = {bare_mark(note.label) for note in document.notes}
    for note in document.notes:
        mark = bare_mark(note.label)
        used[mark] += 1
        name = mark if used[mark] == 1 else f"{mark}-{used[mark]}"
        while name != mark and name in taken:  # a note printed with the mark "1-2" keeps it
            used[mark] += 1
            name = f"{mark}-{used[mark]}"
        taken.add(name)
        names.append(name)
    return names


def bare_mark(label: str) -> str:
    """A note's mark without the brackets, stops and spaces around it; "note" where nothing is left."""
    return _MARK_DRESS.sub("", label) or "note"


def heading_text(document: Document) -> dict[int, str]:
    """For each heading's element index, the enumerator that is printed before it but is no part of its text."""
    return {
        s.element: s.number
        for s in document.sections
        if s.number and not document.elements[s.element].text.content.startswith(s.number)
    }


def captions_apart(document: Document) -> set[str]:
    """The texts of elements that can be a table's caption or note: a table that names one does not repeat it."""
    kinds = {ElementKind.CAPTION, ElementKind.NOTE, ElementKind.PARAGRAPH}
    return {e.text.content for e in document.elements if e.kind in kinds}


def apart(text: Text | None, printed: set[str]) -> str:
    """A table's caption or note where no element of its own says it, else nothing."""
    return text.content if text and text.content not in printed else ""
