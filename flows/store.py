"""What the stages made, kept under the hash of all that it was made from.

A stage's key is made of its inputs' keys, its own code and what lies under it, and the versions of the libraries that
matter; so a re-run does only what changed, and tasks need hand on no documents, only keys and paths. The values are
pickles of our own making in the project's own folder; nothing is unpickled from elsewhere.
"""

from __future__ import annotations

import os
import pickle
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from flows.settings import project_folder
from pipeline.errors import OutputError
from pipeline.work import Job, code_hash, combined, file_hash, fingerprint, libraries, person_written

FOLDER = "REPORT_PIPELINE_CACHE"  # names another folder than .cache/stages in the project's


@dataclass(frozen=True)
class Kept:
    """The place of a stage's value, whether it is there yet or not."""

    key: str
    path: Path


@dataclass(frozen=True)
class Plan:
    """Where the value of each stage of one job belongs; known before any stage has run.

    `made_from` is the job's fingerprint at that time: what is made of other files than these has no place here.
    """

    made_from: str
    blocks: Kept
    document: Kept
    records: Kept
    validation: Kept

    @classmethod
    def of(cls, job: Job) -> Plan:
        """The plan for a job. Raises OSError or ProfileError where one of its files can't be read."""
        blocks = _kept("blocks", job.pdf.name, file_hash(job.pdf), code_hash("reading", "layout"))
        document = _kept("document", blocks.key, code_hash("assembly"))
        written = person_written(job)
        records = _kept("records", document.key, job.stem, *written, code_hash("extraction", "corrections", "walk"))
        validation = _kept("validation", records.key, code_hash("validation", "walk"))
        return cls(fingerprint(job), blocks, document, records, validation)


def keep(path: Path, value: object) -> None:
    """Write a value, whole or not at all. Raises OutputError."""
    staged = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        staged.write_bytes(pickle.dumps(value, protocol=5))
        staged.replace(path)
    except OSError as error:
        with suppress(OSError):  # what can't be written can perhaps not be removed either
            staged.unlink(missing_ok=True)
        advice = f"Make room, or name another folder with {FOLDER}."
        raise OutputError(str(path), f"it can't be kept: {error.strerror}", advice) from error


def fetch(path: Path) -> Any:
    """Read a value that `keep` wrote."""
    return pickle.loads(path.read_bytes())


def _kept(stage: str, *parts: str) -> Kept:
    root = Path(os.environ.get(FOLDER) or project_folder() / ".cache" / "stages")
    key = combined(stage, *parts, *libraries())
    return Kept(key, root / stage / f"{key}.pickle")
