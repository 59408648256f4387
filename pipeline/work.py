"""Work is addressed by content: what a result was made from, as one hash, and whether a result is still good.

A result depends on the PDF's bytes, the profile, the corrections, this package's own code (which holds the schemas'
version), and the libraries that take part. Whoever knows that none of these changed need not do the work again. This
module imports nothing heavy: an up-to-date report is known as such within a second.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from pipeline.errors import ChangedInput, NotAPdf, OutputError, ProfileError, UsageError

PACKAGE = Path(__file__).parent

# Libraries whose version can change a byte of the result; what only starts, schedules or displays is not among them.
LIBRARIES = (
    "jinja2",
    "jsonschema",
    "nameparser",
    "pdfminer.six",
    "pdfplumber",
    "pillow",
    "py3langid",
    "pydantic",
    "pypdfium2",
    "pyyaml",
    "rapidfuzz",
    "rfc3986-validator",
    "us",
)

# Rooms that one stage only walks through. All else (model, lines, tables, ...) lies under every stage.
STAGES = ("reading", "layout", "assembly", "extraction", "corrections", "validation", "publishing", "walk")
# These decide when work is done or show what came out, never what comes out.
FACES = ("__main__", "children", "cli", "differences", "exporting", "inspection", "proposal", "work")

CODE_SUFFIXES = {".py", ".yaml", ".j2", ".html", ".css", ".js"}
REJECTED = ".rejected"
CORRECTIONS = Path("corrections")


@dataclass(frozen=True)
class Job:
    """One report to be made: the PDF, the folder of its result, and what a person wrote for it.

    `folder` is the result's own folder (not its parent). `profile` and `corrections` are files or None.
    """

    pdf: Path
    folder: Path
    profile: Path | None = None
    corrections: Path | None = None

    @classmethod
    def of(cls, pdf: Path, out: Path, profile: Path | None = None, corrections: Path | None = None) -> Job:
        """The job for a PDF whose result is out/<file stem>/; corrections/<file stem>.yaml is taken where it exists."""
        usual = CORRECTIONS / f"{pdf.stem}.yaml"
        return cls(pdf, out / pdf.stem, profile, corrections or (usual if usual.exists() else None))

    @property
    def stem(self) -> str:
        """The PDF's file name without its ending: the name of the report among the others."""
        return self.pdf.stem

    @property
    def rejected_folder(self) -> Path:
        """Where a result goes that validation refused."""
        return self.folder.with_name(self.folder.name + REJECTED)

    @property
    def stamp(self) -> Path:
        """The hidden file beside the result that says what it was made from."""
        return self.folder.with_name(f".{self.folder.name}.made.json")


def pdfs_in(folder: Path) -> list[Path]:
    """The PDFs directly in a folder, by name. Raises UsageError where there is none, or two would have one result."""
    found = sorted(p for p in folder.iterdir() if p.suffix.lower() == ".pdf" and not p.name.startswith("."))
    if not found:
        raise UsageError(str(folder), "there is no PDF in this folder", "Put one there, or name a PDF.")
    stems = [p.stem for p in found]
    for path in found:
        if stems.count(path.stem) > 1:
            raise UsageError(str(path), "two files of this folder would have one result", "Rename one of them.")
    return found


def fingerprint(job: Job) -> str:
    """One hash of all that the result is made from. Raises NotAPdf or ProfileError where a file can't be read."""
    try:
        pdf = file_hash(job.pdf)
    except OSError as error:
        raise NotAPdf(job.pdf.name, f"it can't be opened: {error.strerror}", "Check the path.") from error
    return combined(pdf, job.stem, *person_written(job), code_hash(*STAGES), *libraries())


def person_written(job: Job) -> Iterator[str]:
    """Hashes of the profile and the corrections that were given, or "none"."""
    for path in (job.profile, job.corrections):
        try:
            yield file_hash(path) if path else "none"
        except OSError as error:
            raise ProfileError(str(path), f"it can't be opened: {error.strerror}", "Check the path.") from error


def is_up_to_date(job: Job) -> bool:
    """Whether the result lies there, was made from the very same things, and has not been touched since."""
    stamp = _read_json(job.stamp)
    package = job.folder / "datapackage.json"
    if not isinstance(stamp, dict) or not package.is_file():
        return False
    if stamp != {"fingerprint": fingerprint(job), "datapackage": file_hash(package)}:
        return False
    return not changed_files(job.folder)


def changed_files(folder: Path) -> list[str]:
    """Files of a result that are missing, or whose hash is not the one that its datapackage.json lists."""
    package = _read_json(folder / "datapackage.json")
    listed = package.get("pipeline", {}).get("files", {}) if isinstance(package, dict) else {}
    if not listed:
        return ["datapackage.json"]
    return [
        path
        for path, digest in sorted(listed.items())
        if not (folder / path).is_file() or f"sha256:{file_hash(folder / path)}" != digest
    ]


def mind_changes(job: Job, made_from: str) -> None:
    """Raise ChangedInput where the job's files are no longer those with this fingerprint."""
    if fingerprint(job) != made_from:
        raise ChangedInput(job.pdf.name, "it, its profile, its corrections or this program changed during the run")


def stamp(job: Job, made_from: str) -> None:
    """Remember the fingerprint of what the result, just published, was made from. Raises OutputError."""
    content = {"fingerprint": made_from, "datapackage": file_hash(job.folder / "datapackage.json")}
    staged = job.stamp.with_suffix(f".{os.getpid()}")
    try:
        staged.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8", newline="\n")
        staged.replace(job.stamp)
    except OSError as error:
        raise OutputError(str(job.stamp), f"it can't be written: {error.strerror}") from error


@cache
def code_hash(*stages: str) -> str:
    """A hash of the code of these stages and of all that lies under every stage."""
    other = {*STAGES, *FACES} - set(stages)
    digest = hashlib.sha256()
    for path in sorted(_code_files()):
        name = path.relative_to(PACKAGE)
        if name.parts[0].removesuffix(".py") not in other:
            digest.update(f"{name.as_posix()}\0{file_hash(path)}\n".encode())
    return digest.hexdigest()


def libraries() -> list[str]:
    """Name and version of Python and of each library that can change the result."""
    return [f"python {sys.version_info.major}.{sys.version_info.minor}", *(f"{n} {_version(n)}" for n in LIBRARIES)]


def combined(*parts: str) -> str:
    """One hash of several strings."""
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def file_hash(path: Path) -> str:
    """SHA-256 of a file's bytes, in hexadecimal. Raises OSError."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _code_files() -> Iterable[Path]:
    return (p for p in PACKAGE.rglob("*") if p.suffix in CODE_SUFFIXES and "__pycache__" not in p.parts)


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "absent"


def _read_json(path: Path) -> Any:
    """The file's value, or None where there is none or it is no JSON: then the work is done again."""
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
