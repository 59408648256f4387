"""Authors of a work as a reference prints them: persons with the surname first or last, or bodies."""

from __future__ import annotations

import re

from pipeline.extraction.english import english
from pipeline.extraction.sentences import Span
from pipeline.extraction.wordlists import words

_CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"
_PARTICLES = r"(?:(?:van|von|de|der|den|del|della|di|da|la|le|bin|al|el|ter|ten)[ -]){0,3}"
_SURNAME = rf"{_PARTICLES}{_CAPITAL}[\w’'‐-]*(?:[ -]{_CAPITAL}[\w’'‐-]+)?"
_INITIALS = rf"(?:{_CAPITAL}\.[ -]?)*{_CAPITAL}\."
_SUFFIX = r"(?:, (?:Jr\.|Sr\.|II|III|IV))?"
_INVERTED = re.compile(rf"{_SURNAME}, {_INITIALS}{_SUFFIX}")  # APA, Harvard: "Marsh, A. J."
_VANCOUVER = re.compile(rf"{_SURNAME} {_CAPITAL}{{1,3}}(?![\w.])")  # "Marsh AJ"
_GIVEN_LAST = re.compile(rf"{_SURNAME}, {_CAPITAL}[\w’'-]+(?: {_CAPITAL}(?:\.|[\w’'-]+))*")  # MLA: "Marsh, Ada"
_INITIALS_FIRST = re.compile(rf"{_INITIALS} {_SURNAME}(?=,| and | & |\. |$)")  # IEEE, Elsevier: "A. J. Marsh"
_AFTER_NAME = re.compile(r",? (?:and|&) |, (?!et al)")
_BETWEEN = re.compile(r"\s*(?:[,;]\s*(?:&|and)?|&|\band\b|[,;]?\s*(?:\.\s?){3}|…)\s*")
_ET_AL = re.compile(r"[,;]?\s*(?:et al\.?|and others|with others)\s*$", re.I)
_EDITORS = re.compile(r"[,;]?\s*\(?\b(?:eds?|editors?|trans|compilers?|comp)\b\.?\)?\.?\s*$", re.I)
_AND = re.compile(r"\s*(?:,?\s+(?:and|&)|[,;])\s+")
_SMALL = words("of the for and in on at to de la du des und für et y del & with a an against")
_NAME = re.compile(rf"{_CAPITAL}[\w’'-]*\.?(?:[ ](?:{_CAPITAL}[\w’'-]*\.?|van|von|de|der|del|la|bin|al)){{1,4}}")
_SOURCE = re.compile(rf"\b(?:from|by|see|in)\s+(?:the\s+)?(?={_CAPITAL})")
LONGEST_BODY = 14  # words: longer stretches before a title are sentences


def reference_authors(content: str, start: int, end: int) -> list[Span]:
    """The authors in content[start:end], without "et al." and "(Eds.)"; none where it reads like prose."""
    start, end = _trimmed(content, start, end)
    for pattern in (_INVERTED, _VANCOUVER, _INITIALS_FIRST):
        if spans := _series(content, start, end, pattern):
            return spans
    spans = _in_natural_order(content, start, end) or _given_last(content, start, end)
    if spans:
        return spans
    return [Span(start, end)] if _is_body(content[start:end]) else []


def leading_names(content: str, start: int, end: int) -> list[Span]:
    """Names with their initials first at the start of a reference ("A. Hale, P. Roy, Title …"), one after the other."""
    spans: list[Span] = []
    at = start
    while match := _INITIALS_FIRST.match(content, at, end):
        spans.append(Span(*match.span()))
        between = _AFTER_NAME.match(content, match.end(), end)
        if between is None:
            break
        at = between.end()
    return spans


def named_last(content: str, start: int, end: int) -> list[Span]:
    """The body that a sentence names as its source right before a title: "The count comes from the Fen Trust, …"."""
    found = [m.end() for m in _SOURCE.finditer(content, start, end)]
    return reference_authors(content, found[-1], end) if found else []


def _trimmed(content: str, start: int, end: int) -> tuple[int, int]:
    """Without white space, editors' marks, "et al." and the stop or comma before the title (but with an initial's)."""
    for pattern in (_EDITORS, _ET_AL, _EDITORS):
        if found := pattern.search(content, start, end):
            end = found.start() if found.start() > start else end
    text = content[start:end]
    start += len(text) - len(text.lstrip(" ,.;:"))
    bare = content[start:end].rstrip(" ,;:(")
    initial = re.search(rf"(?:^|[\s.-]){_CAPITAL}\.$|\b(?:Inc|Ltd|Co|Corp|Jr|Sr)\.$", bare)
    return start, start + len(bare if initial else bare.rstrip(" ."))


def _series(content: str, start: int, end: int, pattern: re.Pattern[str]) -> list[Span]:
    """Names of one form from start to end, or none at all."""
    spans: list[Span] = []
    at = start
    while match := pattern.match(content, at, end):
        spans.append(Span(*match.span()))
        at = match.end()
        if at == end:
            return spans
        between = _BETWEEN.match(content, at, end)
        if between is None:
            return []
        at = between.end()
    return []


def _given_last(content: str, start: int, end: int) -> list[Span]:
    """ "Marsh, Ada", or "Marsh, Ada, and John Reed": only the first name is turned round."""
    match = _GIVEN_LAST.match(content, start, end)
    if match is None or _has_body_word(match.group()):
        return []
    first = Span(*match.span())
    if match.end() == end:
        return [first] if len(match.group().split()) <= 4 else []
    joint = re.compile(r",? (?:and|&) |, ").match(content, match.end(), end)
    rest = _in_natural_order(content, joint.end(), end) if joint else []
    return [first, *rest] if rest else []


def _in_natural_order(content: str, start: int, end: int) -> list[Span]:
    """Persons or bodies joined by commas and "and", where each piece is whole by itself."""
    cuts = [(start, start), *(m.span() for m in _AND.finditer(content, start, end)), (end, end)]
    spans = [Span(cuts[i][1], cuts[i + 1][0]) for i in range(len(cuts) - 1)]
    pieces = [content[s.start : s.end] for s in spans]
    if all(_NAME.fullmatch(p) and not _has_body_word(p) for p in pieces):
        return spans
    bodies = len(spans) > 1 and all(_has_body_word(p) and len(p.split()) >= 2 and _is_body(p) for p in pieces)
    return spans if bodies and not any(" of " in p for p in pieces[:-1]) else []


def _has_body_word(text: str) -> bool:
    return bool({w.strip(".,").casefold() for w in text.split()} & english().organization_heads)


def _is_body(text: str) -> bool:
    """A body's name has capitals on all but small words; it is no sentence."""
    found = re.findall(r"[^\s,]+", text)
    if not found or len(found) > LONGEST_BODY:
        return False
    return any(c.isupper() for c in found[0]) and all(
        w.casefold() in _SMALL or any(c.isupper() for c in w) or w[0].isdigit() for w in found
    )
