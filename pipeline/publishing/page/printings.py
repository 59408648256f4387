"""The printings of a quote side by side, with what differs by words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from pipeline.alignment import word_steps
from pipeline.model.records import Occurrence, Quote
from pipeline.publishing.page.spots import Spots, shortened

PLACES = {"running": "In the running text", "pull-quote": "As a pull-quote"}
SAID_LENGTH = 60  # characters of left-out text that a sentence about it repeats


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one of two texts: in both, or only in this one; `edge` tells what was trimmed at an end of the other."""

    text: str
    only_here: bool
    edge: bool = False


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two texts in pieces, and their differences as sentences (none where both read the same)."""

    canonical: tuple[Piece, ...]
    other: tuple[Piece, ...]
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Printing:
    """One printing of a quote: where, and how it compares with the canonical text (None for that text itself)."""

    place: Literal["In the running text", "As a pull-quote"] | str
    page: int
    spots: str
    text: str
    comparison: Comparison | None


def printings(quote: Quote, address: str, spots: Spots) -> Iterator[Printing]:
    """Each printing of a quote."""
    for occurrence in quote.occurrences:
        yield Printing(
            place=PLACES[occurrence.place],
            page=occurrence.evidence[0].page,
            spots=" ".join(spots.add_all(address, occurrence.evidence)),
            text=occurrence.text,
            comparison=_compared(quote, occurrence),
        )


def _compared(quote: Quote, occurrence: Occurrence) -> Comparison | None:
    if occurrence.text == quote.text and occurrence is quote.occurrences[0]:
        return None
    return compare(quote.text, occurrence.text)


def compare(canonical: str, other: str) -> Comparison:
    """How another printing reads against the canonical one."""
    left: list[Piece] = []
    right: list[Piece] = []
    sentences: list[str] = []
    steps = list(word_steps(canonical, other))
    for k, (operation, taken, put) in enumerate(steps):
        same = operation == "equal"
        edge = not put and k in (0, len(steps) - 1)
        left += [Piece(taken, not same, edge and not same)] if taken else []
        right += [Piece(put, not same)] if put else []
        if not same:
            sentences.append(_sentence(taken, put, first=k == 0, last=k == len(steps) - 1))
    return Comparison(tuple(left), tuple(right), tuple(sentences))


def _sentence(taken: str, put: str, *, first: bool, last: bool) -> str:
    if taken and put:
        return f"says “{put}” instead of “{taken}”"
    if put:
        return f"adds “{put}”"
    where = "begins later, without" if first else "ends earlier, without" if last else "leaves out"
    return f"{where} “{shortened(taken, SAID_LENGTH)}”"
