"""Titles of works inside prose: they are no quotes, and what they name is not named by the report itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.extraction.english import english
from pipeline.extraction.prose import Passage
from pipeline.extraction.quotation_marks import Quoted, quotations
from pipeline.extraction.sentences import Span
from pipeline.extraction.stretches import left_of
from pipeline.extraction.wordlists import words

_SMALL = words("a an the of for in on at to by from with and or nor but as into onto over per via vs is are be its it")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_BEFORE = re.compile(r"([^\W\d_]+)(?: (called|named|on|about))?[,:]?\s*\Z")
# APA: "Author. (Year). Title. Place: Publisher." (Publication Manual, 7th edition, 9.4 and following)
# Other author-date styles print the year bare, between stops.
_AFTER_YEAR = re.compile(
    r"\((?:\d{4}[a-z]?|[Nn]\.\s?[Dd]\.|forthcoming|in press)[^)]*\)\.?\s+|(?<=[.,] )(?:19|20)\d\d[a-z]?\.\s+"
)
_YEAR = re.compile(r"\s?\(\d{4}\)")
_STOP = re.compile(r"[.?!](?=\s|\Z)|;")
FEWEST_TITLE_WORDS = 3  # words with a capital by which a title is known without a word like "report" before it


def work_spans(passage: Passage) -> tuple[Span, ...]:
    """The stretches of a passage that are titles of works, in order."""
    return tuple(sorted({*_quoted_titles(passage), *_italic_titles(passage), *_titles_after_year(passage)}))


def is_title(passage: Passage, quoted: Quoted) -> bool:
    """Whether a quotation is a work's title: in a note's reference, after "report" or "titled", or in title case."""
    inner = passage.content[quoted.inner_start : quoted.inner_end]
    capitals = _title_capitals(inner)
    if passage.kind == "note":
        return capitals > 0 or passage.is_reference
    if _introduced_as_work(left_of(passage.content, quoted.start)):
        return inner[:1].isupper() and " " in inner
    return capitals >= FEWEST_TITLE_WORDS and not inner.rstrip().endswith(("!", ";"))


def _title_capitals(text: str) -> int:
    """How many words of a title-cased text have a capital; 0 where it is not in title case or one word alone."""
    found = _WORD.findall(text)
    content = [w for w in found if w.casefold() not in _SMALL]
    if len(found) < 2 or not found[0][0].isupper() or any(w[0].islower() for w in content):
        return 0
    return len(content)


def _introduced_as_work(left: str) -> bool:
    found = _BEFORE.search(left)
    if found is None:
        return False
    return found[1].casefold() in english().work_nouns | english().title_participles


def _quoted_titles(passage: Passage) -> Iterator[Span]:
    for quoted in quotations(passage.content):
        if is_title(passage, quoted):
            yield Span(quoted.start, quoted.end)


def _italic_titles(passage: Passage) -> Iterator[Span]:
    """In notes italics mark titles; in running text also stress and names, so a sign of a title must be there."""
    content = passage.content
    for start, end, style in passage.text.styles():
        text = content[start:end].strip()
        if not style.italic or len(text) == len(content.strip()):
            continue
        title = _title_capitals(text) >= FEWEST_TITLE_WORDS
        signed = ":" in text or _introduced_as_work(left_of(content, start)) or _YEAR.match(content, end)
        if (passage.kind == "note" and " " in text) or (title and signed):
            yield Span(start, end)


def _titles_after_year(passage: Passage) -> Iterator[Span]:
    if passage.kind != "note":
        return
    for year in _AFTER_YEAR.finditer(passage.content):
        stop = _STOP.search(passage.content, year.end())
        end = stop.end() if stop else len(passage.content)
        if not passage.content.startswith(("Retrieved", "http"), year.end()):
            yield Span(year.end(), end)


def folded_words(text: str) -> tuple[str, ...]:
    """The words of a text without case, marks and stops."""
    return tuple(w.casefold().replace("’", "'") for w in re.findall(r"\w+(?:['’]\w+)*", text))
