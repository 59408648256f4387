"""All or nothing: a folder is written beside its target and takes its place by rename."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import OutputError

_STAGED = ".{name}.new"
_FORMER = ".{name}.old"


@dataclass(frozen=True, slots=True)
class Written:
    """A file of the folder: its size in bytes, and the SHA-256 of its content in hexadecimal."""

    bytes: int
    sha256: str


class StagedFolder:
    """The folder as long as it is written beside its target. `written` tells of each file, by relative path."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.written: dict[str, Written] = {}

    def write(self, path: str, pieces: Iterable[bytes]) -> None:
        """Write one file piece by piece, so that a long one is never whole in memory. Raises OSError."""
        target = self._path / path
        target.parent.mkdir(parents=True, exist_ok=True)
        size, digest = 0, hashlib.sha256()
        with target.open("wb") as file:
            for piece in pieces:
                size += file.write(piece)
                digest.update(piece)
            file.flush()
            os.fsync(file.fileno())
        self.written[path] = Written(size, digest.hexdigest())


@contextmanager
def new_folder(folder: Path) -> Iterator[StagedFolder]:
    """What is written in this context becomes the content of `folder`, when it ends without an error.

    Until the last rename the former folder is untouched; a run that was killed between the two renames is mended by
    the next (the former folder is put back first). Of two runs at once the second waits until the first has ended.
    Raises OutputError where it can't be written.
    """
    staged, former = (folder.parent / pattern.format(name=folder.name) for pattern in (_STAGED, _FORMER))
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with _held_alone(staged):
            yield from _swapped_in(staged, folder, former)
    except OSError as error:
        raise OutputError(str(folder), f"it can't be written: {error.strerror or error}") from error


def _swapped_in(staged: Path, folder: Path, former: Path) -> Iterator[StagedFolder]:
    try:
        _recover(folder, former)
        _clear(staged)
        yield StagedFolder(staged)
        if folder.exists():
            folder.rename(former)
        staged.rename(folder)
    except BaseException:  # also where a person or the system ends the run
        _recover(folder, former)
        shutil.rmtree(staged, ignore_errors=True)  # what can't be written can perhaps not be removed either
        raise
    _remove(former)


@contextmanager
def _held_alone(staged: Path) -> Iterator[None]:
    """The staged folder, made where it is missing, with no other run in it.

    The system lets go of a lock when the run that has it ends, however it ends. A run that waited for it finds that the
    folder became the result meanwhile, or was removed, and makes another.
    """
    while True:
        staged.mkdir(exist_ok=True)
        if os.name == "nt":  # Windows opens no folder to lock it: there two runs at once are not kept apart
            yield
            return
        handle = os.open(staged, os.O_RDONLY)
        try:
            _wait_for(handle)
            if staged.exists() and os.path.samestat(os.fstat(handle), staged.stat()):
                yield
                return
        finally:
            os.close(handle)


def _wait_for(handle: int) -> None:
    """Lock an open folder, when no other run has it locked."""
    import fcntl  # not on Windows

    with suppress(OSError):  # some network folders have no locks; a run alone is well without
        fcntl.flock(handle, fcntl.LOCK_EX)


def replace_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Make `folder` hold exactly `files` (content by relative path), as `new_folder` does. Raises OutputError."""
    with new_folder(folder) as staged:
        for path, content in files.items():
            staged.write(path, [content])


def _recover(folder: Path, former: Path) -> None:
    if former.exists() and not folder.exists():
        former.rename(folder)


def _clear(folder: Path) -> None:
    """Remove what a killed run left in it."""
    for left in folder.iterdir():
        shutil.rmtree(left) if left.is_dir() else left.unlink()


def _remove(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)
