"""Errors as a person sees them: one line on stderr that names file, reason and remedy, and an exit code."""

from __future__ import annotations

import os
import signal
import sys
import traceback
from collections.abc import Iterator

import typer

from pipeline.cli import console
from pipeline.cli.stops import SIGNALLED
from pipeline.errors import ExitCode, PipelineError, UsageError

TRACEBACK = "REPORT_PIPELINE_TRACEBACK"  # set to see where an internal error arose
PROGRAM = "report-pipeline"


def answer_for(error: Exception) -> int:
    """Say what is wrong in one line; returns the exit code."""
    if isinstance(error, BrokenPipeError):  # whoever read our output (head, less) has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return SIGNALLED + signal.SIGPIPE
    if isinstance(error, typer.Abort):
        return SIGNALLED + signal.SIGINT
    if os.environ.get(TRACEBACK):
        traceback.print_exception(error)
    told = as_pipeline_error(error)
    console.error(str(told).removeprefix(f"{PROGRAM}: "))
    return int(told.exit_code)


def as_pipeline_error(error: Exception) -> PipelineError:
    """A usage error where the command line was wrong, else what PipelineError makes of it."""
    if isinstance(error, typer.TyperException):
        message = getattr(error, "format_message", lambda: str(error))()
        return UsageError(PROGRAM, " ".join(message.split()).rstrip("."))
    return PipelineError.of(error, PROGRAM)


def worst(codes: Iterator[int]) -> ExitCode:
    """The gravest of several exit codes: our own fault, then output, limit, input, rejected data."""
    return ExitCode(max(codes, default=ExitCode.DONE))
