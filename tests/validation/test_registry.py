from __future__ import annotations

import re
from pathlib import Path

import pytest

from pipeline.validation.catalogue import checks_markdown
from pipeline.validation.checks import CHECKS
from pipeline.validation.registry import Check

ROOT = Path(__file__).resolve().parents[2]


def test_codes_are_unique() -> None:
    assert len({check.code for check in CHECKS}) == len(CHECKS)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: str(check.code))
def test_each_check_is_explained_in_sentences(check: Check) -> None:
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", check.code)
    for text in (check.title, check.explanation, check.advice):
        assert text[0].isupper()
        assert text.endswith(".")


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: str(check.code))
def test_each_check_has_tests(check: Check) -> None:
    tests = "".join(path.read_text(encoding="utf-8") for path in sorted(Path(__file__).parent.rglob("test_*.py")))
    name = getattr(check.find, "__name__", "")
    assert f'"{check.code}"' in tests or name in tests.replace("import", "")


def test_the_page_of_checks_is_current() -> None:
    assert (ROOT / "docs" / "checks.md").read_text(encoding="utf-8") == checks_markdown()


def test_every_check_is_on_the_page() -> None:
    page = checks_markdown()
    assert all(f"## {check.code}\n" in page for check in CHECKS)
