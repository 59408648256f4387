"""Small records and materials for the checks, made of invented names and sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from pipeline.model.document import Document
from pipeline.model.evidence import Evidence
from pipeline.model.ids import slug
from pipeline.model.ledger import Ledger
from pipeline.model.records import (
    Footnote,
    Occurrence,
    Organization,
    Person,
    Quote,
    Records,
    Reference,
    Report,
    SourceFile,
    TableRecord,
)
from pipeline.validation.material import Material
from pipeline.validation.registry import Observation
from tests.markdown_document import from_markdown

HERE = Evidence(field=None, page=1, page_label="1", boxes=[[72, 72, 100, 82]], exact="here", prefix="", suffix="")
NO_LEDGER = Ledger(glyphs=0, accounted=0, balanced=True, pages=[])


def records(**datasets: object) -> Records:
    """Records with these datasets, the others empty."""
    report = Report(
        id="a-report",
        title="A Report",
        publisher=None,
        year=2020,
        language="en",
        authors=[],
        license=None,
        license_url=None,
        website=None,
        phone=None,
        fax=None,
        address=None,
        source_file=SourceFile(name="report.pdf", sha256="0" * 64, pages=1),
        evidence=[HERE],
    )
    names = "contents sections themes questions people quotes organizations networks references footnotes statistics"
    whole: dict[str, object] = {name: [] for name in [*names.split(), "tables"]}
    return Records.model_validate({"report": report, **whole, **datasets})


def organization(name: str, website: str | None = None, **fields: object) -> Organization:
    """A row of a table of organizations."""
    values = {
        "id": slug(name),
        "name": name,
        "printed_name": name,
        "acronym": None,
        "note": None,
        "description": None,
        "website": website,
        "source": "table",
        "mentions": 0,
        "evidence": [HERE],
    }
    return Organization.model_validate(values | fields)


def person(name: str, **fields: object) -> Person:
    """A person named in the text."""
    values = {
        "id": slug(name),
        "name": name,
        "honorific": None,
        "role": None,
        "organization": None,
        "organization_id": None,
        "place": None,
        "kind": "mentioned",
        "section_id": None,
        "evidence": [HERE],
    }
    return Person.model_validate(values | fields)


def quote(text: str, *copies: str) -> Quote:
    """A quote of the running text and its display copies."""
    places = ["running", *("pull-quote" for _ in copies)]
    return Quote(
        id=slug(text),
        text=text,
        kind="block",
        speaker=None,
        speaker_id=None,
        section_id=None,
        occurrences=[
            Occurrence.model_validate({"text": t, "place": place, "difference": [], "evidence": [HERE]})
            for t, place in zip([text, *copies], places, strict=True)
        ],
        pull_quotes=len(copies),
        variants=[c for c in copies if c != text],
        evidence=[HERE],
    )


def reference(title: str, year: int | None, printed: str = "") -> Reference:
    """A work, and the note that it is printed in."""
    return Reference(
        id=slug(title),
        note=1,
        footnote_id=None,
        authors=["Osei, A."],
        year=year,
        title=title,
        publisher=None,
        place=None,
        url=None,
        evidence=[HERE.model_copy(update={"exact": printed or title})],
    )


def footnote(number: int, text: str) -> Footnote:
    """A footnote."""
    return Footnote(id=f"{number}", number=number, text=text, section_id=None, evidence=[HERE])


def table(columns: list[str], *rows: list[str | None], title: str = "Table 1") -> TableRecord:
    """A table."""
    return TableRecord(
        id=slug(title),
        title=title,
        columns=columns,
        header_rows=1,
        rows=list(rows),
        spans=[],
        notes=[],
        section_id=None,
        cell_evidence=[],
        evidence=[HERE],
    )


def material(document: Document | str = "A plain sentence.", **datasets: object) -> Material:
    """What a check looks at: a document (or its Markdown) and records."""
    whole = from_markdown(document) if isinstance(document, str) else document
    return Material(whole, records(**datasets), NO_LEDGER)


def values(check: Callable[[Material], Iterator[Observation]], looked_at: Material) -> Sequence[tuple[str, ...]]:
    """The values of all that a check observes."""
    return [observation.values for observation in check(looked_at)]
