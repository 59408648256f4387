"""Tables of people (interviewees, board, contributors), known by their column headings, row by row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.extraction.acronyms import split_brackets
from pipeline.extraction.organization_table import column_heading, is_person_heading
from pipeline.extraction.person_names import person_at
from pipeline.extraction.tokens import Chunk, tokens_of
from pipeline.extraction.wordlists import words
from pipeline.model.document import Document
from pipeline.model.tables import Table
from pipeline.model.text import Text

_ROLES = words("role title position post occupation job profession function designation office")
_BODIES = words("organization organisation affiliation institution employer agency company body school university")
_PLACES = words("place location country city state town region")
# "Ada Obi, Chair" in one cell; degrees and the like after a name are no role.
_ROLE_AFTER_NAME = re.compile(r",\s+(?=[^\W\d_]+\b(?!\.)[^.]*[a-z])")
NAMES_NEEDED = 0.8  # share of the rows whose first word group reads as a person's name, so that "Name" means people


@dataclass(frozen=True, slots=True)
class PersonRow:
    """The cells of one row, and where name and honorific stand in the cell of the name."""

    element: int
    row: int
    cell: Text
    name: tuple[int, int]
    honorific: tuple[int, int] | None
    role: Text | None
    body: Text | None
    place: Text | None


def person_rows(document: Document) -> Iterator[PersonRow]:
    """The rows of all tables with a column of people's names beside one of roles or bodies, in reading order."""
    for element, table in document.tables():
        headings = [column_heading(table, c) for c in range(table.columns)]
        name = next((c for c, h in enumerate(headings) if is_person_heading(h)), None)
        role, body, place = (_column(headings, wanted, name) for wanted in (_ROLES, _BODIES, _PLACES))
        if name is None or (role is None and body is None):
            continue
        found = [_row(element, table, r, name, (role, body, place)) for r in range(table.header_rows, table.rows)]
        people = [row for row in found if row is not None]
        if people and len(people) >= NAMES_NEEDED * len(found):
            yield from people


def _column(headings: Sequence[str], wanted: frozenset[str], taken: int | None) -> int | None:
    """The column whose heading ends in one of the wanted nouns ("Job title", "Home institution")."""
    last = [h.rpartition(" ")[2] for h in headings]
    return next((c for c, h in enumerate(last) if c != taken and (h in wanted or h.removesuffix("s") in wanted)), None)


def _row(
    element: int, table: Table, row: int, name: int, others: tuple[int | None, int | None, int | None]
) -> PersonRow | None:
    cell = table.cell_at(row, name)
    content = cell.text.content
    comma = _ROLE_AFTER_NAME.search(content)
    tokens = tokens_of(content, 0, comma.start() if comma else len(content))
    if cell.row != row or not tokens:
        return None
    named = person_at(tokens, Chunk(0, len(tokens)))
    if named is None or named.length < 2 or named.title is not None:
        return None
    role, body, place = (table.cell_at(row, c).text or None if c is not None else None for c in others)
    body = body.slice(0, split_brackets(body.content)[0]) if body else None
    if comma and role is None:
        role = cell.text.slice(comma.end())
    honorific = (tokens[named.honorific.first].start, tokens[named.honorific.last - 1].end) if named.honorific else None
    span = tokens[named.first].start, tokens[named.last - 1].end
    return PersonRow(element, row, cell.text, span, honorific, role, body, place)
