"""Numbers as printed in cells, read as numbers; what is unsure is said to be.

Conventions: The Chicago Manual of Style, 9.55-9.57 (signs for decimals and thousands), the BIPM's SI brochure, 5.4.4
(spaces between thousands), and accountants' brackets for negatives.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from pipeline.model.text import Text

Sign = Literal[".", ","]

_NONE = re.compile(r"^(?:[-–—−]{1,3}|\.{1,3}|…|:|n\.?\s?[ad]\.?|n/[as]|nil|none)$", re.I)
_MINUS = "-−–‒"
_SPACES = "    '’"  # also the apostrophe of Switzerland
_MARKS = re.compile(r"(?:\s?[*†‡§¶#]+|\s?\((?:[a-z]|\d|\*+)\)|[¹²³⁰⁴-⁹]+|(?<=\d)[a-z])+$")
_CURRENCY = re.compile(r"^(?P<before>[A-Z]{3}|[A-Z]{0,3}[$€£¥])\s?|\s?(?P<after>[A-Z]{3}|[$€£¥])$")
_DIGITS = re.compile(rf"^\d[\d.,{_SPACES}]*$|^[.,]\d+$")


@dataclass(frozen=True, slots=True)
class Number:
    """A number read from a cell.

    `value` is None where the cell says that there is none. `unit` is "percent", a currency as printed, or None. `marks`
    are footnote marks that stood at it. `doubt` says why the reading is unsure, else None.
    """

    value: Decimal | None
    unit: str | None = None
    marks: tuple[str, ...] = ()
    doubt: str | None = None

    @property
    def sure(self) -> bool:
        """Whether there is no other way to read it."""
        return self.doubt is None


def read_number(text: str | Text, decimal: Sign | None = None) -> Number | None:
    """The number that a cell holds; None where it holds none (words, or nothing).

    `decimal` is the sign for decimals in the table or column, where it is known (see `decimal_sign`). Of a `Text`, what
    is set as superscript is taken for a footnote mark.
    """
    bare, marks = _without_marks(text)
    if _NONE.match(bare):
        return Number(None, marks=marks)
    body, unit = _without_unit(bare)
    body, negative = _without_sign(body)
    if not _DIGITS.match(body):
        return None
    value, doubt = _value(body, decimal)
    if value is None:
        return None
    return Number(-value if negative else value, unit, marks, doubt)


def decimal_sign(texts: Iterable[str | Text]) -> Sign | None:
    """The sign for decimals that these cells of one table agree on; None where none of them tells."""
    votes = {".": 0, ",": 0}
    for text in texts:
        body, _ = _without_sign(_without_unit(_without_marks(text)[0])[0])
        sign = _certain_decimal(body) if _DIGITS.match(body) else None
        if sign:
            votes[sign] += 1
    if votes["."] == votes[","]:
        return None
    return "." if votes["."] > votes[","] else ","


def _without_marks(text: str | Text) -> tuple[str, tuple[str, ...]]:
    """The text without footnote marks at its end, and these."""
    raised: list[str] = []
    content = str(text)
    if isinstance(text, Text):
        styles = list(text.styles())
        while styles and styles[-1][2].position == "superscript" and styles[-1][1] == len(content):
            start, _, _ = styles.pop()
            raised.insert(0, content[start:].strip())
            content = content[:start]
    content = content.strip()
    found = _MARKS.search(content)
    if found and re.search(r"[\d.,%)]$|[-–—]$", content[: found.start()]) and not re.fullmatch(r"\(\d+\)", content):
        return content[: found.start()].strip(), (found[0].strip(), *raised)
    return content, tuple(mark for mark in raised if mark)


def _without_unit(text: str) -> tuple[str, str | None]:
    """Without a percent sign or currency, and this."""
    if text.endswith(("%", "％")):
        return text[:-1].strip(), "percent"
    if text.endswith("%)"):
        return text[:-2].strip() + ")", "percent"
    found = _CURRENCY.search(text)
    if found and any(c.isdigit() for c in text):
        unit = found["before"] or found["after"]
        return (text[: found.start()] + text[found.end() :]).strip(), unit
    return text, None


def _without_sign(text: str) -> tuple[str, bool]:
    """Without plus, minus, or brackets for a negative; whether it is negative."""
    if text.startswith("(") and text.endswith(")"):
        inner, unit_inside = _without_unit(text[1:-1].strip())
        return inner if unit_inside else text[1:-1].strip(), True
    if text[:1] in _MINUS and text[:1]:
        return text[1:].strip(), True
    if text.startswith("+"):
        return text[1:].strip(), False
    return text, False


def _certain_decimal(body: str) -> Sign | None:
    """The sign for decimals where the digits leave no choice."""
    last = max(body.rfind("."), body.rfind(","))
    if last < 0:
        return None
    sign: Sign = "." if body[last] == "." else ","
    other: Sign = "," if sign == "." else "."
    if other in body[:last]:
        return sign
    if body.count(sign) > 1:
        return other
    tail, head = body[last + 1 :], body[:last]
    if len(tail) != 3 or not head or head == "0" or len(head) > 3:
        return sign
    return None


def _value(body: str, decimal: Sign | None) -> tuple[Decimal | None, str | None]:
    """The value of digits with signs and spaces, and a doubt."""
    compact = re.sub(f"[{_SPACES}]", "", body)
    if any(c in body for c in _SPACES) and not re.fullmatch(rf"\d{{1,3}}(?:[{_SPACES}]\d{{3}})+(?:[.,]\d+)?", body):
        return None, None
    last = max(compact.rfind("."), compact.rfind(","))
    if last < 0:
        return Decimal(compact), None
    certain = _certain_decimal(compact)
    sign = certain or decimal
    doubt = None
    if certain and decimal and certain != decimal:
        doubt = f"the sign for decimals is {certain!r} here and {decimal!r} elsewhere"
    if sign is None:
        sign = "." if compact[last] == "," else ","
        doubt = f"{compact[last]!r} may part thousands (as read) or decimals"
    thousands = "," if sign == "." else "."
    whole, _, fraction = compact.partition(sign)
    groups = whole.split(thousands)
    if len(groups) > 1 and any(len(g) != 3 for g in groups[1:]):
        doubt = f"{thousands!r} does not part groups of three digits"
    if thousands in fraction:
        return None, None
    return Decimal("".join(groups) + ("." + fraction if fraction else "")), doubt
