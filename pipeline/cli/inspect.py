"""`report-pipeline inspect`: pages as the stages saw them."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli import console
from pipeline.cli.options import Quiet
from pipeline.cli.sources import must_exist
from pipeline.cli.targets import write_target


class InspectStage(StrEnum):
    """Whose work is drawn."""

    GLYPHS = "glyphs"
    LINES = "lines"
    TABLES = "tables"
    BLOCKS = "blocks"
    ORDER = "order"
    DOCUMENT = "document"


def inspect_command(
    pdf: Annotated[Path, typer.Argument(metavar="PDF", help="The report.")],
    out: Annotated[Path, typer.Option("-o", "--out", help="File to write, - for stdout.", metavar="FILE")],
    page: Annotated[
        int | None, typer.Option("--page", help="One page as PNG; all pages as HTML if not given.", min=1, metavar="N")
    ] = None,
    stage: Annotated[InspectStage, typer.Option("--stage", help="Which stage's work to draw.")] = InspectStage.BLOCKS,
    quiet: Quiet = False,
) -> None:
    """Draw the pages with what a stage made of them: boxes by kind, reading order, and the rule that decided.

    Example: **report-pipeline inspect report.pdf --stage order -o order.html**
    """
    from pipeline.inspection import inspect_page, inspect_report

    with console.progress(f"Drawing {must_exist(pdf).name}"):
        content = inspect_report(pdf, stage.value).encode() if page is None else inspect_page(pdf, page, stage.value)
    write_target(out, content)
