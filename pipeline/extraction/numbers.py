"""Numbers as they are printed: labels, and amounts in digits and words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from pipeline.extraction.wordlists import in_order
from pipeline.model.records import Number

_UP_TO_NINETEEN = in_order(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_UNITS = {word: i for i, word in enumerate(_UP_TO_NINETEEN, 1)}
_TENS = {word: 10 * i for i, word in enumerate(in_order("twenty thirty forty fifty sixty seventy eighty ninety"), 2)}
_SCALES = {"hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12, "dozen": 12}
_SUFFIXES = {"k": 10**3, "m": 10**6, "mn": 10**6, "b": 10**9, "bn": 10**9}

_UNIT, _TEN, _SCALE = "|".join(_UNITS), "|".join(_TENS), "|".join(_SCALES)
_BELOW_HUNDRED = rf"(?:(?:{_TEN})(?:[- ](?:{_UNIT})\b)?|(?:{_UNIT})\b)"
_WORDS = rf"{_BELOW_HUNDRED}(?: hundred(?: and)?(?: {_BELOW_HUNDRED})?)?"
# Groups of three are parted by commas, by narrow or ordinary spaces as on the European continent, or by apostrophes as
# in Switzerland.
_DIGITS = r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,3}(?:[ \u00a0\u202f’'][0-9]{3})+(?![0-9])|[0-9]+)(?:\.[0-9]+)?"
# Glued to a letter, a stop with a digit, a slash and so on, digits are part of a code, a date or an address.
_AMOUNT = re.compile(
    rf"(?<![\w.,/:@#&+=])(?<![^\s\d][-–‑])(?:(?P<digits>{_DIGITS})(?:(?P<suffix>[KkMmBb]|bn|mn)\b)?"
    rf"|(?P<words>\b(?:{_WORDS})\b)|(?P<article>\b(?:half )?an?(?= (?:{_SCALE})\b)))"
    rf"(?P<scale>(?:[ -](?:{_SCALE})\b)*)(?![\w@]|[.,:/][0-9])",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Amount:
    """A number in content[start:end]: its value, and how it is written.

    `in_words` holds for number words without a scale; `year_like` for four bare digits that could be a year; `suffix`
    is a letter that scales it ("35M"), which only money has for certain; `factor` what the scale multiplies by.
    """

    start: int
    end: int
    value: Decimal
    in_words: bool
    year_like: bool
    suffix: str | None
    scale: str | None
    factor: Decimal


def printed_number(label: str) -> Number:
    """A label as a number where it is printed in Arabic digits ("3.", "(3)"), else as printed, without its stop."""
    bare = label.strip().strip("()[]").rstrip(".:)").strip()
    return int(bare) if re.fullmatch(r"[0-9]{1,9}", bare) else bare or label.strip()


def amounts(content: str, start: int = 0, end: int | None = None) -> Iterator[Amount]:
    """The numbers of content[start:end] in order."""
    for match in _AMOUNT.finditer(content, start, len(content) if end is None else end):
        scale = match["scale"].strip(" -") or None
        factor = Decimal(_SUFFIXES.get((match["suffix"] or "").casefold(), 1))
        for word in re.split(r"[ -]", scale.casefold()) if scale else ():
            factor *= _SCALES[word]
        yield Amount(
            start=match.start(),
            end=match.end(),
            value=_value(match) * factor,
            in_words=match["digits"] is None and scale is None,
            year_like=scale is None and re.fullmatch(r"1[5-9][0-9]{2}|20[0-9]{2}", match["digits"] or "") is not None,
            suffix=match["suffix"],
            scale=scale,
            factor=factor,
        )


def _value(match: re.Match[str]) -> Decimal:
    if match["digits"]:
        return Decimal(re.sub(r"[^0-9.]", "", match["digits"]))
    if match["article"]:
        return Decimal("0.5") if match["article"].casefold().startswith("half") else Decimal(1)
    return Decimal(_spelt(match["words"].casefold()))


def _spelt(number: str) -> int:
    total = 0
    for word in re.split(r"[ -]", number):
        if word == "hundred":
            total *= 100
        else:
            total += _UNITS.get(word) or _TENS.get(word) or 0
    return total


def plain_number(value: Decimal) -> int | float:
    """A value as it is written to files: a whole one without a fraction."""
    return int(value) if value == value.to_integral_value() else float(value)
