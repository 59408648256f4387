"""Tables of people (interviewees, board, contributors), known by their column headings, row by row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.extraction.organization_table import PERSON_HEADINGS, column_heading
from pipeline.extraction.person_names import person_at
from pipeline.extraction.tokens import Chunk, tokens_of
from pipeline.extraction.wordlists import words
from pipeline.model.document import Document
from pipeline.model.tables import Table
from pipeline.model.text import Text

_ROLES = words("role roles title position post occupation job profession") | {"job title", "title role"}
_BODIES = words("organization organisation affiliation institution employer agency company body school")
_PLACES = words("place location country city state town region")
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
        name, role, body, place = (_column(headings, w) for w in (PERSON_HEADINGS, _ROLES, _BODIES, _PLACES))
        if name is None or (role is None and body is None):
            continue
        found = [_row(element, table, r, name, (role, body, place)) for r in range(table.header_rows, table.rows)]
        people = [row for row in found if row is not None]
        if people and len(people) >= NAMES_NEEDED * len(found):
            yield from people


def _column(headings: Sequence[str], wanted: frozenset[str]) -> int | None:
    return next((c for c, h in enumerate(headings) if h in wanted or h.removesuffix("s") in wanted), None)


def _row(
    element: int, table: Table, row: int, name: int, others: tuple[int | None, int | None, int | None]
) -> PersonRow | None:
    cell = table.cell_at(row, name)
    content = cell.text.content
    tokens = tokens_of(content, 0, len(content))
    if cell.row != row or not tokens:
        return None
    named = person_at(tokens, Chunk(0, len(tokens)))
    if named is None or named.length < 2 or named.title is not None:
        return None
    role, body, place = (table.cell_at(row, c).text or None if c is not None else None for c in others)
    honorific = (tokens[named.honorific.first].start, tokens[named.honorific.last - 1].end) if named.honorific else None
    span = tokens[named.first].start, tokens[named.last - 1].end
    return PersonRow(element, row, cell.text, span, honorific, role, body, place)
