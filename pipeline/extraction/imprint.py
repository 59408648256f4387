"""Publisher and year, from the copyright line or the words that stand for one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.extraction.contacts import Found
from pipeline.extraction.front_matter import Stretch, printed_lines
from pipeline.extraction.sentences import sentences
from pipeline.extraction.wordlists import MONTHS
from pipeline.model.document import Document

_SIGN = r"(?:copyright\s*(?:©|\(c\))?|©|\(c\))"
_YEARS = r"(?:[12][0-9]{3}\s*[-–,]\s*)?(?P<year>(?:19|20)[0-9]{2})"
_YEAR_FIRST = re.compile(rf"{_SIGN},?\s*{_YEARS}(?:,|\s+by|\s*[-–|:])*\s+(?P<name>\S.*)", re.I | re.S)
_NAME_FIRST = re.compile(rf"{_SIGN},?\s*(?:by\s+)?(?P<name>[^\W\d_][^©]*?),?\s+{_YEARS}(?![0-9])", re.I | re.S)
_YEAR_ONLY = re.compile(rf"{_SIGN},?\s*{_YEARS}(?![0-9])", re.I)
_PUBLISHED_BY = re.compile(r"\bpublished(?: in (?P<year>(?:19|20)[0-9]{2}))? by\s+(?P<name>\S.*)", re.I | re.S)
# The publisher's name ends where a new clause, a reservation of rights or another line begins.
_NAME_END = re.compile(
    r"\s*(?:,\s*(?=[0-9]|P\.? ?O\.? )|[.;|•]?\s+(?:all|some) rights|[;|•©]|\.\s*$|\s[-–—]\s"
    r"|\s\(?(?:isbn|issn)|,?\s+(?:licensed|available|under|this (?:work|report|publication)|is licensed|except"
    r"|and is|may be|in partnership|www\.|https?:))",
    re.I,
)
_BRACKET_AT_END = re.compile(r"\s*\([^()]*\)$")  # an acronym
# Whoever holds the right is not always a publisher; "Published by" says who is.
_NO_PUBLISHER = re.compile(r"(?:the )?(?:authors?|editors?|contributors?|crown(?: copyright)?|copyright.*)", re.I)
_ABBREVIATED = re.compile(r"\b(?:Inc|Ltd|Co|Corp|Bros|U\.S|S\.A)$")
_SEASONS = "|".join([*sorted(MONTHS), "spring", "summer", "fall", "autumn", "winter"])
_DATE_LINE = re.compile(
    rf"(?:(?:published|released|updated)?:?\s*(?:[0-9]{{1,2}} )?(?:{_SEASONS})"
    r"\s*(?:[0-9]{1,2})?,?\s*)?(?P<year>(?:19|20)[0-9]{2})",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Imprint:
    """Publisher and year, each with its place, or None."""

    publisher: Found | None
    year: int | None
    year_place: Stretch | None


def find_imprint(document: Document, elements: Iterable[int]) -> Imprint:
    """The first copyright line; else "published by", and for the year a line that is nothing but a date."""
    order = list(elements)
    publisher: Found | None = None
    year: tuple[int, Stretch] | None = None
    for patterns in ((_YEAR_FIRST, _NAME_FIRST), (_PUBLISHED_BY,)):
        for i in order:
            for match in (p.search(document.elements[i].text.content) for p in patterns):
                publisher = publisher or (_publisher(document, i, match) if match else None)
    for i in order:
        content = document.elements[i].text.content
        match = _YEAR_ONLY.search(content) or _YEAR_FIRST.search(content) or _NAME_FIRST.search(content)
        if match and year is None:
            year = int(match["year"]), Stretch(i, *match.span("year"))
    year = year or _dated(document, order)
    return Imprint(publisher, year[0] if year else None, year[1] if year else None)


def _publisher(document: Document, element: int, match: re.Match[str]) -> Found | None:
    first = sentences(match["name"])[0]
    sentence = match["name"][first.start : first.end]
    end = _NAME_END.search(sentence)
    article = re.match(r"the\s+", sentence)
    begin = article.end() if article else 0
    name = sentence[begin : end.start() if end else None].rstrip(" .,*†‡")
    if _ABBREVIATED.search(name) and sentence[begin:].startswith(f"{name}."):
        name += "."
    bracket = _BRACKET_AT_END.search(name)
    name = name[: bracket.start()] if bracket else name
    if not any(c.isupper() for c in name.partition(" ")[0]) or _NO_PUBLISHER.fullmatch(name):
        return None
    start = match.start("name") + first.start + begin
    return Found(name, (Stretch(element, start, start + len(name)),))


def _dated(document: Document, elements: Iterable[int]) -> tuple[int, Stretch] | None:
    for i in elements:
        for line in printed_lines(document, i):
            for piece in re.finditer(r"[^|•·]+", line.of(document)):
                match = _DATE_LINE.fullmatch(piece.group().strip(" ."))
                if match:
                    start = line.start + piece.start() + piece.group().index(match["year"])
                    return int(match["year"]), Stretch(i, start, start + 4)
    return None
