"""Errors as a person sees them: one line on stderr that names file, reason and remedy, and an exit code."""

from __future__ import annotations

import os
import signal
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

import typer

from pipeline.cli import console
from pipeline.errors import ExitCode, PipelineError, UsageError

TRACEBACK = "REPORT_PIPELINE_TRACEBACK"  # set to see where an internal error arose
PROGRAM = "report-pipeline"
SIGNALLED = 128  # a shell's exit code for a process that a signal ended: 128 and the signal's number


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


class Stop:
    """Whether a signal asked for the end, and which.

    A signal's exception may be raised anywhere, also where a library turns whatever it meets into an error of its own
    (a validator called from compiled code, a class in the making, a callback): so it is remembered, and what then goes
    wrong is the stop and no fault.
    """

    def __init__(self) -> None:
        self.number: int | None = None

    def ask(self, number: int, frame: FrameType | None = None) -> None:
        """End the run through every clean-up: a signal's handler."""
        self.number = number
        raise SystemExit(SIGNALLED + number)

    @property
    def asked(self) -> bool:
        """Whether the end was asked for."""
        return self.number is not None

    def answer(self) -> int:
        """Say that it was stopped; returns the exit code."""
        console.error("stopped; what was not finished is left as it was.")
        return SIGNALLED + (self.number or 0)


@contextmanager
def ending_cleanly() -> Iterator[Stop]:
    """Let Ctrl-C and SIGTERM end what is done within, without a traceback; one that is ignored (nohup) stays so."""
    stop = Stop()
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    heard = [number for number, handler in before.items() if handler is not signal.SIG_IGN]
    for number in heard:
        signal.signal(number, stop.ask)
    try:
        yield stop
    finally:
        for number in heard:
            signal.signal(number, before[number])


def worst(codes: Iterator[int]) -> ExitCode:
    """The gravest of several exit codes: our own fault, then output, limit, input, rejected data."""
    return ExitCode(max(codes, default=ExitCode.DONE))
