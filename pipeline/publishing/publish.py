"""The last room of the walk: everything that a consumer opens."""

from __future__ import annotations

from pathlib import Path

from pipeline.model.document import Document
from pipeline.model.ids import slug
from pipeline.model.ledger import Ledger
from pipeline.model.records import DATASETS, Records
from pipeline.model.validation_report import ValidationReport
from pipeline.publishing.datapackage import datapackage
from pipeline.publishing.document_json import document_file
from pipeline.publishing.html_report import render_report
from pipeline.publishing.markdown import to_markdown
from pipeline.publishing.serial import plain, to_json, to_yaml
from pipeline.publishing.swap import replace_folder


def publish(
    document: Document,
    records: Records,
    report: ValidationReport,
    ledger: Ledger,
    pdf: Path,
    folder: Path,
    *,
    version: str,
) -> None:
    """Write `folder` anew, all or nothing. `pdf` is the source, for the pictures of the validation page.

    `version` is the pipeline's. Raises OutputError.
    """
    files = dataset_files(records)
    files["document.json"] = to_json(plain(document_file(document))).encode()
    files["document.md"] = to_markdown(document, pull_quotes="drop").encode()
    files["validation/report.json"] = to_json(plain(report)).encode()
    files["validation/ledger.json"] = to_json(plain(ledger)).encode()
    files["validation/report.html"] = render_report(records, report, ledger, document, pdf).encode()
    package = datapackage(records, report.findings, files, name=slug(pdf.stem), version=version)
    files["datapackage.json"] = to_json(package).encode()
    replace_folder(folder, files)


def dataset_files(records: Records) -> dict[str, bytes]:
    """Each dataset as JSON and as YAML, by file name."""
    files: dict[str, bytes] = {}
    for name in DATASETS:
        data = plain(getattr(records, name))
        files[f"{name}.json"] = to_json(data).encode()
        files[f"{name}.yaml"] = to_yaml(data).encode()
    return files
