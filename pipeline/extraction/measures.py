"""What a number measures: money, percent, a unit joined by a hyphen, or a noun that it counts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from pipeline.extraction.comparators import comparison_after
from pipeline.extraction.noun_phrases import counted_noun
from pipeline.extraction.numbers import Amount, amounts
from pipeline.extraction.sentences import Span
from pipeline.extraction.wordlists import CONJUNCTIONS, MONTHS, MONTHS_SHORT, PREPOSITIONS, SENTENCE_OPENERS, words

_CURRENCIES = {"$": "USD", "US$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "₦": "NGN", "₱": "PHP"}
_CURRENCIES |= {
    "C$": "CAD",
    "CA$": "CAD",
    "A$": "AUD",
    "AU$": "AUD",
    "NZ$": "NZD",
    "HK$": "HKD",
    "S$": "SGD",
    "R$": "BRL",
}
_SIGN = re.compile(
    r"(?:\b(?:US|NZ|CA?|AU?|HK|S|R))?[$£€¥₹₦₱] ?$|\b(?:USD|GBP|EUR|JPY|CAD|AUD|CHF|NZD|SEK|NOK|DKK|INR|ZAR|KES|NGN) $"
)
_SIGN_LENGTH = 5
# Pounds are a weight, too, unless they are called sterling or counted in millions.
_CURRENCY_WORD = re.compile(
    r" (?:U\.?S\.? )?(?:(?P<word>dollar|euro|yen)s?|(?P<pound>pounds?)(?P<sterling> sterling)?)\b(?! of\b)", re.I
)
_CURRENCY_WORDS = {"dollar": "USD", "euro": "EUR", "yen": "JPY"}
_PERCENT = re.compile(r" ?%| ?(?:percent|per cent)\b", re.I)
_HYPHENATED = re.compile(
    r"[-‑](?P<unit>year|month|week|day|night|hour|minute|second|mile|kilometer|kilometre|acre|hectare|foot|meter|metre"
    r"|member|person|student|state|school|district|county|country|city|question|item|page|point|bed|seat|unit|site)"
    r"s?\b(?![-‑ ]?olds?\b)",
    re.I,
)
_IRREGULAR = {"country": "countries", "county": "counties", "city": "cities", "person": "people", "foot": "feet"}
# Kinds of institutions and degrees are named by their length: "a two-year college" states no figure of the report.
_KIND_FOLLOWS = re.compile(r" (?:colleges?|institutions?|degrees?|universit(?:y|ies)|undergraduates?)\b", re.I)
# Words before a number that make it a label: "grade 8 students", "see page 12".
_LABELS = words(
    "grade grades page pages pp p chapter chapters section sections table tables figure figures fig step steps level "
    "levels phase phases item question note notes footnote age ages aged version no nos number numbers rule room suite "
    "type class tier title article appendix part volume vol theme finding recommendation ranked box line unit goal"
)
# Words that open a sentence before a count, besides those that open any sentence: "Some 40 farms", "Just 12 wells".
_BEFORE_COUNTS = PREPOSITIONS | words("about some almost just only even exactly around approximately fully yet still")
_TITLED = re.compile(r" [^\W\d_a-z][a-z]")
_OF_THE = re.compile(r"(?: out)? of (?:(?:all|the|its|their|our|his|her|my|your|these|those|some) )*")
_WORD_BEFORE = re.compile(r"([^\W\d_][\w.’'-]*)[ \u00a0]$")
_MONTH_AFTER = re.compile(r" ([A-Z][a-z]+)\b")


@dataclass(frozen=True, slots=True)
class Measure:
    """What is measured: the stretch of number and unit, and the unit's name. `counted`: a number of things."""

    start: int
    end: int
    unit: str
    kind: Literal["money", "percent", "compound", "count"]


def measure_of(content: str, sentence: Span, group: Sequence[Amount]) -> Measure | None:
    """What a number (or the two ends of a range) measures, or None where nothing says so."""
    first, last = group[0], group[-1]
    if money := _money(content, first, last):
        return money
    if any(a.suffix for a in group):
        return None  # "5m" without a currency may be metres or millions
    if percent := _PERCENT.match(content, last.end):
        points = re.compile(r"age[- ]points?\b|[ -]points?\b").match(content, percent.end())
        return Measure(first.start, (points or percent).end(), "points" if points else "percent", "percent")
    if _is_label(content, sentence, first) or _is_date(content, last):
        return None
    return _compound(content, first, last) or _count(content, sentence, first, last)


def _money(content: str, first: Amount, last: Amount) -> Measure | None:
    sign = _SIGN.search(content[max(0, first.start - _SIGN_LENGTH) : first.start])
    if sign:
        code = sign.group().strip()
        return Measure(first.start - len(sign.group()), last.end, _CURRENCIES.get(code, code), "money")
    word = _CURRENCY_WORD.match(content, last.end)
    if word and word["word"]:
        return Measure(first.start, word.end(), _CURRENCY_WORDS[word["word"].casefold()], "money")
    if word and (word["sterling"] or last.value >= 10**6):
        return Measure(first.start, word.end(), "GBP", "money")
    return None


def _compound(content: str, first: Amount, last: Amount) -> Measure | None:
    match = _HYPHENATED.match(content, last.end)
    if match is None or _KIND_FOLLOWS.match(content, match.end()):
        return None
    unit = match["unit"].casefold()
    return Measure(first.start, match.end(), _IRREGULAR.get(unit, f"{unit}s"), "compound")


def _count(content: str, sentence: Span, first: Amount, last: Amount) -> Measure | None:
    after = comparison_after(content, last.end)
    counted_from = after.end if after else _after_whole(content, sentence, last) or last.end
    if last.value % 1 and not last.scale and _TITLED.match(content, last.end):
        return None  # "5.1 Mitigation Measures": the number of a section
    head = counted_noun(content, counted_from, sentence.end, after_subject=_is_subject(content, sentence, first))
    return Measure(first.start, head.end, content[head.start : head.end].casefold(), "count") if head else None


def _after_whole(content: str, sentence: Span, part: Amount) -> int | None:
    """Where the whole ends that a number is a part of: "20 of the 35 districts" counts districts."""
    of = _OF_THE.match(content, part.end, sentence.end)
    whole = next(amounts(content, of.end(), sentence.end), None) if of else None
    if of is None or whole is None or whole.start != of.end() or whole.value <= part.value:
        return None
    return whole.end


def _is_subject(content: str, sentence: Span, amount: Amount) -> bool:
    """A number is a clause's subject at its start: after nothing, a mark, or a conjunction."""
    before = content[sentence.start : amount.start].rstrip()
    last = re.search(r"(\w+)$", before)
    return last is None or last.group().casefold() in CONJUNCTIONS


def _is_label(content: str, sentence: Span, amount: Amount) -> bool:
    """Whether the number belongs to the word before it: a noun that numbers parts, or a name ("Fortune 500")."""
    match = _WORD_BEFORE.search(content, sentence.start, amount.start)
    if match is None:
        return False
    word = match[1].rstrip(".")
    folded = word.casefold()
    if folded in _LABELS or folded in MONTHS or (folded in MONTHS_SHORT and word[0].isupper()):
        return True
    if not word[0].isupper() or word.endswith(("’s", "'s", "’", "'")) or folded in SENTENCE_OPENERS:
        return False
    if match.start() == sentence.start:  # a capital says nothing here; what can't stand before a count is a name
        return folded not in _BEFORE_COUNTS and not folded.endswith(("ing", "ly"))
    return content[match.start() - 1] not in "“\"‘'([—–"


def _is_date(content: str, amount: Amount) -> bool:
    match = _MONTH_AFTER.match(content, amount.end)
    return match is not None and match[1].casefold() in MONTHS | MONTHS_SHORT
