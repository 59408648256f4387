"""Display copies of a quote that do not say what the quote says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.alignment import align
from pipeline.model.evidence import Evidence
from pipeline.validation.material import Material
from pipeline.validation.registry import Check, Observation
from pipeline.validation.words import Word, around, fold, squeeze, words_of
from pipeline.validation.words import steps as word_steps

OMISSION = re.compile(r"\.{3}|\. \. \.|…|\[")
# A quote has words; a formula set off by itself has none.
_LONG_WORDS = re.compile(r"[^\W\d_]{3,}")
FEWEST_WORDS = 3

# What stands on display and is like a passage of the report is a copy of it only if it is a sentence of some length;
# labels, cells and formulas are like others by their nature. And where more than this share of such copies differ, they
# are no copies but texts on one matter.
_SENTENCE = re.compile(r"[“\"'(]?[A-Z](?:\S*\s+){9,}\S*[.!?…][”\"')]?")
EXCEPTIONS = 1 / 3
MOST_CHANGES = 2  # places: a text that differs in more is no copy but another text on the same matter
# Words at a copy's end that the alignment leaves out. More of them, or some where the original has none, are a label or
# an attribution and no changed end.
LONGEST_EDGE = 2
_OUTER_MARKS = "\"'“”‘’«»„ "
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*\s*$")


@dataclass(frozen=True, slots=True)
class Spans:
    """A stretch of the original and what the copy has instead, each with a word or two around it."""

    original: tuple[int, int]
    copy: tuple[int, int]


def pull_quote_differs(material: Material) -> Iterator[Observation]:
    """Display copies that change the words of the passage they repeat."""
    for quote in material.records.quotes:
        for occurrence in quote.occurrences:
            if occurrence.place == "pull-quote" and len(_LONG_WORDS.findall(occurrence.text)) >= FEWEST_WORDS:
                yield from _compare(quote.text, occurrence.text, [*quote.evidence[:1], *occurrence.evidence])
    yield from _of_prose(material)


def _of_prose(material: Material) -> Iterator[Observation]:
    """Copies of the author's own sentences, where the report's copies mostly are true ones."""
    quoted = [fold(o.text) for q in material.records.quotes for o in q.occurrences if o.place == "pull-quote"]
    compared = []
    for element in material.document.elements:
        copy = element.text.content
        if element.copy is None or not _SENTENCE.fullmatch(copy) or any(text in fold(copy) for text in quoted):
            continue
        source, start, end = material.element(element.copy.element).text, element.copy.start, element.copy.end
        evidence = [*material.evidence(source, start, end), *material.evidence(element.text)]
        compared.append(list(_compare(source.content[start:end], copy, evidence)))
    differing = [found for found in compared if found]
    if len(differing) <= max(1, EXCEPTIONS * len(compared)):
        yield from (found[0] for found in differing if len(found) == 1)


def _compare(original: str, copy: str, evidence: list[Evidence]) -> Iterator[Observation]:
    for spans in changes(original, copy):
        ours, theirs = original[slice(*spans.original)], copy[slice(*spans.copy)]
        yield Observation(
            f"A pull-quote says “{theirs}” where the text that it repeats says “{ours}”.",
            (ours, theirs),
            tuple(evidence),
        )


def changes(original: str, copy: str) -> Iterator[Spans]:
    """Where a copy changes what the original says.

    A designer may take a part of the passage, and mark what is left out with an ellipsis or brackets. Not said to be
    changed are therefore whole sentences that are missing at the copy's ends, and words left out at such a mark. A copy
    that starts inside a sentence as if it were its beginning (with a capital, no mark), or ends inside it with a full
    stop, does change it.
    """
    match = align(copy, original)
    if match is None:
        return
    shown, meant = _widened(words_of(copy), match.first, match.last, words_of(original), match.start, match.end)
    found = word_steps([_form(w.text) for w in meant], [_form(w.text) for w in shown])
    if not shown or not meant or len(found) > MOST_CHANGES:
        return
    yield from _cut_start(original, copy, meant[0], shown[0])
    for (a, b), (c, d) in found:
        first, last = _span(meant, a, b), _span(shown, c, d)
        here, there = original[slice(*first)], copy[slice(*last)]
        if not OMISSION.search(f"{here} {there}") and squeeze(here) != squeeze(there):
            yield Spans(around(original, *first), around(copy, *last))
    yield from _cut_end(original, copy, meant[-1], shown[-1])


def _widened(
    shown: list[Word], first: int, last: int, meant: list[Word], start: int, end: int
) -> tuple[list[Word], list[Word]]:
    """The words that were aligned, with the few that the copy has before and after, and as many of the original.

    An alignment ends at the last word that both have; a changed word beyond it is part of the copy all the same.
    """
    copied = [i for i, w in enumerate(shown) if w.end > first and w.start < last]
    aligned = [i for i, w in enumerate(meant) if w.end > start and w.start < end]
    if not copied or not aligned:
        return [], []
    head, tail = copied[0], len(shown) - 1 - copied[-1]
    head = head if head <= min(LONGEST_EDGE, aligned[0]) else 0
    tail = tail if tail <= min(LONGEST_EDGE, len(meant) - 1 - aligned[-1]) else 0
    return (
        shown[copied[0] - head : copied[-1] + 1 + tail],
        meant[aligned[0] - head : aligned[-1] + 1 + tail],
    )


def _cut_start(original: str, copy: str, meant: Word, shown: Word) -> Iterator[Spans]:
    before = original[: meant.start].strip(_OUTER_MARKS)
    inside = bool(before) and not _SENTENCE_END.search(before)
    as_beginning = not copy[: shown.start].strip(_OUTER_MARKS) and shown.text.strip(_OUTER_MARKS)[:1].isupper()
    if inside and as_beginning and not meant.text.strip(_OUTER_MARKS)[:1].isupper():
        yield Spans(around(original, meant.start, meant.end), around(copy, shown.start, shown.end))


def _cut_end(original: str, copy: str, meant: Word, shown: Word) -> Iterator[Spans]:
    after = original[meant.end :].strip(_OUTER_MARKS)
    ends = bool(_SENTENCE_END.search(meant.text)) or not after
    if not ends and not copy[shown.end :].strip(_OUTER_MARKS) and shown.text.rstrip(_OUTER_MARKS).endswith("."):
        yield Spans(around(original, meant.start, meant.end), around(copy, shown.start, shown.end))


def _form(word: str) -> str:
    """A word without the marks around it: a copy is set with other stops at its ends."""
    return fold(word).casefold().strip("\"'.,;:!?*()[] ")


def _span(words: list[Word], first: int, last: int) -> tuple[int, int]:
    """The place of words[first:last]; between two words where there are none."""
    if first < last:
        return words[first].start, words[last - 1].end
    at = words[min(first, len(words) - 1)].start
    return at, at


CHECKS = (
    Check(
        "pull-quote-differs",
        "source",
        "A pull-quote changes the words that it repeats.",
        "Each display copy is aligned with its passage word by word. Whole sentences left out at its ends and words "
        "left out at an ellipsis or bracket are a designer's right; a word changed, dropped or put in, or a sentence "
        "that begins or ends in the middle as if it were whole, is not.",
        "Quote the running text, not the display copy.",
        pull_quote_differs,
    ),
)
