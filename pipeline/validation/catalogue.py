"""The table of checks as a page of the documentation."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.validation.checks import CHECKS

_HEAD = """# What validation looks for

This page is made from the table of checks (`pipeline/validation/checks/`) by `make docs`; `report-pipeline checks`
lists the same. Each finding in `validation/report.json` has one of these codes. Severities: **error**: the data can't
be trusted, and a run publishes nothing over good data; **warning**: look at it; **source**: a mistake of the report
itself, which the datasets keep as it is printed.

A finding that you have looked at can be accepted in `corrections/<report>.yaml`; it then stays in the report, marked.
"""


def checks_markdown() -> str:
    """The page `docs/checks.md`."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield _HEAD
    yield "| code | severity | what is the matter |"
    yield "| --- | --- | --- |"
    for check in CHECKS:
        yield f"| [`{check.code}`](#{check.code}) | {check.severity} | {check.title} |"
    for check in CHECKS:
        yield f"\n## {check.code}\n"
        yield f"*{check.severity}.* {check.title}\n"
        yield f"**Rule.** {check.explanation}\n"
        yield f"**What to do.** {check.advice}"
