"""Notes and their markers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from pipeline.model.document import ElementKind
from pipeline.model.evidence import Evidence
from pipeline.model.text import NoteRef
from pipeline.validation.material import Material
from pipeline.validation.registry import Check, Observation
from pipeline.validation.words import around

NAMED = 8  # notes named in the sentence
# Share of notes that must have a marker (and of markers that must have a note) before the others are exceptions: where
# most have none, what looks like notes is a list of works, or markers are figures of another kind.
USUAL = 0.5
PAIR = 2  # a sign without a note that stands twice ties a name to a line under it, as in a head of authors


def note_without_marker(material: Material) -> Iterator[Observation]:
    """Notes that no marker in the text leads to."""
    led_to = {ref.note for e in material.document.elements for ref in e.all_note_refs()}
    led_to |= {ref.note for ref in _cell_refs(material)}
    notes = [(i, note) for i, note in enumerate(material.document.notes) if note.label.strip()]
    possible = _following([note.label for i, note in notes if i in led_to], [note.label for _, note in notes])
    lone = [note for i, note in notes if i not in led_to and note.label in possible]
    if lone and len(lone) <= USUAL * len(notes):
        labels = ", ".join(note.label for note in lone[:NAMED])
        many = "Note {} has" if len(lone) == 1 else f"{len(lone)} notes ({{}}) have"
        yield Observation(
            f"{many.format(labels)} no marker in the text.",
            tuple(f"{note.label} {note.text.content[:40]}" for note in lone[:NAMED]),
            tuple(spot for note in lone for spot in material.evidence(note.text)),
        )


def marker_without_note(material: Material) -> Iterator[Observation]:
    """Markers in the text that lead to no note."""
    refs = [(e, ref) for e in material.document.elements for ref in e.note_refs]
    numbers = [note.label for note in material.document.notes]
    missing = _following(numbers, [ref.label for _, ref in refs if ref.note is None])
    lost = [(e, ref) for e, ref in refs if ref.note is None and ref.label in missing]
    signs = Counter(ref.label for _, ref in lost if not ref.label.isdecimal())
    lost = [(e, ref) for e, ref in lost if signs[ref.label] < PAIR]
    if lost and len(lost) <= USUAL * len(refs):
        labels = ", ".join(ref.label for _, ref in lost[:NAMED])
        spans = [(e.text, around(e.text.content, ref.at, ref.at, before=2, after=0)) for e, ref in lost]
        many = "Marker {} leads" if len(lost) == 1 else f"{len(lost)} markers ({{}}) lead"
        yield Observation(
            f"{many.format(labels)} to no note.",
            tuple(
                f"{text.content[a:b]} [{ref.label}]"
                for (text, (a, b)), (_, ref) in list(zip(spans, lost, strict=True))[:NAMED]
            ),
            tuple(spot for text, (a, b) in spans for spot in material.evidence(text, a, b)),
        )


def _following(known: Sequence[str], labels: Sequence[str]) -> set[str]:
    """The labels that go on from those that are known: signs, and numbers without a gap.

    A raised figure beyond them (a power, a page) is no note's marker, and a figure beyond them at the beginning of a
    line (a work's number, a page) no note's label.
    """
    highest = max((int(label) for label in known if label.isdecimal()), default=0)
    possible = {label for label in labels if not label.isdecimal()}
    for number in sorted({int(label) for label in labels if label.isdecimal()}):
        if number <= highest + 1:
            possible.add(str(number))
            highest = max(highest, number)
    return possible


def note_without_text(material: Material) -> Iterator[Observation]:
    """Notes of which there is a marker and nothing else."""
    for note in material.document.notes:
        if not note.text.content.strip():
            label = material.element(note.element).label_text
            spots: tuple[Evidence, ...] = material.evidence(label)
            yield Observation(f"Note {note.label} has no text.", (note.label,), spots)


def _cell_refs(material: Material) -> Iterator[NoteRef]:
    """Raised figures left in cells are known by their label only: a note that has it is led to."""
    tables = [e for e in material.document.elements if e.kind is ElementKind.TABLE and e.table is not None]
    raised = {
        text.content[start:end].strip()
        for e in tables
        if e.table is not None
        for text in (cell.text for cell in e.table.cells)
        for start, end, style in text.styles()
        if style.position == "superscript"
    }
    for i, note in enumerate(material.document.notes):
        if note.label in raised:
            yield NoteRef(0, note.label, i)


CHECKS = (
    Check(
        "note-without-marker",
        "warning",
        "A note has no marker in the text.",
        "No raised figure or sign in the text leads to the note, and most notes of the report have one.",
        "Look for the marker on the pages before the note; the note's place in the text is not known.",
        note_without_marker,
    ),
    Check(
        "marker-without-note",
        "warning",
        "A marker leads to no note.",
        "No note has the number or sign of this marker, and most markers of the report lead to a note.",
        "Look at the foot of the page and at the end of the report; the note may be missing there too.",
        marker_without_note,
    ),
    Check(
        "note-without-text",
        "warning",
        "A note has a number and no text.",
        "Nothing stands beside the note's own mark.",
        "Look at the note on its page.",
        note_without_text,
    ),
)
