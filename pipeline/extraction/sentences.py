"""Sentences of English prose, as stretches of the text that they stand in.

A stop ends a sentence where a new one can begin after it: closing marks, white space, then a capital, a digit or an
opening mark. What makes it hard are stops that belong to an abbreviation; three kinds of them behave differently (the
distinction of Grefenstette and Tapanainen, "What is a word, what is a sentence?", 1994):

- before a name ("Dr. Okafor", "e.g. Ohio"): never an end; before a number ("No. 4"): none if a number follows;
- "U.S.", "Inc.", "a.m.", initials: an end only where the next word is one that opens sentences and, written with a
  capital, hardly ever stands inside one ("The", "We", "However");
- spaced dots (". . .") are an ellipsis and no end.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from pipeline.extraction.wordlists import MONTHS_SHORT, SENTENCE_OPENERS, words

_CLOSING = "\"'”’»)\\]"
_OPENING = "\"'“‘«(\\["
_STOP = re.compile(rf"(?<!\s)[.!?…]+[{_CLOSING}]*(?=\s+[{_OPENING}]*[^\W_a-zß-öø-ÿ])")
_WORD_BEFORE = re.compile(r"[\w.&’'-]*$")
_NEXT_WORD = re.compile(r"\W*([^\W\d_]+(?:[’'][a-z]+)?)(\.?)")

_BEFORE_NAMES = words(
    "dr mr mrs ms mx prof cllr rev hon sen rep gov lt col gen capt sgt st mt ft fr sr supt asst assoc "
    "cf vs viz e.g i.e approx ca"
)
_BEFORE_NUMBERS = words("no nos vol vols fig figs p pp ch chap sec eq art para tab")
_MAY_END = MONTHS_SHORT | words(
    "u.s u.k u.n e.u d.c a.m p.m b.c a.d ph.d m.d ed.d ed.m m.a b.a m.s b.s m.ed u.s.a al ed eds trans inc ltd co corp "
    "llc bros dept univ jr sr esq etc ave blvd rd"
)


LONGEST_LABEL = 12  # characters with white space before it: "viii" and the like


class Span(NamedTuple):
    """A stretch of a text: content[start:end]."""

    start: int
    end: int


def sentences(content: str) -> list[Span]:
    """The sentences of a paragraph in order, without the white space between them; nothing else is left out."""
    ends = [m.end() for m in _STOP.finditer(content) if _ends_sentence(content, m)]
    spans: list[Span] = []
    start = 0
    for end in [*ends, len(content)]:
        bare = content[start:end]
        first = start + len(bare) - len(bare.lstrip())
        last = start + len(bare.rstrip())
        if first < last:
            spans.append(Span(first, last))
        start = end
    return spans


def sentence_around(content: str, offset: int) -> Span:
    """The sentence that holds content[offset] (the one before, where the offset lies between two)."""
    spans = sentences(content)
    if not spans:
        return Span(0, len(content))
    return next((s for s in reversed(spans) if s.start <= offset), spans[0])


def _ends_sentence(content: str, stop: re.Match[str]) -> bool:
    if stop.group()[0] != "." or stop.group().startswith(".."):
        return True
    found = _WORD_BEFORE.search(content, max(0, stop.start() - 40), stop.start())
    word = found.group() if found else ""
    following = _NEXT_WORD.match(content, stop.end())
    opens = following is not None and not following[2] and following[1].casefold() in SENTENCE_OPENERS
    folded = word.casefold()
    if _is_enumerator(content, stop.start(), word):
        return False
    if folded in _MAY_END or _is_initial(word):
        return opens or stop.group() != "."
    if folded in _BEFORE_NUMBERS:
        return not content[stop.end() :].lstrip()[:1].isdigit()
    return folded not in _BEFORE_NAMES or (word.isupper() and len(word) > 1)  # "MT." is no "Mt."


def _is_initial(word: str) -> bool:
    """A single capital, or capitals with stops between ("O", "J.R")."""
    return re.fullmatch(r"(?:[^\W\d_a-z]\.)*[^\W\d_a-z]", word) is not None


def _is_enumerator(content: str, at: int, word: str) -> bool:
    """A number or letter that opens the paragraph ("1. Teachers …") labels it."""
    return (
        at <= LONGEST_LABEL
        and len(word) <= 3
        and content[:at].strip() == word
        and re.fullmatch(r"\d+|[a-zA-Z]|[ivxIVX]+", word) is not None
    )
