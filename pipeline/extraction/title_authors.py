"""The authors that the title page names.

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
from pipeline.extraction.front_matter import Stretch, outer_elements, printed_lines
from pipeline.extraction.imprint import find_imprint
from pipeline.extraction.names import without_article
from pipeline.extraction.person_names import person_at
from pipeline.extraction.prose import Prose
from pipeline.extraction.tokens import Chunk, Token, chunks_of, tokens_of
from pipeline.model.document import Document, Element, ElementKind, Zone

SAME_TITLE = 90  # the title page repeats the cover's title, perhaps in other case or without its stop
LONGEST_LINE = 16  # words: names with roles; longer lines are prose

_BY = re.compile(
    r"\s*(?:(?:written |prepared |authored |co-?authored |compiled |edited )?by\b"
    r"|(?:(?:report|principal|lead|contributing) )?(?:co-?)?authors?\b(?: and affiliations?)?)\s*:?\s*",
    re.I,
)
_AND = re.compile(r"(?:and|AND|&)\s+(?=[^\W\d_a-z])")  # goes on with the names of the line before
_SEPARATOR = re.compile(
    r"\s*[,;|•()]\s*(?:and\s+|AND\s+|&\s+)?|\s+[–—]\s+|\s+(?:and|AND|&)\s+(?=[^\W\d_a-z])"
    r"|\s+(?:at|from) (?:the )?(?=[^\W\d_a-z])"
    r"|\s+(?:for|on behalf of) the (?=[^\W\d_a-z])"  # "by Ada Obi for the Fen Trust": whose report it is
)
_DEGREE = re.compile(
    r"(?:Ph\.?\s?D|Ed\.?\s?[DMS]|M\.?\s?Ed|M\.?P\.?[AHP]|M\.?B\.?A|[MB]\.?[AS]|J\.?D|M\.?D|D\.?Phil|M\.?Sc|M\.?S\.?W|R\.?N|Esq|Jr|Sr|II|III)\.?",
    re.I,
)
_NO_AUTHOR = re.compile(r"[@©0-9:]|www\.|https?:")
_SENTENCE_END = re.compile(r"(?<![ .][A-Z])(?<!\b[JS]r)(?<!\bEsq)\.\s*$")  # but "PhD", "Jr." and initials end names
# Of the nouns that end names of places and the like, those that are family names as often; authors stand here.
_FAMILY_NAMES = frozenset({"park", "hall", "day", "lane", "law", "bridge", "street", "house", "rule", "award"})
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


def title_authors(document: Document, prose: Prose) -> list[FoundAuthor]:
    """The authors in the order of the title page; each once, with what the fullest of its mentions says.

    The publisher's name and the title, which stand there too, are no author's.
    """
    imprint = find_imprint(document, outer_elements(document))
    publisher = without_article(imprint.publisher.value).casefold() if imprint.publisher else ""
    title = document.title.content.casefold()
    found: dict[str, FoundAuthor] = {}
    for lines, told in _blocks(document):
        for author in _authors(document, lines, prose, told):
            name = author.name.of(document)
            if name.casefold() != publisher and name.casefold() not in title:
                found[name] = _fuller(found[name], author) if name in found else author
    return [_in_mixed_case(document, author) for author in found.values()]


def _in_mixed_case(document: Document, author: FoundAuthor) -> FoundAuthor:
    """With the name where the report prints it in small letters, too, if its title page has capitals only."""
    name = author.name.of(document)
    if not name.isupper():
        return author
    spelt = re.compile(re.escape(name), re.I)
    for i, element in enumerate(document.elements):
        for match in spelt.finditer(element.text.content):
            if not match[0].isupper():
                return replace(author, name=Stretch(i, *match.span()))
    return author


def _blocks(document: Document) -> Iterator[tuple[list[Stretch], bool]]:
    """The lines under each printing of the title, and those that a word announces (then `told` is True)."""
    front = [i for i, e in enumerate(document.elements) if e.zone is Zone.FRONT]
    for k, i in enumerate(front):
        element = document.elements[i]
        after = front[k + 1 :]
        if _BY.fullmatch(element.text.content):
            yield _lines(document, after, True), True
        elif _BY.match(element.text.content):
            yield _lines(document, front[k:], True), True
        elif _is_title(document, element) and not (after and _is_title(document, document.elements[after[0]])):
            yield _lines(document, after, False), False


def _is_title(document: Document, element: Element) -> bool:
    content, title = element.text.content.casefold(), document.title.content.casefold()
    if element.kind is ElementKind.TITLE:
        return True
    return len(content) >= 4 and (content in title or fuzz.ratio(content, title) >= SAME_TITLE)


def _lines(document: Document, elements: Sequence[int], told: bool) -> list[Stretch]:
    """The lines up to the first that can't belong to the authors.

    A line in capitals is a body's name or a slogan, where no word announces authors (`told`).
    """
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
            if announced := _BY.match(content) or _AND.match(content):
                line = replace(line, start=line.start + announced.end())
                content = line.of(document)
            if not content:
                continue
            if (
                _NO_AUTHOR.search(content)
                or _SENTENCE_END.search(content)
                or len(content.split()) > LONGEST_LINE
                or (content.isupper() and not (announced or told))
            ):
                return lines
            if lines and _goes_on(document, lines[-1], line):
                lines[-1] = replace(lines[-1], end=line.end)
            else:
                lines.append(line)
    return lines


def _goes_on(document: Document, before: Stretch, line: Stretch) -> bool:
    """Whether a line was only too long for its column: the next begins in lower case, or with the noun of its role."""
    if before.element != line.element:
        return False
    first = line.of(document).split()[0]
    last = re.split(r"[,;|•]", before.of(document))[-1]
    whole = _words(last) & (english().role_nouns | english().organization_heads) or _DEGREE.fullmatch(last.strip())
    unfinished = len(last.split()) <= 2 and not whole
    rest_of_role = first.casefold().strip(",") in english().role_nouns and "," in before.of(document) and unfinished
    return first[0].islower() or rest_of_role


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
            part = _part(document, Stretch(line.element, line.start + start, line.start + end), bool(found))
            if found and _is_one_body(document, found[-1], part):
                part = _Part("body", replace(part.place, start=found.pop().place.start))
            found.append(part)
    return found


def _is_one_body(document: Document, first: _Part, second: _Part) -> bool:
    """Whether "and" stands inside a body's name, whose head only the second part has ("Fen and River Trust")."""
    if first.kind != "body" or second.kind not in ("body", "name"):
        return False
    between = Stretch(first.place.element, first.place.end, second.place.start).of(document)
    inside = [_words(p.place.of(document)) for p in (first, second)]
    complement = bool(inside[0] & {"of", "for"})  # "School of Water and Land Engineering"
    headed = [bool(words & english().organization_heads) for words in inside]
    return between.strip() in ("and", "&") and (headed == [False, True] or (complement and not headed[1]))


def _part(document: Document, place: Stretch, later: bool) -> _Part:
    content = place.of(document).strip()
    words = _words(content)
    if later and _DEGREE.fullmatch(content):
        return _Part("degree", place)
    whole = document.elements[place.element].text.content
    if content.isupper():  # set in capitals: read as if they were not
        whole = whole[: place.start] + _title_case(whole[place.start : place.end]) + whole[place.end :]
    tokens = tokens_of(whole, place.start, place.end)
    chunks = chunks_of(tokens)
    bodies = (english().organization_heads | english().other_heads | {"team", "unit"}) - _FAMILY_NAMES
    if chunks and chunks[0].first == 0 and not words & (bodies | english().role_nouns):
        person = person_at(tokens, chunks[0])
        if person and person.last == len(tokens) and person.length >= 2 and not words & bodies:
            name = Stretch(place.element, tokens[person.first].start, tokens[person.last - 1].end)
            return _Part("name", name, _chunk_place(place.element, tokens, person.honorific))
    if words & english().role_nouns:
        return _Part("role", place)
    return _Part("body" if chunks else "other", place)


def _title_case(content: str) -> str:
    """Capitals with all but the first letter of each word made small; as long as before."""
    return re.sub(r"(?<=[^\W\d_])[^\W\d_]", lambda m: low if len(low := m[0].lower()) == 1 else m[0], content)


def _words(content: str) -> set[str]:
    return {w.strip(".,").casefold() for w in content.split()}


def _chunk_place(element: int, tokens: Sequence[Token], chunk: Chunk | None) -> Stretch | None:
    return Stretch(element, tokens[chunk.first].start, tokens[chunk.last - 1].end) if chunk else None


def _rare(document: Document, author: FoundAuthor, prose: Prose) -> bool:
    """Of a name that stands alone, no word may be one that the report writes in lower case too, nor may it be written
    with an article ("the Fen Gazette").
    """
    with_article = f"the {author.name.of(document)}"
    if any(with_article in passage.content for passage in prose.passages):
        return False
    return not any(word.casefold() in prose.lower for word in author.name.of(document).split())


def _fuller(one: FoundAuthor, other: FoundAuthor) -> FoundAuthor:
    return FoundAuthor(
        one.name,
        one.honorific or other.honorific,
        one.role or other.role,
        one.affiliation or other.affiliation,
    )
