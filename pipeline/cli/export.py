"""`report-pipeline export`: a report's datasets as other tools want them."""

from __future__ import annotations

import tempfile
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli import console
from pipeline.cli.options import Quiet
from pipeline.cli.sources import must_exist
from pipeline.cli.targets import STDOUT, write_target
from pipeline.errors import UsageError


class ExportForm(StrEnum):
    """What the datasets are exported as."""

    CSV = "csv"
    SQLITE = "sqlite"
    PARQUET = "parquet"
    ANNOTATIONS = "annotations"
    PDF = "pdf"


def export_command(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder of one report's output.")],
    to: Annotated[ExportForm, typer.Option("--to", help="What to make of it; see above.")],
    out: Annotated[
        Path, typer.Option("-o", "--out", help="File to write; for csv a folder, for parquet either.", metavar="PATH")
    ],
    pdf: Annotated[
        Path | None, typer.Option("--pdf", help="The report itself, for --to pdf; raw/NAME.pdf if not given.")
    ] = None,
    quiet: Quiet = False,
) -> None:
    """Export a report's datasets.

    **csv**: a file a dataset, with a data package. **sqlite**: one database with foreign keys and full-text search,
    for Datasette. **parquet**: for data frames (needs the extra *parquet*). **annotations**: W3C Web Annotations.
    **pdf**: a copy of the report in which each record is a highlight (needs the extra *pdf*).

    Example: **report-pipeline export output/report --to sqlite -o report.db**
    """
    from pipeline.exporting import export

    source = pdf or Path("raw") / f"{must_exist(folder).resolve().name}.pdf"
    given = source if pdf or source.exists() else None
    if out == STDOUT and to is ExportForm.CSV:
        raise UsageError("export", "csv is several files", "Name a folder with -o.")
    if out == STDOUT:
        with tempfile.TemporaryDirectory(prefix="report-pipeline-") as scratch:
            write_target(STDOUT, export(folder, to.value, Path(scratch) / "export.parquet", pdf=given).read_bytes())
        return
    with console.progress(f"Exporting {folder.name}"):
        export(folder, to.value, out, pdf=given)
    console.result(f"{out}: written")
