"""All datasets of a report, assembled."""

from __future__ import annotations

from pipeline.extraction.authors import find_authors
from pipeline.extraction.contents import extract_contents
from pipeline.extraction.footnotes import extract_footnotes
from pipeline.extraction.networks import extract_networks
from pipeline.extraction.organizations import extract_organizations
from pipeline.extraction.people import extract_people
from pipeline.extraction.prose import prose_of
from pipeline.extraction.questions import extract_questions
from pipeline.extraction.quotes import extract_quotes
from pipeline.extraction.references import extract_references
from pipeline.extraction.report import extract_report, with_credited_authors
from pipeline.extraction.sections import extract_sections
from pipeline.extraction.statistics import extract_statistics
from pipeline.extraction.tables import extract_tables
from pipeline.extraction.themes import extract_themes
from pipeline.model.document import Document
from pipeline.model.profile import Profile
from pipeline.model.records import Records

LANGUAGE = "en"  # the rules are those of English grammar


def extract(document: Document, profile: Profile) -> Records:
    """The records of a report.

    A report in another language than English gives what its structure alone says: report, contents, sections, tables
    and footnotes. The other datasets are empty then, since guesses by the grammar of another language would be wrong.
    """
    prose = prose_of(document)
    authors = find_authors(document, prose)
    sections = extract_sections(document)
    footnotes = extract_footnotes(document, sections)
    structure = Records(
        report=extract_report(document, profile, authors),
        contents=extract_contents(document, profile, sections),
        sections=sections,
        themes=[],
        questions=[],
        people=[],
        quotes=[],
        organizations=[],
        networks=[],
        references=[],
        footnotes=footnotes,
        statistics=[],
        tables=extract_tables(document, sections),
    )
    if not is_english(document, profile):
        return structure
    organizations = extract_organizations(document, prose, profile)
    people = extract_people(document, prose, authors, organizations, sections)
    said = {
        "report": with_credited_authors(structure.report, people),
        "themes": extract_themes(document, profile, sections),
        "questions": extract_questions(document, profile, sections),
        "people": people,
        "quotes": extract_quotes(document, prose, people, sections),
        "organizations": organizations,
        "networks": extract_networks(document, prose, organizations),
        "references": extract_references(document, footnotes),
        "statistics": extract_statistics(document, prose, sections),
    }
    return structure.model_copy(update=said)


def is_english(document: Document, profile: Profile) -> bool:
    """Whether the rules hold for the text; a text too short for its language to be known is read as English."""
    language = document.language or profile.language or LANGUAGE
    return language.partition("-")[0].casefold() == LANGUAGE
