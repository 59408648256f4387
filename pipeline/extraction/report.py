"""The record about the report itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from pipeline.extraction.addresses import find_address
from pipeline.extraction.contacts import Found, find_fax, find_phone, find_website
from pipeline.extraction.front_matter import Stretch, outer_elements
from pipeline.extraction.imprint import find_imprint
from pipeline.extraction.licenses import find_license, find_license_url
from pipeline.extraction.title_authors import FoundAuthor
from pipeline.extraction.wordlists import CONJUNCTIONS, PREPOSITIONS
from pipeline.model.document import Document
from pipeline.model.evidence import Evidence
from pipeline.model.ids import identifiers
from pipeline.model.profile import Profile
from pipeline.model.records import Author, Person, Report, SourceFile
from pipeline.model.text import Text

SUBTITLE = 1.15  # how many times larger the title is: a step of a usual scale of sizes (10, 12, 14 …)
# A statement about the report's own licence inside its text, not about licences in general.
_OWN_LICENSE = re.compile(
    r"\b(?:this|the) (?:report|work|publication|document|paper|brief|book|study)\b[^.]{0,80}"
    r"\b(?:licen[cs]ed|available) under",
    re.I,
)


def extract_report(document: Document, profile: Profile, authors: Sequence[FoundAuthor]) -> Report:
    """Who published what, when, under which licence; each value with the evidence of its first printing."""
    outer = list(outer_elements(document))
    imprint = find_imprint(document, outer)
    license_, license_place = _license(document, outer)
    url, url_place = _license_url(document, outer)
    contacts = {
        "website": find_website(document, outer),
        "phone": find_phone(document, outer),
        "fax": find_fax(document, outer),
        "address": find_address(document, outer),
    }
    title = title_with_colon(document.title)
    places: list[tuple[str, Stretch | None]] = [
        *(("publisher", place) for place in (imprint.publisher.places if imprint.publisher else ())),
        ("year", imprint.year_place),
        *(("authors", place) for author in authors for place in _places(author)),
        ("license", license_place),
        ("license_url", url_place),
        *((key, place) for key, found in contacts.items() if found for place in found.places),
    ]
    return Report(
        id=identifiers([(title or document.source.sha256, "")])[0],
        title=title,
        publisher=imprint.publisher.value if imprint.publisher else profile.publisher,
        year=imprint.year,
        language=document.language or profile.language,
        authors=[_author(document, author) for author in authors],
        license=license_,
        license_url=url,
        website=_value(contacts["website"]),
        phone=_value(contacts["phone"]),
        fax=_value(contacts["fax"]),
        address=_value(contacts["address"]),
        source_file=SourceFile(
            name=document.source.name, sha256=document.source.sha256, pages=document.source.page_count
        ),
        evidence=document.evidence(document.title, field="title") + _evidence(document, places),
    )


def title_with_colon(title: Text) -> str:
    """The title, with a colon where only smaller type tells the subtitle from it.

    On a cover the change of size does what the colon does in a citation (ISBD 1.1.4). A line that begins with a small
    letter or a preposition goes on with the title instead, and one that follows a mark of punctuation needs no other.
    """
    content = title.content
    sizes = [(start, style.size) for start, _, style in title.styles()]
    for (_, before), (start, size) in pairwise(sizes):
        first, rest = content[:start].rstrip(), content[start:].lstrip()
        word = rest.partition(" ")[0]
        smaller = before >= SUBTITLE * size and first[-1:].isalnum() and content[start - 1].isspace()
        if smaller and word[:1].isupper() and word.casefold() not in PREPOSITIONS | CONJUNCTIONS:
            return f"{first}: {rest}"
    return content


def with_credited_authors(report: Report, people: Sequence[Person]) -> Report:
    """The report with the authors whom only a sentence of its text credits ("This report was written by …")."""
    credited = [] if report.authors else [p for p in people if p.kind == "author"]
    authors = [Author(name=p.name, role=p.role, affiliation=p.organization) for p in credited]
    places = [e.model_copy(update={"field": "authors"}) for p in credited for e in p.evidence if e.field is None]
    return report.model_copy(update={"authors": report.authors or authors, "evidence": report.evidence + places})


def _value(found: Found | None) -> str | None:
    return found.value if found else None


def _author(document: Document, author: FoundAuthor) -> Author:
    return Author(
        name=author.name.of(document),
        role=author.role.of(document) if author.role else None,
        affiliation=author.affiliation.of(document) if author.affiliation else None,
    )


def _places(author: FoundAuthor) -> list[Stretch]:
    return [place for place in (author.name, author.role, author.affiliation) if place]


def _license(document: Document, elements: list[int]) -> tuple[str | None, Stretch | None]:
    own = (i for i, e in enumerate(document.elements) if _OWN_LICENSE.search(e.text.content))
    for i in [*elements, *own]:
        found = find_license(document.elements[i].text.content)
        if found:
            return found.spdx, Stretch(i, found.start, found.end)
    return None, None


def _license_url(document: Document, elements: list[int]) -> tuple[str | None, Stretch | None]:
    """The licence's address as printed; a scheme that is not printed is added, since a URI needs one."""
    for i in elements:
        span = find_license_url(document.elements[i].text.content)
        if span:
            printed = document.elements[i].text.content[span[0] : span[1]]
            return printed if "://" in printed else f"https://{printed}", Stretch(i, *span)
    return None, None


def _evidence(document: Document, places: list[tuple[str, Stretch | None]]) -> list[Evidence]:
    return [e for field, place in places if place for e in place.evidence(document, field)]
