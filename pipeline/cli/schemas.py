"""`report-pipeline schemas`: write the JSON Schemas, or check that the files agree with the code."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli import console
from pipeline.errors import ExitCode, OutputError


def schemas_command(
    folder: Annotated[Path, typer.Argument(metavar="[DIR]", help="Folder of the schema files.")] = Path("schemas"),
    check: Annotated[bool, typer.Option("--check", help="Write nothing; exit 1 if a file differs.")] = False,
) -> None:
    """Write the JSON Schemas (2020-12) of all files that a run makes, generated from the models.

    Example: **report-pipeline schemas --check**
    """
    from pipeline.schemas import stale_schemas, write_schemas

    if check:
        stale = stale_schemas(folder)
        for path in stale:
            console.result(f"{path}: differs from the models, or is missing")
        raise typer.Exit(ExitCode.REJECTED if stale else ExitCode.DONE)
    try:
        written = write_schemas(folder)
    except OSError as error:
        raise OutputError(str(folder), f"it can't be written: {error.strerror}") from error
    console.result(f"{folder}: {len(written)} written")
