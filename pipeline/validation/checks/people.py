"""Persons of whom the report says two things."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.model.document import Zone
from pipeline.model.records import Person
from pipeline.validation.material import Material, Passage
from pipeline.validation.registry import Check, Observation
from pipeline.validation.spelling import plain

# The nouns that roles are made of; what a name is followed or preceded by is a role only with one of them.
_ROLE_NOUNS = (
    "administrator|adviser|advisor|advocate|analyst|associate|attorney|auditor|chair|chairman|chairperson|chairwoman|"
    "chancellor|chief|clerk|coach|commissioner|consultant|coordinator|counsel|counselor|dean|deputy|director|economist|"
    "editor|engineer|executive|facilitator|fellow|founder|governor|head|inspector|instructor|judge|lead|lecturer|"
    "librarian|liaison|manager|mayor|minister|nurse|officer|organizer|owner|partner|physician|planner|president|"
    "principal|producer|professor|provost|registrar|representative|researcher|scientist|secretary|senator|"
    "specialist|superintendent|supervisor|teacher|treasurer|trustee|vice-chair|vice-president"
)
_WORD = r"(?!(?:who|whom|whose|which|that|and|or|with|said|says|as|is|was)\b)[\w’'&-]+\s+"
_ROLE = rf"(?:{_WORD}){{0,5}}?(?:{_ROLE_NOUNS})(?:\s+(?:{_WORD})?(?:{_ROLE_NOUNS}))*"
_AFTER = re.compile(rf",\s+(?:an?\s+|the\s+)?(?P<role>{_ROLE}(?:\s+emerit\w+)?)\b", re.I)
# A title before a name is written with a capital, and begins the sentence or follows a word, not a comma.
_RANK = "Acting|Assistant|Associate|Chief|Deputy|Executive|Interim|Lead|Managing|Senior|State|Vice"
_BEFORE = re.compile(rf"(?:^|[\w.!?]\s)(?P<role>(?:(?:{_RANK})\s+){{0,2}}(?=[A-Z])(?i:{_ROLE_NOUNS}))\s+(?:Dr\.\s+)?$")
_PREVIOUSLY = re.compile(r"\b(?:former|formerly|then|past|previous|retired|late|acting|interim|ex)\b", re.I)
_NOUN = re.compile(rf"\b(?:{_ROLE_NOUNS})\b", re.I)
REACH = 60  # characters before a name in which its title stands


@dataclass(frozen=True, slots=True)
class _Role:
    words: str
    passage: Passage
    start: int
    end: int

    @property
    def nouns(self) -> frozenset[str]:
        return frozenset(plain(m[0]) for m in _NOUN.finditer(self.words))


def person_with_two_roles(material: Material) -> Iterator[Observation]:
    """Persons who are given two roles that have no noun in common."""
    if not material.is_english:
        return
    for person in material.records.people:
        roles = list(_roles(material, person))
        for other in roles[1:]:
            if roles[0].nouns.isdisjoint(other.nouns) and not _PREVIOUSLY.search(roles[0].words + other.words):
                yield Observation(
                    f"{person.name} is called “{roles[0].words}” and “{other.words}”.",
                    (person.name, roles[0].words, other.words),
                    tuple(e for r in (roles[0], other) for e in material.evidence(r.passage.text, r.start, r.end)),
                )
                break


def _roles(material: Material, person: Person) -> Iterator[_Role]:
    """The roles printed beside the person's full name, in order."""
    name = re.compile(rf"\b{re.escape(person.name)}\b")
    for passage in material.running:
        if material.element(passage.element).zone is not Zone.BODY:
            continue  # imprints list names and titles line by line, in either order
        content = passage.text.content
        if person.name not in content:
            continue
        for found in name.finditer(content):
            after = _AFTER.match(content, found.end())
            if after:
                yield _Role(after["role"], passage, after.start("role"), after.end("role"))
            start = max(0, found.start() - REACH)
            before = _BEFORE.search(content[start : found.start()])
            if before:
                yield _Role(before["role"], passage, start + before.start("role"), start + before.end("role"))


CHECKS = (
    Check(
        "person-with-two-roles",
        "warning",
        "A person is given two roles.",
        "Beside the person's full name, two roles are printed that have no noun in common (director, principal); "
        "former and acting ones do not count.",
        "Both may be right, or two persons may share a name. Look at both places.",
        person_with_two_roles,
    ),
)
