"""Which PDFs a command is given: one file, or all of a folder."""

from __future__ import annotations

from pathlib import Path

from pipeline.errors import UsageError


def pdfs_in(folder: Path) -> list[Path]:
    """The PDFs directly in a folder, by name. Raises UsageError where there is none."""
    found = sorted(p for p in folder.iterdir() if p.suffix.lower() == ".pdf" and not p.name.startswith("."))
    if not found:
        raise UsageError(str(folder), "there is no PDF in this folder", "Put one there, or name a PDF.")
    stems = [p.stem for p in found]
    for path in found:
        if stems.count(path.stem) > 1:
            raise UsageError(str(path), "two files of this folder would have one result", "Rename one of them.")
    return found


def must_exist(path: Path) -> Path:
    """The path, where something is there. Raises UsageError."""
    if not path.exists():
        raise UsageError(str(path), "there is no such file or folder", "Check the path.")
    return path
