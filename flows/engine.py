"""The flows as the command line calls them: with the errors of this project, and nothing else of Prefect's."""

from __future__ import annotations

from pathlib import Path

from flows.logs import leave_errors_to_the_caller
from flows.regenerate import Made, SomeFailed, regenerate, regenerate_all
from pipeline.children import prepare
from pipeline.errors import InternalError, PipelineError
from pipeline.walk import Outcome

REMEDY = "Look whether PREFECT_API_URL and PREFECT_HOME are right, or use --engine local."


def make_one(
    pdf: Path, out: Path, profile: Path | None, corrections: Path | None, publish_anyway: bool, force: bool
) -> Outcome:
    """One report. Raises PipelineError."""
    prepare()  # while Prefect's server starts
    leave_errors_to_the_caller()
    try:
        return regenerate(pdf, out, profile, corrections, publish_anyway, force)
    except PipelineError:
        raise
    except Exception as error:
        raise _ours(error) from error


def make_all(
    folder: Path, out: Path, profile: Path | None, corrections: Path | None, publish_anyway: bool, force: bool
) -> dict[Path, Made]:
    """All reports of a folder: each one's outcome or error. Raises PipelineError where Prefect itself fails."""
    prepare()
    leave_errors_to_the_caller()
    try:
        return regenerate_all(folder, out, profile, corrections, publish_anyway, force)
    except SomeFailed as failed:
        return failed.made
    except PipelineError:
        raise
    except Exception as error:
        raise _ours(error) from error


def _ours(error: Exception) -> InternalError:
    words = " ".join(str(error).split())
    return InternalError("Prefect", f"{type(error).__name__}: {words}", REMEDY)
