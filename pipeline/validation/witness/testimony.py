"""What the second witness says, gathered in one pass over the pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pypdfium2 import PdfiumError
from rapidfuzz import fuzz

from pipeline.model.blocks import Discard
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
EDGES = 2  # letters of neighbours that a box may catch: of a label or a logo, they are more than a tenth

# PDFium's text knows the Basic Multilingual Plane only: of mathematical italics it says nothing.
LAST_OF_PLANE = "\uffff"

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
    """What we say of a page: the lines and discards on it, and its evidence, entries for the same spot once."""

    lines: list[Line] = field(default_factory=list)
    discards: list[Discard] = field(default_factory=list)
    entries: dict[Any, Evidence] = field(default_factory=dict)

    def words(self) -> list[tuple[str, _Place]]:
        """The words on the page that a reader can see, wherever they ended."""
        kept: list[tuple[str, _Place]] = [
            (line.text[a:b], (line, a, b)) for line in self.lines for a, b in word_places(line.text)
        ]
        seen = [d for d in self.discards if d.reason not in UNSEEN]
        kept += [(d.text[a:b], d.box) for d in seen for a, b in word_places(d.text)]
        return [(word, place) for word, place in kept if max(word) <= LAST_OF_PLANE]

    def unseen(self) -> str:
        """What is set aside because no reader can see it."""
        return " ".join(d.text for d in self.discards if d.reason in UNSEEN)

    def comparable(self) -> Callable[[str], str]:
        """How words are compared: where glyphs are printed twice, the witness may write parts of words twice."""
        doubled = any(d.reason == DOUBLED for d in self.discards)
        return (lambda word: without_doubles(bare(word))) if doubled else bare


def _hear_page(page: WitnessPage, ours: _OurPage) -> PageTestimony:
    comparable = ours.comparable()
    words, theirs = ours.words(), list(word_places(page.text))
    our_forms = [comparable(word) for word, _ in words]
    their_forms = [comparable(page.text[start:end]) for start, end in theirs]
    missed = [theirs[i] for i in only_in_first(their_forms, our_forms, comparable(ours.unseen()))]
    held = {spot: page.text_in(entry.boxes) for spot, entry in ours.entries.items()}
    return PageTestimony(
        number=page.number,
        letters=len(bare(page.text)),
        bare_page=page.bare_page,
        only_ours=tuple(_seen(*words[i]) for i in only_in_first(our_forms, their_forms)),
        only_theirs=tuple(SeenWord(page.text[start:end], page.box_of(start, end)) for start, end in missed),
        entries=len(ours.entries),
        false_evidence=tuple(
            (entry, held[spot])
            for spot, entry in ours.entries.items()
            if not _holds(entry.exact, held[spot], comparable)
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
    if sorted(want) == sorted(got) or (want in got and len(got) - len(want) <= EDGES):
        return True  # readers take what stands side by side in different orders
    return fuzz.ratio(got, want) >= ALIKE and (want in got or fuzz.partial_ratio(got, want) >= INSIDE)


def _our_pages(document: Document, evidence: Sequence[Evidence]) -> dict[int, _OurPage]:
    """All that we say, by page."""
    pages: dict[int, _OurPage] = {page.number: _OurPage() for page in document.pages}
    for _, text in accounts(document):
        for run in text.runs:
            pages[run.line.page].lines.append(run.line)
    for discard in document.discards:
        pages[discard.page].discards.append(discard)
    for entry in evidence:
        if entry.page in pages:
            pages[entry.page].entries.setdefault((entry.exact, tuple(map(tuple, entry.boxes))), entry)
    return pages
