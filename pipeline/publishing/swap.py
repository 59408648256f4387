"""All or nothing: a folder is written beside its target and takes its place by rename."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
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
    the next (the former folder is put back first). Raises OutputError where it can't be written.
    """
    staged, former = (folder.parent / pattern.format(name=folder.name) for pattern in (_STAGED, _FORMER))
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        _recover(folder, former)
        _remove(staged)
        staged.mkdir()
        yield StagedFolder(staged)
        if folder.exists():
            folder.rename(former)
        staged.rename(folder)
        _remove(former)
    except OSError as error:
        raise OutputError(str(folder), f"it can't be written: {error.strerror or error}") from error
    finally:  # also where a person or the system ends the run
        _recover(folder, former)
        shutil.rmtree(staged, ignore_errors=True)  # what can't be written can perhaps not be removed either


def replace_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Make `folder` hold exactly `files` (content by relative path), as `new_folder` does. Raises OutputError."""
    with new_folder(folder) as staged:
        for path, content in files.items():
            staged.write(path, [content])


def _recover(folder: Path, former: Path) -> None:
    if former.exists() and not folder.exists():
        former.rename(folder)


def _remove(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)
