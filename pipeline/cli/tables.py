"""`report-pipeline tables`: the tables of any PDF, as data."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.cli import console
from pipeline.cli.faults import worst
from pipeline.cli.options import Quiet, with_extra
from pipeline.cli.sources import must_exist
from pipeline.cli.targets import STDOUT, write_target
from pipeline.errors import PipelineError, UsageError
from pipeline.work import pdfs_in

if TYPE_CHECKING:
    from pipeline.model.tables import Table


class TableForm(StrEnum):
    """What tables are written as."""

    JSON = "json"
    CSV = "csv"
    HTML = "html"
    MD = "md"
    XLSX = "xlsx"


def tables_command(
    sources: Annotated[list[Path], typer.Argument(metavar="PDF...", help="PDFs, or folders of PDFs.")],
    pages: Annotated[str | None, typer.Option(help="Only these pages, as in 3-5,9.", metavar="PAGES")] = None,
    join: Annotated[bool, typer.Option("--join", help="Make one table of one that runs over several pages.")] = False,
    to: Annotated[
        TableForm,
        typer.Option("--to", help="json: all in one; csv: a file a table; xlsx: a sheet a table; html; md."),
    ] = TableForm.JSON,
    out: Annotated[
        Path | None,
        typer.Option("-o", "--out", help="File to write, for csv a folder; stdout if not given.", metavar="PATH"),
    ] = None,
    quiet: Quiet = False,
) -> None:
    """Find the tables of PDFs, ruled or not, with their spanning cells.

    JSON has one entry a table and page: page, rows (null where a spanning cell covers a position), spans, bbox.

    Example: **report-pipeline tables report.pdf --join --to xlsx -o tables.xlsx**
    """
    if to in (TableForm.CSV, TableForm.XLSX) and (out is None or (to is TableForm.CSV and out == STDOUT)):
        raise UsageError("tables", f"{to} can't be written to a terminal", "Name a place with -o.")
    wanted = _pages(pages) if pages else None
    pdfs = [pdf for source in sources for pdf in (pdfs_in(source) if must_exist(source).is_dir() else [source])]
    found: dict[str, tuple[list[Table], list[int | None]]] = {}
    errors: list[PipelineError] = []
    with console.progress("Finding tables") as step:
        for pdf in pdfs:
            step(pdf.name)
            try:
                found[pdf.stem] = _tables_of(pdf, wanted, join)
            except PipelineError as error:
                console.error(str(error))
                errors.append(error)
    if found:
        _write(found, to, out)
    raise typer.Exit(worst(error.exit_code for error in errors))


def _pages(said: str) -> set[int]:
    """The page numbers of "3-5,9". Raises UsageError."""
    numbers: set[int] = set()
    for part in said.split(","):
        first, _, last = part.strip().partition("-")
        if not first.isdecimal() or not (last or first).isdecimal():
            raise UsageError("--pages", f"{part.strip() or said!r} names no pages", "Write it as in 3-5,9.")
        numbers.update(range(int(first), int(last or first) + 1))
    return numbers


def _tables_of(pdf: Path, wanted: set[int] | None, join: bool) -> tuple[list[Table], list[int | None]]:
    """A file's tables, and for each the index of the one that it goes on from."""
    from pipeline.reading import read
    from pipeline.tables import find_tables, join_linked, link_parts

    tables = find_tables(page for page in read(pdf) if wanted is None or page.number in wanted)
    links = link_parts(tables)
    if not join:
        return tables, links
    joined = join_linked(tables, links)
    return joined, [None] * len(joined)


def _write(found: Mapping[str, tuple[Sequence[Table], Sequence[int | None]]], to: TableForm, out: Path | None) -> None:
    from pipeline.tables import to_csv, to_html, to_json, to_markdown, to_xlsx

    everything = [table for tables, _ in found.values() for table in tables]
    match to:
        case TableForm.JSON:
            value = {stem: to_json(tables, links) for stem, (tables, links) in found.items()}
            write_target(out, (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode())
        case TableForm.CSV:
            assert out is not None
            for stem, (tables, _) in found.items():
                for number, table in enumerate(tables, start=1):
                    write_target(out / f"{stem}-{number}.csv", to_csv(table).encode())
        case TableForm.XLSX:
            write_target(out, with_extra("openpyxl", "xlsx", lambda: to_xlsx(everything)))
        case TableForm.HTML:
            page = "\n".join(to_html(table) for table in everything)
            head = '<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n<title>Tables</title>\n'
            write_target(out, f"{head}{page}\n</html>\n".encode())
        case TableForm.MD:
            write_target(out, "\n".join(to_markdown(table) for table in everything).encode())
