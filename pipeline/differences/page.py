"""Differences as one self-contained HTML page."""

from __future__ import annotations

from jinja2 import Environment, PackageLoader, StrictUndefined

from pipeline.differences.model import Differences
from pipeline.differences.plain import excerpt, summary_lines


def render_html(differences: Differences) -> str:
    """The page; text of the reports is escaped, nothing is loaded and no script runs."""
    environment = Environment(
        loader=PackageLoader("pipeline.differences"), autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )
    environment.filters["excerpt"] = excerpt
    compared = [*differences.datasets, *([differences.findings] if differences.findings is not None else [])]
    return environment.get_template("differences.html").render(
        differences=differences,
        datasets=[d for d in compared if not d.same],
        moved=[d for d in differences.datasets if d.moved],
        summary=summary_lines(differences),
    )
