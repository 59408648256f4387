"""Networks whose members the text lists: "Current states in the FWN include Ohio, Iowa and Utah."."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.extraction.acronym_definitions import Definition, definitions
from pipeline.extraction.member_lists import CAPITAL, NAME, listed_names
from pipeline.extraction.prose import Passage, Prose, Sentence
from pipeline.extraction.sentences import Span
from pipeline.extraction.wordlists import SENTENCE_OPENERS, words
from pipeline.model.document import Document
from pipeline.model.ids import identifiers
from pipeline.model.records import Network, Organization

FEWEST_MEMBERS = 2

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
    rf"(?:The )?(?P<members>{_QUALIFIER}{_MEMBERS}) (?:of|in|within) (?:the )?(?P<name>{NAME})(?: \([^)]+\))? {_VERB} "
    r"(?P<list>\S.*)",
    re.S,
)
# "The X’s members are …", "The X has five members: …"
_NETWORKS_MEMBERS = re.compile(
    rf"(?:The )?(?P<name>{NAME})(?: \([^)]+\))?(?:[’']s?)? (?:has [\w-]+ )?(?P<members>{_QUALIFIER}{_MEMBERS})"
    rf"(?: {_VERB}|:) (?P<list>\S.*)",
    re.S,
)
# "The X is a network of A, B and C", "The X, a network of A, B and C, …"; "The X comprises A, B and C"
_NETWORK_OF = re.compile(
    rf"(?:The )?(?P<name>{NAME})(?: \([^)]+\))?(?:,? (?:is|are)|,) (?:a|an) (?P<members>[\w -]*?(?:network|alliance"
    rf"|coalition|consortium|partnership|union)) (?:of|between|among) (?:the )?(?P<list>{CAPITAL}.*)",
    re.S,
)
_NETWORK_ITSELF = re.compile(
    rf"(?:The )?(?P<name>{NAME})(?: \([^)]+\))? (?P<members>comprises|consists of|brings together|unites|joins) "
    rf"(?:the )?(?P<list>{CAPITAL}.*)",
    re.S,
)
_ITS_MEMBERS = re.compile(rf"(?:Its|Their) (?P<members>{_QUALIFIER}{_MEMBERS}) {_VERB} (?P<list>\S.*)", re.S)
_NAMED = re.compile(rf"(?:The )?(?P<name>{NAME})")
_NETWORK_WORDS = words(
    "network alliance coalition consortium collaborative partnership league federation union compact association "
    "initiative cooperative confederation collective commonwealth"
)
# "Member districts", "partner organizations": such members are bodies, whatever the network calls itself.
_MEMBER_BODIES = re.compile(r"\b(?i:member|partner|participating) [a-z]+s\b")
_GROUP_WORDS = _NETWORK_WORDS | words("group council forum")  # a network only where the text calls it so again
_NOUN = rf"(?P<noun>(?i:{'|'.join(sorted(_GROUP_WORDS))}))"
# "Members of the network include …", "The alliance’s partners are …", "Coalition members are …", "The union includes …"
_ANAPHORIC = tuple(
    re.compile(pattern + r" (?P<list>\S.*)", re.S)
    for pattern in (
        rf"(?:The )?{_QUALIFIER}{_MEMBERS} (?:of|in|within) (?:the|this|our) {_NOUN} {_VERB}",
        rf"(?:The|This|Our) {_NOUN}(?:[’']s)?(?: has [\w-]+)? {_QUALIFIER}{_MEMBERS}(?: {_VERB}|:)",
        rf"{_NOUN} (?:members?|partners?)(?: [a-z]+s)?(?: {_VERB}|:)",
        rf"(?:The|This|Our) {_NOUN} (?:now |currently )?(?:comprises|includes|consists of|brings together)(?: the)?",
    )
)


@dataclass(frozen=True, slots=True)
class _Named:
    """A network's name or acronym where the text uses it, and what it stands for in full."""

    passage: Passage
    at: Span
    full: str


@dataclass(frozen=True, slots=True)
class _Listed:
    """A network with its members' names in one sentence."""

    network: _Named
    passage: Passage
    members: tuple[Span, ...]


def extract_networks(document: Document, prose: Prose, organizations: Sequence[Organization]) -> list[Network]:
    """The networks in reading order; one whose list is printed twice is one record, with the longer list."""
    defined = definitions(prose)
    by_name: dict[str, list[_Listed]] = {}
    for listed in _listed(prose, {d.acronym: d.name for d in defined}):
        by_name.setdefault(listed.network.full, []).append(listed)
    of_name = {d.name: d for d in reversed(defined)}
    known = _organization_ids(organizations)
    ids = identifiers([(name, "") for name in by_name])
    return [
        _record(document, own, of_name.get(name), max(listed, key=lambda one: len(one.members)), known)
        for own, (name, listed) in zip(ids, by_name.items(), strict=True)
    ]


def _listed(prose: Prose, full_names: Mapping[str, str]) -> Iterator[_Listed]:
    """Each sentence's list. "The network" is the last that was named so, "its members" are the last subject's."""
    named: list[_Named] = []
    for passage in prose.passages:
        subject: _Named | None = None
        for sentence in passage.sentences:
            found = _explicit(passage, sentence, full_names) or _anaphoric(passage, sentence, subject, named)
            members = listed_names(passage.content, *found[1]) if found else []
            if found and len(members) >= FEWEST_MEMBERS:
                yield _Listed(found[0], passage, tuple(members))
            here = list(_networks_in(passage, sentence, full_names))
            named += here
            start = _NAMED.match(passage.content, sentence.start, sentence.end)
            subject = here[0] if here and start and here[0].at.start == start.start("name") else subject


def _explicit(passage: Passage, sentence: Sentence, full_names: Mapping[str, str]) -> tuple[_Named, Span] | None:
    """A network that the sentence itself names, and the stretch of its list."""
    for pattern in (_OF_NETWORK, _NETWORKS_MEMBERS, _NETWORK_OF, _NETWORK_ITSELF):
        match = pattern.match(passage.content, sentence.start, sentence.end)
        if match is None or match["name"].casefold() in SENTENCE_OPENERS | _NETWORK_WORDS:
            continue
        full = full_names.get(match["name"], match["name"])
        if _is_network(full) or _MEMBER_BODIES.search(match["members"]):
            return _Named(passage, Span(*match.span("name")), full), Span(*match.span("list"))
    return None


def _anaphoric(
    passage: Passage, sentence: Sentence, subject: _Named | None, named: Sequence[_Named]
) -> tuple[_Named, Span] | None:
    """A network that the sentence refers back to, and the stretch of its list."""
    its = _ITS_MEMBERS.match(passage.content, sentence.start, sentence.end)
    if its:
        return (subject, Span(*its.span("list"))) if subject else None
    for pattern in _ANAPHORIC:
        match = pattern.match(passage.content, sentence.start, sentence.end)
        if match:
            noun = match["noun"].casefold()
            meant = next((n for n in reversed(named) if noun in n.full.casefold().split()), None)
            return (meant, Span(*match.span("list"))) if meant else None
    return None


def _networks_in(passage: Passage, sentence: Sentence, full_names: Mapping[str, str]) -> Iterator[_Named]:
    for match in _NAMED.finditer(passage.content, sentence.start, sentence.end):
        full = full_names.get(match["name"], match["name"])
        if " " in full and {w.casefold() for w in full.split()} & _GROUP_WORDS:
            yield _Named(passage, Span(*match.span("name")), full)


def _is_network(name: str) -> bool:
    return bool({w.casefold() for w in name.split()} & _NETWORK_WORDS)


def _organization_ids(organizations: Sequence[Organization]) -> dict[str, str]:
    ids: dict[str, str] = {}
    for organization in organizations:
        for name in (organization.name, organization.acronym):
            if name:
                ids.setdefault(name.casefold().removeprefix("the "), organization.id)
    return ids


def _record(
    document: Document, own: str, definition: Definition | None, listed: _Listed, known: Mapping[str, str]
) -> Network:
    network, content = listed.network, listed.passage.content
    members = [content[span.start : span.end] for span in listed.members]
    evidence = document.evidence(network.passage.text, *network.at, field="name")
    if definition:
        evidence += document.evidence(definition.passage.text, *definition.name_at, field="name")
        evidence += document.evidence(definition.passage.text, *definition.acronym_at, field="acronym")
    for span in listed.members:
        evidence += document.evidence(listed.passage.text, *span, field="members")
    return Network(
        id=own,
        name=network.full,
        acronym=definition.acronym if definition else None,
        organization_id=known.get(network.full.casefold().removeprefix("the ")),
        members=members,
        member_ids=[known.get(member.casefold().removeprefix("the ")) for member in members],
        evidence=evidence,
    )
