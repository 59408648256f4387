"""Notes tied to their markers.

A marker and its note carry the same label. Which of several notes with one label is meant follows from how notes are
set: a footnote stands on its marker's page (or, for want of room, on the next), an endnote after its chapter. So the
note on the same page comes first, then the nearest one further on, where the labels do not start again on each page.
Symbols (*, †) are used again on each page, and are footnotes always.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.assembly.marks import Mark, bare_label, marks_in, without_marks
from pipeline.assembly.table_notes import labels_of, notes_under, with_cell_marks
from pipeline.model.document import Element, ElementKind, Note
from pipeline.model.text import NoteRef

# What markers are looked for in; a contents list repeats headings without theirs.
_MARKED = frozenset(ElementKind) - {ElementKind.CONTENTS_ENTRY, ElementKind.TABLE, ElementKind.FIGURE}


@dataclass(frozen=True, slots=True)
class _Known:
    """A note as it is looked for: its place among the notes, label, page and element."""

    index: int
    label: str
    bracketed: bool
    page: int
    element: int


def tie_notes(elements: Sequence[Element]) -> tuple[list[Element], list[Note]]:
    """The elements with their markers taken out of the text into `note_refs`, and the notes.

    The notes' sections are still None: `with_sections` knows them, once there are some.
    """
    known = _known(elements)
    under = {k for i, e in enumerate(elements) if e.table for k in notes_under(elements, i)}
    marks = [
        (i, mark)
        for i, e in enumerate(elements)
        if e.kind in _MARKED
        for mark in marks_in(e.text)
        if not (i in under and e.text.content[mark.start - 1].isspace())  # the label of one more note
    ]
    meant = {(i, mark): _note_of(mark, i, known) for i, mark in marks if not mark.power}
    asked = {note for note in meant.values() if note is not None}
    taken: dict[int, list[tuple[Mark, int | None]]] = {}
    for i, mark in marks:
        note = _note_of(mark, i, known) if mark.power else meant[i, mark]
        if (note is not None and not (mark.power and note in asked)) or mark.sure:
            taken.setdefault(i, []).append((mark, note))
    tied = [_tied(e, taken[i]) if i in taken else _with_cells(elements, i, known) for i, e in enumerate(elements)]
    notes = [Note(k.label, tied[k.element].text, k.element, None) for k in known]
    return tied, notes


def with_sections(notes: Sequence[Note], elements: Sequence[Element]) -> list[Note]:
    """The notes with the section where their first marker stands; an unmarked one's is its own."""
    sections = {ref.note: e.section for e in reversed(elements) for ref in reversed([*e.all_note_refs()])}
    return [replace(n, section=sections.get(i, elements[n.element].section)) for i, n in enumerate(notes)]


def _known(elements: Sequence[Element]) -> list[_Known]:
    places = [i for i, e in enumerate(elements) if e.kind is ElementKind.NOTE]
    return [
        _Known(
            index,
            bare_label(elements[i].label or ""),
            (elements[i].label or "").startswith("["),
            next(iter((*elements[i].label_text.pages, *elements[i].text.pages)), 0),
            i,
        )
        for index, i in enumerate(places)
    ]


def _tied(element: Element, taken: Sequence[tuple[Mark, int | None]]) -> Element:
    """The element without these marks in its text."""
    text, places = without_marks(element.text, [mark for mark, _ in taken])
    refs = tuple(NoteRef(at, bare_label(m.label), note) for (m, note), at in zip(taken, places, strict=True))
    return replace(element, text=text, note_refs=refs)


def _with_cells(elements: Sequence[Element], place: int, known: Sequence[_Known]) -> Element:
    """An element with the markers of its table's cells tied; a note of the document is meant on their own page only."""
    element = elements[place]
    if element.table is None:
        return element

    def page_note(mark: Mark) -> int | None:
        """The document's note on the mark's page."""
        note = _note_of(mark, place, known)
        return note if note is not None and known[note].page == mark.page else None

    own = frozenset[str]().union(*(labels_of(elements[k]) for k in notes_under(elements, place)))
    return replace(element, table=with_cell_marks(element.table, own, page_note))


def _note_of(mark: Mark, place: int, known: Sequence[_Known]) -> int | None:
    """The note that a mark means: on its page, on the next, or (where no label comes twice) anywhere further on."""
    label = bare_label(mark.label)
    fitting = [
        k for k in known if k.label == label and k.element != place and (k.bracketed or not mark.label.startswith("["))
    ]
    for page in (mark.page, mark.page + 1):
        if near := [k for k in fitting if k.page == page]:
            return near[0].index
    if not mark.sure or not label.isdigit():
        return None
    further = [k for k in fitting if k.element > place]
    return further[0].index if further else None
