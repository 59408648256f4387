"""The datasets' records, as they are written. The JSON Schemas in `schemas/` are generated from these classes.

Key order is the order of the fields. Nothing known is null or an empty list, never a missing key. Text is as printed,
with line breaks and hyphenation undone, white space single, Unicode NFC.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from pipeline.model.corrections import Corrected
from pipeline.model.evidence import Evidence

Id = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Number = int | str  # an integer where Arabic digits are printed, else the printed string

ID = "Identifier, unique in its dataset and made from content: the same in every edition of the same text."
SECTION_ID = "Id of the section that it stands in; null outside all sections."
CORRECTED = "Corrections by people that were applied, each with the value as it was extracted."
EVIDENCE = "Where on the page it is printed: one entry for each page of each printing."


class Record(BaseModel):
    """Base of all records: immutable, unknown keys refused."""

    model_config = ConfigDict(extra="forbid", frozen=True, json_schema_serialization_defaults_required=True)


class Author(Record):
    """An author of the report."""

    name: str = Field(description="The author's name as printed, without honorific.")
    role: str | None = Field(description="The author's role as printed.")
    affiliation: str | None = Field(description="The organization that the author is named with.")


class SourceFile(Record):
    """The PDF that the datasets were made from."""

    name: str = Field(description="File name without folder.")
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$", description="SHA-256 of the file's bytes, in hexadecimal.")
    pages: int = Field(ge=1, description="Number of physical pages.")


class Report(Record):
    """The report itself: who published what, when, under which licence."""

    id: Id = Field(description=ID)
    title: str = Field(description="The title; lines of the cover joined.")
    publisher: str | None = Field(description="The publisher, from the copyright line.")
    year: int | None = Field(description="Year of publication (Gregorian), from the copyright line.")
    language: str | None = Field(description="Language of the text, a BCP 47 tag.")
    authors: list[Author] = Field(description="The authors, in printed order.")
    license: str | None = Field(description="Licence, as an SPDX identifier.")
    license_url: Annotated[str, Field(json_schema_extra={"format": "uri"})] | None = Field(
        description="Address of the licence's text."
    )
    website: str | None = Field(description="The publisher's website as first printed.")
    phone: str | None = Field(description="The publisher's telephone number as first printed.")
    fax: str | None = Field(description="The publisher's fax number as first printed.")
    address: str | None = Field(description="Postal address as first printed; lines and bullets joined by commas.")
    source_file: SourceFile = Field(description="The PDF that this was read from.")
    corrected: list[Corrected] = Field(default=[], description=CORRECTED)
    evidence: list[Evidence] = Field(description=EVIDENCE)


class ContentsRecord(Record):
    """An entry of the printed contents list."""

    id: Id = Field(description=ID)
    title: str = Field(description="Title as printed in the list, without a printed enumerator.")
    page: Number | None = Field(description="Page as printed in the list: an integer, or the printed string.")
    level: int = Field(ge=1, description="Depth in the list, 1 for the outermost.")
    section_id: Id | None = Field(description="Id of the section that it names; null where no heading matches.")
    corrected: list[Corrected] = Field(default=[], description=CORRECTED)
    evidence: list[Evidence] = Field(description=EVIDENCE)


class SectionRecord(Record):
    """A section of the body, in order."""

    id: Id = Field(description=ID)
    title: str = Field(description="Heading as printed; a labelled one (Theme 1: ...) keeps its label.")
    number: str | None = Field(description="A bare enumerator before the heading (2.1, IV.), as printed.")
    level: int = Field(ge=1, description="1 is the outermost heading of the body.")
    parent: Id | None = Field(description="Id of the section that it lies in; null for the outermost.")
    corrected: list[Corrected] = Field(default=[], description=CORRECTED)
    evidence: list[Evidence] = Field(description=EVIDENCE)


class Theme(Record):
    """A numbered theme or finding of the report."""

    id: Id = Field(description=ID)
    number: Number = Field(description="Its number in the report.")
    title: str = Field(description="Its title without label and number.")
    summary: str | None = Field(description="What the numbered list says about it after the title.")
    section: Id | None = Field(description="Id of the section that takes it up.")
    corrected: list[Corrected] = Field(default=[], description=CORRECTED)
    evidence: list[Evidence] = Field(description=EVIDENCE)


class Question(Record):
    """A listed interview or guiding question."""

    id: Id = Field(description=ID)
    number: Number | None = Field(description="Its number in the list, null in a list without numbers.")
    text: str = Field(description="The question.")
    section_id: Id | None = Field(description=SECTION_ID)
    corrected: list[Corrected] = Field(default=[], description=CORRECTED)
    evidence: list[Evidence] = Field(description=EVIDENCE)


class Person(Record):
    """A person whom the report names (authors of works it refers to are not among them)."""

    id: Id = Field(description=ID)
    name: str = Field(description="Full name as printed, without honorific.")
    honorific: str | None = Field(description="Honorific as printed at any mention (Dr.).")
    role: str | None = Field(description="Role as printed, without an article.")
    organization: str | None = Field(description="Organization named nearest for the person; null where unsure.")
    organization_id: Id | None = Field(description="Id of that organization in the organizations dataset.")
    place: str | None = Field(description="Place named with the person or with the organization.")
    kind: Literal["author", "officer", "mentioned"] = Field(
        description="author of the report, officer of the publisher, or mentioned in the text."
    )
    section_id: Id | None = Field(description="Id of the section of the first mention; null outside all sections.")
    corrected: list[Corrected] = Field(default=[], description=CORRECTED)
    evidence: list[Evidence] = Field(
        description="Where the person is named, one entry a mention, and where role and so on stand."
    )


class WordDifference(Record):
    """A difference by words between a printing and the canonical text."""

    op: Literal["insert", "delete", "replace"] = Field(
        description="insert: only in this printing; delete: only in the canonical text; replace: differs."
    )
    from_: str = Field(alias="from", description="Words of the canonical text (empty for insert).")
    to: str = Field(description="Words of this printing (empty for delete).")

    model_config = ConfigDict(populate_by_name=True, serialize_by_alias=True)


class Occurrence(Record):
    """One printing of a quote."""

    text: str = Field(description="This printing's own text, without the outer quotation marks.")
    place: Literal["running", "pull-quote"] = Field(description="In the running text, or displayed as decoration.")
    difference: list[WordDifference] = Field(description="Word-level difference against the canonical text.")
    evidence: list[Evidence] = Field(description=EVIDENCE)


class Quote(Record):
    """A quotation, held once however often it is printed."""

    id: Id = Field(description=ID)
    text: str = Field(description="Canonical text (that of the running text), without the outer quotation marks.")
    kind: Literal["block", "statement", "term"] = Field(
        description="block: set off; statement: five words or more inside a sentence with a named speaker; "
        "term: all other quoted words."
    )
    speaker: str | None = Field(description="Name of the person who said it.")
    speaker_id: Id | None = Field(description="Id of the speaker in the people dataset.")
    section_id: Id | None = Field(description=SECTION_ID)
    occurrences: list[Occurrence] = Field(
        min_length=1, description="Each printing: running text first, then pull-quotes in reading order."
    )
    pull_quotes: int = Field(ge=0, description="How many of the printings are display copies (count).")
    variants: list[str] = Field(description="Other printed texts than the canonical one.")
    corrected: list[Corrected] = Field(default=[], description=CORRECTED)
    evidence: list[Evidence] = Field(description="Where the canonical text is printed, and where the speaker is named.")


class Organization(Record):
    """An organization: a row of the report's table of organizations, or a proper name in its text."""

    id: Id = Field(description=ID)
    name: str = Field(description="Name without acronym and note.")
    printed_name: str = Field(description="Name as printed, with what stands in brackets.")
    acronym: str | None = Field(description="Acronym in brackets after the name.")
    note: str | None = Field(description="What stands in brackets and is no acronym.")
    description: str | None = Field(description="Description as printed in the table.")
    website: str | None = Field(description="Website as printed in the table; may lack a scheme.")
    source: Literal["table", "text"] = Field(
        description="table: a row of the table of organizations; text: named in running text or notes only."
    )
    mentions: int = Field(ge=0, description="How often running text and notes name it or its acronym (count).")
    corrected: list[Corrected] = Field(default=[], description=CORRECTED)
    evidence: list[Evidence] = Field(description=EVIDENCE)


class Network(Record):
    """A network whose members the text lists."""

    id: Id = Field(description=ID)
    name: str = Field(description="Name of the network.")
    acronym: str | None = Field(description="Acronym as printed.")
    organization_id: Id | None = Field(description="Id of the network in the organizations dataset.")
    members: list[str] = Field(min_length=1, description="Members, in printed order.")
    member_ids: list[Id | None] = Field(
        description="Ids of the members in the organizations dataset, null where not there."
    )
    corrected: list[Corrected] = Field(default=[], description=CORRECTED)
    evidence: list[Evidence] = Field(description=EVIDENCE)


class Reference(Record):
    """A work that a note refers to."""

    id: Id = Field(description=ID)
    note: Number | None = Field(description="Number of the note that names it.")
    footnote_id: Id | None = Field(description="Id of that note in the footnotes dataset.")
    authors: list[str] = Field(description="Authors as printed: persons (Ray, R.) or bodies.")
    year: int | None = Field(description="Year of publication (Gregorian); null where none is given (N.D.).")
    title: str = Field(description="Title of the work, without the stop that ends it.")
    publisher: str | None = Field(description="Publisher as printed.")
    place: str | None = Field(description="Place of publication as printed.")
    url: Annotated[str, Field(json_schema_extra={"format": "uri"})] | None = Field(
        description="Address, line breaks undone, without the stop that ends the sentence."
    )
    corrected: list[Corrected] = Field(default=[], description=CORRECTED)
    evidence: list[Evidence] = Field(description=EVIDENCE)


class Footnote(Record):
    """A footnote or endnote."""

    id: Id = Field(description=ID)
    number: Number = Field(description="Its marker: an integer, or the printed sign.")
    text: str = Field(description="Its text without the marker.")
    section_id: Id | None = Field(description="Id of the section that its marker stands in.")
    corrected: list[Corrected] = Field(default=[], description=CORRECTED)
    evidence: list[Evidence] = Field(description=EVIDENCE)


class Statistic(Record):
    """A figure that the text states: one record for each value, unit, comparator and phrase."""

    id: Id = Field(description=ID)
    text: str = Field(description="Shortest printed span from comparator to counted noun or sign.")
    value: float | int = Field(description="The number in the unit: 70 for 70 percent, 0.2 for 1 in 5.")
    unit: str = Field(
        description="percent, ratio, an ISO 4217 currency code, or the counted noun in lower case, plural."
    )
    comparator: Literal["exactly", "more_than", "less_than", "at_least", "at_most", "nearly", "about"] = Field(
        description="How the text qualifies the number."
    )
    sentence: str = Field(description="The sentence that it stands in (first printing).")
    section_id: Id | None = Field(description=SECTION_ID)
    corrected: list[Corrected] = Field(default=[], description=CORRECTED)
    evidence: list[Evidence] = Field(description=EVIDENCE)


class CellEvidence(Record):
    """Where one cell of a table is printed."""

    row: int = Field(description="Row: 0 is the first body row, negative rows are in the header.")
    column: int = Field(ge=0, description="Column, counted from 0.")
    evidence: list[Evidence] = Field(description=EVIDENCE)


class TableRecord(Record):
    """A table; one that runs over several pages is one table."""

    id: Id = Field(description=ID)
    title: str | None = Field(description="Caption as printed.")
    columns: list[str] = Field(description="Column headings; several header rows joined by a space.")
    header_rows: int = Field(ge=0, description="Number of header rows.")
    rows: list[list[str | None]] = Field(description="Body rows; null where a spanning cell covers a position.")
    spans: list[Annotated[list[int], Field(min_length=4, max_length=4)]] = Field(
        description="[row, column, rowspan, colspan] of each spanning cell; row 0 is the first body row."
    )
    notes: list[str] = Field(description="Notes and source lines under the table.")
    section_id: Id | None = Field(description=SECTION_ID)
    cell_evidence: list[CellEvidence] = Field(description="Where each cell with text is printed.")
    corrected: list[Corrected] = Field(default=[], description=CORRECTED)
    evidence: list[Evidence] = Field(description="Where the caption is printed, or the table's first cell.")


class Records(Record):
    """All datasets of one report, by name."""

    report: Report
    contents: list[ContentsRecord]
    sections: list[SectionRecord]
    themes: list[Theme]
    questions: list[Question]
    people: list[Person]
    quotes: list[Quote]
    organizations: list[Organization]
    networks: list[Network]
    references: list[Reference]
    footnotes: list[Footnote]
    statistics: list[Statistic]
    tables: list[TableRecord]


DATASETS: dict[str, type[Record]] = {
    "report": Report,
    "contents": ContentsRecord,
    "sections": SectionRecord,
    "themes": Theme,
    "questions": Question,
    "people": Person,
    "quotes": Quote,
    "organizations": Organization,
    "networks": Network,
    "references": Reference,
    "footnotes": Footnote,
    "statistics": Statistic,
    "tables": TableRecord,
}

# Keys that name other records: (dataset, key, dataset that it points into).
REFERENCES = (
    ("contents", "section_id", "sections"),
    ("sections", "parent", "sections"),
    ("themes", "section", "sections"),
    ("questions", "section_id", "sections"),
    ("people", "section_id", "sections"),
    ("people", "organization_id", "organizations"),
    ("quotes", "section_id", "sections"),
    ("quotes", "speaker_id", "people"),
    ("networks", "organization_id", "organizations"),
    ("networks", "member_ids", "organizations"),
    ("references", "footnote_id", "footnotes"),
    ("footnotes", "section_id", "sections"),
    ("statistics", "section_id", "sections"),
    ("tables", "section_id", "sections"),
)
