"""Prefect for the tests: a home and a store of their own, set before Prefect is imported, and one server for all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

_SCRATCH = Path(tempfile.mkdtemp(prefix="report-pipeline-tests-"))
os.environ["PREFECT_HOME"] = str(_SCRATCH / "prefect")
os.environ["REPORT_PIPELINE_CACHE"] = str(_SCRATCH / "stages")
os.environ.pop("PREFECT_API_URL", None)

SECONDS_TO_START = 300  # a machine that runs other tests beside


@pytest.fixture(scope="session")
def prefect_server() -> Iterator[None]:
    """A temporary Prefect server with an empty database."""
    from prefect.testing.utilities import prefect_test_harness

    with prefect_test_harness(server_startup_timeout=SECONDS_TO_START):
        yield
