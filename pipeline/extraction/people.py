"""People: whom the report names as author, as officer of its publisher, or in its text.

All namings of one person are one record: the full name first, later the honorific or the bare family name. What a
naming says about the person (role, body, place) is taken from the first that says it. A person who is named by an
office alone ("Superintendent X") belongs to the body that the paragraph is about, if it named exactly one before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from pipeline.extraction.front_matter import Stretch
from pipeline.extraction.names import fold_name, without_article
from pipeline.extraction.officers import find_officers
from pipeline.extraction.person_frames import WRITTEN_BY
from pipeline.extraction.person_mentions import Naming, Part, namings
from pipeline.extraction.person_names import surname_of
from pipeline.extraction.prose import Prose
from pipeline.extraction.sections import section_id
from pipeline.extraction.title_authors import FoundAuthor
from pipeline.model.document import Document
from pipeline.model.evidence import Evidence
from pipeline.model.ids import identifiers
from pipeline.model.records import Organization, Person, SectionRecord
from pipeline.model.text import Text

Kind = Literal["author", "officer", "mentioned"]


@dataclass
class Draft:
    """A person in the making."""

    name: str
    kind: Kind
    section: int | None
    honorific: Part | None = None
    role: Part | None = None
    organization: Part | None = None
    place: Part | None = None
    places: list[tuple[Text, int, int]] = field(default_factory=list)

    @property
    def surname(self) -> str:
        """The family name."""
        return surname_of(self.name)

    def learn(self, naming: Naming) -> None:
        """Add a naming, and what it says that is not known yet."""
        self.places.append((naming.text, naming.start, naming.end))
        if self.honorific is None or (naming.honorific and self.role and self.honorific.value == self.role.value):
            self.honorific = naming.honorific or self.honorific  # "Professor" may be the role; then "Dr." is more
        if (self.role is None and self.organization is None) or (self.organization is None and naming.stated):
            self.organization, self.place = naming.organization, self.place or naming.place
        self.role = self.role or naming.role


def extract_people(
    document: Document,
    prose: Prose,
    authors: Sequence[FoundAuthor],
    organizations: Sequence[Organization],
    sections: Sequence[SectionRecord],
) -> list[Person]:
    """All people in reading order; authors of works that notes refer to are not among them."""
    drafts = _of_front_matter(document, authors, organizations)
    for naming in namings(document, prose, organizations, [draft.name for draft in drafts]):
        person = _same_person(drafts, naming)
        if person is None:
            if naming.alone:
                continue
            kind: Kind = "author" if naming.frame == WRITTEN_BY and _of_this_report(naming) else "mentioned"
            person = Draft(naming.name, kind, naming.section)
            drafts.append(person)
        person.learn(naming)
        if " " in naming.name and " " not in person.name:
            person.name = naming.name  # "Ms Obi" first, "Ada Obi" later
    ids = identifiers([(draft.name, draft.kind) for draft in drafts])
    by_name = {fold_name(without_article(o.name)): o for o in reversed(organizations)}
    return [
        _record(document, own, draft, by_name, section_id(sections, draft.section))
        for own, draft in zip(ids, drafts, strict=True)
    ]


def _of_front_matter(
    document: Document, authors: Sequence[FoundAuthor], organizations: Sequence[Organization]
) -> list[Draft]:
    drafts: list[Draft] = []
    for author in sorted(authors, key=lambda a: (a.name.element, a.name.start)):
        drafts.append(_author(document, author))
    known = {draft.name for draft in drafts}
    for officer in find_officers(document, [o.name for o in organizations]):
        name = officer.line.content[slice(*officer.name)]
        if name in known:
            continue
        known.add(name)
        draft = Draft(name, "officer", None, role=Part.of(officer.line, *officer.role))
        draft.place = Part.of(officer.line, *officer.place) if officer.place else None
        draft.honorific = Part.of(officer.line, *officer.honorific) if officer.honorific else None
        if officer.body is not None and officer.body_name is not None:
            draft.organization = Part(officer.body_name, officer.body, 0, len(officer.body))
        draft.places.append((officer.line, *officer.name))
        drafts.append(draft)
    return drafts


def _author(document: Document, author: FoundAuthor) -> Draft:
    def part(stretch: Stretch | None) -> Part | None:
        return Part.of(document.elements[stretch.element].text, stretch.start, stretch.end) if stretch else None

    draft = Draft(author.name.of(document), "author", None, part(author.honorific), part(author.role))
    draft.organization = part(author.affiliation)
    draft.places.append((document.elements[author.name.element].text, author.name.start, author.name.end))
    return draft


def _same_person(drafts: Sequence[Draft], naming: Naming) -> Draft | None:
    """The known person whom a naming means: same full name, or the last named of that family (or given) name."""
    words = naming.name.split()
    if len(words) > 1:
        same = [d for d in drafts if _full_names_agree(d.name, naming.name)] or [
            d for d in drafts if d.name == surname_of(naming.name) and _titles_agree(d, naming)
        ]
    else:
        same = [d for d in drafts if d.surname == naming.name] or [
            d for d in drafts if d.name.split()[0] == naming.name and naming.honorific is None
        ]
    return same[-1] if same else None


def _titles_agree(draft: Draft, naming: Naming) -> bool:
    """Whether somebody so far named by title and family name may be the one with the full name."""
    titles = {p.value.rstrip(".").casefold() for p in (draft.honorific, naming.honorific) if p}
    return len(titles) == 1


def _of_this_report(naming: Naming) -> bool:
    """Whether the words before "written by" mean the report itself."""
    before = naming.text.content[: naming.start].casefold()
    sentence = re.split(r"[.!?]\s", before)[-1]
    return (
        re.search(r"\bthis (?:report|study|paper|brief|briefing|publication|review)\b|\bit (?:was|is)\b", sentence)
        is not None
    )


def _full_names_agree(known: str, name: str) -> bool:
    """Same given name and family name; initials and second names may be left out in one."""
    if known == name or known.endswith(f" {name}"):  # a family name of two words ("Spärck Jones")
        return True
    a, b = known.split(), name.split()
    return len(a) != len(b) and len(a) > 1 and a[0] == b[0] and surname_of(known) == surname_of(name)


def _record(
    document: Document, own: str, draft: Draft, by_name: dict[str, Organization], section: str | None
) -> Person:
    evidence: list[Evidence] = [e for text, start, end in draft.places for e in document.evidence(text, start, end)]
    for name in ("honorific", "role", "organization", "place"):
        part: Part | None = getattr(draft, name)
        if part is not None:
            evidence += document.evidence(part.text, part.start, part.end, field=name)
    organization = draft.organization.value if draft.organization else None
    record = by_name.get(fold_name(without_article(organization))) if organization else None
    return Person(
        id=own,
        name=draft.name,
        honorific=draft.honorific.value if draft.honorific else None,
        role=draft.role.value if draft.role else None,
        organization=organization,
        organization_id=record.id if record else None,
        place=draft.place.value if draft.place else None,
        kind=draft.kind,
        section_id=section,
        evidence=evidence,
    )
