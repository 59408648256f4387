"""The figures that a report's text states."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.extraction.prose import Prose
from pipeline.extraction.quantities import Quantity, quantities
from pipeline.extraction.sections import section_id
from pipeline.extraction.sentences import Span, sentences
from pipeline.model.document import Document, ElementKind
from pipeline.model.ids import identifiers
from pipeline.model.records import SectionRecord, Statistic
from pipeline.model.text import Text

# Hyphens and spaces that do not break are those of the rules, character by character.
_PLAIN = str.maketrans({"\u2010": "-", "\u2011": "-", "\u00a0": " ", "\u202f": " ", "\u2009": " "})

CELL_WORDS = 5  # fewer words in a table's cell make a label or a number, no sentence

_Key = tuple[int | float, str, str, str]


@dataclass(frozen=True, slots=True)
class _Printing:
    """A quantity where it is printed; `copy`: in a display copy of the running text."""

    text: Text
    sentence: Span
    quantity: Quantity
    section: int | None
    copy: bool

    @property
    def phrase(self) -> str:
        return self.text.content[self.quantity.start : self.quantity.end]

    @property
    def key(self) -> _Key:
        q = self.quantity
        return q.value, q.unit, q.comparator, self.phrase.casefold()


def extract_statistics(document: Document, prose: Prose, sections: Sequence[SectionRecord]) -> list[Statistic]:
    """One record for each value, unit, comparator and phrase, with evidence for each printing, in reading order.

    Read are the running text and the sentences in tables' cells; cells that hold mere numbers belong to their table,
    and notes state sources. A display copy adds its printing to what it repeats and never makes a record.
    """
    by_key: dict[_Key, list[_Printing]] = {}
    printings = list(_printings(document, prose))
    for printing in printings:
        if not printing.copy:
            by_key.setdefault(printing.key, []).append(printing)
    for printing in printings:
        if printing.copy and printing.key in by_key:
            by_key[printing.key].append(printing)
    groups = list(by_key.values())
    ids = identifiers([(g[0].phrase, f"{g[0].quantity.value} {g[0].quantity.unit}") for g in groups])
    return [_record(document, group, own, sections) for own, group in zip(ids, groups, strict=True)]


def _printings(document: Document, prose: Prose) -> Iterator[_Printing]:
    running = {p.index for p in prose.passages if p.kind == "running"}
    for i, element in enumerate(document.elements):
        if i in running:
            yield from _in_text(element.text, element.section, False)
        elif element.kind is ElementKind.PULL_QUOTE:
            yield from _in_text(element.text, element.section, element.copy is not None)
        elif element.table:
            for cell in sorted(element.table.cells, key=lambda c: (c.row, c.column)):
                if not cell.header and len(cell.text.content.split()) >= CELL_WORDS:
                    yield from _in_text(cell.text, element.section, False)


def _in_text(text: Text, section: int | None, copy: bool) -> Iterator[_Printing]:
    plain = text.content.translate(_PLAIN)
    for sentence in sentences(plain):
        for quantity in quantities(plain, sentence):
            yield _Printing(text, sentence, quantity, section, copy)


def _record(document: Document, group: Sequence[_Printing], own: str, sections: Sequence[SectionRecord]) -> Statistic:
    first = group[0]
    evidence = [e for p in group for e in document.evidence(p.text, p.quantity.start, p.quantity.end)]
    evidence += document.evidence(first.text, *first.sentence, field="sentence")
    return Statistic(
        id=own,
        text=first.phrase,
        value=first.quantity.value,
        unit=first.quantity.unit,
        comparator=first.quantity.comparator,
        sentence=first.text.content[first.sentence.start : first.sentence.end],
        section_id=section_id(sections, first.section),
        evidence=evidence,
    )
