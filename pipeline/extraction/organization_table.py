"""The report's table of organizations, known by its column headings, row by row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.model.document import Document
from pipeline.model.profile import OrganizationTable, Profile
from pipeline.model.tables import Table
from pipeline.model.text import EMPTY, Text

# Headings that may stand over people as well as over bodies.
PERSON_HEADINGS = frozenset({"name", "names", "participant", "interviewee", "member", "speaker", "contact", "witness"})


@dataclass(frozen=True, slots=True)
class OrganizationRow:
    """The cells of one row that say something of an organization; a column that is not there gives the empty text."""

    name: Text
    description: Text
    website: Text


def organization_rows(document: Document, profile: Profile) -> Iterator[OrganizationRow]:
    """The rows of all tables whose headings name an organization and something about it, in reading order."""
    for _, table in document.tables():
        columns = _columns(table, profile.organization_table)
        if columns is not None:
            yield from _rows(table, columns)


def _columns(table: Table, known: OrganizationTable) -> tuple[int, int | None, int | None] | None:
    """The columns of name, description and website; None where it is no table of organizations.

    A column of names alone is none (people and places have names too): description or website must stand beside it.
    """
    headings = [column_heading(table, c) for c in range(table.columns)]
    name = _column(headings, known.name, ())
    if name is None:
        return None
    if any(h in PERSON_HEADINGS for c, h in enumerate(headings) if c != name):
        return None  # a table of people, with the bodies that they belong to
    description = _column(headings, known.description, (name,))
    website = _column(headings, known.website, (name, description))
    if headings[name] in PERSON_HEADINGS and website is None:
        return None
    return (name, description, website) if (description, website) != (None, None) else None


def column_heading(table: Table, column: int) -> str:
    """A column's heading without case and stops; several header rows joined."""
    cells = dict.fromkeys(table.cell_at(r, column).text.content for r in range(table.header_rows))
    return _plain(" ".join(cells))


def _column(headings: Sequence[str], wanted: Sequence[str], taken: Sequence[int | None]) -> int | None:
    """The column with the first of the wanted headings, else with one of two words or more inside its own.

    Single words are compared with whole headings only ("column name" is no name).
    """
    names = [_plain(w) for w in wanted if _plain(w)]
    free = [c for c in range(len(headings)) if c not in taken]
    whole = next((c for n in names for c in free if headings[c] in (n, f"{n}s")), None)
    if whole is not None:
        return whole
    phrases = [n for n in names if " " in n]
    return next((c for n in phrases for c in free if re.search(rf"\b{re.escape(n)}s?\b", headings[c])), None)


def _rows(table: Table, columns: tuple[int, int | None, int | None]) -> Iterator[OrganizationRow]:
    name, description, website = columns
    for row in range(table.header_rows, table.rows):
        cell = table.cell_at(row, name)
        begins_here = cell.row == row and cell.column == name and cell.text
        if begins_here and cell.column_span < table.columns:  # a cell over all columns is a heading between rows
            yield OrganizationRow(cell.text, _text(table, row, description), _text(table, row, website))


def _text(table: Table, row: int, column: int | None) -> Text:
    return table.cell_at(row, column).text if column is not None else EMPTY


def _plain(heading: str) -> str:
    return re.sub(r"[^\w]+", " ", heading.casefold()).strip()
