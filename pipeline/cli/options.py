"""Options that several commands share."""

from __future__ import annotations

from typing import Annotated

import typer

from pipeline.cli import console

Quiet = Annotated[
    bool, typer.Option("--quiet", "-q", help="Say nothing but errors.", callback=console.set_quiet, show_default=False)
]
Strict = Annotated[
    bool, typer.Option("--strict", help="For a folder: exit with the worst code of all files.", show_default=False)
]
