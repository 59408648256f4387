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
from pipeline.publishing.html_report import evidence_page
from pipeline.publishing.markdown import to_markdown
from pipeline.publishing.serial import plain, to_json, to_yaml
from pipeline.publishing.swap import new_folder


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
    with new_folder(folder) as staged:
        for path, content in dataset_files(records).items():
            staged.write(path, [content])
        staged.write("document.json", [to_json(document_file(document)).encode()])
        staged.write("document.md", [to_markdown(document, pull_quotes="drop").encode()])
        staged.write("validation/report.json", [to_json(report).encode()])
        staged.write("validation/ledger.json", [to_json(ledger).encode()])
        page = evidence_page(records, report, ledger, document, pdf)
        staged.write("validation/report.html", (piece.encode() for piece in page))
        package = datapackage(records, report.findings, staged.written, name=slug(pdf.stem), version=version)
        staged.write("datapackage.json", [to_json(package).encode()])


def dataset_files(records: Records) -> dict[str, bytes]:
    """Each dataset as JSON and as YAML, by file name."""
    files: dict[str, bytes] = {}
    for name in DATASETS:
        value = getattr(records, name)
        files[f"{name}.json"] = to_json(value).encode()
        files[f"{name}.yaml"] = to_yaml(plain(value)).encode()
    return files
