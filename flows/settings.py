"""Prefect's settings: no account, no network, no telemetry, its home in the project folder; each can be overruled."""

from __future__ import annotations

import os
from collections.abc import MutableMapping
from pathlib import Path

from pipeline.errors import OutputError

# An ephemeral server needs 9 to 15 s on a small machine, and up to 75 s on the first start in a fresh home, where it
# lays out its database; Prefect gives up after 20.
SECONDS_TO_START = "300"


def project_folder() -> Path:
    """The checkout that this code lies in; where it is installed, the current folder."""
    root = Path(__file__).resolve().parents[1]
    return root if (root / "pyproject.toml").exists() else Path.cwd()


def prepare(environment: MutableMapping[str, str] = os.environ) -> None:
    """Fill in what `environment` leaves open, and make Prefect's home. Raises OutputError where that can't be made.

    Where PREFECT_API_URL names a server, Prefect uses that one and starts none.
    """
    home = Path(environment.setdefault("PREFECT_HOME", str(project_folder() / ".prefect")))
    for name, value in {
        "DO_NOT_TRACK": "1",
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "PREFECT_SERVER_ALLOW_EPHEMERAL_MODE": "true",
        "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": SECONDS_TO_START,
        "PREFECT_SERVER_MEMO_STORE_PATH": str(home / "memo_store.toml"),
        "PREFECT_LOGGING_LEVEL": "WARNING",
        "PREFECT_RESULTS_LOCAL_STORAGE_PATH": str(home / "results"),
        "PREFECT_LOGGING_TO_API_WHEN_MISSING_FLOW": "ignore",
    }.items():
        environment.setdefault(name, value)
    try:
        home.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        advice = "Make it writable, name another folder with PREFECT_HOME, or use --engine local."
        raise OutputError(str(home), f"Prefect's home can't be made: {error.strerror}", advice) from error
