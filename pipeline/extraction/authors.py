"""The report's authors, from its title page.

Authors stand under the title, or after "By", "Authors:" and the like: a name, perhaps a role, perhaps an institution,
divided by commas or line ends. A second line in a row that names an institution opens another block (the publisher's
officers), and so does a line in capitals or what looks like an address.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from rapidfuzz import fuzz

from pipeline.extraction.english import english
from pipeline.extraction.front_matter import Stretch, printed_lines
from pipeline.extraction.person_names import person_at
from pipeline.extraction.prose import Prose, prose_of
from pipeline.extraction.tokens import chunks_of, tokens_of
from pipeline.model.document import Document, Element, ElementKind, Zone

SAME_TITLE = 90  # the title page repeats the cover's title, perhaps in other case or without its stop
LONGEST_LINE = 16  # words: names with roles; longer lines are prose

_BY = re.compile(
    r"\s*(?:(?:written |prepared |authored |co-?authored |compiled |edited )?by\b"
    r"|(?:(?:report|principal|lead|contributing) )?(?:co-?)?authors?\b(?: and affiliations?)?)\s*:?\s*",
    re.I,
)
_SEPARATOR = re.compile(
    r"\s*[,;|•()]\s*(?:and\s+|&\s+)?|\s+[–—]\s+|\s+(?:and|&)\s+(?=[^\W\d_a-z])|\s+(?:at|from) (?:the )?(?=[^\W\d_a-z])"
)
_DEGREE = re.compile(
    r"(?:Ph\.?\s?D|Ed\.?\s?[DMS]|M\.?\s?Ed|M\.?P\.?[AHP]|M\.?B\.?A|[MB]\.?[AS]|J\.?D|M\.?D|D\.?Phil|M\.?Sc|M\.?S\.?W|R\.?N|Esq|Jr|Sr|II|III)\.?"
)
_NO_AUTHOR = re.compile(r"[@©0-9:]|www\.|https?:|\.\s*$")
_Kind = Literal["name", "role", "body", "degree", "other"]


@dataclass(frozen=True, slots=True)
class FoundAuthor:
    """An author with where name, honorific, role and affiliation are printed."""

    name: Stretch
    honorific: Stretch | None = None
    role: Stretch | None = None
    affiliation: Stretch | None = None


@dataclass(frozen=True, slots=True)
class _Part:
    kind: _Kind
    place: Stretch
    honorific: Stretch | None = None


def find_authors(document: Document) -> list[FoundAuthor]:
    """The authors in the order of the title page; each once, with what the fullest of its mentions says."""
    prose = prose_of(document)
    found: dict[str, FoundAuthor] = {}
    for lines, told in _blocks(document):
        for author in _authors(document, lines, prose, told):
            name = author.name.of(document)
            found[name] = _fuller(found[name], author) if name in found else author
    return list(found.values())


def _blocks(document: Document) -> Iterator[tuple[list[Stretch], bool]]:
    """The lines under each printing of the title, and those that a word announces (then `told` is True)."""
    front = [i for i, e in enumerate(document.elements) if e.zone is Zone.FRONT]
    for k, i in enumerate(front):
        element = document.elements[i]
        after = front[k + 1 :]
        if _BY.fullmatch(element.text.content):
            yield _lines(document, after), True
        elif announced := _BY.match(element.text.content):
            first, *rest = printed_lines(document, i)
            lead = replace(first, start=first.start + announced.end())
            yield [s for s in (lead, *rest) if s.start < s.end] + _lines(document, after), True
        elif _is_title(document, element) and not (after and _is_title(document, document.elements[after[0]])):
            yield _lines(document, after), False


def _is_title(document: Document, element: Element) -> bool:
    content, title = element.text.content.casefold(), document.title.content.casefold()
    if element.kind is ElementKind.TITLE:
        return True
    return len(content) >= 4 and (content in title or fuzz.ratio(content, title) >= SAME_TITLE)


def _lines(document: Document, elements: Sequence[int]) -> list[Stretch]:
    """The lines up to the first that can't belong to the authors."""
    lines: list[Stretch] = []
    for i in elements:
        element = document.elements[i]
        if element.kind in (ElementKind.TITLE, ElementKind.CONTENTS_ENTRY):
            break
        displayed = element.kind in (ElementKind.HEADING, ElementKind.PULL_QUOTE)
        for line in printed_lines(document, i):
            if displayed and not any(p.kind == "name" for p in _parts(document, line)):
                return lines
            content = line.of(document)
            if announced := _BY.match(content):
                line = replace(line, start=line.start + announced.end())
                content = line.of(document)
            if not content:
                continue
            if _NO_AUTHOR.search(content) or len(content.split()) > LONGEST_LINE or content.isupper():
                return lines
            lines.append(line)
    return lines


def _authors(document: Document, lines: Sequence[Stretch], prose: Prose, told: bool) -> list[FoundAuthor]:
    authors: list[FoundAuthor] = []
    open_from = 0  # authors from here on still take roles and bodies of the next lines
    bodies_in_a_row = 0
    for line in lines:
        parts = _parts(document, line)
        names = [p for p in parts if p.kind == "name"]
        if not names and all(p.kind == "body" for p in parts):
            bodies_in_a_row += 1
        if (parts and parts[0].kind not in ("name", "role", "body", "degree")) or bodies_in_a_row > 1:
            break
        if names:
            bodies_in_a_row = 0
            open_from = len(authors)
        authors = _with_line(authors, parts, open_from)
    return [a for a in authors if told or a.role or a.affiliation or len(authors) > 1 or _rare(document, a, prose)]


def _with_line(authors: list[FoundAuthor], parts: Sequence[_Part], open_from: int) -> list[FoundAuthor]:
    """The authors with what one line says: names are new ones; roles and bodies go to those that lack them."""
    authors = list(authors)
    for part in parts:
        if part.kind == "name":
            authors.append(FoundAuthor(part.place, part.honorific))
            continue
        key = {"role": "role", "body": "affiliation"}.get(part.kind)
        for k in range(open_from, len(authors)):
            if key and getattr(authors[k], key) is None:
                authors[k] = replace(authors[k], **{key: part.place})
    return authors


def _parts(document: Document, line: Stretch) -> list[_Part]:
    content = line.of(document)
    cuts = [(0, 0), *(m.span() for m in _SEPARATOR.finditer(content)), (len(content), len(content))]
    found: list[_Part] = []
    for (_, start), (end, _) in pairwise(cuts):
        if start < end:
            found.append(_part(document, Stretch(line.element, line.start + start, line.start + end), bool(found)))
    return found


def _part(document: Document, place: Stretch, later: bool) -> _Part:
    content = place.of(document).strip()
    words = {w.strip(".,").casefold() for w in content.split()}
    if later and _DEGREE.fullmatch(content):
        return _Part("degree", place)
    tokens = tokens_of(document.elements[place.element].text.content, place.start, place.end)
    chunks = chunks_of(tokens)
    bodies = english().organization_heads | english().other_heads
    if chunks and chunks[0].first == 0 and not words & (bodies | english().role_nouns):
        person = person_at(tokens, chunks[0])
        if person and person.last == len(tokens) and person.length >= 2 and not words & bodies:
            name = Stretch(place.element, tokens[person.first].start, tokens[person.last - 1].end)
            honorific = person.honorific
            titled = (
                Stretch(place.element, tokens[honorific.first].start, tokens[honorific.last - 1].end)
                if honorific
                else None
            )
            return _Part("name", name, titled)
    if words & english().role_nouns:
        return _Part("role", place)
    return _Part("body" if chunks else "other", place)


def _rare(document: Document, author: FoundAuthor, prose: Prose) -> bool:
    """Of a name that stands alone, no word may be one that the report writes in lower case too."""
    return not any(word.casefold() in prose.lower for word in author.name.of(document).split())


def _fuller(one: FoundAuthor, other: FoundAuthor) -> FoundAuthor:
    return FoundAuthor(
        one.name,
        one.honorific or other.honorific,
        one.role or other.role,
        one.affiliation or other.affiliation,
    )
