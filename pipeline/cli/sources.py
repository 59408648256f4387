"""What a command is given to read."""

from __future__ import annotations

from pathlib import Path

from pipeline.errors import UsageError


def must_exist(path: Path) -> Path:
    """The path, where something is there. Raises UsageError."""
    if not path.exists():
        raise UsageError(str(path), "there is no such file or folder", "Check the path.")
    return path
