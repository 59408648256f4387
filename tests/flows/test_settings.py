"""Prefect's settings: ours where nobody chose, the user's where they did."""

from __future__ import annotations

from pathlib import Path

import pytest

from flows.settings import prepare, project_folder
from pipeline.errors import OutputError


def test_there_is_no_telemetry_and_time_enough_to_start(tmp_path: Path) -> None:
    environment = {"PREFECT_HOME": str(tmp_path / "home")}
    prepare(environment)
    assert environment["DO_NOT_TRACK"] == "1"
    assert environment["PREFECT_SERVER_ANALYTICS_ENABLED"] == "false"
    assert int(environment["PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS"]) > 75
    assert (tmp_path / "home").is_dir()


def test_what_the_user_chose_stays(tmp_path: Path) -> None:
    chosen = {
        "PREFECT_HOME": str(tmp_path),
        "PREFECT_API_URL": "http://127.0.0.1:4200/api",
        "PREFECT_LOGGING_LEVEL": "DEBUG",
        "DO_NOT_TRACK": "0",
    }
    environment = dict(chosen)
    prepare(environment)
    assert chosen.items() <= environment.items()


def test_the_home_is_in_the_project_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "mkdir", lambda self, **options: None)
    environment: dict[str, str] = {}
    prepare(environment)
    assert environment["PREFECT_HOME"] == str(project_folder() / ".prefect")
    assert (project_folder() / "pyproject.toml").exists()


def test_a_home_that_can_not_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="--engine local"):
        prepare({"PREFECT_HOME": str(tmp_path / "file" / "home")})
