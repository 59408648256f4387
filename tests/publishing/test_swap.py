"""All or nothing: a folder holds the former result or the new one, never half of either."""

from __future__ import annotations

import hashlib
import os
import threading
from pathlib import Path

import pytest

from pipeline.errors import OutputError
from pipeline.publishing import swap
from pipeline.publishing.swap import Written, new_folder, replace_folder

OLD = {"a.json": b"old", "validation/report.json": b"old"}
NEW = {"a.json": b"new", "validation/report.json": b"new"}


def files(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    target = tmp_path / "out" / "report"
    replace_folder(target, OLD)
    return target


def test_the_folder_holds_exactly_the_new_files(folder: Path) -> None:
    (folder / "stray.txt").write_text("left over")
    replace_folder(folder, NEW)
    assert files(folder) == NEW
    assert list(folder.parent.iterdir()) == [folder]


def test_a_file_is_written_piece_by_piece_and_told_with_its_size_and_hash(folder: Path) -> None:
    with new_folder(folder) as staged:
        staged.write("long.json", (piece for piece in (b"one ", b"two")))
        assert staged.written == {"long.json": Written(7, hashlib.sha256(b"one two").hexdigest())}
        assert files(folder) == OLD
    assert files(folder) == {"long.json": b"one two"}


@pytest.mark.parametrize("ending", [OSError(28, "No space left on device"), KeyboardInterrupt(), SystemExit(143)])
def test_a_run_that_ends_while_it_writes_leaves_the_former_folder(
    folder: Path, monkeypatch: pytest.MonkeyPatch, ending: BaseException
) -> None:
    def fail(descriptor: int) -> None:
        raise ending

    monkeypatch.setattr(swap.os, "fsync", fail)
    with pytest.raises(OutputError if isinstance(ending, OSError) else type(ending)):
        replace_folder(folder, NEW)
    assert files(folder) == OLD
    assert list(folder.parent.iterdir()) == [folder]


def test_a_run_that_ends_between_the_two_renames_puts_the_former_folder_back(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename = Path.rename

    def fail_the_second(self: Path, target: Path) -> Path:
        if self.name.endswith(".new"):
            raise KeyboardInterrupt
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", fail_the_second)
    with pytest.raises(KeyboardInterrupt):
        replace_folder(folder, NEW)
    assert files(folder) == OLD
    assert list(folder.parent.iterdir()) == [folder]


def test_what_a_killed_run_left_behind_is_cleared_by_the_next(folder: Path) -> None:
    folder.rename(folder.with_name(".report.old"))
    (folder.parent / ".report.new").mkdir()
    (folder.parent / ".report.new" / "half").write_text("")
    replace_folder(folder, NEW)
    assert files(folder) == NEW
    assert list(folder.parent.iterdir()) == [folder]


@pytest.mark.skipif(os.name == "nt", reason="Windows opens no folder to lock it")
def test_of_two_runs_at_once_the_second_waits_for_the_first(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    waits = threading.Event()
    wait_for = swap._wait_for
    second = threading.Thread(target=replace_folder, args=(folder, NEW))
    with new_folder(folder) as first:
        monkeypatch.setattr(swap, "_wait_for", lambda handle: (waits.set(), wait_for(handle)))
        second.start()
        assert waits.wait(60)
        for path, content in OLD.items():
            first.write(path, [content])
        assert files(folder.parent / ".report.new") == OLD
    second.join()
    assert files(folder) == NEW
    assert list(folder.parent.iterdir()) == [folder]


def test_where_nothing_can_be_written_it_says_so(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(OutputError, match="can't be written"):
        replace_folder(tmp_path / "file" / "report", NEW)
