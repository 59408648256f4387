"""`report-pipeline profile`: profiles of reports."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli import console
from pipeline.cli.options import Quiet
from pipeline.cli.sources import must_exist
from pipeline.cli.targets import write_target

profile_app = typer.Typer(
    help="Make a profile for a report of another form.", no_args_is_help=True, rich_markup_mode="markdown"
)


@profile_app.callback()
def _profiles() -> None:
    """Make a profile for a report of another form."""


@profile_app.command("new")
def new_command(
    pdf: Annotated[Path, typer.Argument(metavar="PDF", help="The report.")],
    out: Annotated[
        Path | None, typer.Option("-o", "--out", help="File to write; stdout if not given.", metavar="FILE")
    ] = None,
    quiet: Quiet = False,
) -> None:
    """Write a first profile for a report by looking at it; comments say what was guessed from what.

    Example: **report-pipeline profile new report.pdf -o report.yaml**
    """
    from pipeline.assembly import assemble
    from pipeline.layout import lay_out
    from pipeline.profiles import load_profile
    from pipeline.profiles.loading import DEFAULT
    from pipeline.proposal import profile_text, propose
    from pipeline.reading import read

    with console.progress(f"Looking at {must_exist(pdf).name}"):
        guesses = propose(assemble(lay_out(read(pdf))), load_profile(DEFAULT))
    write_target(out, profile_text(pdf.name, guesses).encode())
