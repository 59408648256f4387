"""The command line as a function: arguments in, exit code and output out."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import pytest

from pipeline.cli.main import main


class Said(NamedTuple):
    code: int
    out: str
    err: str


Cli = Callable[..., Said]


@pytest.fixture
def cli(capsys: pytest.CaptureFixture[str]) -> Cli:
    def call(*arguments: object) -> Said:
        with pytest.raises(SystemExit) as end:
            main([str(a) for a in arguments])
        code = end.value.code
        assert isinstance(code, int)
        return Said(code, *capsys.readouterr())

    return call
