"""The console command: its sub-commands and what it says of itself."""

from __future__ import annotations

from typing import Annotated

import typer

from pipeline import __version__
from pipeline.cli import console
from pipeline.cli.checks import checks_command
from pipeline.cli.correct import correct_command
from pipeline.cli.diff import diff_command
from pipeline.cli.export import export_command
from pipeline.cli.extract import extract_command
from pipeline.cli.inspect import inspect_command
from pipeline.cli.options import Quiet
from pipeline.cli.profile import profile_app
from pipeline.cli.run import run_command
from pipeline.cli.schemas import schemas_command
from pipeline.cli.tables import tables_command
from pipeline.cli.validate import validate_command

HELP = """Turn policy reports published as PDFs into clean, validated datasets, every value traceable to the page.

Begin with **report-pipeline run REPORT.pdf**: it makes *output/REPORT/* with the datasets as JSON and YAML, the whole
text as Markdown, a data package, and *validation/report.html*, the page that shows where each value stands.

Exit codes: 0 done; 1 findings of severity error, invalid, or different; 2 the call or a profile is wrong; 3 the PDF
can't be read; 4 a limit was hit; 5 the output can't be written; 70 our own fault. For a folder: 0 if every file was
done or clearly refused, 70 if any failed; with --strict the worst of all.
"""

app = typer.Typer(
    name="report-pipeline",
    help=HELP,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="markdown",
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _show_version(wanted: bool) -> None:
    if wanted:
        console.result(f"report-pipeline {__version__}")
        raise typer.Exit


@app.callback()
def _all_commands(
    version: Annotated[
        bool, typer.Option("--version", help="Show the version and leave.", callback=_show_version, is_eager=True)
    ] = False,
    quiet: Quiet = False,
) -> None:
    pass


app.command("run")(run_command)
app.command("extract")(extract_command)
app.command("tables")(tables_command)
app.command("inspect")(inspect_command)
app.command("export")(export_command)
app.command("validate")(validate_command)
app.command("diff")(diff_command)
app.command("correct")(correct_command)
app.add_typer(profile_app, name="profile")
app.command("checks")(checks_command)
app.command("schemas")(schemas_command)
