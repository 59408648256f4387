"""`validation/report.html`: the evidence page, one self-contained file for people.

Pages on one side, data on the other; each value leads to its spot and each spot to its values. The file loads nothing
and runs no script but its own: a content security policy names that script by its hash.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from pipeline.model.document import Document
from pipeline.model.ledger import Ledger
from pipeline.model.records import DATASETS, Records
from pipeline.model.validation_report import ValidationReport
from pipeline.publishing.page import pictures
from pipeline.publishing.page.balance import bars, conservation, set_aside
from pipeline.publishing.page.batches import Batches
from pipeline.publishing.page.cards import cards
from pipeline.publishing.page.concerns import concerns
from pipeline.publishing.page.copies import copies
from pipeline.publishing.page.palette import DISCARD_COLOR, KIND_COLORS, SEVERITIES
from pipeline.publishing.page.spots import Spots

# The parts of the page's script, in the order in which they build on each other.
SCRIPT = ("dom", "batches", "pages", "choosing", "addresses", "search", "start")


def evidence_page(
    records: Records, report: ValidationReport, ledger: Ledger, document: Document, pdf: Path
) -> Iterator[str]:
    """The page as HTML, piece by piece: the pictures of its pages are drawn as they are written.

    `pdf` is the source of the page pictures; where PDFium can't draw a page, the page says so. Text of the report is
    escaped wherever it stands.
    """
    spots = Spots(len(document.pages))
    spots.add_blocks(document)
    whole, by_page = bars(ledger)
    datasets = cards(records, spots)
    batches = Batches()
    with pictures.opened(pdf) as drawn:
        found, crops_cut = concerns(report.findings, records, spots, drawn)
        yield from (
            _templates()
            .get_template("report.html")
            .generate(
                report=records.report,
                summary=report.summary,
                verdict=verdict(report),
                conservation=conservation(ledger),
                whole=whole,
                by_page=by_page,
                cards=datasets,
                titles={card.address: card.headline for dataset in datasets.values() for card in dataset},
                counts={name: report.summary.records.get(name, 0) for name in DATASETS},
                fields=_field_descriptions(),
                findings=found,
                finding_batches=batches.of(found),
                batches={name: batches.of(dataset) for name, dataset in datasets.items()},
                crops_cut=crops_cut,
                explanations={check.code: check.explanation for check in report.checks},
                copies=copies(document, spots),
                set_aside=set_aside(document.discards, spots),
                pages=document.pages,
                kinds={kind: color for kind, color in KIND_COLORS.items() if kind in _kinds(document)},
                discard_color=DISCARD_COLOR,
                severities=SEVERITIES,
                page_json=lambda number: Markup(spots.page_json(number)),
                drawable=drawn.drawable(),
                pictures=drawn.pages(),
                style=Markup(_part("style.css")),
                script=Markup(_script()),
                script_hash=_script_hash(),
            )
        )


def verdict(report: ValidationReport) -> str:
    """What a reader should make of the whole, in a sentence."""
    counts = {severity: report.summary.findings.get(severity, 0) for severity in SEVERITIES}
    if report.open_errors:
        said = _count(report.open_errors, "finding says", "findings say")
        return f"Do not use this data yet: {said} that it can't be trusted."
    rest = [
        _count(counts["warning"], "warning", "warnings") if counts["warning"] else "",
        _count(counts["source"], "mistake in the report itself", "mistakes in the report itself")
        if counts["source"]
        else "",
    ]
    said = " and ".join(part for part in rest if part)
    errors = "All errors are acknowledged by a person" if counts["error"] else "No errors"
    return f"{errors}. {said[0].upper()}{said[1:]} to look at." if said else f"{errors}, and nothing else to look at."


def _count(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"


def _kinds(document: Document) -> set[str]:
    return {element.kind.value for element in document.elements}


def _field_descriptions() -> dict[str, list[tuple[str, str]]]:
    """What the fields of each dataset mean, as the schemas say."""
    return {
        name: [(key, info.description or "") for key, info in record.model_fields.items()]
        for name, record in DATASETS.items()
    }


@cache
def _templates() -> Environment:
    templates = Environment(
        loader=PackageLoader("pipeline.publishing"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    templates.filters["thousands"] = lambda number: f"{number:,}"
    return templates


@cache
def _part(name: str) -> str:
    return files("pipeline.publishing").joinpath("templates", name).read_text(encoding="utf-8")


def _script() -> str:
    return "\n".join(_part(f"script/{name}.js") for name in SCRIPT)


def _script_hash() -> str:
    digest = hashlib.sha256(_script().encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"
