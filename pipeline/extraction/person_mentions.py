"""All namings of people in the prose, with what each says about the person, as parts of the text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from pipeline.extraction.attributions import Surroundings, apposition, place_after, role_noun
from pipeline.extraction.names import NameFinder, fold_name, without_article
from pipeline.extraction.organization_names import opens_sentence
from pipeline.extraction.people_table import person_rows
from pipeline.extraction.person_frames import (
    FAMILY_NAME,
    PLURAL_TITLE,
    SHARED,
    THANKED,
    WRITTEN_BY,
    PersonMention,
    person_mentions,
    with_title_as_role,
)
from pipeline.extraction.person_names import NamedPerson, person_at, surname_of
from pipeline.extraction.prose import Passage, Prose, Sentence
from pipeline.extraction.stretches import Stretches
from pipeline.extraction.tokens import Chunk, Token
from pipeline.extraction.wordlists import words
from pipeline.extraction.works import work_spans
from pipeline.model.document import Document
from pipeline.model.records import Organization
from pipeline.model.text import Text

# Offices that are held at one kind of body, so that an office alone may be tied to the one body of its kind around.
_OFFICES_OF_BODIES = (
    (words("superintendent"), words("district schools")),
    (words("principal headteacher headmaster headmistress teacher"), words("school schools district academy high")),
    (words("dean provost chancellor professor lecturer rector"), words("university college school institute")),
    (words("judge justice clerk magistrate"), words("court courts tribunal")),
    (words("chairman chairwoman chair ceo executive"), words("foundation trust council association society company")),
)  # fmt: skip


_STOPS = ".!?:;,"
_OWNERS = words("its their whose")
_AND = " and "
# Between the people of a list: what each is or where, then a comma, a semicolon or "and".
_JOINT = re.compile(r"(?: \([^()]*\)| (?:of|at|from) [^,;.]{1,60})?(?:[,;] and|[,;]| and)(?: the late)? ")


@dataclass(frozen=True, slots=True)
class Part:
    """A value and the stretch of text that it is printed in."""

    value: str
    text: Text
    start: int
    end: int

    @staticmethod
    def of(text: Text, start: int, end: int) -> Part:
        """The value that is the stretch itself."""
        return Part(text.content[start:end], text, start, end)


@dataclass(frozen=True, slots=True)
class Naming:
    """One naming: the name as printed at text[start:end], and what stands with it.

    `stated`: the body stands in the attribution itself. `alone`: a bare family or given name, which only counts for a
    person whom the report has introduced. `frame`: how the name was known as a person's; empty for a full name that
    only has the form of one.
    """

    name: str
    element: int
    text: Text
    start: int
    end: int
    section: int | None
    honorific: Part | None = None
    role: Part | None = None
    organization: Part | None = None
    place: Part | None = None
    stated: bool = False
    alone: bool = False
    frame: str = ""
    row: int = 0  # of a table


@dataclass(frozen=True, slots=True)
class _Body:
    """A body's naming in a passage: offsets, tokens of its sentence, and the record's name."""

    start: int
    sentence: int
    first: int
    last: int
    name: str


def namings(
    document: Document, prose: Prose, organizations: Sequence[Organization], known: Sequence[str] = ()
) -> list[Naming]:
    """All namings in reading order; `known` are the people of the front matter.

    Notes that are references name authors of works, who are left out.
    """
    acronyms = {o.acronym: o.name for o in reversed(organizations) if o.acronym}
    finder = NameFinder([*(o.name for o in organizations), *acronyms])
    found: list[Naming] = []
    introduced = {part for name in known for part in (name.split()[0], surname_of(name))}
    before: list[Naming] = []  # names so far that no frame shows
    for passage in prose.passages:
        if passage.kind == "note" and passage.is_reference:
            continue
        seen = list(_in_passage(prose, passage, finder, acronyms))
        here = _with_taken_up(seen, before, introduced)
        before += [n for n in seen if not n.frame]
        for naming in here:
            introduced |= {naming.name.split()[0], surname_of(naming.name)} if " " in naming.name else {naming.name}
        here += _bare_names(passage, here, introduced, prose.lower)
        found += here
    found += _signatures(prose, finder, acronyms)
    for passage in prose.displays:
        found += [n for n in _in_passage(prose, passage, finder, acronyms) if n.frame == "signature"]
    found += _in_tables(document)
    return sorted(found, key=lambda n: (n.element, n.row, n.start))


def _signatures(prose: Prose, finder: NameFinder, acronyms: Mapping[str, str]) -> Iterator[Naming]:
    """Under a letter or foreword: a line that is a name, and the next that is an office and perhaps its body."""
    for passage, below in pairwise(prose.passages):
        lines = passage.sentences, below.sentences
        if below.index != passage.index + 1 or [len(s) for s in lines] != [1, 1]:
            continue
        if any(p.content.rstrip()[-1:] in _STOPS or p.kind != "running" for p in (passage, below)):
            continue
        tokens, office = lines[0][0].tokens, lines[1][0].tokens
        named = person_at(tokens, Chunk(0, len(tokens))) if tokens else None
        if named is None or named.length < 2 or named.last < len(tokens) or named.title:
            continue
        bodies = _bodies(below, finder, acronyms)
        said = apposition(Surroundings(office, {b.first: b.last for b in bodies}), 0)
        if said is None or said.role is None or said.end < len(office):
            continue
        start = tokens[named.first].start
        yield Naming(
            passage.content[start : tokens[-1].end], passage.index, passage.text, start, tokens[-1].end,
            passage.element.section, honorific=_part(passage, tokens, named.honorific),
            role=_part(below, office, said.role), place=_part(below, office, said.place), stated=True,
            organization=_stated_body(below, office, 0, said.body, bodies) if said.body else None, frame="signature",
        )  # fmt: skip


def _in_tables(document: Document) -> Iterator[Naming]:
    for row in person_rows(document):
        role, body, place = (Part.of(t, 0, len(t)) if t else None for t in (row.role, row.body, row.place))
        yield Naming(
            row.cell.content[slice(*row.name)], row.element, row.cell, *row.name,
            document.elements[row.element].section,
            honorific=Part.of(row.cell, *row.honorific) if row.honorific else None,
            role=role, organization=body, place=place, stated=True, frame="row of a table", row=row.row,
        )  # fmt: skip


def _with_taken_up(seen: Sequence[Naming], before: Sequence[Naming], introduced: set[str]) -> list[Naming]:
    """The namings with a frame, and the full names that a later "Obi said" shows to be a person's."""
    here = [n for n in seen if n.frame and n.frame != FAMILY_NAME]
    here += _companions(seen, here)
    for naming in seen:
        if naming.frame != FAMILY_NAME or naming.name in introduced:
            continue
        earlier = [n for n in (*before, *seen) if not n.frame and surname_of(n.name) == naming.name]
        earlier = [n for n in earlier if (n.element, n.start) < (naming.element, naming.start)]
        if earlier and not any(surname_of(n.name) == naming.name and n.start < naming.start for n in here):
            here.append(replace(earlier[-1], frame="taken up by the family name"))
    return here


def _companions(seen: Sequence[Naming], here: Sequence[Naming]) -> list[Naming]:
    """Full names that "and" joins to a person's: before any ("Ada Obi and Ben Finch, who edited it"), and after a role
    in the plural, "written by" or thanks, which hold for both. They share a role in the plural after them.
    """
    following = {n.start: n for n in here if " " in n.name}
    ends = {n.end for n in here if n.frame in (PLURAL_TITLE, WRITTEN_BY, THANKED)}
    found = []
    for naming in seen:
        content = naming.text.content
        second = following.get(naming.end + len(_AND)) if content.startswith(_AND, naming.end) else None
        after_one = any(_JOINT.fullmatch(content, end, naming.start) for end in ends if end < naming.start)
        ends |= {naming.end} if after_one else set()
        if naming.frame or not (second or after_one):
            continue
        shared = second if second and second.frame == SHARED else naming
        role, body, place = shared.role, shared.organization, shared.place
        found.append(replace(naming, frame="companion of a person", role=role, organization=body, place=place))
    return found


def _in_passage(prose: Prose, passage: Passage, finder: NameFinder, acronyms: Mapping[str, str]) -> Iterator[Naming]:
    works = Stretches(work_spans(passage))
    bodies = _bodies(passage, finder, acronyms)
    for s, sentence in enumerate(passage.sentences):
        spans = {b.first: b.last for b in bodies if b.sentence == s}
        for mention in person_mentions(sentence, passage.content, spans, prose.lower):
            naming = _naming(passage, s, with_title_as_role(mention, sentence.tokens), bodies)
            if not works.holds(naming.start):
                yield naming


def _bodies(passage: Passage, finder: NameFinder, acronyms: Mapping[str, str]) -> list[_Body]:
    """Where the passage names bodies, as tokens of its sentences."""
    found = []
    all_of_them = passage.sentences
    for hit in finder.find(passage.content):
        s = bisect_right(all_of_them, hit.start, key=lambda sentence: sentence.start) - 1
        if s >= 0:
            tokens = all_of_them[s].tokens
            first, last = (bisect_left(tokens, offset, key=lambda t: t.start) for offset in (hit.start, hit.end))
            if first < last:
                found.append(_Body(hit.start, s, first, last, acronyms.get(hit.name, hit.name)))
    return found


def _naming(passage: Passage, s: int, mention: PersonMention, bodies: Sequence[_Body]) -> Naming:
    tokens = passage.sentences[s].tokens
    named, said = mention.named, mention.attribution
    start, end = tokens[named.first].start, tokens[named.last - 1].end
    role = _part(passage, tokens, said.role) if said else None
    place = _part(passage, tokens, said.place) if said else None
    chunk = (said.body if said else None) or _body_before_title(named, s, bodies)
    organization = _stated_body(passage, tokens, s, chunk, bodies) if chunk else None
    if organization is None and said and said.role and tokens[said.role.first - 1].text in _OWNERS:
        organization = _owner(passage, s, said.role.first, bodies)
    stated = organization is not None or place is not None
    if role is not None and not stated and named.title is not None and named.length > 1:
        noun = role_noun(tokens, said.role) if said and said.role else None
        organization, place = _body_of_paragraph(passage, start, noun, bodies)
    return Naming(
        passage.content[start:end], passage.index, passage.text, start, end, passage.element.section,
        honorific=_part(passage, tokens, named.honorific), role=role, organization=organization, place=place,
        stated=stated, frame=mention.frame,
    )  # fmt: skip


def _owner(passage: Passage, s: int, before: int, bodies: Sequence[_Body]) -> Part | None:
    """The body that "its" stands for ("The Elm Trust grew; its chair, Ada Obi"): the last named before, at most a
    sentence away.
    """
    near = [b for b in bodies if (b.sentence == s and b.last <= before) or b.sentence == s - 1]
    if not near:
        return None
    body = max(near, key=lambda b: (b.sentence, b.first))
    tokens = passage.sentences[body.sentence].tokens
    return Part(body.name, passage.text, tokens[body.first].start, tokens[body.last - 1].end)


def _body_before_title(named: NamedPerson, s: int, bodies: Sequence[_Body]) -> Chunk | None:
    """The body right before a name: "Elm Trust Director Ada Obi", "the Elm Trust's Ada Obi"."""
    first = named.title.first if named.title else named.honorific.first if named.honorific else named.first
    found = next((b for b in bodies if b.sentence == s and b.last == first), None)
    return Chunk(found.first, found.last) if found else None


def _part(passage: Passage, tokens: Sequence[Token], chunk: Chunk | None) -> Part | None:
    return Part.of(passage.text, tokens[chunk.first].start, tokens[chunk.last - 1].end) if chunk else None


def _stated_body(passage: Passage, tokens: Sequence[Token], s: int, chunk: Chunk, bodies: Sequence[_Body]) -> Part:
    """The body as printed, or the name that an acronym stands for."""
    part = Part.of(passage.text, tokens[chunk.first].start, tokens[chunk.last - 1].end)
    known = next((b for b in bodies if (b.sentence, b.first, b.last) == (s, chunk.first, chunk.last)), None)
    if known is None or fold_name(without_article(known.name)) == fold_name(without_article(part.value)):
        return part
    return Part(known.name, part.text, part.start, part.end)


def _leads(noun: str | None, body: str) -> bool:
    """Whether somebody with that role leads or staffs that kind of body."""
    last = {w.casefold() for w in body.replace("’", " ").split()}
    return any(noun in nouns and last & heads for nouns, heads in _OFFICES_OF_BODIES)


def _body_of_paragraph(
    passage: Passage, before: int, noun: str | None, bodies: Sequence[_Body]
) -> tuple[Part | None, Part | None]:
    """The one body that the paragraph has named so far, and the place that stands with it; nothing if several."""
    earlier = [b for b in bodies if b.start < before and _leads(noun, b.name)]
    if len({b.name for b in earlier}) != 1:
        return None, None
    body = earlier[0]
    sentence: Sentence = passage.sentences[body.sentence]
    tokens = sentence.tokens
    around = Surroundings(tokens, {b.first: b.last for b in bodies if b.sentence == body.sentence})
    part = Part.of(passage.text, tokens[body.first].start, tokens[body.last - 1].end)
    return Part(body.name, part.text, part.start, part.end), _part(passage, tokens, place_after(around, body.last))


def _bare_names(
    passage: Passage, known: Sequence[Naming], introduced: set[str], common: frozenset[str]
) -> Iterator[Naming]:
    """Namings by family or given name alone, of people introduced before.

    One that is a common word, too ("Page"), counts inside sentences only.
    """
    taken = Stretches((n.start, n.end) for n in known)
    for sentence in passage.sentences:
        tokens = sentence.tokens
        for chunk in sentence.chunks:
            first = 1 if chunk.first == 0 and chunk.last > 1 and opens_sentence(tokens) else chunk.first
            token = tokens[first]
            if chunk.last - first != 1 or token.text not in introduced:
                continue
            if first == 0 and token.text.casefold() in common:
                continue
            if not taken.holds(token.start):
                yield Naming(
                    token.text, passage.index, passage.text, token.start, token.end, passage.element.section, alone=True
                )
