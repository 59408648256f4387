"""Options that several commands share, and libraries that not every user has."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, TypeVar

import typer

from pipeline.cli import console
from pipeline.errors import UsageError

T = TypeVar("T")

Quiet = Annotated[
    bool, typer.Option("--quiet", "-q", help="Say nothing but errors.", callback=console.set_quiet, show_default=False)
]
Strict = Annotated[
    bool, typer.Option("--strict", help="For a folder: exit with the worst code of all files.", show_default=False)
]


def with_extra(library: str, extra: str, work: Callable[[], T]) -> T:
    """What `work` gives, which needs an optional library. Raises UsageError that names the extra to install."""
    try:
        return work()
    except ImportError as error:
        advice = f'Install it with: pip install "report-pipeline[{extra}]".'
        raise UsageError(library, "this library is not installed", advice) from error
