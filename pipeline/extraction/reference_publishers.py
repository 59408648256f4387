"""Publisher and place of a work, from what follows its title."""

from __future__ import annotations

import re

from pipeline.extraction.english import english
from pipeline.extraction.reference_authors import reference_authors
from pipeline.extraction.sentences import Span, sentences
from pipeline.extraction.wordlists import MONTHS
from pipeline.model.text import Text

YEAR = r"(?:1[6-9]|20)[0-9]{2}"
ANY_YEAR = re.compile(rf"(?<![\w/.-])(?P<year>{YEAR})(?![\w/-])")
MONTH = rf"(?:{'|'.join(sorted(MONTHS))})"

_CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"
_IN_BRACKETS = re.compile(
    rf"\((?P<place>[^():;]+): (?P<publisher>[^():;]+?), (?P<year>{YEAR}|n\.d\.)\)"
    rf"|\((?P<only>[^\W\d_][^():;]+?), (?P<only_year>{YEAR})\)",
    re.I,
)
_PLACE_AND_PUBLISHER = re.compile(
    rf"(?P<place>{_CAPITAL}[\w.’' -]*?(?:, (?:[A-Z]{{2}}|(?:[A-Z]\.){{2}}|{_CAPITAL}[\w ]+?))?): "
    rf"(?P<publisher>{_CAPITAL}[^:;]*)"
)
# Between title and publisher: stops, the closing mark, an edition or number in brackets.
_BEFORE_PUBLISHER = re.compile(r"[ .,;:)\]”\"]*(?:[(\[][^()\[\]]*[)\]][ .,;:]*)?")
_DATE_AT_END = re.compile(rf",?\s*(?:{MONTH}\s+(?:[0-9]{{1,2}},\s*)?)?(?:{YEAR})?\W*$", re.I)
# What begins so is where the work appeared or what kind it is, not who published it.
_NO_PUBLISHER = re.compile(
    r"(?:in|pp?\.|vol|no|chapter|paper|presented|doctoral|unpublished|master|press release|video|blog|see|also|journal"
    r"|available|note|translated|edited|reprint)\b",
    re.I,
)
_CONTAINER = re.compile(r"\b(?:in|journal|proceedings|conference|findings|transactions|review|annals)\b", re.I)
LONGEST_PLACE = 4  # words: "New York City, NY"
SHORTEST_NAME = 4  # letters: shorter pieces are abbreviations of journals or left-over marks


def find_publisher(
    text: Text, title: Span, date: Span | None, stop: int
) -> tuple[Span | None, Span | None, Span | None]:
    """Publisher, place, and the year where it is printed with them, between the title and `stop`."""
    content = text.content
    if match := _IN_BRACKETS.search(content, title.end, stop):
        if match["place"]:
            year = Span(*match.span("year")) if match["year"][0].isdigit() else None
            return Span(*match.span("publisher")), Span(*match.span("place")), year
        if match["only"].casefold() not in MONTHS:
            return Span(*match.span("only")), None, Span(*match.span("only_year"))
    between = date is not None and title.end <= date.start and content[date.end : stop].strip(" .,)") != ""
    lead = _BEFORE_PUBLISHER.match(content, date.end if date and between else title.end, stop)
    begin = lead.end() if lead else title.end
    end = date.start if date and date.start > begin else stop
    match = _PLACE_AND_PUBLISHER.match(content, begin, end)
    if match and not _is_container(text, match.start(), match["place"], match["publisher"]):
        place = sentences(match["place"])[-1]  # "Working Paper 4. Corby": the series stands before the place
        at = match.start("place") + place.start
        return _name(content, *match.span("publisher")), Span(at, match.end("place")), None
    alone = _alone(text, begin, end)
    return (*_with_place(content, alone), None) if alone else (None, None, None)


def _is_container(text: Text, start: int, place: str, publisher: str) -> bool:
    """Whether "X: Y" is a journal or a conference with its part: in italics, long, with numbers, or saying so."""
    italic = any(s.italic and a <= start < b for a, b, s in text.styles())
    told = _CONTAINER.search(place) or re.search(
        r"\b[0-9]+\b(?!\W*$)", publisher.partition(". ")[0].rstrip(" .0123456789,")
    )
    return italic or told is not None or len(place.rpartition(". ")[2].split()) > LONGEST_PLACE


def _with_place(content: str, name: Span) -> tuple[Span, Span | None]:
    """ "Loam Press, Cambridge": the place after the publisher."""
    first, comma, rest = content[name.start : name.end].partition(", ")
    words = first.split()
    told = words[-1].casefold() in english().organization_heads or (first.isupper() and len(words) == 1)
    if (
        not comma
        or not told
        or len(rest.split()) > LONGEST_PLACE
        or rest.rstrip(".").casefold() in english().legal_forms
    ):
        return name, None
    place = Span(name.start + len(first) + len(comma), name.end)
    return Span(name.start, name.start + len(first)), place


def _alone(text: Text, begin: int, end: int) -> Span | None:
    """A sentence or clause that is a body's name: not in italics (as a journal is), without numbers."""
    content = text.content
    spans = sentences(content[begin:end])
    if not spans or _NO_PUBLISHER.match(content, begin, end):
        return None
    first_end = begin + spans[0].end
    span = _name(content, begin, first_end)
    italic = any(s.italic and a < span.end and span.start < b for a, b, s in text.styles())
    numbered = re.search(r"[0-9]", content[span.start : first_end].replace(content[span.end : first_end], ""))
    dated = content[span.start : span.end].casefold() in MONTHS
    if italic or numbered or dated or span.end - span.start < SHORTEST_NAME or not content[span.start].isupper():
        return None
    return span if len(reference_authors(content, *span)) == 1 else None


def _name(content: str, start: int, end: int) -> Span:
    """A name without the date and the stop after it; the stop of "Inc." stays."""
    first = sentences(content[start:end])
    last = start + first[0].end if first else end
    date = _DATE_AT_END.search(content, start, last)
    bare = content[start : date.start() if date else last].rstrip(" .,;:")
    stopped = content[start : start + len(bare) + 1]
    return Span(start, start + len(stopped if stopped.endswith(("Inc.", "Ltd.", "Co.", "Corp.")) else bare))
