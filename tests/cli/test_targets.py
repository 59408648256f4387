"""Where results are written."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from pipeline.cli.targets import write_target
from pipeline.errors import OutputError, UsageError


def test_a_file_holds_the_whole_result_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    target = tmp_path / "new folder" / "report.md"
    write_target(target, b"text")
    assert target.read_bytes() == b"text"
    assert list(target.parent.iterdir()) == [target]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    real = tmp_path / "real.md"
    real.write_text("old")
    link = tmp_path / "link.md"
    link.symlink_to(real)
    write_target(link, b"new")
    assert link.is_symlink()
    assert real.read_text() == "new"


def test_a_named_pipe_is_written_through(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    got: list[bytes] = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()))
    reader.start()
    write_target(pipe, b"text")
    reader.join(timeout=5)
    assert got == [b"text"]
    assert pipe.is_fifo()


@pytest.mark.parametrize("target", [None, Path("-"), Path("/dev/stdout")])
def test_stdout_is_written_to(target: Path | None, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    write_target(target, b"text")
    assert capfdbinary.readouterr().out == b"text"


def test_a_folder_is_no_target(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="folder stands where a file"):
        write_target(tmp_path, b"text")


def test_what_can_not_be_written_is_an_output_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(OutputError, match="can't be written"):
        write_target(tmp_path / "file" / "report.md", b"text")


def test_a_full_disk_is_an_output_error_and_the_former_file_stays() -> None:
    with pytest.raises(OutputError, match="No space left"):
        write_target(Path("/dev/full"), b"text")
