"""Which quoted stretches are printings of one quote.

Method. Two quotes are one if the words of the shorter stand in the longer, in order: `pipeline.alignment.align` says so
(local alignment of normalised words; at least three quarters of the shorter's words found, all of them where it has
fewer than six, so a trimmed, shortened or slightly changed copy is found while two sentences that share a phrase are
not). Quotes of two different named speakers are never one. Terms are the same only when all their words are: two or
three words are found in many a sentence by chance.

A display quote whose original assembly has found belongs to the quote that it overlaps. Where it overlaps none, it
repeats the author's prose and is no quote. One without an original is held against all quotes in the same way.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import zip_longest
from typing import Literal

from pipeline.alignment import align
from pipeline.extraction.prose import Prose
from pipeline.extraction.quotation_marks import OPENING
from pipeline.extraction.quote_candidates import (
    STATEMENT_WORDS,
    Candidate,
    Kind,
    count_words,
    is_attribution,
    quote_span,
)
from pipeline.extraction.speakers import Speaker, Speakers
from pipeline.extraction.works import folded_words
from pipeline.model.document import Copy
from pipeline.model.text import Text

FEWEST_WORDS = 3  # fewer are found in any sentence: they must be all there is
_SAID: dict[Kind, Kind] = {"block": "block", "statement": "statement", "term": "statement"}  # once the speaker is known
MOST_PAIRS = 400_000  # words times words: beyond, an alignment costs seconds, and no quote is as long as that


@dataclass(frozen=True, slots=True)
class Printing:
    """One printing of a quote, without outer marks."""

    place: Literal["running", "pull-quote"]
    pieces: tuple[tuple[Text, int, int], ...]

    @property
    def text(self) -> str:
        """What this printing says."""
        return " ".join(text.content[start:end] for text, start, end in self.pieces)


@dataclass
class Printed:
    """A quote in the making: the candidate whose text is canonical, and all printings in reading order."""

    canonical: Candidate
    running: list[Candidate] = field(default_factory=list)
    displayed: list[Printing] = field(default_factory=list)

    @property
    def printings(self) -> list[Printing]:
        """Running text first (the canonical one before others), then display copies."""
        rest = [c for c in self.running if c is not self.canonical]
        return [Printing("running", c.pieces) for c in (self.canonical, *rest)] + self.displayed

    def sign(self, speaker: Speaker | None) -> None:
        """Take the speaker whom a display copy names, where the running text names none."""
        if speaker is None or any(c.speaker for c in self.running):
            return
        at = self.running.index(self.canonical)
        self.running = [replace(c, kind=_SAID[c.kind], speaker=speaker) for c in self.running]
        self.canonical = self.running[at]


def group(candidates: Sequence[Candidate]) -> list[Printed]:
    """Candidates of running text as quotes, in the order of their first printing."""
    quotes: list[Printed] = []
    terms: dict[tuple[str, ...], Printed] = {}
    said: list[Printed] = []
    for candidate in candidates:
        words = folded_words(candidate.text)
        if candidate.kind == "term":
            home = terms.get(words)
        else:
            home = next((q for q in said if _is_same(q.canonical, candidate)), None)
        if home is None:
            home = Printed(candidate, [candidate])
            quotes.append(home)
            if candidate.kind == "term":
                terms[words] = home
            else:
                said.append(home)
            continue
        home.running.append(candidate)
        if _rank(candidate) > _rank(home.canonical):
            home.canonical = candidate
    return quotes


def add_displayed(prose: Prose, speakers: Speakers, quotes: list[Printed]) -> None:
    """Give each display quote to the quote that it repeats; one that repeats nothing becomes a block quote.

    That it is a quote and no slogan then shows by its marks or its signature.
    """
    for passage, after in zip_longest(prose.displays, prose.displays[1:]):
        element, content = passage.element, passage.content
        if is_attribution(content):
            continue
        start, end = quote_span(content)
        pieces = ((element.text, start, end),)
        text = content[start:end]
        if element.copy is not None:
            home = _overlapping(quotes, element.copy)
        else:
            home = next(
                (q for q in quotes if _may_be_displayed(q.canonical) and _is_printing(text, q.canonical.text)), None
            )
        if home is not None:
            home.displayed.append(Printing("pull-quote", pieces))
            home.sign(next(iter(speakers.inside(passage, end, len(content))), None))
        elif element.copy is None and (content[:1] in OPENING or end < len(content)):
            named = speakers.inside(passage, end, len(content))
            if not named and after is not None and after.index == passage.index + 1 and is_attribution(after.content):
                named = speakers.inside(after, 0, len(after.content))
            alone = Candidate("block", passage.index, element.section, pieces, named[0] if named else None)
            quotes.append(Printed(alone, [alone]))


def _is_same(known: Candidate, new: Candidate) -> bool:
    if known.speaker and new.speaker and known.speaker.name != new.speaker.name:
        return False
    return _is_printing(known.text, new.text)


def _is_printing(one: str, other: str) -> bool:
    needle, haystack = sorted((one, other), key=lambda t: (len(folded_words(t)), t))
    short, long = len(folded_words(needle)), len(folded_words(haystack))
    if short < FEWEST_WORDS or short * long > MOST_PAIRS:
        return folded_words(needle) == folded_words(haystack)
    return align(needle, haystack) is not None


def _rank(candidate: Candidate) -> tuple[bool, int]:
    """Set-off quotes before statements, the fuller text before the trimmed one; of equal ones the first stays."""
    return candidate.kind == "block", len(folded_words(candidate.text))


def _may_be_displayed(candidate: Candidate) -> bool:
    """Whether a display copy may repeat it: anything but a term of few words, which is part of the prose around it."""
    return candidate.kind != "term" or count_words(candidate.text) >= STATEMENT_WORDS


def _overlapping(quotes: Sequence[Printed], copy: Copy) -> Printed | None:
    """The quote that the original lies in, or most of it."""
    best, most = None, 0
    for quote in quotes:
        for candidate in quote.running:
            shared = 0
            if candidate.element == copy.element:
                shared = sum(min(end, copy.end) - max(start, copy.start) for _, start, end in candidate.pieces[:1])
            if shared > most and _may_be_displayed(candidate):
                best, most = quote, shared
    return best
