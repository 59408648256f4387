"""Quantities of a sentence, with the words that qualify them.

What looks like a number and is none is left out by its form: years and dates, labels ("Theme 2", "grade 8", "No. 5"),
numbers that belong to a name ("Fortune 500"), codes, telephone numbers and addresses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from pipeline.extraction.comparators import Comparator, Comparison, comparison_after, comparison_before
from pipeline.extraction.measures import Measure, measure_of
from pipeline.extraction.numbers import Amount, amounts, plain_number
from pipeline.extraction.sentences import Span
from pipeline.extraction.shares import shares
from pipeline.extraction.wordlists import words

FEWEST_WORDS = 2  # of a sentence: less is a label of a chart or the heading of a column
SMALL = 10  # number words up to ten count parts of the text more often than they state a figure

_TIMES = words("years months weeks days nights hours minutes seconds decades centuries semesters terms quarters")
_RANGE = re.compile(r" ?[-–—] ?[$£€]?| (?:to|or|and) [$£€]?")
_DASHES = ("-", "–")
_WORD = re.compile(r"[^\W\d_]{2,}")
_BETWEEN = re.compile(r"\bbetween [$£€]?$", re.I)
# A bare "2010" after one of these may still be a year ("around 2010").
_VAGUE: tuple[Comparator, ...] = ("about", "exactly")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity in content[start:end], the shortest span from comparator to noun or sign."""

    start: int
    end: int
    value: int | float
    unit: str
    comparator: Comparator


def quantities(content: str, sentence: Span) -> list[Quantity]:
    """The quantities of one sentence in order. A range gives one for each of its ends, with the same span."""
    if len(_WORD.findall(content, *sentence)) < FEWEST_WORDS:
        return []
    numbers = _without_codes(content, list(amounts(content, *sentence)))
    found: list[Quantity] = []
    for share in shares(content, sentence.start, sentence.end, numbers):
        if not found or share.start >= found[-1].end:
            before = comparison_before(content, share.start)
            found.append(_quantity(share.start, share.end, share.value, "ratio", before))
    free = [a for a in numbers if not any(q.start < a.end and a.start < q.end for q in found)]
    for group in _groups(content, free):
        found += _measured(content, sentence, group)
    return sorted(found, key=lambda q: (q.start, q.end, q.value))


def _without_codes(content: str, numbers: Sequence[Amount]) -> list[Amount]:
    """Without numbers that only a hyphen or a space joins and that are no range: codes, dates, telephone numbers.

    A year may stand right before a count ("In 2018 45 ports closed").
    """
    joints = [content[one.end : other.start] for one, other in pairwise(numbers)]
    code: set[int] = set()
    for k, (one, other) in enumerate(pairwise(numbers)):
        chained = any(joint in _DASHES for joint in joints[k + 1 : k + 2])
        dashed = joints[k] in _DASHES and (one.value >= other.value or k in code or chained)
        spaced = joints[k] == " " and not one.in_words and not one.year_like
        if spaced or dashed:
            code |= {k, k + 1}
    return [a for k, a in enumerate(numbers) if k not in code]


def _groups(content: str, numbers: Sequence[Amount]) -> Iterator[tuple[Amount, ...]]:
    """Each number alone, or the two ends of a range ("10 to 15 percent", "two or three schools")."""
    i = 0
    while i < len(numbers):
        size = 2 if i + 1 < len(numbers) and _is_range(content, numbers[i], numbers[i + 1]) else 1
        yield tuple(numbers[i : i + size])
        i += size


def _is_range(content: str, low: Amount, high: Amount) -> bool:
    between = _RANGE.fullmatch(content, low.end, high.start)
    if between is None or low.value >= high.value:
        return False
    return not between.group().startswith(" and") or _between(content, low) is not None


def _between(content: str, low: Amount) -> re.Match[str] | None:
    return _BETWEEN.search(content, max(0, low.start - len("between US$ ")), low.start)


def _measured(content: str, sentence: Span, group: tuple[Amount, ...]) -> list[Quantity]:
    measure = measure_of(content, sentence, group)
    if measure is None:
        return []
    before = comparison_before(content, measure.start, of_time=measure.unit in _TIMES)
    after = comparison_after(content, group[-1].end) or comparison_after(content, measure.end)
    comparison = before or after
    start, end = measure.start, measure.end
    if between := _between(content, group[0]):
        start = between.start()
    values = [_scaled(amount, group[-1]) for amount in group]
    return [
        _quantity(start, end, plain_number(value), measure.unit, comparison)
        for amount, value in zip(group, values, strict=True)
        if _is_figure(amount, value, measure, comparison)
    ]


def _scaled(amount: Amount, last: Amount) -> Decimal:
    """In "5 to 7 million" and "$5–7M" the scale at the end is meant for both ends."""
    if amount is last or amount.scale or amount.suffix or not (last.scale or last.suffix):
        return amount.value
    return amount.value * last.factor


def _is_figure(amount: Amount, value: Decimal, measure: Measure, comparison: Comparison | None) -> bool:
    """Whether a number with a unit states a figure: not "one", a small number word, or what may be a year."""
    if measure.kind in ("money", "percent"):
        return True
    if value == 1:
        return False
    if amount.year_like:
        return comparison is not None and comparison.comparator not in _VAGUE
    return measure.kind == "compound" or comparison is not None or not amount.in_words or value > SMALL


def _quantity(start: int, end: int, value: int | float, unit: str, comparison: Comparison | None) -> Quantity:
    if comparison is None:
        return Quantity(start, end, value, unit, "exactly")
    return Quantity(min(start, comparison.start), max(end, comparison.end), value, unit, comparison.comparator)
