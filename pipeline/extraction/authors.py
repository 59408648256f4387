"""The report's authors: those of its title page, or, where it names none, of the section about them."""

from __future__ import annotations

from pipeline.extraction.author_sections import described_authors
from pipeline.extraction.prose import Prose
from pipeline.extraction.title_authors import FoundAuthor, title_authors
from pipeline.model.document import Document


def find_authors(document: Document, prose: Prose) -> list[FoundAuthor]:
    """The authors in the order in which they are named."""
    return title_authors(document, prose) or described_authors(document)
