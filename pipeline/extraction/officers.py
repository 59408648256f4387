"""Officers of the publisher: people whom the imprint names with their office, under the body's name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.extraction.attributions import is_role
from pipeline.extraction.english import english
from pipeline.extraction.front_matter import printed_lines
from pipeline.extraction.names import fold_name, without_article
from pipeline.extraction.person_names import person_at
from pipeline.extraction.tokens import Chunk, Token, tokens_of
from pipeline.model.document import Document, Zone
from pipeline.model.text import Text

_OFFICER = re.compile(r"(?P<name>[^,()]+?)\s*(?:\((?P<place>[^()]+)\))?\s*,\s*(?P<role>[^,;()]+?)\s*\Z")


@dataclass(frozen=True, slots=True)
class Officer:
    """A line of the imprint: where name, role and place stand in `line`, and the body's line above it."""

    element: int
    line: Text
    name: tuple[int, int]
    role: tuple[int, int]
    place: tuple[int, int] | None
    body: Text | None
    body_name: str | None


def find_officers(document: Document, bodies: Sequence[str]) -> list[Officer]:
    """The officers in reading order. `bodies` are names of organizations that the report knows."""
    known = {_key(name): name for name in bodies}
    found: list[Officer] = []
    above: Text | None = None
    for element, line in imprint_lines(document):
        key = _key(line.content)
        if key in known:
            above = line
            continue
        parsed = _parse(line.content)
        if parsed is None:
            continue
        name, role, place = parsed
        found.append(Officer(element, line, name, role, place, above, known[_key(above.content)] if above else None))
    return found


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


def _parse(content: str) -> tuple[tuple[int, int], tuple[int, int], tuple[int, int] | None] | None:
    found = _OFFICER.fullmatch(content)
    if found is None or not _is_name(found["name"]) or not _is_office(found["role"]):
        return None
    place = found.span("place") if found["place"] else None
    return found.span("name"), found.span("role"), place


def _is_name(text: str) -> bool:
    tokens = tokens_of(text, 0, len(text))
    named = person_at(tokens, Chunk(0, len(tokens))) if len(tokens) > 1 else None
    return named is not None and (named.first, named.last) == (0, len(tokens)) and named.title is None


def _is_office(text: str) -> bool:
    tokens: Sequence[Token] = tokens_of(text, 0, len(text))
    folded = text.casefold().replace("-", " ")
    office = any(re.search(rf"\b{re.escape(o)}\b", folded) for o in english().offices)
    return bool(tokens) and tokens[0].capital and office and is_role(tokens, Chunk(0, len(tokens)))


def _key(name: str) -> str:
    return fold_name(without_article(name.strip(" .,"))).casefold()
