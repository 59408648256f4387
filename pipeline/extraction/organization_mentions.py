"""Which names of bodies the prose holds: by their heads, by their frames, and as person's bodies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.extraction.acronyms import acronym_after, is_acronym, stands_for
from pipeline.extraction.names import Found, NameFinder, fold_name, without_article
from pipeline.extraction.organization_frames import UnheadedNames
from pipeline.extraction.organization_names import HeadedNames
from pipeline.extraction.person_frames import FAMILY_NAME, person_mentions
from pipeline.extraction.prose import Passage, Prose
from pipeline.extraction.stretches import Stretches
from pipeline.extraction.works import work_spans

Bodies = Mapping[tuple[int, int], Mapping[int, int]]  # (passage, sentence) -> first token -> end


@dataclass(frozen=True, slots=True)
class Mention:
    """A naming in a passage: content[start:end]; `acronym` where the name is not written out."""

    passage: int
    start: int
    end: int
    acronym: bool = False


@dataclass(frozen=True, slots=True)
class NamedBody:
    """A body's name as printed, the acronym that a bracket after it gives with where it stands, and its namings."""

    name: str
    acronym: str | None
    definition: Mention | None
    mentions: tuple[Mention, ...]


def headed_bodies(prose: Prose) -> Bodies:
    """Where names with a head stand, outside titles of works."""
    finder = HeadedNames(prose)
    found: dict[tuple[int, int], dict[int, int]] = {}
    for p, passage in enumerate(prose.passages):
        works = Stretches(work_spans(passage))
        for s, sentence in enumerate(passage.sentences):
            found_here = finder.find(sentence)
            spans = {c.first: c.last for c in found_here if not works.holds(sentence.tokens[c.first].start)}
            if spans:
                found[p, s] = spans
    return found


def named_bodies(prose: Prose, known: Mapping[str, str | None]) -> list[NamedBody]:
    """All bodies that the prose names, in the order of their first naming.

    `known` are the names of the report's table, with their acronyms where the table gives one.
    """
    headed = headed_bodies(prose)
    people = _people(prose, headed)
    printed = _printed(prose, headed)
    others = UnheadedNames(prose, headed, people).names()
    names = _one_spelling(known, [*(n for n, _ in printed), *others], plain={n for n, shows in printed if shows})
    acronyms, foreign = _acronyms(prose, names)
    acronyms |= {name: acronym for name, acronym in known.items() if acronym}
    finder = NameFinder([n for n in names if n not in foreign and n not in acronyms.values()])
    return _collect(prose, finder, acronyms)


def _people(prose: Prose, headed: Bodies) -> frozenset[str]:
    found = set()
    for p, passage in enumerate(prose.passages):
        for s, sentence in enumerate(passage.sentences):
            for m in person_mentions(sentence, passage.content, headed.get((p, s), {}), prose.lower):
                tokens = sentence.tokens
                if m.frame in ("", FAMILY_NAME):
                    continue
                found.add(passage.content[tokens[m.named.first].start : tokens[m.named.last - 1].end])
    return frozenset(found)


def _printed(prose: Prose, headed: Bodies) -> list[tuple[str, bool]]:
    """The headed names as printed, in reading order, and whether a printing shows if "The" is part of the name.

    Where it opens a sentence, it shows nothing.
    """
    names = []
    for (p, s), spans in headed.items():
        passage = prose.passages[p]
        tokens = passage.sentences[s].tokens
        for first, end in spans.items():
            opening = first == 1 and tokens[0].text == "The"
            names.append((passage.content[tokens[first].start : tokens[end - 1].end], not opening))
    return names


def _one_spelling(known: Iterable[str], names: Sequence[str], plain: set[str]) -> list[str]:
    """Each name once, the first spelling of those that differ by an article or the form of an apostrophe only.

    The table's spelling stands. Of others, one with "The" is preferred where the text has it inside a sentence and
    never goes without it there (`plain`): it is then part of the name.
    """
    chosen = {fold_name(without_article(name)): name for name in known}
    fixed = set(chosen)
    for name in names:
        key = fold_name(without_article(name))
        if key in fixed:
            continue
        part_of_name = name.startswith("The ") and without_article(name) not in plain
        if key not in chosen or (part_of_name and not chosen[key].startswith("The ")):
            chosen[key] = name if part_of_name or not name.startswith("The ") else without_article(name)
    return list(chosen.values())


def _acronyms(prose: Prose, names: Sequence[str]) -> tuple[dict[str, str], frozenset[str]]:
    """For each name the acronym that a bracket after it gives, and the acronyms that stand for something else.

    One acronym belongs to the name that is first given with it; a second spelling of the name may have it, too.
    """
    finder = NameFinder(names)
    given: dict[str, str] = {}
    foreign: set[str] = set()
    for passage in prose.passages:
        ends = {found.end: found.name for found in finder.find(passage.content)}
        for at, (start, end) in _brackets(passage):
            acronym = passage.content[start:end]
            name = ends.get(at)
            if name is not None and name != acronym and stands_for(acronym, without_article(name)):
                given.setdefault(name, acronym)
            else:
                foreign.add(acronym)
    return given, frozenset(foreign - set(given.values()))


def _brackets(passage: Passage) -> Iterator[tuple[int, tuple[int, int]]]:
    """Acronyms in brackets: the offset where the words before end, and the acronym's own span."""
    content = passage.content
    at = content.find("(")
    while at != -1:
        before = at - 1 if content[at - 1 : at].isspace() else at
        span = acronym_after(content, before)
        if span is not None and is_acronym(content[span[0] : span[1]]):
            yield before, span
        at = content.find("(", at + 1)


def _collect(prose: Prose, finder: NameFinder, acronyms: Mapping[str, str]) -> list[NamedBody]:
    owners: dict[str, str] = {}
    for name, acronym in acronyms.items():
        owners.setdefault(acronym, name)
    short = NameFinder(owners)
    mentions: dict[str, list[Mention]] = {}
    definitions: dict[str, Mention] = {}
    for p, passage in enumerate(prose.passages):
        covered: list[tuple[int, int]] = []
        for found in _namings(prose, passage, finder):
            mentions.setdefault(found.name, []).append(Mention(p, found.start, found.end))
            covered.append((found.start, found.end))
            span = acronym_after(passage.content, found.end)
            if span and passage.content[span[0] : span[1]] == acronyms.get(found.name):
                definitions.setdefault(found.name, Mention(p, *span, acronym=True))
                covered.append(span)
        named = Stretches(covered)
        for found in short.find(passage.content):
            if not named.holds(found.start):
                mentions.setdefault(owners[found.name], []).append(Mention(p, found.start, found.end, acronym=True))
    return [
        NamedBody(name, acronyms.get(name), definitions.get(name), tuple(sorted(places, key=_place)))
        for name, places in sorted(mentions.items(), key=lambda item: (min(map(_place, item[1])), item[0]))
    ]


def _place(mention: Mention) -> tuple[int, int]:
    return mention.passage, mention.start


def _namings(prose: Prose, passage: Passage, finder: NameFinder) -> Iterator[Found]:
    """Namings outside titles of works. One common word that opens a sentence ("Shelter …") names nothing."""
    works = Stretches(work_spans(passage))
    starts = {sentence.start for sentence in passage.sentences}
    for found in finder.find(passage.content):
        text = passage.content[found.start : found.end]
        common = " " not in text and found.start in starts and text.casefold() in prose.lower
        if not common and not works.holds(found.start):
            yield found
