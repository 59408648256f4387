"""Where a result is written: a file at once or not at all, or through to a pipe, a device or stdout."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from pipeline.errors import OutputError, UsageError

STDOUT = Path("-")


def write_target(target: Path | None, content: bytes) -> None:
    """Write to a file, or to stdout where there is no target or it is "-". Raises OutputError or UsageError.

    A regular file is replaced by rename, so that it never holds half a result; what is no regular file (a named pipe,
    /dev/stdout) is written through.
    """
    if target is None or target == STDOUT:
        _write_through_stdout(content)
    elif target.is_dir():
        raise UsageError(str(target), "a folder stands where a file is to be written", "Name a file with -o.")
    else:
        try:
            _write(target, content)
        except OSError as error:
            raise OutputError(str(target), f"it can't be written: {error.strerror or error}") from error


def _write_through_stdout(content: bytes) -> None:
    try:
        sys.stdout.buffer.write(content)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError("stdout", f"it can't be written: {error.strerror or error}") from error


def _descriptor(target: Path) -> int | None:
    """The number of the open file that a path like /dev/stdout or /dev/fd/5 names.

    It may be a regular file (`> file`); replacing that, or opening it anew, would lose what was written before.
    """
    match target.parts:
        case ("/", "dev", "stdout"):
            return 1
        case ("/", "dev", "stderr"):
            return 2
        case ("/", "dev", "fd", number) if number.isdecimal():
            return int(number)
    return None


def _write(target: Path, content: bytes) -> None:
    if (number := _descriptor(target)) is not None:
        with os.fdopen(os.dup(number), "wb") as stream:
            stream.write(content)
        return
    if target.exists() and not target.is_file():
        target.write_bytes(content)
        return
    real = target.resolve()  # a link stays a link
    real.parent.mkdir(parents=True, exist_ok=True)
    staged = real.with_name(f".{real.name}.new")
    try:
        staged.write_bytes(content)
        staged.replace(real)
    finally:
        staged.unlink(missing_ok=True)
