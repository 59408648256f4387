"""`report-pipeline validate`: an output folder, checked as a consumer would check it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli import console
from pipeline.cli.options import Quiet
from pipeline.cli.sources import must_exist
from pipeline.errors import ExitCode, UsageError


def validate_command(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder of one report's output.")],
    quiet: Quiet = False,
) -> None:
    """Validate a report's output against the JSON Schemas and the hashes of its data package, without the PDF.

    Exits 0 where all is sound, 1 where a file is invalid, missing or changed since it was made.

    Example: **report-pipeline validate output/report**
    """
    from pipeline.validation import validate_folder

    if not must_exist(folder).is_dir():
        raise UsageError(str(folder), "it is no folder", "Name the folder that holds datapackage.json.")
    problems = validate_folder(folder)
    for problem in problems:
        console.result(f"{folder / problem.file}: {problem.where}: {problem.message}")
    console.result(f"{folder}: {'invalid' if problems else 'valid'}")
    raise typer.Exit(ExitCode.REJECTED if problems else ExitCode.DONE)
