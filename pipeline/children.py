"""Work in processes of their own, with limits: a file that hangs, devours memory or crashes stops nothing else."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing import forkserver
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkServerContext, SpawnContext
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any, Generic, TypeVar

from pipeline.errors import InternalError, LimitReached, PipelineError

T = TypeVar("T")
MEBIBYTE = 1024 * 1024
PRELOADED = ["pipeline.walk"]  # imported once, not once a file


@dataclass(frozen=True)
class Allowance:
    """What one file may take: seconds of wall time, mebibytes of address space."""

    seconds: float
    mebibytes: int


@dataclass(frozen=True)
class Answer(Generic[T]):
    """What became of one file: the value or the error, and the seconds that it took."""

    pdf: Path
    value: T | PipelineError
    seconds: float


@dataclass(frozen=True)
class _Running:
    pdf: Path
    process: BaseProcess
    started: float


def prepare() -> None:
    """Begin to load what children need, in the process that they will be forked from, and do not wait for it."""
    if isinstance(_context(), ForkServerContext):
        forkserver.ensure_running()


def in_child(work: Callable[[Path], T], pdf: Path, allowance: Allowance) -> T:
    """Call `work` (a function that pickles) for a PDF in a process of its own; returns or raises what that does."""
    (answer,) = in_children(work, [pdf], allowance, workers=1)
    if isinstance(answer.value, PipelineError):
        raise answer.value
    return answer.value


def in_children(
    work: Callable[[Path], T], pdfs: Sequence[Path], allowance: Allowance, workers: int | None = None
) -> Iterator[Answer[T]]:
    """Call `work` (a function that pickles) for each PDF, several at a time; answers come as they are ready."""
    waiting = list(reversed(pdfs))
    running: dict[Connection, _Running] = {}
    try:
        while waiting or running:
            while waiting and len(running) < (workers or os.cpu_count() or 1):
                receiver, child = _start(work, waiting.pop(), allowance)
                running[receiver] = child
            yield from _finished(running, allowance)
    finally:
        for child in running.values():
            child.process.kill()


def _start(work: Callable[[Path], Any], pdf: Path, allowance: Allowance) -> tuple[Connection, _Running]:
    context = _context()
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_child, args=(work, pdf, allowance, sender), daemon=True)
    process.start()
    sender.close()
    return receiver, _Running(pdf, process, time.monotonic())


def _context() -> ForkServerContext | SpawnContext:
    if "forkserver" not in multiprocessing.get_all_start_methods():  # Windows
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(PRELOADED)
    return context


def _finished(running: dict[Connection, _Running], allowance: Allowance) -> Iterator[Answer[Any]]:
    """Wait for the next answers, or the next child whose time is over."""
    now = time.monotonic()
    next_deadline = min(child.started + allowance.seconds for child in running.values())
    ready = wait(list(running), timeout=max(0.0, next_deadline - now))
    now = time.monotonic()
    for receiver, child in list(running.items()):
        late = now - child.started >= allowance.seconds
        if receiver not in ready and not late:
            continue
        value = _received(receiver, child) if receiver in ready else _too_late(child, allowance)
        del running[receiver]
        receiver.close()
        yield Answer(child.pdf, value, round(now - child.started, 2))


def _received(receiver: Connection, child: _Running) -> Any:
    try:
        value = receiver.recv()
    except EOFError:
        child.process.join()
        return InternalError(child.pdf.name, f"the process that read it ended with code {child.process.exitcode}")
    child.process.join()
    return value


def _too_late(child: _Running, allowance: Allowance) -> PipelineError:
    child.process.kill()
    child.process.join()
    return LimitReached(
        child.pdf.name, f"it takes longer than the limit of {allowance.seconds:g} s", "Raise --time-limit."
    )


def _child(work: Callable[[Path], Any], pdf: Path, allowance: Allowance, answer: Connection) -> None:
    """What the child process does; whatever goes wrong is its answer."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the parent ends its children
    _limit_memory(allowance.mebibytes)
    try:
        value = work(pdf)
    except MemoryError:
        value = LimitReached(
            pdf.name, f"it needs more memory than the limit of {allowance.mebibytes} MiB", "Raise --memory-limit."
        )
    except Exception as error:
        value = PipelineError.of(error, pdf.name)
    answer.send(value)


def _limit_memory(mebibytes: int) -> None:
    """Bound the address space, where the system can (POSIX; macOS takes the call and ignores it)."""
    try:
        import resource
    except ImportError:  # Windows
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    bound = mebibytes * MEBIBYTE
    resource.setrlimit(resource.RLIMIT_AS, (bound if hard < 0 else min(bound, hard), hard))
