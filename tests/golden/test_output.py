"""The committed output is what comes out, to the byte, whatever the order of hashes. `make golden` makes it anew."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from difflib import unified_diff
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "output" / "voices-from-the-field"
PDF = ROOT / "raw" / "voices-from-the-field.pdf"
pytestmark = pytest.mark.xdist_group("golden")  # the two runs once, not once a worker

HASH_SEEDS = ("1", "2")
SHOWN = 20  # lines of a difference: enough to see what it is

PICTURE = re.compile(rb"data:image/[^\"')]+")
PAGE = "validation/report.html"


def files(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, bytes]]:
    """The files of two runs, side by side, with different hash seeds."""
    folders = [tmp_path_factory.mktemp("out") for _ in HASH_SEEDS]
    command = [sys.executable, "-m", "pipeline", "run", str(PDF), "--engine", "local", "-o"]
    runs = [
        subprocess.Popen(
            [*command, str(folder)], env={**os.environ, "PYTHONHASHSEED": seed}, cwd=ROOT, stdout=subprocess.DEVNULL
        )
        for folder, seed in zip(folders, HASH_SEEDS, strict=True)
    ]
    assert [run.wait() for run in runs] == [0] * len(runs)
    return [files(folder / GOLDEN.name) for folder in folders]


def comparable(found: dict[str, bytes]) -> dict[str, bytes]:
    """Without the bytes of pictures, which another processor may compress otherwise."""
    package = json.loads(found["datapackage.json"])
    package["pipeline"]["files"].pop(PAGE)
    return found | {PAGE: PICTURE.sub(b"", found[PAGE]), "datapackage.json": json.dumps(package).encode()}


def test_the_same_input_gives_the_same_bytes_for_any_hash_seed(made: list[dict[str, bytes]]) -> None:
    first, second = made
    assert [name for name in first if first[name] != second.get(name)] == []
    assert first.keys() == second.keys()


def test_the_committed_output_is_what_comes_out(made: list[dict[str, bytes]]) -> None:
    expected, found = comparable(files(GOLDEN)), comparable(made[0])
    assert expected.keys() == found.keys()
    differing = [name for name in expected if expected[name] != found[name]]
    assert not differing, "If this is meant, run: make golden\n" + "\n".join(
        _difference(name, expected[name], found[name]) for name in differing
    )


def _difference(name: str, expected: bytes, found: bytes) -> str:
    lines = unified_diff(expected.decode().splitlines(), found.decode().splitlines(), f"committed {name}", name, n=1)
    return "\n".join(line[:200] for line, _ in zip(lines, range(SHOWN), strict=False))


def test_text_files_end_their_lines_with_lf_and_hold_no_absolute_path(made: list[dict[str, bytes]]) -> None:
    for name, content in made[0].items():
        assert b"\r" not in content, name
        assert str(ROOT).encode() not in content, name
