"""`report-pipeline checks`: what validation looks for."""

from __future__ import annotations

from typing import Annotated

import typer

from pipeline.cli import console


def checks_command(
    code: Annotated[str | None, typer.Argument(metavar="[CODE]", help="Explain this one check.")] = None,
) -> None:
    """List what validation looks for: code, severity, and what is the matter; with a code, the rule and the advice.

    Example: **report-pipeline checks shared-url**
    """
    from pipeline.errors import UsageError
    from pipeline.validation import CHECKS

    if code is None:
        width = max(len(check.code) for check in CHECKS)
        for check in CHECKS:
            console.result(f"{check.code:{width}}  {check.severity:7}  {check.title}")
        return
    wanted = next((c for c in CHECKS if c.code == code), None)
    if wanted is None:
        raise UsageError(code, "there is no check of this code", "report-pipeline checks lists them.")
    console.result(f"{wanted.code} ({wanted.severity})\n{wanted.title}\n")
    console.result(f"Rule: {wanted.explanation}\n\nWhat to do: {wanted.advice}")
