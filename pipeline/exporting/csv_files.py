"""CSV (RFC 4180, UTF-8) with a data package of its own, for spreadsheets and R."""

from __future__ import annotations

import csv
import hashlib
import io
import re
from typing import Any

from pipeline.exporting.folder import Output
from pipeline.exporting.relation import Relation, Value
from pipeline.exporting.relations import relations
from pipeline.publishing.serial import to_json

# Spreadsheets run what begins with these signs as a formula; an apostrophe before it makes it text (OWASP, "CSV
# Injection"). After a sign, digits and what stands between them (a telephone number, a range) are no formula.
_FORMULA = re.compile(r"[=@\t\r]|[+-].*[A-Za-z|!]", re.S)


def csv_files(output: Output) -> dict[str, bytes]:
    """A CSV for each table, and `datapackage.json` with their Table Schemas."""
    tables = relations(output)
    files = {f"{table.name}.csv": _csv(table) for table in tables}
    package = {key: output.package[key] for key in _KEPT if key in output.package}
    package["resources"] = [_resource(table, files[f"{table.name}.csv"]) for table in tables]
    return files | {"datapackage.json": to_json(package).encode()}


_KEPT = ("$schema", "name", "title", "description", "version", "licenses", "contributors", "sources", "attribution")


def _csv(table: Relation) -> bytes:
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow([column.name for column in table.columns])
    writer.writerows([_cell(value) for value in row] for row in table.rows)
    return buffer.getvalue().encode()


def _cell(value: Value) -> Value:
    if isinstance(value, str) and len(value) > 1 and _FORMULA.match(value):
        return f"'{value}"
    return value


def _resource(table: Relation, content: bytes) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [
            {"name": c.name, "type": c.type} | ({"description": c.description} if c.description else {})
            for c in table.columns
        ],
        "primaryKey": list(table.key),
    }
    if table.foreign:
        schema["foreignKeys"] = [
            {
                "fields": list(key.columns),
                "reference": {
                    "resource": "" if key.relation == table.name else key.relation,
                    "fields": list(key.referenced),
                },
            }
            for key in table.foreign
        ]
    return {
        "name": table.name,
        "path": f"{table.name}.csv",
        "type": "table",
        "description": table.description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "rows": len(table.rows),
        "schema": schema,
    }
