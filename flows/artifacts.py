"""What shows in Prefect's interface: a table of the dataset counts and the findings of a report."""

from __future__ import annotations

from prefect.artifacts import create_markdown_artifact

from pipeline.model.ids import slug
from pipeline.walk import Outcome


def tell_of(stem: str, outcome: Outcome) -> None:
    """Leave an artifact for one report."""
    if outcome.summary:
        create_markdown_artifact(key=f"{slug(stem)}-datasets", markdown=markdown(stem, outcome), description=stem)


def markdown(stem: str, outcome: Outcome) -> str:
    """The table as Markdown."""
    assert outcome.summary is not None
    summary = outcome.summary
    lines = [
        f"# {stem}",
        "",
        f"In `{outcome.folder.name}/`. {summary.accounted} of {summary.glyphs} glyphs are accounted for.",
        "",
        "| dataset | records |",
        "|---|---:|",
        *(f"| {name} | {count} |" for name, count in summary.records.items()),
        "",
        "| finding | count |",
        "|---|---:|",
        *(f"| {code} | {count} |" for code, count in summary.codes.items()),
        "",
        ", ".join(f"{count} {severity}" for severity, count in summary.findings.items()),
    ]
    return "\n".join(lines) + "\n"
