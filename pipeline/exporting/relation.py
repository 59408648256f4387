"""A table of plain values with keys: what one file of CSV, or one table of SQLite, holds."""

from __future__ import annotations

from dataclasses import dataclass, field

Value = str | int | float | None
TYPES = {"string": "TEXT", "integer": "INTEGER", "number": "REAL", "any": ""}  # as SQLite declares them


@dataclass(frozen=True)
class Column:
    """A column: its name, type (of Table Schema: string, integer, number, any) and meaning."""

    name: str
    type: str = "string"
    description: str = ""


@dataclass(frozen=True)
class ForeignKey:
    """Columns whose values are those of other columns of another relation, or empty."""

    columns: tuple[str, ...]
    relation: str
    referenced: tuple[str, ...]


@dataclass(frozen=True)
class Relation:
    """A table: columns, rows of plain values, keys."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]
    key: tuple[str, ...]
    foreign: tuple[ForeignKey, ...] = field(default=())
    description: str = ""
