"""What the second witness says, gathered in one pass over the pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pypdfium2 import PdfiumError
from rapidfuzz import fuzz

from pipeline.model.document import Document
from pipeline.model.evidence import Evidence
from pipeline.model.geometry import Box
from pipeline.model.lines import Line
from pipeline.validation.ledger import accounts
from pipeline.validation.witness.comparison import only_in_first, without_doubles
from pipeline.validation.witness.folding import bare, marks_only, word_places
from pipeline.validation.witness.pdfium import Witness, WitnessPage

# A box may catch the edge of a neighbouring letter, or miss one: the whole must agree to this, and what is expected
# must stand in what is found, but for a letter in twenty (rapidfuzz ratios, 0 to 100).
ALIKE = 90.0
INSIDE = 95.0

# What is set aside because no reader can see it; the witness may report it or not.
DOUBLED = "duplicate print"
UNSEEN = frozenset({"invisible", "clipped", "off-page", "background-coloured", "blank", DOUBLED})


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
        ours = _our_pages(document, evidence)
        pages = tuple(
            PageTestimony(page, 0, False, readable=False)
            if isinstance(page, int)
            else _hear_page(page, ours.get(page.number, _OurPage()))
            for page in witness.pages()
        )
        return Testimony(len(witness), pages)
    finally:
        witness.close()


_Place = Box | tuple[Line, int, int]  # a box, or a stretch of a line whose box is made only when it is asked for


@dataclass
class _OurPage:
    """What we say of a page: the words on it with their boxes, what is set aside as unseen, and its evidence.

    `doubled` where glyphs are printed twice: then the witness may write parts of words twice.
    """

    words: list[tuple[str, _Place]] = field(default_factory=list)
    unseen: str = ""
    doubled: bool = False
    entries: dict[Any, Evidence] = field(default_factory=dict)

    def comparable(self, word: str) -> str:
        """A word as it is compared on this page."""
        return without_doubles(bare(word)) if self.doubled else bare(word)


def _hear_page(page: WitnessPage, ours: _OurPage) -> PageTestimony:
    theirs = list(word_places(page.text))
    our_forms = [ours.comparable(word) for word, _ in ours.words]
    their_forms = [ours.comparable(page.text[start:end]) for start, end in theirs]
    missed = [theirs[i] for i in only_in_first(their_forms, our_forms, ours.comparable(ours.unseen))]
    held = {spot: page.text_in(entry.boxes) for spot, entry in ours.entries.items()}
    return PageTestimony(
        number=page.number,
        letters=len(bare(page.text)),
        bare_page=page.bare_page,
        only_ours=tuple(_seen(*ours.words[i]) for i in only_in_first(our_forms, their_forms)),
        only_theirs=tuple(SeenWord(page.text[start:end], page.box_of(start, end)) for start, end in missed),
        entries=len(ours.entries),
        false_evidence=tuple(
            (entry, held[spot])
            for spot, entry in ours.entries.items()
            if not _holds(entry.exact, held[spot], ours.comparable)
        ),
    )


def _seen(word: str, place: _Place) -> SeenWord:
    """A word with its box."""
    return SeenWord(word, place if isinstance(place, Box) else place[0].box_of(*place[1:]))


def _holds(exact: str, found: str, comparable: Callable[[str], str]) -> bool:
    """Whether the text found in the boxes is what the evidence says, as far as two readers can agree."""
    want, got = comparable(exact), comparable(found)
    if not want:
        return marks_only(exact) in marks_only(found) or not marks_only(exact)
    return fuzz.ratio(got, want) >= ALIKE and (want in got or fuzz.partial_ratio(got, want) >= INSIDE)


def _our_pages(document: Document, evidence: Sequence[Evidence]) -> dict[int, _OurPage]:
    """All that we say, by page; words wherever they ended, evidence for the same spot once."""
    pages: dict[int, _OurPage] = {page.number: _OurPage() for page in document.pages}
    for line in (run.line for _, text in accounts(document) for run in text.runs):
        pages[line.page].words += [(line.text[a:b], (line, a, b)) for a, b in word_places(line.text)]
    for discard in document.discards:
        page = pages[discard.page]
        if discard.reason in UNSEEN:
            page.unseen = f"{page.unseen} {discard.text}"
        else:
            page.words += [(discard.text[a:b], discard.box) for a, b in word_places(discard.text)]
        page.doubled |= discard.reason == DOUBLED
    for entry in evidence:
        if entry.page in pages:
            pages[entry.page].entries.setdefault((entry.exact, tuple(map(tuple, entry.boxes))), entry)
    return pages
