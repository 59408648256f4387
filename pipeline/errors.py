"""The errors of this project, one small tree.

    PipelineError                 exit  retry
    ├── UsageError                 2    no     the command line or a file that a person wrote is wrong
    │   ├── ProfileError           2    no     a profile breaks its schema (names file, line and key)
    │   └── CorrectionsError       2    no     a file of corrections breaks its schema (names file, line and key)
    ├── InputError                 3    no     the PDF can't be read
    │   ├── NotAPdf                3    no
    │   ├── DamagedPdf             3    no     truncated, or holds no page that can be opened
    │   ├── EncryptedPdf           3    no     a password is needed
    │   ├── NoText                 3    no     scanned, or without any text
    │   └── ChangedInput           3    no     the PDF, or what a person wrote for it, was changed during the run
    ├── LimitReached               4    no     a limit that guards the machine was hit
    ├── OutputError                5    yes    the result can't be written (no space, no permission)
    ├── DataRejected               1    no     findings of severity error: nothing is published
    └── InternalError             70    no     our own fault

Each message names the file (and the page where there is one), the reason and the remedy in one line. All survive
pickling to a worker. A finding about the data is not an error but a record (`pipeline.model.findings`).
"""

from __future__ import annotations

import errno
import traceback
from enum import IntEnum
from pathlib import Path

DISK_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS}


class ExitCode(IntEnum):
    """What the command line returns; documented in the README."""

    DONE = 0
    REJECTED = 1
    USAGE = 2
    INPUT = 3
    LIMIT = 4
    OUTPUT = 5
    INTERNAL = 70


class PipelineError(Exception):
    """Base of all errors that a person is shown: where, what, and what to do about it, in one line.

    `where` is the file's name as the user gave it, `page` the 1-based page or None.
    """

    code = "pipeline-error"
    exit_code = ExitCode.INTERNAL
    retryable = False
    remedy = ""

    def __init__(self, where: str, reason: str, remedy: str | None = None, page: int | None = None) -> None:
        super().__init__(where, reason, remedy, page)
        self.where = where
        self.reason = reason
        self.advice = type(self).remedy if remedy is None else remedy
        self.page = page

    @staticmethod
    def of(error: BaseException, where: str) -> PipelineError:
        """The error itself where it is one of ours, an OutputError where the disk is full, else an InternalError.

        An InternalError says in one line what was said, and the module and line of our own code where it arose.
        """
        if isinstance(error, PipelineError):
            return error
        words = " ".join(str(error).split())
        if isinstance(error, OSError) and error.errno in DISK_FULL:
            return OutputError(where, f"a file can't be written: {words}", "Make room; the former output is untouched.")
        frames = traceback.extract_tb(error.__traceback__)
        ours = [f for f in frames if Path(f.filename).is_relative_to(Path(__file__).parent)]
        place = next((f"{Path(f.filename).name}:{f.lineno}" for f in reversed(ours or frames)), "an unknown place")
        return InternalError(where, f"{type(error).__name__}{': ' if words else ''}{words} (in {place})")

    def __str__(self) -> str:
        place = self.where if self.page is None else f"{self.where}, page {self.page}"
        return " ".join(part for part in (f"{place}: {self.reason}.", self.advice) if part)


class UsageError(PipelineError):
    """The call, or a file that a person wrote for it, is wrong."""

    code = "usage"
    exit_code = ExitCode.USAGE
    remedy = "See report-pipeline --help."


class ProfileError(UsageError):
    """A profile breaks its schema; `where` names file, line and key."""

    code = "profile"
    remedy = "See docs/profiles.md for the keys a profile may hold."


class CorrectionsError(UsageError):
    """A file of corrections breaks its schema; `where` names file, line and key."""

    code = "corrections"
    remedy = "See docs/corrections.md for what it may hold."


class InputError(PipelineError):
    """The PDF can't be read."""

    code = "input"
    exit_code = ExitCode.INPUT


class NotAPdf(InputError):
    """The file has no PDF header."""

    code = "not-a-pdf"
    remedy = "Give a PDF file."


class DamagedPdf(InputError):
    """The file is a PDF, but truncated or broken beyond reading."""

    code = "damaged-pdf"
    remedy = "Fetch the file again, or repair it with a PDF tool."


class EncryptedPdf(InputError):
    """The file can be opened with a password only."""

    code = "encrypted-pdf"
    remedy = "Save a copy without a password first."


class NoText(InputError):
    """No page carries text; the pages are pictures."""

    code = "no-text"
    remedy = "Run optical character recognition on it first."


class ChangedInput(InputError):
    """What the result is made from was changed while it was made, so that its parts would not fit together."""

    code = "changed-input"
    remedy = "Run it again."


class LimitReached(PipelineError):
    """A limit that guards the machine was hit."""

    code = "limit"
    exit_code = ExitCode.LIMIT
    remedy = "Raise the limit if the file is to be trusted."


class OutputError(PipelineError):
    """The result can't be written; what stood there before is untouched."""

    code = "output"
    exit_code = ExitCode.OUTPUT
    retryable = True
    remedy = "Make room or choose another folder with -o; the former output is untouched."


class DataRejected(PipelineError):
    """Validation found errors; nothing was published over good data."""

    code = "rejected"
    exit_code = ExitCode.REJECTED


class InternalError(PipelineError):
    """Our own fault."""

    code = "internal"
    remedy = "Please report this with the file, if you may share it."
