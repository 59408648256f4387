"""Lists of proper names inside a sentence: "Ohio, West Virginia and Utah"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extraction.english import english
from pipeline.extraction.sentences import Span
from pipeline.extraction.tokens import ARABIC_ARTICLE

CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"
_SMALL = r"(?:of|the|for|and|in|on|de|del|la|du|des|&)"
# An owner's ending belongs to no name: "the League’s members".
_WORD = rf"(?:{ARABIC_ARTICLE})?{CAPITAL}[\w&.-]*(?:[’'](?!s? [a-z])\w*)*"
NAME = rf"{_WORD}(?:(?: {_SMALL}){{0,2}} {_WORD})*"

_MEMBER = re.compile(rf"(?:the )?(?P<name>{NAME})(?: \([^)]*\))?")
_ENDED = re.compile(r"[.;—–(]|, (?=[a-zß-öø-ÿ])(?!and |as well as |the )")  # of an apposition, a clause goes on
_JOINT = re.compile(r"(?:;|,)? (?:and|&|as well as)(?: the)? |[;,] (?:the )?")


def listed_names(content: str, start: int, end: int) -> list[Span]:
    """The proper names divided by commas or semicolons and a last "and"; none where prose follows."""
    end = start + len(content[start:end].rstrip(" ."))
    found: list[Span] = []
    at = start
    conjoined = False  # "A, B, and C": the last is told already, so "and" inside it belongs to its name
    while match := _MEMBER.match(content, at, end):
        name = Span(*match.span("name"))
        at = match.end()
        parts = [name] if conjoined or not (at == end or _ENDED.match(content, at)) else _divided(content, name)
        found += parts
        conjoined = conjoined or len(parts) > 1
        joint = _JOINT.match(content, at, end)
        if joint is None or (conjoined and _ENDED.match(content, at)):
            break
        conjoined = "and" in joint.group() or "&" in joint.group()
        at = joint.end()
    return found if at == end or content[at : at + 1] in ".;—–(" or (conjoined and _ENDED.match(content, at)) else []


def _divided(content: str, name: Span) -> list[Span]:
    """The last two of a list without a comma before "and": "West Virginia and Wisconsin" are two names.

    A body's name may hold the word ("Department of Health and Welfare"): there it stands after "of" or before a head.
    """
    text = content[name.start : name.end]
    article = text.find(" and the ")
    if article > 0:  # an article begins a new name
        return [Span(name.start, name.start + article), Span(name.start + article + len(" and the "), name.end)]
    parts = text.split(" and ")
    if len(parts) != 2 or " of " in parts[0] or _is_headed(parts):
        return [name]
    return [Span(name.start, name.start + len(parts[0])), Span(name.end - len(parts[1]), name.end)]


def _is_headed(parts: Sequence[str]) -> bool:
    """Only the second part ends in the noun of a body: both are one name ("Fen and River Trust")."""
    heads = [p.split()[-1].casefold() in english().organization_heads for p in parts]
    return heads == [False, True]
