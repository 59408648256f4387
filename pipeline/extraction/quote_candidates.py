"""Every quoted stretch of a report: set-off quotes, quotations inside paragraphs, and display quotes.

A quotation inside a sentence is a statement when it has five words or more and a named speaker; quoted words that
only hold a term up ("a “can do” culture") are terms, and so is what nobody named says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from pipeline.extraction.english import english
from pipeline.extraction.prose import Passage, Prose
from pipeline.extraction.quotation_marks import OPENING, Quoted, quotations
from pipeline.extraction.speakers import Speaker, Speakers
from pipeline.extraction.stretches import left_of, right_of
from pipeline.extraction.wordlists import words
from pipeline.extraction.works import is_title
from pipeline.model.document import ElementKind
from pipeline.model.text import Text

LONGEST_SIGNATURE = 20  # words in the line that says whose a set-off quote is
STATEMENT_WORDS = 5  # the dataset's convention: fewer quoted words are a term
Kind = Literal["block", "statement", "term"]
_KINDS: tuple[Kind, ...] = ("block", "statement", "term")
_DETERMINERS = words("a an the this that these those his her its their our my your")
_DASH = re.compile(r"\s*(?:[—–―]|--|- )\s*(?=[^\W\d_a-z])")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A quoted stretch: its pieces (one a paragraph) without outer marks, and who says it."""

    kind: Kind
    element: int
    section: int | None
    pieces: tuple[tuple[Text, int, int], ...]
    speaker: Speaker | None

    @property
    def text(self) -> str:
        """The pieces as one text."""
        return " ".join(text.content[start:end] for text, start, end in self.pieces)

    @property
    def place(self) -> tuple[int, int]:
        """Element and offset, for reading order."""
        return self.element, self.pieces[0][1]


def running_candidates(prose: Prose, speakers: Speakers) -> list[Candidate]:
    """The quotes of running text, and of notes that are no references, in reading order."""
    found: list[Candidate] = []
    open_quote: Candidate | None = None
    for passage, before, after in _with_neighbours(prose):
        if is_attribution(passage.content) or (passage.kind == "note" and passage.is_reference):
            continue
        new = list(_of_passage(passage, before, after, speakers))
        if open_quote is not None and new and new[0].pieces[0][1] == 1:
            first = new.pop(0)
            kind = min(open_quote.kind, first.kind, key=_KINDS.index)
            speaker = open_quote.speaker or first.speaker
            joined = replace(open_quote, kind=kind, pieces=open_quote.pieces + first.pieces, speaker=speaker)
            found[-1] = joined
        found += new
        open_quote = found[-1] if found and _is_open(passage, found[-1]) else None
    return found


def _is_open(passage: Passage, last: Candidate) -> bool:
    """Whether the passage ends inside the quotation, so that the next paragraph may go on with it."""
    marks = quotations(passage.content)
    text, _, end = last.pieces[-1]
    return bool(marks) and not marks[-1].closed and text is passage.text and end == len(passage.content)


def _with_neighbours(prose: Prose) -> Iterator[tuple[Passage, Passage | None, Passage | None]]:
    """Each passage with the passages before and after it; a note stands alone."""
    running = [p for p in prose.passages if p.kind == "running"]
    for i, passage in enumerate(running):
        yield passage, running[i - 1] if i else None, running[i + 1] if i + 1 < len(running) else None
    yield from ((p, None, None) for p in prose.passages if p.kind == "note")


def _of_passage(
    passage: Passage, before: Passage | None, after: Passage | None, speakers: Speakers
) -> Iterator[Candidate]:
    indented = passage.element.kind is ElementKind.BLOCK_QUOTE and not _tells_of_quotes(passage.content)
    if indented or _is_set_off(passage, before):
        block = _block(passage, before, after, speakers)
        if block is not None:
            yield block
        return
    for quoted in quotations(passage.content):
        if (
            any(c.isalnum() for c in passage.content[quoted.inner_start : quoted.inner_end])
            and not is_title(passage, quoted)
            and not _is_nickname(passage, quoted)
        ):
            yield _inline(passage, before, quoted, speakers)


def _tells_of_quotes(content: str) -> bool:
    """An inset paragraph of prose: it opens with a quotation and goes on with more than whose it is."""
    marks = quotations(content)
    return bool(marks) and marks[0].start == 0 and marks[0].closed and quote_span(content) == (0, len(content))


def _is_set_off(passage: Passage, before: Passage | None) -> bool:
    """A paragraph that is one quotation, after a paragraph that introduces it with a colon."""
    if passage.element.kind is not ElementKind.PARAGRAPH or before is None or not _introduces(before):
        return False
    marks = quotations(passage.content)
    return len(marks) == 1 and marks[0].start == 0 and not passage.content[marks[0].end :].strip(" .,")


def _introduces(before: Passage) -> bool:
    return before.content.rstrip().endswith((":", ",", "—"))


def _is_nickname(passage: Passage, quoted: Quoted) -> bool:
    """One capitalised word in quotation marks between two others: Ada “Rain” Obi."""
    inner = passage.content[quoted.inner_start : quoted.inner_end]
    left, right = left_of(passage.content, quoted.start), right_of(passage.content, quoted.end)
    around = re.search(r"[A-Z][\w’-]+ \Z", left) and re.match(r" [A-Z][a-z]", right)
    return bool(around) and inner[:1].isupper() and " " not in inner


def _block(passage: Passage, before: Passage | None, after: Passage | None, speakers: Speakers) -> Candidate | None:
    """A set-off quote; None where only its indent speaks for one: no marks, no introduction, no signature."""
    start, end = quote_span(passage.content)
    if end == len(passage.content):
        end = _before_signature(passage, speakers)
    speaker = next(iter(speakers.inside(passage, end, len(passage.content))), None)
    signed = after is not None and is_attribution(after.content)
    if speaker is None and after is not None and signed:
        speaker = next(iter(speakers.inside(after, 0, len(after.content))), None)
    introduced = before is not None and before.element.kind is not ElementKind.BLOCK_QUOTE and _introduces(before)
    if speaker is None and before is not None and introduced and not signed:
        speaker = speakers.of_introduction(before)
    marked = passage.content[:1] in OPENING
    if not (speaker or signed or introduced or marked or end < len(passage.content)):
        return None
    return Candidate("block", passage.index, passage.element.section, ((passage.text, start, end),), speaker)


def _before_signature(passage: Passage, speakers: Speakers) -> int:
    """Where the quote ends if a name on a line of its own, without stop, says whose it is."""
    last = passage.sentences[-1] if len(passage.sentences) > 1 else None
    end = len(passage.content)
    if (
        last is None
        or passage.content.rstrip()[-1:] in '.!?…”"'
        or count_words(passage.content[last.start :]) > LONGEST_SIGNATURE
    ):
        return end
    named = speakers.inside(passage, last.start, last.end)
    return len(passage.content[: last.start].rstrip()) if named and named[0].start == last.start else end


def _inline(passage: Passage, before: Passage | None, quoted: Quoted, speakers: Speakers) -> Candidate:
    content = passage.content
    inner = content[quoted.inner_start : quoted.inner_end]
    speaker = None
    if count_words(inner) >= STATEMENT_WORDS and not _is_held_up(content, quoted):
        speaker = speakers.of_quotation(passage, quoted.start, quoted.end, before)
    start = quoted.inner_start + len(inner) - len(inner.lstrip())
    end = quoted.inner_end - (len(inner) - len(inner.rstrip()))
    kind: Kind = "statement" if speaker else "term"
    return Candidate(kind, passage.index, passage.element.section, ((passage.text, start, end),), speaker)


def count_words(text: str) -> int:
    """How many of the stretches between spaces have a letter or digit."""
    return sum(any(c.isalnum() for c in part) for part in text.split())


def _is_held_up(content: str, quoted: Quoted) -> bool:
    """Whether the words are named rather than said: after "so-called", or between an article and a noun."""
    left = left_of(content, quoted.start)
    last = re.search(r"([\w-]+),?\s*\Z", left)
    if last is None:
        return False
    word = last[1].casefold()
    if word in english().term_introducers and not left.rstrip().endswith(","):
        return True
    inner = content[quoted.inner_start : quoted.inner_end]
    attributive = re.match(r" [a-zà-ÿ-]+", right_of(content, quoted.end)) is not None and inner[-1:].isalnum()
    return word in _DETERMINERS and attributive and word not in ("that",)


def quote_span(content: str) -> tuple[int, int]:
    """The quotation in a set-off or display text, without outer marks and without the line that says whose it is."""
    marks = quotations(content)
    if marks and marks[0].start == 0:
        rest = content[marks[0].end :].strip(" .,")
        if not rest or _DASH.match(content[marks[0].end :]) or (len(marks) == 1 and _says_whose(rest)):
            return marks[0].inner_start, marks[0].inner_end
        return 0, len(content)
    for dash in _DASH.finditer(content):
        said = content[: dash.start()].rstrip()
        if said.endswith((".", "!", "?", "…", "”", '"')) and count_words(content[dash.end() :]) <= LONGEST_SIGNATURE:
            return 0, len(said)
    return 0, len(content)


def _says_whose(rest: str) -> bool:
    """Whether what follows a quotation says no more than whose it is: "said Ada Obi", "Ada Obi, nurse"."""
    return count_words(rest) <= LONGEST_SIGNATURE and (
        rest.split()[0] in english().speech_verbs or rest[0].isupper() or rest[0] == "("
    )


def is_attribution(content: str) -> bool:
    """Whether a text is no quote but the line under it that says whose it is: a dash, then a name."""
    return _DASH.match(content) is not None and count_words(content) <= LONGEST_SIGNATURE
