"""The prose of a report: passages with their sentences and words, which the rules for names and quotes read.

Prose is running text and notes. Headings, contents, captions, table cells and display copies are not read: they repeat
names in title case, where capitals say nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from statistics import median
from typing import Literal

from pipeline.extraction.sentences import sentences
from pipeline.extraction.tokens import Chunk, Token, chunks_of, tokens_of
from pipeline.model.document import Document, Element, ElementKind, Zone
from pipeline.model.lines import Line
from pipeline.model.text import NOT_IN_TEXT, Text

# A stretch with so many capitals among its letters is set in capitals, so that they do not mark names.
ALL_CAPITALS = 0.7
FEW_LINES = 4  # name, office, body and place each on a line of its own
FULL = 0.95  # of the measure: ragged lines end a little before it

_REFERENCE = re.compile(r"\(\d{4}|https?://|www\.|Retrieved|[Aa]ccessed|\bpp?\. ?\d|\b(?:19|20)\d\d\b")
# Lists of works are notes to the text, not part of it.
_REFERENCES = re.compile(
    r"(?:references|bibliography|works cited|literature|sources|further reading|(?:end ?)?notes)(?: (?:and|&) \w+)?",
    re.I,
)
_CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"
_ENTRY = re.compile(
    rf"(?:\[[^\s\]]+\]|\d+\.)?\s*(?:{_CAPITAL}[\w’'-]+,\s*(?:{_CAPITAL}\.[\s-]*)+|(?:{_CAPITAL}\.[\s-]*)+{_CAPITAL}[\w’'-]+)[,.;&\s(]"
)
_SENTENCE_END = re.compile(r"[.!?:][”’\"')]*\s*\Z")


@dataclass(frozen=True)
class Sentence:
    """One sentence: its stretch of the passage, and its words (offsets count from the passage's start)."""

    start: int
    end: int
    tokens: tuple[Token, ...]

    @cached_property
    def chunks(self) -> tuple[Chunk, ...]:
        """Its stretches of capitalised words."""
        return tuple(chunks_of(self.tokens))


@dataclass(frozen=True)
class Passage:
    """A paragraph, list item, set-off quote, box or note, with the index of its element."""

    index: int
    element: Element
    kind: Literal["running", "note", "display"]
    measure: float = 0.0  # how wide the report's full lines are, in points

    @property
    def text(self) -> Text:
        """Its text."""
        return self.element.text

    @property
    def content(self) -> str:
        """Its text's characters."""
        return self.element.text.content

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Its sentences, without those set in capitals throughout."""
        return tuple(self._sentences())

    @cached_property
    def is_reference(self) -> bool:
        """Whether it refers to a work, as most notes do: it has a year, an address, or pages."""
        return _REFERENCE.search(self.content) is not None

    def _sentences(self) -> Iterator[Sentence]:
        for span in sentences(self.content):
            if not _in_capitals(self.content[span.start : span.end]):
                tokens = tokens_of(self.content, span.start, span.end)
                yield Sentence(span.start, span.end, tuple(self._parted(t) for t in tokens))

    def _parted(self, token: Token) -> Token:
        """A word at the start of a short line follows a comma, as it were."""
        return replace(token, gap=", ") if token.gap == " " and token.start in self._short_lines else token

    @cached_property
    def _short_lines(self) -> frozenset[int]:
        """Where lines begin in a paragraph of a few short ones, as a signature has: their ends mean commas.

        A line is short, and its end meant, if the next one's first word would have fitted into it.
        """
        runs = [run for run in self.text.runs if any(a != NOT_IN_TEXT for a in run.at)]
        if not 1 < len(runs) <= FEW_LINES or _SENTENCE_END.search(self.content):
            return frozenset()
        room = [FULL * self.measure - _width(run.line) for run in runs]
        if any(left < _first_word(following.line) for left, following in zip(room, runs[1:], strict=False)):
            return frozenset()
        return frozenset(min(a for a in run.at if a != NOT_IN_TEXT) for run in runs)


@dataclass(frozen=True)
class Prose:
    """All passages of a report in reading order: running text, then notes."""

    passages: tuple[Passage, ...]
    displays: tuple[Passage, ...] = ()  # display quotes: only who signs them is read

    @cached_property
    def lower(self) -> frozenset[str]:
        """The words that the report writes in lower case somewhere: common words, not names."""
        return frozenset(t.text for p in self.passages for s in p.sentences for t in s.tokens if t.text.islower())

    @cached_property
    def capitals_inside(self) -> frozenset[str]:
        """Words that it writes with a capital inside a sentence: names, or parts of them."""
        return frozenset(t.text for p in self.passages for s in p.sentences for t in s.tokens[1:] if t.capital)


def prose_of(document: Document) -> Prose:
    """The prose of a document; the contents list is none, and of cover and imprint only what ends like a sentence."""
    cited = {k for k, s in enumerate(document.sections) if _REFERENCES.fullmatch(s.title.content.strip())}
    measure = _measure(document)
    running = [
        Passage(i, e, "note" if e.section in cited or is_entry(e.text.content) else "running", measure)
        for i, e in document.running()
        if e.text and _is_prose(e)
    ]
    notes = [Passage(n.element, document.elements[n.element], "note") for n in document.notes if n.text]
    displays = [Passage(i, e, "display") for i, e in enumerate(document.elements) if _is_display(e)]
    return Prose((*running, *notes), tuple(displays))


def _measure(document: Document) -> float:
    """The usual width of the lines that are not the last of their paragraph; of the widest, in a very short report."""
    texts = [e.text for _, e in document.running()]
    full = [_width(run.line) for text in texts if len(text.runs) > 2 for run in text.runs[:-1]]
    return median(full) if full else max((_width(run.line) for text in texts for run in text.runs), default=0.0)


def _width(line: Line) -> float:
    return line.x1[-1] - line.x0[0]


def _first_word(line: Line) -> float:
    """The width of a line's first word and a space (a third of an em, at most)."""
    end = next((i for i, c in enumerate(line.text) if c.isspace()), len(line.text))
    return line.x1[end - 1] - line.x0[0] + line.size / 3


def is_entry(content: str) -> bool:
    """Whether a text is an entry of a list of works by its form: authors with initials and a year, or an address."""
    if re.search(r"\b(?:Retrieved|Accessed|Available)(?: (?:from|at|on)\b)?:? ?.{0,40}(?:https?://|www\.)", content):
        return True
    return _ENTRY.match(content) is not None and re.search(r"\b(?:19|20)\d\d\b|https?://|www\.", content) is not None


def _is_display(element: Element) -> bool:
    return element.kind is ElementKind.PULL_QUOTE and bool(element.text)


def _is_prose(element: Element) -> bool:
    if element.zone in (Zone.FRONT, Zone.BACK):
        return _SENTENCE_END.search(element.text.content) is not None
    return element.zone is Zone.BODY


def _in_capitals(content: str) -> bool:
    if sum(any(map(str.isalpha, word)) for word in content.split()) < 2:
        return False  # one word in capitals may be a body's name ("UNICEF.")
    letters = list(filter(str.isalpha, content))
    return sum(map(str.isupper, letters)) > ALL_CAPITALS * len(letters)
