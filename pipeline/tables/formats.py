"""Tables written for people and programs: JSON, CSV, HTML, Markdown and Excel workbooks."""

from __future__ import annotations

import csv
import html
import importlib
import io
import zipfile
from collections.abc import Sequence
from datetime import datetime

from pipeline.model.tables import Cell, Table

NO_DATE = datetime(1980, 1, 1)  # the first that a zip archive can hold: the same tables give the same bytes


def to_json(tables: Sequence[Table], links: Sequence[int | None]) -> list[dict[str, object]]:
    """One entry a table, or part of one: `links` has the index of the part that it goes on from, or None.

    Covered positions are null; `spans` has [row, column, row span, column span] of each cell that covers several.
    """
    return [_entry(table, link) for table, link in zip(tables, links, strict=True)]


def _entry(table: Table, link: int | None) -> dict[str, object]:
    regions = [{"page": r.page, "bbox": list(r.box.rounded())} for r in table.regions]
    entry: dict[str, object] = {
        "page": table.regions[0].page,
        "bbox": regions[0]["bbox"],
        "regions": regions,
        "caption": table.caption.content if table.caption else None,
        "header_rows": table.header_rows,
        "rows": table.grid(),
        "spans": [list(span) for span in table.spans()],
        "notes": [note.content for note in table.notes],
        "method": table.method,
        "confidence": table.confidence,
        "reason": table.reason,
    }
    if link is not None:
        entry["continues"] = link
    return entry


def to_csv(table: Table) -> str:
    """The rows as RFC 4180 has them; covered positions are empty."""
    out = io.StringIO()
    csv.writer(out).writerows([["" if text is None else text for text in row] for row in table.grid()])
    return out.getvalue()


def to_html(table: Table) -> str:
    """A `table` element with caption, header cells and spans."""
    lines = ["<table>"]
    if table.caption:
        lines.append(f"  <caption>{html.escape(table.caption.content)}</caption>")
    by_row: dict[int, list[Cell]] = {}
    for cell in table.cells:
        by_row.setdefault(cell.row, []).append(cell)
    sections = [("thead", range(table.header_rows)), ("tbody", range(table.header_rows, table.rows))]
    for name, rows in sections:
        if not rows:
            continue
        lines.append(f"  <{name}>")
        for row in rows:
            cells = "".join(_html_cell(c) for c in sorted(by_row.get(row, ()), key=lambda c: c.column))
            lines.append(f"    <tr>{cells}</tr>")
        lines.append(f"  </{name}>")
    return "\n".join([*lines, "</table>"]) + "\n"


def _html_cell(cell: Cell) -> str:
    tag = "th" if cell.header else "td"
    spans = "".join(
        f' {name}="{count}"' for name, count in (("rowspan", cell.row_span), ("colspan", cell.column_span)) if count > 1
    )
    return f"<{tag}{spans}>{html.escape(cell.text.content)}</{tag}>"


def to_markdown(table: Table) -> str:
    """A pipe table under its caption; where a cell spans several positions, which pipes can't say, HTML."""
    if table.spans():
        return to_html(table)
    rows = [[_piped(text or "") for text in row] for row in table.grid()]
    head, body = (rows[0], rows[1:]) if table.header_rows else ([""] * table.columns, rows)
    lines = [f"| {' | '.join(row)} |" for row in [head, ["---"] * table.columns, *body]]
    caption = [table.caption.content, ""] if table.caption else []
    return "\n".join([*caption, *lines]) + "\n"


def _piped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("|", "\\|")


def to_xlsx(tables: Sequence[Table]) -> bytes:
    """A workbook with a sheet a table, spanning cells merged. Needs the `xlsx` extra (else ImportError)."""
    openpyxl = importlib.import_module("openpyxl")
    book = openpyxl.Workbook()
    book.remove(book.active)
    for number, table in enumerate(tables, start=1):
        sheet = book.create_sheet(f"Table {number}")
        for cell in table.cells:
            place = sheet.cell(cell.row + 1, cell.column + 1)
            place.value = cell.text.content
            place.data_type = "s"  # as text: a leading "=" is no formula
            if cell.row_span * cell.column_span > 1:
                last = (cell.row + cell.row_span, cell.column + cell.column_span)
                sheet.merge_cells(None, cell.row + 1, cell.column + 1, *last)
    if not tables:
        book.create_sheet("No table")
    book.properties.created = book.properties.modified = NO_DATE
    raw = io.BytesIO()
    book.save(raw)
    return _undated(raw.getvalue())


def _undated(archive: bytes) -> bytes:
    """The same zip archive with one fixed date for each member."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist()):
            data = old.read(name)
            if name == "docProps/core.xml":
                data = _without_dates(data)
            new.writestr(zipfile.ZipInfo(name, NO_DATE.timetuple()[:6]), data)
    return out.getvalue()


def _without_dates(core: bytes) -> bytes:
    """openpyxl writes the time of saving over the time that it was told."""
    start, end = core.find(b"<dcterms:modified"), core.find(b"</dcterms:modified>")
    if start < 0:
        return core
    open_end = core.find(b">", start) + 1
    return core[:open_end] + NO_DATE.strftime("%Y-%m-%dT%H:%M:%SZ").encode() + core[end:]
