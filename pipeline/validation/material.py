"""All that the checks look at, with what several of them need made once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from pipeline.model.corrections import Acknowledgement, Correction
from pipeline.model.document import Document, Element, ElementKind
from pipeline.model.evidence import Evidence
from pipeline.model.ledger import Ledger
from pipeline.model.records import Records
from pipeline.model.text import Text
from pipeline.validation.conformity import Problem
from pipeline.validation.witness import Testimony

# What is read one after the other: passages of these kinds are the report's own prose.
RUNNING = frozenset({ElementKind.PARAGRAPH, ElementKind.LIST_ITEM, ElementKind.BLOCK_QUOTE, ElementKind.BOX})


@dataclass(frozen=True, slots=True)
class Passage:
    """A text of the document and the element that it is part of. `cell` is the (row, column) of a table's cell."""

    text: Text
    element: int
    kind: ElementKind
    cell: tuple[int, int] | None = None


@dataclass(frozen=True)
class Material:
    """A report at the end of the walk: what was read, what was made of it, and what witnesses say of both.

    `testimony` is None where there is no PDF to ask. `problems` are those of the datasets as they are written.
    `stale` are corrections that no longer fit, `acknowledgements` what people say about findings.
    """

    document: Document
    records: Records
    ledger: Ledger
    testimony: Testimony | None = None
    problems: tuple[Problem, ...] = ()
    stale: tuple[tuple[Correction, str], ...] = ()
    acknowledgements: tuple[Acknowledgement, ...] = ()
    unmatched: tuple[Acknowledgement, ...] = ()  # acknowledgements without a finding, once all findings are known

    @cached_property
    def passages(self) -> Sequence[Passage]:
        """Every text that is printed once in its own right: all elements but copies, with the cells of tables."""
        found = (p for i, e in enumerate(self.document.elements) if e.copy is None for p in _passages_of(i, e))
        return tuple({id(p.text): p for p in found}.values())  # a caption is an element and known to its table, too

    @cached_property
    def running(self) -> Sequence[Passage]:
        """The report's own prose, in order."""
        return tuple(p for p in self.passages if p.kind in RUNNING)

    @property
    def is_english(self) -> bool:
        """Whether rules that know English words may be applied: it is, or too little is there to tell."""
        return (self.document.language or "en").split("-")[0].casefold() == "en"

    def element(self, index: int) -> Element:
        """The element with that index."""
        return self.document.elements[index]

    def evidence(self, text: Text, start: int = 0, end: int | None = None) -> tuple[Evidence, ...]:
        """Where a stretch of a text is printed."""
        return tuple(self.document.evidence(text, start, end))


def _passages_of(index: int, element: Element) -> Iterator[Passage]:
    if element.text and element.table is None:  # a table's text is that of its cells
        yield Passage(element.text, index, element.kind)
    if element.table is not None:
        for cell in element.table.cells:
            if cell.text:
                yield Passage(cell.text, index, ElementKind.TABLE, (cell.row, cell.column))
        for text in (element.table.caption, *element.table.notes):
            if text:
                yield Passage(text, index, ElementKind.CAPTION)
