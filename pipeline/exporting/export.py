"""One published folder, one other form of it."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, get_args

from pipeline.errors import OutputError, UsageError
from pipeline.exporting.annotations import web_annotations
from pipeline.exporting.csv_files import csv_files
from pipeline.exporting.folder import read_folder
from pipeline.exporting.highlights import highlighted
from pipeline.exporting.parquet_files import parquet_file, parquet_files
from pipeline.exporting.sqlite_file import sqlite_file
from pipeline.publishing.swap import replace_folder

Format = Literal["csv", "sqlite", "parquet", "annotations", "pdf"]
FORMATS: tuple[Format, ...] = get_args(Format)


def export(folder: Path, to: Format, path: Path, *, pdf: Path | None = None) -> Path:
    """Write the datasets of a published folder in another form; returns `path`.

    "csv" makes a folder with a data package of its own; "parquet" a file where the path ends in `.parquet`, else a
    folder with a file for each dataset; the others make a file. "pdf" needs the PDF that the datasets were made from.
    Raises UsageError (no such folder, another PDF, an extra that is not installed) or OutputError.
    """
    output = read_folder(folder)
    match to:
        case "csv":
            _write_folder(path, csv_files(output))
        case "sqlite":
            _write_file(path, sqlite_file(output))
        case "parquet" if path.suffix == ".parquet":
            _write_file(path, parquet_file(output))
        case "parquet":
            _write_folder(path, parquet_files(output))
        case "annotations":
            _write_file(path, web_annotations(output))
        case "pdf":
            if pdf is None:
                raise UsageError("export", "highlights need the PDF", "Name the source with --pdf.")
            _write_file(path, highlighted(output, pdf))
    return path


def _write_file(path: Path, content: bytes) -> None:
    """At once or not at all; what is no regular file (a pipe, a device) is written through."""
    if path.is_dir():
        raise UsageError(str(path), "a folder stands where a file is to be written", "Name a file with -o.")
    staged = path.with_name(f".{path.name}.new")
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(content)
            return
        staged.write_bytes(content)
        staged.replace(path)
    except OSError as error:
        staged.unlink(missing_ok=True)
        raise OutputError(str(path), f"it can't be written: {error.strerror or error}") from error


def _write_folder(path: Path, files: dict[str, bytes]) -> None:
    """The folder takes the place of a former export; a folder with anything else in it is left alone."""
    if path.is_file():
        raise UsageError(str(path), "a file stands where a folder is to be written", "Name a folder with -o.")
    if path.is_dir():
        other = sorted(found.name for found in path.iterdir() if found.name not in files)
        if other:
            raise UsageError(str(path), f"the folder holds other files ({other[0]})", "Name a new folder with -o.")
    replace_folder(path, files)
