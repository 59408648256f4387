"""Postal addresses of an imprint, as first printed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from pipeline.extraction.contacts import Found
from pipeline.extraction.english import english, region_codes
from pipeline.extraction.front_matter import Stretch, printed_lines
from pipeline.extraction.wordlists import words
from pipeline.model.document import Document

_BREAK = re.compile(r"\s*(?:[•·|●▪◆]|\s[–—-]\s)\s*")
_STATES = "|".join(sorted(region_codes() | {"DC", "PR"}))
_COUNTRY_NAMES = "|".join(sorted(english().countries, key=lambda name: (-len(name), name)))
# A town's line is told by its code: state and ZIP code, or a British, Canadian, Australian, Irish, Dutch or plain
# European one; or an address in one line ends with its country.
_TOWN = re.compile(
    rf"(?:[^\W\d_][\w.'’-]*(?: [\w.'’-]+){{0,3}},? (?:{_STATES}|[A-Z][a-z]+(?: [A-Z][a-z]+)?),?"
    r" [0-9]{5}(?:[-–][0-9]{4})?(?![\w-])"
    r"|(?:[^\W\d_][\w.'’ ,-]*? )?[A-Z]{1,2}[0-9][0-9A-Z]? [0-9][A-Z]{2}\b"
    r"|[^\W\d_][\w.'’ ,-]*? [A-Z][0-9][A-Z] [0-9][A-Z][0-9]\b"
    r"|[^\W\d_][\w.'’ ,-]*? (?:NSW|VIC|QLD|TAS|ACT|WA|SA|NT) [0-9]{4}\b"
    r"|[^\W\d_][\w.'’ ,-]*? [A-Z][0-9]{2} [A-Z][0-9A-Z]{3}\b"
    rf"|(?P<whole>(?:P\.? ?O\.? ?Box|[0-9]+ )[^,]*, [\w.'’ ,-]*?(?i:{_COUNTRY_NAMES})$)"
    r"|(?:[A-Z]{1,2}-)?[0-9]{4,5}(?: [A-Z]{2})? [A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+)?$)"
)
_STREET_START = re.compile(
    r"(?:P\.? ?O\.? ?Box|Box|Suite|Floor|Level|Room|Unit|[0-9]+(?:[-–/][0-9]+)?[A-Za-z]?\b|"
    r"(?:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve)\b)",
    re.I,
)
_STREET_WORDS = words(
    "street st avenue ave road rd boulevard blvd lane ln drive dr way place pl square sq court ct terrace parkway pkwy "
    "highway hwy row walk crescent close plaza quay suite floor building house unit room campus box gate hill park "
    "north south east west nw ne sw se n s e w"
)
_STREET_CONTINUES = words("street st avenue ave road rd boulevard blvd lane ln drive dr way place square nw ne sw se")
# Where the house's number follows the street's name (Universal Postal Union, S42: most of Europe and Latin America).
_STREET_AND_NUMBER = re.compile(
    r"(?:\b(?:rue|avenue|av|boulevard|bd|place|chemin|quai|route|calle|avenida|paseo|carrera|via|viale|piazza|rua)\b.*"
    r"|(?:stra(?:ß|ss)e|str|weg|gasse|platz|allee|laan|straat|plein|gade|vej|gatan|vägen|katu|utca|ulica|ul)\.?),? "
    r"[0-9]+(?:[-–/][0-9]+)?[a-z]?\Z",
    re.I,
)
_COUNTRIES = english().countries | {"u.s.a", "united states of america"}
_BUILDINGS = words("building centre center house hall court tower mill chambers mansion hub campus block exchange")
LONGEST_PIECE = 200  # characters: a longer line is no address, and the search would be slow
LONGEST_LINE = 10  # words of a street's or building's line
MAX_LINES = 5  # building, street, district, town: longer addresses are rare


def find_address(document: Document, elements: Iterable[int]) -> Found | None:
    """The first postal address: the line of a town with its code, and the lines of house and street before it.

    Lines and what bullets part are joined by commas; a line that was only too long for its column is not.
    """
    pieces = [piece for i in elements for line in printed_lines(document, i) for piece in _pieces(document, line)]
    for k, piece in enumerate(pieces):
        town = _TOWN.search(piece.of(document)) if piece.end - piece.start <= LONGEST_PIECE else None
        if town is None:
            continue
        after = _country(document, pieces, k)
        street = _street_in(piece.of(document)[: town.end()])
        if town["whole"]:
            street = town.start()
        if street is not None:
            return _joined(document, [Stretch(piece.element, piece.start + street, piece.start + town.end()), *after])
        first = _first_line(document, pieces, k)
        if first is not None:
            own = Stretch(piece.element, piece.start, piece.start + town.end())
            return _joined(document, [*pieces[first:k], own, *after])
    return None


def _street_in(line: str) -> int | None:
    """Where the street begins in a line that goes on to the town."""
    starts = [m.end() for m in re.finditer(r"^|(?:[,;:|]|(?<![ .][A-Z])(?<!\bP)\.)\s+", line)]
    fitting = [s for s in starts if _STREET_START.match(line, s) and not _is_part(line[s:])]
    return next((s for s in reversed(fitting) if _has_street_word(line[s:])), None)


def _pieces(document: Document, line: Stretch) -> list[Stretch]:
    content = line.of(document)
    cuts = [(0, 0), *(m.span() for m in _BREAK.finditer(content)), (len(content), len(content))]
    spans = [(a[1], b[0]) for a, b in pairwise(cuts)]
    return [Stretch(line.element, line.start + a, line.start + b) for a, b in spans if content[a:b].strip()]


def _first_line(document: Document, pieces: list[Stretch], town: int) -> int | None:
    """The farthest line before the town's that an address can begin with."""
    part: int | None = None
    for k in range(town - 1, max(-1, town - MAX_LINES), -1):
        content = pieces[k].of(document)
        if len(content.split()) > LONGEST_LINE or re.search(r"[@©:]|www\.", content):
            return part
        goes_on = k + 1 < town and _goes_on(pieces[k + 1].of(document))
        if _STREET_AND_NUMBER.search(content):
            return k
        if _names_building(content):
            return k
        if _is_part(content):
            part = k
        elif _STREET_START.match(content) and (content[0].isdigit() or _has_street_word(content) or goes_on):
            return k
        elif not _has_street_word(content) and k < town - 2:
            return part
    return part


def _names_building(content: str) -> bool:
    """ "Civic Centre, 1 Market Place": the building's name before the street."""
    building, comma, street = content.partition(", ")
    named = building.split()[-1:] and building.split()[-1].casefold() in _BUILDINGS
    return bool(comma and named and _STREET_START.match(street) and _has_street_word(street))


def _is_part(content: str) -> bool:
    """A part of a building, which stands on a line of its own under that of the street."""
    return re.match(r"suite|floor|room|unit", content, re.I) is not None


def _has_street_word(content: str) -> bool:
    return bool({w.strip(".,").casefold() for w in content.split()} & _STREET_WORDS)


def _goes_on(content: str) -> bool:
    """Whether a line goes on with the street's name that the line before broke off ("One Mill / Avenue")."""
    return bool(content) and content.split()[0].strip(".,").casefold() in _STREET_CONTINUES


def _country(document: Document, pieces: list[Stretch], town: int) -> list[Stretch]:
    after = pieces[town + 1 : town + 2]
    return [p for p in after if p.of(document).strip(" .").casefold() in _COUNTRIES]


def _joined(document: Document, parts: list[Stretch]) -> Found:
    value = ""
    for part in parts:
        content = part.of(document).strip(" ,")
        value += (" " if _goes_on(content) else ", ") + content if value else content
    return Found(value, tuple(parts))
