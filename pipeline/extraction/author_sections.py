"""Authors whom the title page does not name, from the section about them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extraction.english import english
from pipeline.extraction.front_matter import Stretch
from pipeline.extraction.person_names import NamedPerson, person_at
from pipeline.extraction.title_authors import FoundAuthor
from pipeline.extraction.tokens import Token, chunks_of, tokens_of
from pipeline.model.document import Document, ElementKind

_ABOUT = re.compile(
    r"about the (?:report[’']s )?authors?|(?:the )?authors?|author biographies|notes? on (?:the )?authors?", re.I
)
_IS = re.compile(
    r"(?:,? [\w.]+,?|,)? (?:is|was) (?:an? |the )?(?P<role>[^,.;]{3,90}?)"
    r"(?: (?:at|with|for|of|in) (?:the )?(?P<body>[^\W\d_a-z][^,.;]*?))?(?=[,.;]| and | who | where )"
)


def described_authors(document: Document) -> list[FoundAuthor]:
    """The people whom a section about the authors describes: "Ada Marsh is a fellow at …"."""
    sections = {i for i, s in enumerate(document.sections) if _ABOUT.fullmatch(s.title.content.strip(" .:"))}
    found = []
    for i, element in enumerate(document.elements):
        if element.section not in sections or element.kind is ElementKind.HEADING:
            continue
        content = element.text.content
        tokens = tokens_of(content, 0, len(content))
        chunks = chunks_of(tokens)
        person = person_at(tokens, chunks[0]) if chunks and chunks[0].first == 0 else None
        described = _IS.match(content, tokens[person.last - 1].end) if person and person.length >= 2 else None
        if person and described and set(described["role"].casefold().split()) & english().role_nouns:
            found.append(
                FoundAuthor(
                    Stretch(i, tokens[person.first].start, tokens[person.last - 1].end),
                    _honorific(i, tokens, person),
                    Stretch(i, *described.span("role")),
                    Stretch(i, *described.span("body")) if described["body"] else None,
                )
            )
    return found


def _honorific(element: int, tokens: Sequence[Token], person: NamedPerson) -> Stretch | None:
    found = person.honorific
    return Stretch(element, tokens[found.first].start, tokens[found.last - 1].end) if found else None
