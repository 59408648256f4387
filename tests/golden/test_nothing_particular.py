"""No name, quote or organization of the report stands in the code: what is particular stands in profiles."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "output" / "voices-from-the-field"
PROFILES = ROOT / "pipeline" / "profiles"
TEXT = {".py", ".yaml", ".html", ".css", ".js", ".j2", ".json"}


def dataset(name: str) -> Any:
    return json.loads((GOLDEN / f"{name}.json").read_text(encoding="utf-8"))


def particular() -> list[str]:
    """People, quotes and organizations of two words and more, as printed, and as other printings have them."""
    found = [p["name"] for p in dataset("people")]
    found += [o[key] for o in dataset("organizations") for key in ("name", "printed_name")]
    found += [text for q in dataset("quotes") for text in (q["text"], *q["variants"])]
    found.append(dataset("report")["title"])
    return sorted({plain(text) for text in found if len(text.split()) > 1})


def plain(text: str) -> str:
    return " ".join(text.casefold().split())


def code() -> list[Path]:
    files = [p for folder in ("pipeline", "flows") for p in (ROOT / folder).rglob("*") if p.suffix in TEXT]
    return sorted(p for p in files if not (p.is_relative_to(PROFILES) and p.suffix == ".yaml"))


@pytest.mark.parametrize("path", code(), ids=lambda p: p.relative_to(ROOT).as_posix())
def test_no_name_or_phrase_of_the_report_stands_in_the_code(path: Path) -> None:
    content = plain(path.read_text(encoding="utf-8"))
    assert [text for text in particular() if text in content] == []


def test_there_is_something_to_look_for() -> None:
    assert len(particular()) > 50
