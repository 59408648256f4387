"""What is said, and where: results on stdout, errors and progress on stderr, progress only to a person who waits."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Timer

PATIENCE = 1.0  # seconds that a person waits without wondering whether anything happens

_state = {"quiet": False}


def set_quiet(wanted: bool) -> bool:
    """From now on say nothing but errors, if it is wanted (a command that does not ask for it takes nothing back)."""
    _state["quiet"] = _state["quiet"] or wanted
    return wanted


def start() -> None:
    """A new command line: not quiet."""
    _state["quiet"] = False


def result(line: str) -> None:
    """Say what came out."""
    if not _state["quiet"]:
        sys.stdout.write(line + "\n")
        sys.stdout.flush()


def note(line: str) -> None:
    """Say something beside the result (which may be on stdout)."""
    if not _state["quiet"]:
        sys.stderr.write(line + "\n")


def error(line: str) -> None:
    """Say what is wrong, even when quiet."""
    sys.stderr.write(f"report-pipeline: {line}\n")


@contextmanager
def progress(title: str) -> Iterator[Callable[[str], None]]:
    """A spinner with the step that is under way, on a terminal, where it takes longer than a second."""
    if _state["quiet"] or not sys.stderr.isatty():
        yield lambda step: None
        return
    from rich.console import Console

    status = Console(stderr=True).status(title)
    starter = Timer(PATIENCE, status.start)
    starter.daemon = True
    starter.start()
    try:
        yield lambda step: status.update(f"{title}: {step}")
    finally:
        starter.cancel()
        status.stop()
