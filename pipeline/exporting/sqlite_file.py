"""One SQLite file with keys between the tables and a full-text index; opens in Datasette as it is."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from pipeline.exporting.folder import Output
from pipeline.exporting.relation import TYPES, Relation
from pipeline.exporting.relations import relations

# An index over `records` that keeps no text of its own (FTS5, external content); Datasette offers a search box where
# it finds one. Accents make no difference in a search.
_INDEX = (
    "CREATE VIRTUAL TABLE records_fts USING fts5"
    "(label, words, content='records', content_rowid='rowid', tokenize='unicode61 remove_diacritics 2')",
    "INSERT INTO records_fts(records_fts) VALUES ('rebuild')",
)


def sqlite_file(output: Output) -> bytes:
    """The database's bytes."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "datasets.sqlite"
        with closing(sqlite3.connect(path)) as database:
            database.execute("PRAGMA foreign_keys = ON")
            with database:
                for statement in _statements(relations(output), database):
                    database.execute(statement)
                for statement in _INDEX:
                    database.execute(statement)
            database.execute("VACUUM")
        return path.read_bytes()


def _statements(tables: list[Relation], database: sqlite3.Connection) -> Iterator[str]:
    """The tables, made and filled; references are checked when all is there."""
    yield "PRAGMA defer_foreign_keys = ON"
    yield from map(_create, tables)
    for table in tables:
        marks = ", ".join("?" for _ in table.columns)
        database.executemany(f"INSERT INTO {_quoted(table.name)} VALUES ({marks})", table.rows)
        for key in table.foreign:
            name = _quoted("_".join((table.name, *key.columns)))
            yield f"CREATE INDEX {name} ON {_quoted(table.name)} ({_list(key.columns)})"


def _create(table: Relation) -> str:
    lines = [f"{_quoted(c.name)} {TYPES[c.type]}".strip() for c in table.columns]
    lines.append(f"PRIMARY KEY ({_list(table.key)})")
    lines += [
        f"FOREIGN KEY ({_list(k.columns)}) REFERENCES {_quoted(k.relation)} ({_list(k.referenced)}) "
        "DEFERRABLE INITIALLY DEFERRED"
        for k in table.foreign
    ]
    body = ",\n  ".join(lines)
    return f"CREATE TABLE {_quoted(table.name)} (\n  {body}\n)"


def _list(names: tuple[str, ...]) -> str:
    return ", ".join(_quoted(name) for name in names)


def _quoted(name: str) -> str:
    return f'"{name}"'
