"""Shares of a whole: "1 in 5", "nine out of ten", "two-thirds", "a quarter of", "more than half"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from pipeline.extraction.comparators import comparison_before
from pipeline.extraction.noun_phrases import counted_noun
from pipeline.extraction.numbers import Amount
from pipeline.extraction.wordlists import in_order

LARGEST_WHOLE = 1_000_000  # "1 in 100,000": rates of rare things go so far

_OF_WHOLE = re.compile(r" (?:in|in every|out of|out of every|of every) ", re.I)
LARGEST_NOUN_WHOLE = 100  # "one school in 2,000 districts" counts a school
_NOUN_IN = re.compile(r" (?!of|day|week|month|year|time)[a-z]+ (?:in|in every|out of|out of every) ", re.I)
_TIME_FOLLOWS = re.compile(r"[- ](?:years?|months?|weeks?|days?|hours?|minutes?|seconds?)\b", re.I)
_NUMERATORS = {word: i for i, word in enumerate(in_order("one two three four five six seven eight nine"), 1)}
_NUMERATORS |= {"a": 1, "an": 1}
_ORDINALS = in_order("half third quarter fifth sixth seventh eighth ninth tenth")
_DENOMINATORS = {word: i for i, word in enumerate(_ORDINALS, 2)} | {"halve": 2, "fourth": 4}
_FRACTION = re.compile(
    rf"(?<![\w-])(?P<n>{'|'.join(_NUMERATORS)})(?P<gap>[- ])(?P<d>{'|'.join(_DENOMINATORS)})(?:s|es)?(?![\w-])", re.I
)
_HALF = re.compile(r"(?<![\w-])half(?![\w-])(?! an? | dozen| past)", re.I)
_OF = re.compile(r" (?:of(?! an?\b)|the|all|its|their|our|these|those)\b", re.I)
_OF_MANY = re.compile(r" of(?: all| the| our| their| its| these| those)*(?= )", re.I)
# "The second half of the games" is a part, not a share.
_PART = re.compile(r"\b(?:a|one|first|second|other|latter|last|each|either|every|better)\s+$", re.I)


class Share(NamedTuple):
    """A share in content[start:end], between 0 and 1."""

    start: int
    end: int
    value: float


def shares(content: str, start: int, end: int, numbers: Sequence[Amount]) -> list[Share]:
    """The shares in content[start:end] in order; `numbers` are its amounts."""
    return sorted([*_ratios(content, numbers), *_of_a_noun(content, numbers), *_fractions(content, start, end)])


def _ratios(content: str, numbers: Sequence[Amount]) -> Iterator[Share]:
    for part, whole in pairwise(numbers):
        between = content[part.end : whole.start]
        small = between == " of " and whole.value <= 10 and part.in_words == whole.in_words
        if not (_OF_WHOLE.fullmatch(between) or small) or whole.year_like or part.scale or whole.suffix:
            continue
        if between == " in " and _TIME_FOLLOWS.match(content, whole.end):
            continue
        if Decimal(1) <= part.value < whole.value <= LARGEST_WHOLE:
            yield Share(part.start, whole.end, float(Fraction(part.value) / Fraction(whole.value)))


def _of_a_noun(content: str, numbers: Sequence[Amount]) -> Iterator[Share]:
    """ "One child in five": the noun stands inside."""
    for part, whole in pairwise(numbers):
        between = _NOUN_IN.fullmatch(content, part.end, whole.start)
        plain = not (whole.year_like or whole.suffix or _TIME_FOLLOWS.match(content, whole.end))
        if between and part.value == 1 and plain and 1 < whole.value <= LARGEST_NOUN_WHOLE:
            yield Share(part.start, whole.end, float(1 / Fraction(whole.value)))


def _fractions(content: str, start: int, end: int) -> Iterator[Share]:
    """A fraction is a share where a hyphen makes it one word or a whole follows.

    "Half" is one where it is compared, or where things are named that can be counted ("half of all mills").
    """
    for match in _FRACTION.finditer(content, start, end):
        if match["gap"] == "-" or _OF.match(content, match.end()):
            value = Fraction(_NUMERATORS[match["n"].casefold()], _DENOMINATORS[match["d"].casefold()])
            if value < 1:
                yield Share(match.start(), match.end(), float(value))
    for match in _HALF.finditer(content, start, end):
        if _PART.search(content, max(start, match.start() - 10), match.start()):
            continue
        many = _OF_MANY.match(content, match.end(), end)
        counted = many and counted_noun(content, many.end(), end, after_subject=False)
        if counted or comparison_before(content, match.start()):
            yield Share(match.start(), match.end(), 0.5)
