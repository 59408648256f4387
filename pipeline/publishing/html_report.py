"""`validation/report.html`: the evidence page, one self-contained file for people."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape

from pipeline.model.document import Document
from pipeline.model.ledger import Ledger
from pipeline.model.records import DATASETS, Records
from pipeline.model.validation_report import ValidationReport
from pipeline.publishing.serial import plain


def render_report(records: Records, report: ValidationReport, ledger: Ledger, document: Document, pdf: Path) -> str:
    """The page as HTML. `pdf` is the source of the page pictures. Text of the report is escaped wherever it stands."""
    templates = Environment(
        loader=PackageLoader("pipeline.publishing"),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    datasets = {name: plain(getattr(records, name)) for name in DATASETS}
    return templates.get_template("report.html").render(
        report=records.report, datasets=datasets, summary=report.summary, findings=report.findings, ledger=ledger
    )
