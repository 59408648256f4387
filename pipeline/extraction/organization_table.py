"""The report's table of organizations, known by its column headings, row by row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.extraction.english import english
from pipeline.extraction.wordlists import words
from pipeline.model.document import Document
from pipeline.model.profile import OrganizationTable, Profile
from pipeline.model.tables import Table
from pipeline.model.text import EMPTY, Text

# Nouns for people over a column; "name" and "member" may stand over bodies as well.
PERSON_HEADINGS = words(
    "name participant interviewee member speaker contact person witness panelist panellist respondent author reviewer "
    "trustee commissioner contributor adviser advisor expert delegate coordinator"
)
WEB_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|(?:[\w-]+\.)+[a-z]{2,}(?:/\S*)?", re.I)
_WHEREIN = re.compile(r" (?:in|within|for|of|at|under|on) ")  # "Role in the project" is a role
ENOUGH = 0.5  # of a column's filled cells, to say what the column holds


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
    What a table is about stands in its first column: people before bodies make a table of people.
    """
    headings = [column_heading(table, c) for c in range(table.columns)]
    name = _column(headings, known.name, ())
    if name is None:
        name = 0 if _ends_in_heads(table) else None
    if name is None or any(is_person_heading(h) for h in headings[:name]):
        return None
    website = _column(headings, known.website, (name,))
    if website is None or not _holds_addresses(table, website):
        website = next((c for c in range(table.columns) if c != name and _holds_addresses(table, c)), None)
    description = _column(headings, known.description, (name, website))
    if is_person_heading(headings[name]) and website is None:
        return None
    return (name, description, website) if (description, website) != (None, None) else None


def is_person_heading(heading: str) -> bool:
    """Whether a column's heading ends in a noun for people ("Contact person", "Panel members")."""
    last = heading.rpartition(" ")[2]
    return last in PERSON_HEADINGS or last.removesuffix("s") in PERSON_HEADINGS


def _cells(table: Table, column: int) -> list[str]:
    cells = (table.cell_at(r, column).text.content.strip() for r in range(table.header_rows, table.rows))
    return [c for c in cells if c]


def _holds_addresses(table: Table, column: int) -> bool:
    """Whether a column holds addresses on the web, whatever its heading calls them."""
    cells = _cells(table, column)
    return bool(cells) and sum(WEB_ADDRESS.fullmatch(c) is not None for c in cells) >= ENOUGH * len(cells)


def _ends_in_heads(table: Table) -> bool:
    """Whether the names of the first column end as bodies' names do ("… Foundation"), whatever its heading is."""
    names = [_plain(c.partition("(")[0]) for c in _cells(table, 0)]
    heads = english().organization_heads
    return bool(names) and sum(" " in n and n.rpartition(" ")[2] in heads for n in names) >= ENOUGH * len(names)


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
    bare = [_WHEREIN.split(h)[0] or h for h in headings]
    whole = next((c for n in names for c in free if {headings[c], bare[c]} & {n, f"{n}s"}), None)
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
