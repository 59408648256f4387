"""Notes of a table's own, and the markers in cells, taken out of the text so that a figure is not read as "12.51".

A table's notes are set close under it and counted apart from the document's (The Chicago Manual of Style, 3.77-3.79):
a marker in a cell means one of them where one has its label, else a note at the foot of its page.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from statistics import median

from pipeline.assembly.marks import SYMBOLS, Mark, bare_label, marks_in, raised_stretches, without_marks
from pipeline.assembly.tables import FLOATS, is_numbered
from pipeline.model.document import Element, ElementKind
from pipeline.model.tables import Cell, Table
from pipeline.model.text import EMPTY, NoteRef, Text

SMALLER = 0.98  # of the type of cells: what is set as text is after a table goes on with the text

# How a note under a table may begin where its label is not raised: "a) ", "1. ", "1/ ", "* ", "a ".
_OPENING = re.compile(rf"[(\[]?(?P<label>\d{{1,2}}|[a-z]|[{SYMBOLS}]+)[)\]./:]{{0,2}}(?:\s|(?<=[{SYMBOLS}])(?=\w))")
_SYMBOLS_AHEAD = re.compile(rf"(?<!\S)[{SYMBOLS}]+(?=\s?\w)")  # several in one line: "* Estimate. ** Provisional."
_TEXTS = frozenset({ElementKind.PARAGRAPH, ElementKind.LIST_ITEM})


def known_table_notes(elements: Sequence[Element]) -> list[Element]:
    """The elements; small texts and lists under a table that markers in its cells ask for are captions, with label."""
    known = list(elements)
    for i, element in enumerate(elements):
        if element.table is None:
            continue
        asked = {bare_label(m.label) for cell in element.table.cells for m in marks_in(cell.text) if not m.power}
        under = _under(elements, i, _size(element.table))
        last = max((k for k in under if labels_of(elements[k]) & asked), default=i)
        for k in under:
            if k <= last and elements[k].kind in _TEXTS:
                known[k] = _as_caption(elements[k])
    return known


def notes_under(elements: Sequence[Element], place: int) -> list[int]:
    """The places of the captions without a number under the table elements[place]."""
    return [k for k in _under(elements, place, 0.0) if elements[k].kind is ElementKind.CAPTION]


def labels_of(note: Element) -> frozenset[str]:
    """The labels in a text under a table; a paragraph may hold several notes, each after its label."""
    said = note.text.content
    found = {bare_label(note.label)} if note.label else set()
    if opening := _OPENING.match(said):
        found.add(bare_label(opening["label"]))
    found.update(match[0] for match in _SYMBOLS_AHEAD.finditer(said))
    found.update(bare_label(said[a:b]) for a, b in raised_stretches(note.text) if a == 0 or said[a - 1].isspace())
    return frozenset(found)


def with_cell_marks(table: Table, own: frozenset[str], page_note: Callable[[Mark], int | None]) -> Table:
    """The table with its cells' markers in their `note_refs`. `own` are the labels of its own notes; `page_note` tells
    which of the document's notes a marker means, None for none."""
    return replace(table, cells=tuple(_tied(cell, own, page_note) for cell in table.cells))


def _under(elements: Sequence[Element], place: int, size: float) -> list[int]:
    """What stands under a table as notes do: captions without a number, and texts with a label, set small."""
    found: list[int] = []
    for k in range(place + 1, len(elements)):
        element = elements[k]
        captioned = element.kind is ElementKind.CAPTION and not is_numbered(element.text)
        if captioned or (element.kind in _TEXTS and labels_of(element) and _is_small(element.text, size)):
            found.append(k)
        elif element.kind not in FLOATS:
            break
    return found


def _size(table: Table) -> float:
    """The type size of most cells, in points; 0 where nothing is printed."""
    return median([run.line.size for cell in table.cells for run in cell.text.runs] or [0.0])


def _is_small(text: Text, size: float) -> bool:
    """Whether a text is set smaller than a table's cells, or as small, where it begins with something raised."""
    largest = max((run.line.size for run in text.runs), default=0.0)
    raised = any(start == 0 for start, _ in raised_stretches(text))
    return largest * SMALLER <= size if raised else largest < SMALLER * size


def _as_caption(e: Element) -> Element:
    """A text or list item as what stands under a table; its label is part of it."""
    text = Text.join([e.label_text, e.text]) if e.label_text else e.text
    rules = (*e.rules, "note under a table: a marker in a cell asks for its label")
    return replace(e, kind=ElementKind.CAPTION, text=text, label=None, label_text=EMPTY, level=None, rules=rules)


def _tied(cell: Cell, own: frozenset[str], page_note: Callable[[Mark], int | None]) -> Cell:
    taken: list[tuple[Mark, int | None]] = []
    for mark in marks_in(cell.text):
        is_own = bare_label(mark.label) in own
        note = None if is_own else page_note(mark)
        if not mark.power and (is_own or note is not None):
            taken.append((mark, note))
    if not taken:
        return cell
    text, places = without_marks(cell.text, [mark for mark, _ in taken])
    refs = tuple(NoteRef(at, bare_label(m.label), note) for (m, note), at in zip(taken, places, strict=True))
    return replace(cell, text=text, note_refs=refs)
