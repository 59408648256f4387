"""Ctrl-C and SIGTERM: an end through every clean-up, wherever they hit.

Nothing heavy is imported here, so that a command can be stopped while its own imports are under way.
"""

from __future__ import annotations

import signal
import sys
from _thread import interrupt_main
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Timer
from types import FrameType
from typing import TYPE_CHECKING

from pipeline.cli import console

if TYPE_CHECKING:
    from sys import UnraisableHookArgs

SIGNALLED = 128  # a shell's exit code for a process that a signal ended: 128 and the signal's number
ANOTHER_TRY = 0.05  # seconds until a stop that came to nothing is raised again: what dropped it is over by then


class Stop:
    """Whether a signal asked for the end, and which.

    A signal's exception may be raised anywhere, also where a library turns whatever it meets into an error of its own
    (a validator called from compiled code, a class in the making): so it is remembered, and what then goes wrong is the
    stop and no fault. In a finalizer or a callback from C nothing can be raised at all, and it is raised again later.
    """

    def __init__(self) -> None:
        self.number: int | None = None

    def ask(self, number: int, frame: FrameType | None = None) -> None:
        """End the run through every clean-up: a signal's handler."""
        self.number = number
        raise SystemExit(SIGNALLED + number)

    def insist(self, dropped: UnraisableHookArgs, otherwise: Callable[[UnraisableHookArgs], object]) -> None:
        """Raise it again where the interpreter had to drop it; any other dropped exception is somebody else's."""
        if self.number is None or not isinstance(dropped.exc_value, SystemExit):
            otherwise(dropped)
            return
        again = Timer(ANOTHER_TRY, interrupt_main, (self.number,))
        again.daemon = True
        again.start()

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
    dropped = sys.unraisablehook
    sys.unraisablehook = lambda arguments: stop.insist(arguments, dropped)
    for number in heard:
        signal.signal(number, stop.ask)
    try:
        yield stop
    finally:
        sys.unraisablehook = dropped
        for number in heard:
            signal.signal(number, before[number])
