"""Officers of the publisher: people whom the imprint names with their office, under the body's name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.extraction.attributions import is_role
from pipeline.extraction.english import english
from pipeline.extraction.front_matter import printed_lines
from pipeline.extraction.names import fold_name, without_article
from pipeline.extraction.person_names import person_at
from pipeline.extraction.tokens import Chunk, Token, tokens_of
from pipeline.model.document import Document, Zone
from pipeline.model.text import Text

# A name and an office in one line, in the orders that imprints have: "X (Ohio), President", "X – Chair", "Chair: X".
_FORMS = (
    re.compile(r"(?P<name>[^,()]+?)\s*(?:\((?P<place>[^()]+)\))?\s*(?:,|\s[–—-])\s*(?P<role>[^,;()]+?)\s*\Z"),
    re.compile(r"(?P<name>[^,()]+?)\s*\((?P<role>[^,;()]+)\)\s*\Z"),
    re.compile(r"(?P<role>[^,;():]+):\s*(?P<name>[^,()]+?)\s*(?:\((?P<place>[^()]+)\))?\s*\Z"),
)


@dataclass(frozen=True, slots=True)
class Officer:
    """A line of the imprint: where name, role and so on stand in `line`, and the line of the body above (or below)."""

    element: int
    line: Text
    name: tuple[int, int]
    honorific: tuple[int, int] | None
    role: tuple[int, int]
    place: tuple[int, int] | None
    body: Text | None = None
    body_name: str | None = None


def find_officers(document: Document, bodies: Sequence[str]) -> list[Officer]:
    """The officers in reading order. `bodies` are names of organizations that the report knows."""
    known = {_key(name): name for name in bodies}
    found: list[Officer] = []
    body: Text | None = None
    for element, line in imprint_lines(document):
        officer = _officer(element, line)
        if _key(line.content) in known:
            body = line
        elif officer is not None:
            found.append(officer if body is None else _at(officer, body, known))
    if body is None:
        return found
    return [officer if officer.body else _at(officer, body, known) for officer in found]  # the body's name follows


def _at(officer: Officer, body: Text, known: Mapping[str, str]) -> Officer:
    return replace(officer, body=body, body_name=known[_key(body.content)])


def imprint_lines(document: Document) -> Iterator[tuple[int, Text]]:
    """The printed lines of front and back matter with their element; one that ends in a comma goes on in the next."""
    for index, element in enumerate(document.elements):
        if element.zone not in (Zone.FRONT, Zone.BACK) or not element.text:
            continue
        pending: Text | None = None
        for stretch in printed_lines(document, index):
            line = element.text.slice(stretch.start, stretch.end).strip()
            whole = Text.join([pending, line]) if pending else line
            pending = whole if whole.content.endswith(",") else None
            if pending is None:
                yield index, whole
        if pending is not None:
            yield index, pending


def _officer(element: int, line: Text) -> Officer | None:
    for form in _FORMS:
        found = form.fullmatch(line.content)
        if found is None or not _is_office(found["role"]):
            continue
        start, end = found.span("name")
        tokens = tokens_of(line.content, start, end)
        named = person_at(tokens, Chunk(0, len(tokens))) if len(tokens) > 1 else None
        if named is None or named.last != len(tokens) or named.title is not None or named.length < 2:
            continue
        honorific = (start, tokens[named.honorific.last - 1].end) if named.honorific else None
        place = found.groupdict().get("place")
        return Officer(
            element,
            line,
            (tokens[named.first].start, end),
            honorific,
            found.span("role"),
            found.span("place") if place and place[0].isupper() else None,
        )
    return None


def _is_office(text: str) -> bool:
    tokens: Sequence[Token] = tokens_of(text, 0, len(text))
    folded = text.casefold().replace("-", " ")
    office = folded == "director" or any(re.search(rf"\b{re.escape(o)}\b", folded) for o in english().offices)
    return bool(tokens) and tokens[0].capital and office and is_role(tokens, Chunk(0, len(tokens)))


def _key(name: str) -> str:
    return fold_name(without_article(name.strip(" .,"))).casefold()
