"""What the second witness says, gathered in one pass over the pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pypdfium2 import PdfiumError
from rapidfuzz import fuzz

from pipeline.model.document import Document
from pipeline.model.evidence import Evidence
from pipeline.model.geometry import Box
from pipeline.validation.ledger import accounts
from pipeline.validation.witness.comparison import only_in_first
from pipeline.validation.witness.folding import bare, marks_only, word_places
from pipeline.validation.witness.pdfium import Witness, WitnessPage

# A box may catch the edge of a neighbouring letter, or miss one: the whole must agree to this, and what is expected
# must stand in what is found, but for a letter in twenty (rapidfuzz ratios, 0 to 100).
ALIKE = 90.0
INSIDE = 95.0

# What is set aside because no reader can see it; the witness may report it or not.
UNSEEN = frozenset({"invisible", "clipped", "off-page", "background-coloured", "duplicate print", "blank"})


@dataclass(frozen=True, slots=True)
class SeenWord:
    """A word that only one of the two sees, and where, if that is known."""

    text: str
    box: Box | None


@dataclass(frozen=True, slots=True)
class PageTestimony:
    """One page: words that only we see, words that only PDFium sees, and evidence that does not hold there."""

    number: int
    letters: int  # letters and digits that PDFium sees
    bare_page: bool
    only_ours: tuple[SeenWord, ...] = ()
    only_theirs: tuple[SeenWord, ...] = ()
    entries: int = 0  # evidence entries looked at
    false_evidence: tuple[tuple[Evidence, str], ...] = ()  # an entry and what its boxes hold
    readable: bool = True


@dataclass(frozen=True, slots=True)
class Testimony:
    """All that the second witness says. `refused` is its reason for not opening the file, or None."""

    page_count: int
    pages: tuple[PageTestimony, ...]
    refused: str | None = None


def hear_witness(pdf: Path, document: Document, evidence: Sequence[Evidence]) -> Testimony:
    """Ask PDFium for the words of each page and for the text in the boxes of all evidence."""
    try:
        witness = Witness(pdf)
    except PdfiumError as error:
        return Testimony(0, (), refused=str(error))
    try:
        ours, unseen, entries = _words_by_page(document), _unseen_by_page(document), _by_page(evidence)
        pages = tuple(
            PageTestimony(page, 0, False, readable=False)
            if isinstance(page, int)
            else _hear_page(page, ours.get(page.number, ()), unseen.get(page.number, ""), entries.get(page.number, ()))
            for page in witness.pages()
        )
        return Testimony(len(witness), pages)
    finally:
        witness.close()


_Printed = tuple[str, Box | None]


def _hear_page(page: WitnessPage, ours: Sequence[_Printed], unseen: str, entries: Sequence[Evidence]) -> PageTestimony:
    theirs = list(word_places(page.text))
    our_words, their_words = [word for word, _ in ours], [page.text[start:end] for start, end in theirs]
    missed = only_in_first(their_words, our_words, unseen)
    return PageTestimony(
        number=page.number,
        letters=len(bare(page.text)),
        bare_page=page.bare_page,
        only_ours=tuple(SeenWord(*ours[i]) for i in only_in_first(our_words, their_words)),
        only_theirs=tuple(SeenWord(their_words[i], page.box_of(*theirs[i])) for i in missed),
        entries=len(entries),
        false_evidence=tuple(
            (entry, found) for entry in entries if not _holds(entry.exact, found := page.text_in(entry.boxes))
        ),
    )


def _holds(exact: str, found: str) -> bool:
    """Whether the text found in the boxes is what the evidence says, as far as two readers can agree."""
    want, got = bare(exact), bare(found)
    if not want:
        return marks_only(exact) in marks_only(found) or not marks_only(exact)
    return fuzz.ratio(got, want) >= ALIKE and (want in got or fuzz.partial_ratio(got, want) >= INSIDE)


def _words_by_page(document: Document) -> Mapping[int, Sequence[_Printed]]:
    """The words that we see on each page, wherever they ended, with their boxes."""
    pages: dict[int, list[_Printed]] = {}
    for line in (run.line for _, text in accounts(document) for run in text.runs):
        words = pages.setdefault(line.page, [])
        words += [(line.text[start:end], line.box_of(start, end)) for start, end in word_places(line.text)]
    for discard in document.discards:
        if discard.reason not in UNSEEN:
            words = pages.setdefault(discard.page, [])
            words += [(discard.text[start:end], discard.box) for start, end in word_places(discard.text)]
    return pages


def _unseen_by_page(document: Document) -> Mapping[int, str]:
    """The text of each page that is set aside because no reader can see it."""
    pages: dict[int, str] = {}
    for discard in document.discards:
        if discard.reason in UNSEEN:
            pages[discard.page] = f"{pages.get(discard.page, '')} {discard.text}"
    return pages


def _by_page(evidence: Sequence[Evidence]) -> Mapping[int, Sequence[Evidence]]:
    """The evidence of each page; entries for the same spot once."""
    pages: dict[int, dict[Any, Evidence]] = {}
    for entry in evidence:
        spot = (entry.exact, tuple(map(tuple, entry.boxes)))
        pages.setdefault(entry.page, {}).setdefault(spot, entry)
    return {page: list(entries.values()) for page, entries in pages.items()}
