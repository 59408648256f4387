"""A small report with everything that the evidence page and the exports show, and the PDF that it is printed on."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from pipeline.model.blocks import Discard
from pipeline.model.corrections import Corrected
from pipeline.model.document import Document
from pipeline.model.evidence import Evidence
from pipeline.model.findings import Acknowledged, Finding
from pipeline.model.geometry import Box
from pipeline.model.ledger import Account, Ledger, PageBalance
from pipeline.model.records import (
    CellEvidence,
    ContentsRecord,
    Footnote,
    Network,
    Occurrence,
    Organization,
    Person,
    Question,
    Quote,
    Records,
    Reference,
    Report,
    SectionRecord,
    SourceFile,
    Statistic,
    TableRecord,
    Theme,
    WordDifference,
)  # fmt: skip
from pipeline.model.validation_report import CheckInfo, Summary, ValidationReport
from tests.markdown_document import from_markdown

MARKDOWN = """
# Rivers & <script>alert("title")</script> Towns

Water Board of Ashford

## Floods

Mary Alder, warden at the Water Board, said that “rivers rise in spring and fall in autumn.” She counted 20 towns.[^1]

>> rivers rise in spring

<!-- page -->

## Costs

The Water Bord pays <img src=x onerror=alert(2)> more than 3 million for dams & dikes.

| River | Length |
| --- | --- |
| Ash | 12 |
| Elm <b>x</b> | 7 |

[^1]: Alder, M. (2019). Floods of the Ash. Water Board.
"""
PERSON = "people/mary-alder"


@dataclass(frozen=True)
class Sample:
    """All that the last room of the walk is given."""

    records: Records
    report: ValidationReport
    ledger: Ledger
    document: Document
    pdf: Path


def sample(folder: Path) -> Sample:
    """The report, its PDF written to a folder."""
    document = from_markdown(MARKDOWN, name="rivers.pdf")
    pdf = folder / "rivers.pdf"
    draw(document, pdf)
    records = _records(document)
    findings = _findings(document)
    glyphs = sum(page.glyphs for page in _balances(document))
    report = ValidationReport(
        summary=Summary(
            records={name: 1 if name == "report" else len(getattr(records, name)) for name in Records.model_fields},
            findings={"error": 0, "warning": 1, "source": 1},
            codes={"name-variant": 1, "witness-differs": 1},
            acknowledged=1,
            glyphs=glyphs,
            accounted=glyphs,
        ),
        findings=findings,
        checks=[
            CheckInfo(
                code="name-variant",
                severity="source",
                title="Two spellings of one name.",
                explanation="The two differ in one letter of a long word.",
                advice="Correct one.",
            )
        ],
    )
    ledger = Ledger(glyphs=glyphs, accounted=glyphs, balanced=True, pages=_balances(document))
    return Sample(records, report, ledger, document, pdf)


def draw(document: Document, pdf: Path) -> None:
    """Print a document's lines where its texts say they stand."""
    canvas = Canvas(str(pdf), pagesize=(612, 792), invariant=True)
    for page in document.pages:
        lines = [run.line for e in document.elements for run in e.text.runs if run.line.page == page.number]
        for element in document.elements:
            for cell in element.table.cells if element.table else ():
                lines += [run.line for run in cell.text.runs if run.line.page == page.number]
        for line in lines:
            canvas.setFont("Courier", line.size * 0.83)
            canvas.drawString(line.x0[0], 792 - line.baseline, line.text)
        canvas.showPage()
    canvas.save()


def printed(document: Document, phrase: str, field: str | None = None, *, nth: int = 0) -> list[Evidence]:
    """Evidence for the nth element that has the phrase."""
    texts = [e.text for e in document.elements if phrase in e.text.content]
    texts += [c.text for e in document.elements if e.table for c in e.table.cells if phrase in c.text.content]
    at = texts[nth].content.index(phrase)
    return document.evidence(texts[nth], at, at + len(phrase), field)


def _records(d: Document) -> Records:
    quote = "rivers rise in spring and fall in autumn."
    return Records(
        report=Report(
            id="rivers-towns", title=d.title.content, publisher="Water Board of Ashford", year=2019, language="en",
            authors=[], license="CC-BY-4.0", license_url="https://creativecommons.org/licenses/by/4.0/", website=None,
            phone=None, fax=None, address=None,
            source_file=SourceFile(name="rivers.pdf", sha256="0" * 64, pages=len(d.pages)),
            evidence=printed(d, "Rivers &", "title") + printed(d, "Water Board of Ashford", "publisher"),
        ),
        contents=[ContentsRecord(id="floods", title="Floods", page=1, level=1, section_id="floods",
                                 evidence=printed(d, "Floods"))],
        sections=[
            SectionRecord(id=title.lower(), title=title, number=None, level=1, parent=None, evidence=printed(d, title))
            for title in ("Floods", "Costs")
        ],
        themes=[Theme(id="floods", number=1, title="Floods", summary=None, section="floods",
                      evidence=printed(d, "Floods"))],
        questions=[Question(id="why", number=None, text="Why rivers rise", section_id=None,
                            evidence=printed(d, "rivers rise"))],
        people=[
            Person(
                id="mary-alder", name="Mary Alder", honorific=None, role="warden", organization="Water Board",
                organization_id="water-board", place=None, kind="mentioned", section_id="floods",
                corrected=[Corrected(field="role", from_="wardn", to="warden", reason="A misprint.", by="C. Urator")],
                evidence=printed(d, "Mary Alder", "name") + printed(d, "warden", "role")
                + printed(d, "Water Board", "organization", nth=1),
            )
        ],
        quotes=[
            Quote(
                id="rivers-rise", text=quote, kind="statement", speaker="Mary Alder", speaker_id="mary-alder",
                section_id="floods",
                occurrences=[
                    Occurrence(text=quote, place="running", difference=[], evidence=printed(d, quote)),
                    Occurrence(
                        text="rivers rise in spring", place="pull-quote",
                        difference=[WordDifference(op="delete", from_="and fall in autumn.", to="")],
                        evidence=printed(d, "rivers rise in spring", nth=1),
                    ),
                ],
                pull_quotes=1, variants=["rivers rise in spring"], evidence=printed(d, quote),
            )
        ],
        organizations=[
            Organization(id="water-board", name="Water Board", printed_name="Water Board", acronym=None, note=None,
                         description="dams & dikes", website=None, source="text", mentions=2,
                         evidence=printed(d, "Water Board", nth=1) + printed(d, "dams & dikes", "description")),
            Organization(id="water-bord", name="Water Bord", printed_name="Water Bord", acronym=None, note=None,
                         description="pays <img src=x onerror=alert(2)> more", website=None, source="text", mentions=1,
                         evidence=printed(d, "Water Bord")),
        ],
        networks=[Network(id="ash-network", name="Ash Network", acronym="AN", organization_id=None,
                          members=["Water Board", "Ashford"], member_ids=["water-board", None],
                          evidence=printed(d, "Water Board", "members", nth=1))],
        references=[Reference(id="floods-of-the-ash", note=1, footnote_id="note-1", authors=["Alder, M."], year=2019,
                              title="Floods of the Ash", publisher="Water Board", place=None, url=None,
                              evidence=printed(d, "Floods of the Ash", "title"))],
        footnotes=[Footnote(id="note-1", number=1, text="Alder, M. (2019). Floods of the Ash. Water Board.",
                            section_id="floods", evidence=printed(d, "Alder, M. (2019)"))],
        statistics=[
            Statistic(id="20-towns", text="20 towns", value=20, unit="towns", comparator="exactly",
                      sentence="She counted 20 towns.", section_id="floods", evidence=printed(d, "20 towns")),
            Statistic(id="more-than-3-million", text="more than 3 million", value=3_000_000.5, unit="USD",
                      comparator="more_than", sentence="The Water Bord pays.", section_id="costs",
                      evidence=printed(d, "more than 3 million")),
        ],
        tables=[
            TableRecord(id="rivers", title="Rivers", columns=["River", "Length"], header_rows=1,
                        rows=[["Ash", "12"], ["Elm <b>x</b>", "7"]], spans=[], notes=[], section_id="costs",
                        cell_evidence=[CellEvidence(row=0, column=0, evidence=printed(d, "Ash", nth=-1)),
                                       CellEvidence(row=0, column=1, evidence=printed(d, "12", nth=-1))],
                        evidence=printed(d, "River", nth=-1)),
        ],
    )  # fmt: skip


def _findings(d: Document) -> list[Finding]:
    return [
        Finding(
            id="witness-1", code="witness-differs", severity="warning", message="Page 2: a word differs.",
            advice="Look at the page.", values=["dams"], acknowledged=Acknowledged(reason="Looked at.", by="C. Urator"),
            evidence=printed(d, "dams"),
        ),
        Finding(
            id="variant-1", code="name-variant", severity="source",
            message="“Water Board” and “Water Bord” <b>seem</b> one name.", advice="Correct one of them.",
            values=["Water Board", "Water Bord"],
            evidence=printed(d, "Water Board", nth=1) + printed(d, "Water Bord"),
        ),
    ]  # fmt: skip


def _balances(d: Document) -> list[PageBalance]:
    return [
        PageBalance(
            page=page.number, glyphs=110, lost=0, doubled=0,
            accounts=[Account(account="paragraph", discarded=False, glyphs=100, boxes=[]),
                      Account(account="page number", discarded=True, glyphs=10, boxes=[[300, 760, 310, 770]])],
        )
        for page in d.pages
    ]  # fmt: skip


def with_discards(document: Document) -> tuple[Discard, ...]:
    """A page number on each page."""
    return tuple(
        Discard(page.number, (0,), "page number", Box(300, 760, 310, 770), str(page.number)) for page in document.pages
    )
