"""`report-pipeline correct`: a person mends a value, without touching code or output."""

from __future__ import annotations

import getpass
from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli import console
from pipeline.cli.options import Quiet
from pipeline.cli.sources import must_exist
from pipeline.work import CORRECTIONS


def correct_command(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder of one report's output.")],
    identifier: Annotated[str, typer.Argument(metavar="ID", help="The record's id, or DATASET/ID.")],
    field: Annotated[str, typer.Argument(metavar="FIELD", help="Key of the value; rows.3.1 leads into lists.")],
    value: Annotated[str, typer.Argument(metavar="VALUE", help="What it should be: text, or JSON.")],
    reason: Annotated[str, typer.Option("--reason", help="Why.", metavar="TEXT")],
    by: Annotated[
        str | None, typer.Option("--by", help="Who says so; your user name if not given.", metavar="NAME")
    ] = None,
    file: Annotated[
        Path | None,
        typer.Option("--file", help="File to append to; corrections/NAME.yaml if not given.", metavar="FILE"),
    ] = None,
    quiet: Quiet = False,
) -> None:
    """Append a correction to *corrections/NAME.yaml*. The next run applies it where the record still has the old value.

    Example: **report-pipeline correct output/report ann-lee role Principal --reason "Role as printed on page 7"**
    """
    from pipeline.corrections import append_correction, correction_for

    target = file or CORRECTIONS / f"{must_exist(folder).resolve().name}.yaml"
    correction = correction_for(folder, identifier, field, value, reason=reason, by=by or getpass.getuser())
    append_correction(target, correction)
    console.result(
        f"{target}: {correction.dataset}/{correction.id}, {field}: {correction.from_!r} becomes {correction.to!r} "
        "with the next run"
    )
