"""All or nothing: a folder is written beside its target and takes its place by rename."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from pipeline.errors import OutputError

_STAGED = ".{name}.new"
_FORMER = ".{name}.old"


def replace_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Make `folder` hold exactly `files` (content by relative path).

    Until the last rename the former folder is untouched; a run that was killed between the two renames is mended by
    the next (the former folder is put back first). Raises OutputError where it can't be written.
    """
    staged, former = (folder.parent / pattern.format(name=folder.name) for pattern in (_STAGED, _FORMER))
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        _recover(folder, former)
        _remove(staged)
        _write(staged, files)
        if folder.exists():
            folder.rename(former)
        staged.rename(folder)
        _remove(former)
    except OSError as error:
        raise OutputError(str(folder), f"it can't be written: {error.strerror or error}") from error
    finally:  # also where a person or the system ends the run
        _recover(folder, former)
        shutil.rmtree(staged, ignore_errors=True)  # what can't be written can perhaps not be removed either


def _recover(folder: Path, former: Path) -> None:
    if former.exists() and not folder.exists():
        former.rename(folder)


def _remove(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    folder.mkdir()
    for path, content in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
