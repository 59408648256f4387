"""Networks whose members the text lists: "Current states in the FWN include Ohio, Iowa and Utah."."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.extraction.acronyms import acronym_after, stands_for
from pipeline.extraction.english import english
from pipeline.extraction.prose import Passage, prose_of
from pipeline.extraction.sentences import Span
from pipeline.extraction.wordlists import SENTENCE_OPENERS, words
from pipeline.model.document import Document
from pipeline.model.ids import identifiers
from pipeline.model.records import Network, Organization

FEWEST_MEMBERS = 2

_CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"
_SMALL = r"(?:of|the|for|and|in|on|de|del|la|du|des|&)"
_WORD = rf"{_CAPITAL}[\w&.-]*(?:[’'](?!s? [a-z])\w*)*"  # an owner's ending belongs to no name: "the League’s members"
_NAME = rf"{_WORD}(?:(?: {_SMALL}){{0,2}} {_WORD})*"
_BODIES = (
    r"(?i:states?|countries|nations|districts?|schools?|cities|counties|towns|organi[sz]ations|institutions|universities"
    r"|colleges|agencies|sites|chapters|affiliates|jurisdictions|regions|communities|companies)"
)
_MEMBERS = rf"(?:(?i:members?|partners?|participants|participating)(?: [a-z]+s)?|{_BODIES})"
_QUALIFIER = r"(?i:(?:current|founding|participating|member|present|full|active|initial|partner|the|these|other)[ -])*"
_VERB = (
    r"(?:(?:currently |now |today |presently )?"
    r"(?:includes?|are|is|comprises?|were|consists? of)(?: the following)?(?: [a-z]+)?:?)"
)
# "Members of the X (XYZ) are …", "States in the X include …"
_OF_NETWORK = re.compile(
    rf"(?:The )?(?P<members>{_QUALIFIER}{_MEMBERS}) (?:of|in|within) (?:the )?(?P<name>{_NAME})(?: \([^)]+\))? {_VERB} "
    r"(?P<list>\S.*)",
    re.S,
)
# "The X’s members are …", "The X has five members: …"
_NETWORKS_MEMBERS = re.compile(
    rf"(?:The )?(?P<name>{_NAME})(?: \([^)]+\))?(?:[’']s?)? (?:has [\w-]+ )?(?P<members>{_QUALIFIER}{_MEMBERS})"
    rf"(?: {_VERB}|:) (?P<list>\S.*)",
    re.S,
)
# "The X is a network of A, B and C", "The X comprises A, B and C"
_NETWORK_OF = re.compile(
    rf"(?:The )?(?P<name>{_NAME})(?: \([^)]+\))?,? (?:is|are) (?:a|an) (?P<members>[\w -]*?(?:network|alliance"
    rf"|coalition|consortium|partnership|union)) (?:of|between|among) (?P<list>{_CAPITAL}.*)",
    re.S,
)
_NETWORK_ITSELF = re.compile(
    rf"(?:The )?(?P<name>{_NAME})(?: \([^)]+\))? (?P<members>comprises|consists of|brings together|unites|joins) "
    rf"(?:the )?(?P<list>{_CAPITAL}.*)",
    re.S,
)
_ITS_MEMBERS = re.compile(rf"(?:Its|Their) (?P<members>{_QUALIFIER}{_MEMBERS}) {_VERB} (?P<list>\S.*)", re.S)
_SUBJECT = re.compile(rf"(?:The )?(?P<name>{_NAME})")
_NETWORK_WORDS = words(
    "network alliance coalition consortium collaborative partnership league federation union compact association "
    "initiative cooperative confederation collective commonwealth"
)
# "Member districts", "partner organizations": such members are bodies, whatever the network calls itself.
_MEMBER_BODIES = re.compile(r"\b(?i:member|partner|participating) [a-z]+s\b")
_MEMBER = re.compile(rf"(?:the )?(?P<name>{_NAME})(?: \([^)]*\))?")
_JOINT = re.compile(r"(?:;|,)? (?:and|&|as well as)(?: the)? |[;,] (?:the )?")


@dataclass(frozen=True, slots=True)
class _Listed:
    passage: Passage
    name: Span
    members: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class _Definition:
    """A name and the acronym in brackets after it."""

    passage: Passage
    name: Span
    acronym: Span


def extract_networks(document: Document, organizations: Sequence[Organization]) -> list[Network]:
    """The networks in reading order; one whose list is printed twice is one record, with the longer list."""
    definitions = _definitions(document)
    full_names = {_of(d.passage, d.acronym): _of(d.passage, d.name) for d in definitions}
    by_name: dict[str, list[_Listed]] = {}
    for passage in prose_of(document).passages:
        for listed in _listed(passage, full_names):
            printed = _of(passage, listed.name)
            by_name.setdefault(full_names.get(printed, printed), []).append(listed)
    defined = {_of(d.passage, d.name): d for d in reversed(definitions)}
    known = _organization_ids(organizations)
    ids = identifiers([(name, "") for name in by_name])
    return [
        _record(document, own, name, defined.get(name), listed, known)
        for own, (name, listed) in zip(ids, by_name.items(), strict=True)
    ]


def _definitions(document: Document) -> list[_Definition]:
    """Names with the acronym in brackets after them ("Fen Water Network (FWN)"), the first of each acronym."""
    found: dict[str, _Definition] = {}
    for passage in prose_of(document).passages:
        for match in re.finditer(rf"{_NAME}(?= \()", passage.content):
            span = acronym_after(passage.content, match.end())
            acronym = passage.content[slice(*span)] if span else ""
            start = next((at for at in _starts(match.group()) if stands_for(acronym, match.group()[at:])), None)
            if span and start is not None:
                definition = _Definition(passage, Span(match.start() + start, match.end()), Span(*span))
                found.setdefault(acronym, definition)
    return list(found.values())


def _starts(name: str) -> Iterator[int]:
    """Where a name in a stretch of capitals may begin: at its start without "The", or at a later capital."""
    article = len("The ") if name.startswith("The ") else 0
    yield article
    yield from (m.start() for m in re.finditer(rf"(?<= ){_CAPITAL}", name) if m.start() > article)


def _listed(passage: Passage, full_names: dict[str, str]) -> Iterator[_Listed]:
    previous: Span | None = None
    for sentence in passage.sentences:
        found = _in_sentence(passage.content, Span(sentence.start, sentence.end), previous, full_names)
        if found:
            name, listed = found
            members = _members(passage.content, *listed)
            if len(members) >= FEWEST_MEMBERS:
                yield _Listed(passage, name, tuple(members))
        subject = _SUBJECT.match(passage.content, sentence.start, sentence.end)
        if subject and _is_network(full_names.get(subject["name"], subject["name"])):
            previous = Span(*subject.span("name"))


def _in_sentence(
    content: str, sentence: Span, previous: Span | None, full_names: dict[str, str]
) -> tuple[Span, Span] | None:
    """The network's name and the stretch of its list. "Its members" are those of the subject before."""
    for pattern in (_OF_NETWORK, _NETWORKS_MEMBERS, _NETWORK_OF, _NETWORK_ITSELF):
        match = pattern.match(content, *sentence)
        if match is None or match["name"].casefold() in SENTENCE_OPENERS:
            continue
        if _is_network(full_names.get(match["name"], match["name"])) or _MEMBER_BODIES.search(match["members"]):
            return Span(*match.span("name")), Span(*match.span("list"))
    match = _ITS_MEMBERS.match(content, *sentence)
    return (previous, Span(*match.span("list"))) if match and previous else None


def _is_network(name: str) -> bool:
    return bool({w.casefold() for w in name.split()} & _NETWORK_WORDS)


def _members(content: str, start: int, end: int) -> list[Span]:
    """The members, proper names divided by commas or semicolons and a last "and"; none where prose follows."""
    end = start + len(content[start:end].rstrip(" ."))
    found: list[Span] = []
    at = start
    conjoined = False  # "A, B, and C": the last is told already, so "and" inside it belongs to its name
    while match := _MEMBER.match(content, at, end):
        name = Span(*match.span("name"))
        at = match.end()
        found += [name] if conjoined or at < end else _divided(content, name)
        joint = _JOINT.match(content, at, end)
        if joint is None:
            break
        conjoined = "and" in joint.group() or "&" in joint.group()
        at = joint.end()
    return found if at == end or content[at : at + 1] in ".;—–(" else []


def _divided(content: str, name: Span) -> list[Span]:
    """The last two of a list without a comma before "and": "West Virginia and Wisconsin" are two names.

    A body's name may hold the word ("Department of Health and Welfare"): there it stands after "of" or before a head.
    """
    parts = content[name.start : name.end].split(" and ")
    if len(parts) != 2 or " of " in parts[0] or _is_headed(parts):
        return [name]
    return [Span(name.start, name.start + len(parts[0])), Span(name.end - len(parts[1]), name.end)]


def _is_headed(parts: Sequence[str]) -> bool:
    """Only the second part ends in the noun of a body: both are one name ("Fen and River Trust")."""
    heads = [p.split()[-1].casefold() in english().organization_heads for p in parts]
    return heads == [False, True]


def _of(passage: Passage, span: Span) -> str:
    return passage.content[span.start : span.end]


def _organization_ids(organizations: Sequence[Organization]) -> dict[str, str]:
    ids: dict[str, str] = {}
    for organization in organizations:
        for name in (organization.name, organization.acronym):
            if name:
                ids.setdefault(name.casefold().removeprefix("the "), organization.id)
    return ids


def _record(
    document: Document,
    own: str,
    name: str,
    definition: _Definition | None,
    listed: Sequence[_Listed],
    known: dict[str, str],
) -> Network:
    fullest = max(listed, key=lambda one: len(one.members))
    members = [_of(fullest.passage, span) for span in fullest.members]
    evidence = document.evidence(fullest.passage.text, *fullest.name, field="name")
    if definition:
        evidence += document.evidence(definition.passage.text, *definition.name, field="name")
        evidence += document.evidence(definition.passage.text, *definition.acronym, field="acronym")
    for span in fullest.members:
        evidence += document.evidence(fullest.passage.text, *span, field="members")
    return Network(
        id=own,
        name=name,
        acronym=_of(definition.passage, definition.acronym) if definition else None,
        organization_id=known.get(name.casefold().removeprefix("the ")),
        members=members,
        member_ids=[known.get(member.casefold().removeprefix("the ")) for member in members],
        evidence=evidence,
    )
