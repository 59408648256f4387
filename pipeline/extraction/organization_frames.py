"""Names of bodies without a head in them ("City Harvest", "KnowHow", "UNICEF"), shown by the frames they stand in.

A capitalised name without a head may be a person, place, product or law. Some frames prove a body: a role at it
("spokesperson for X"), a definition ("X is a charity that"), the author's place in a note for a name that is spelt as
only bodies are. Others only suggest it (the maker in "launched by X", the owner of a body, a body's companion, the
subject of what bodies do); two different ones are taken for proof. Precision before recall: what is seen in one
suggestive frame alone is left out.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from pipeline.extraction.attributions import GOVERNING, LONGEST_ROLE, Surroundings, role_noun
from pipeline.extraction.english import english, regions
from pipeline.extraction.organization_names import opens_sentence
from pipeline.extraction.prose import Passage, Prose, Sentence
from pipeline.extraction.stretches import REACH, left_of
from pipeline.extraction.tokens import Chunk, Token
from pipeline.extraction.wordlists import ARTICLES, MONTHS, SENTENCE_OPENERS, words

PROOF = 2  # different suggestive frames that together prove a body
FULL_NAME = 3  # words: more than an undertaking is called in passing ("Reading Programme")
# One of the two says that it acts, or where it does.
ACTIVE = frozenset(
    {"maker", "owner of a named thing", "does what bodies do", "gives", "nation after the name", "after a name and of"}
)

_ROLE_PREPOSITIONS = words("at with for of from")
_DIRECTIONS = words("north south east west northern southern eastern western central mid rural urban new great greater")
_PLACE_PREPOSITIONS = words("in near across around throughout outside")
_BE = words("is was are were")
_AFTER_NOUN = words("of that which for with in on to based whose serving working and who dedicated focused founded")
_PROGRAMMES = words("programme program initiative campaign")
_ESTIMATES = words("estimates estimated finds found recommends recommended projects projected")
_VERB_HELPERS = words("has have had also")


class UnheadedNames:
    """Collects, over a report, the frames in which each name without a head stands."""

    def __init__(
        self, prose: Prose, bodies: Mapping[tuple[int, int], Mapping[int, int]], people: frozenset[str]
    ) -> None:
        """`bodies` gives for (passage, sentence) where headed names stand; `people` are names known as people's."""
        self._prose, self._people = prose, people
        self._common = prose.lower | SENTENCE_OPENERS
        self._places = _places(prose)
        self._frames: dict[str, set[str]] = defaultdict(set)
        self._proved: set[str] = set()
        for p, passage in enumerate(prose.passages):
            for s, sentence in enumerate(passage.sentences):
                self._read(passage, sentence, bodies.get((p, s), {}))

    def names(self) -> list[str]:
        """The names that are proved to be bodies', sorted."""
        suggested = {n for n, frames in self._frames.items() if len(frames) >= PROOF and frames & ACTIVE}
        return sorted((self._proved | suggested) - self._people)

    def _read(self, passage: Passage, sentence: Sentence, bodies: Mapping[int, int]) -> None:
        tokens = sentence.tokens
        around = Surroundings(tokens, bodies)
        inside = {i for first, end in bodies.items() for i in range(first, end)}
        ends = frozenset(bodies.values())
        for chunk in sentence.chunks:
            if chunk.first == 0 and opens_sentence(tokens) and chunk.last > 1:
                chunk = Chunk(1, chunk.last)
            if chunk.first in inside or not self._may_be_body(tokens, chunk):
                continue
            other = tokens[chunk.last - 1].folded in english().other_heads
            chunk = Chunk(chunk.first, _extended(tokens, chunk, around))
            name = passage.content[tokens[chunk.first].start : tokens[chunk.last - 1].end]
            if other:
                if _is_defined(tokens, chunk) or _is_heard(tokens, chunk):  # else a "Reading Project" is no body
                    self._proved.add(name)
                continue
            if any(self._proofs(passage, around, chunk)):
                self._proved.add(name)
            self._frames[name].update(self._suggestions(tokens, chunk, bodies, ends))

    def _may_be_body(self, tokens: Sequence[Token], chunk: Chunk) -> bool:
        first, last = tokens[chunk.first], tokens[chunk.last - 1]
        text = " ".join(t.folded for t in tokens[chunk.first : chunk.last])
        if last.folded in MONTHS or text in regions() or text in self._places:
            return False
        if first.folded in english().role_nouns | english().honorifics | english().role_modifiers:
            return False
        single = chunk.last - chunk.first == 1
        if single and not (first.camel or first.acronym) and first.text.casefold() in self._common:
            return False
        if single and len(first.text) < 3:
            return False
        if all(
            t.folded in english().generic_modifiers | english().organization_heads
            for t in tokens[chunk.first : chunk.last]
        ):
            return False  # "Advisory Board": an organ of any body
        if chunk.first > 0:
            return True
        return first.camel or (first.acronym and single) or self._is_name_at_start(tokens, chunk)

    def _is_name_at_start(self, tokens: Sequence[Token], chunk: Chunk) -> bool:
        """A stretch that opens a sentence is a name where it has two capitals, or one that stands inside elsewhere."""
        if opens_sentence(tokens):
            return False
        return chunk.last - chunk.first > 1 or tokens[chunk.first].text in self._prose.capitals_inside

    def _proofs(self, passage: Passage, around: Surroundings, chunk: Chunk) -> Iterator[bool]:
        tokens = around.tokens
        yield _has_role_before(tokens, chunk)
        yield _is_defined(tokens, chunk)
        yield _is_run_by_somebody(tokens, chunk)
        yield _is_apposed(tokens, chunk)
        yield _has_nation(tokens, chunk)
        yield _is_former_name(tokens, chunk, around)
        if passage.kind == "note":
            yield _opens_reference(passage, tokens, chunk)

    def _suggestions(
        self, tokens: Sequence[Token], chunk: Chunk, bodies: Mapping[int, int], ends: frozenset[int]
    ) -> Iterator[str]:
        before = tokens[chunk.first - 1] if chunk.first else None
        after = tokens[chunk.last] if chunk.last < len(tokens) else None
        if before is not None and before.text == "by" and _participle_before(tokens, chunk.first - 1):
            yield "maker"
        if (
            after is not None
            and tokens[chunk.last - 1].possessive
            and (chunk.last in bodies or _owns_name(tokens, chunk))
        ):
            yield "owner of a named thing"
        listed = tokens[chunk.first].gap == ", " and chunk.first in ends
        after_and = before is not None and before.text == "and" and chunk.first - 1 in ends
        if listed or after_and:
            yield "companion of a body"
        if before is not None and before.text == "and" and chunk.first > 1 and tokens[chunk.first - 2].acronym:
            yield "companion of an acronym"
        if after is not None and after.text == "and" and _skip_articles(tokens, chunk.last + 1) in bodies:
            yield "companion of a body"
        if after is not None and after.gap == " ":
            verb = tokens[chunk.last + 1] if after.text in _VERB_HELPERS and chunk.last + 1 < len(tokens) else after
            nation = tokens[chunk.last - 1].folded in english().nation_suffixes
            if verb.text in english().organization_verbs or (nation and verb.text in english().speech_verbs):
                yield "does what bodies do"
        linked = chunk.first > 2 and tokens[chunk.first - 1].text in ("of", "at", "from")
        if linked and tokens[chunk.first].camel and all(t.capital for t in tokens[chunk.first - 3 : chunk.first - 1]):
            yield "after a name and of"
        given = chunk.first > 1 and tokens[chunk.first - 1].text in ("of", "from", "by")
        if given and tokens[chunk.first - 2].text in english().backing:
            yield "gives"
        if after is not None and after.text == "which" and after.gap == ", ":
            yield "taken up by which"
        if any(t.camel for t in tokens[chunk.first : chunk.last]):
            yield "capital inside the word"
        nation = tokens[chunk.last - 1].folded in english().nation_suffixes and chunk.last - chunk.first > 1
        if nation and tokens[chunk.first].folded not in _DIRECTIONS:
            yield "nation after the name"


def _places(prose: Prose) -> frozenset[str]:
    """Names that the report uses after "in" and the like: places, whatever else they stand in."""
    found = set()
    for passage in prose.passages:
        for sentence in passage.sentences:
            tokens = sentence.tokens
            for chunk in sentence.chunks:
                if (
                    chunk.first
                    and tokens[chunk.first - 1].folded in _PLACE_PREPOSITIONS
                    and tokens[chunk.first].gap == " "
                ):
                    found.add(" ".join(t.folded for t in tokens[chunk.first : chunk.last]))
    return frozenset(found)


def _extended(tokens: Sequence[Token], chunk: Chunk, around: Surroundings) -> int:
    """With "for" and "the" inside a name ("Jobs for the Future"): where no verb or stop parts them."""
    at = chunk.last
    if at < len(tokens) and tokens[at].text == "for" and tokens[at].gap == " " and chunk.last - chunk.first <= 2:
        target = _skip_articles(tokens, at + 1)
        if (
            target < len(tokens)
            and tokens[target].capital
            and tokens[target].gap == " "
            and target not in around.bodies
        ):
            end = around.capital_run(target)
            name = " ".join(t.folded for t in tokens[target:end])
            if name not in regions() and not tokens[target].acronym:
                return end
    return chunk.last


def _has_role_before(tokens: Sequence[Token], chunk: Chunk) -> bool:
    """ "a spokesperson for X", "director of research at the X": a role, a preposition, the name."""
    at = chunk.first - 1
    while at >= 0 and tokens[at].text in ARTICLES:
        at -= 1
    if at < 1 or tokens[at].text not in _ROLE_PREPOSITIONS or tokens[chunk.first].gap != " ":
        return False
    title = tokens[at - 1]
    if title.capital and title.folded in english().role_nouns and title.folded not in GOVERNING | english().lay_roles:
        article = tokens[chunk.first - 1].text == "the" or tokens[chunk.first].text == "The"
        return article or tokens[chunk.first].camel or tokens[chunk.first].acronym  # not "Director of Human Resources"
    first = at
    capitals = tokens[at].text == "at"  # "Director of Policy at X": a role in title case
    while first > 0 and at - first < LONGEST_ROLE and tokens[first].gap == " ":
        if tokens[first - 1].capital and not capitals:
            break
        first -= 1
    starts = [i for i in range(first, at) if tokens[i].folded in english().role_nouns]
    if not starts:
        return False
    noun = role_noun(tokens, Chunk(starts[-1], at))
    preposition = tokens[at].text
    if preposition in ("from", "of") and noun in english().lay_roles | GOVERNING:
        return False
    direct = starts[-1] == at - 1
    certain = chunk.last - chunk.first > 1 or tokens[chunk.first].camel or tokens[chunk.first].acronym
    return preposition == "at" or (direct and certain)


def _is_run_by_somebody(tokens: Sequence[Token], chunk: Chunk) -> bool:
    """ "Ada Obi, who manages the X"."""
    at = chunk.first - 1
    article = at > 0 and tokens[at].text in ARTICLES
    at -= article
    if at < 1 or tokens[at].text not in english().running or tokens[at - 1].text != "who":
        return False
    return article or chunk.last - chunk.first > 1 or tokens[chunk.first].camel


def _is_defined(tokens: Sequence[Token], chunk: Chunk) -> bool:
    """ "X is a nonprofit that", "X has grown into a network of": the noun ends its phrase."""
    at = chunk.last
    if at < len(tokens) and tokens[at].acronym and tokens[at].gap == " (":
        at += 1
    if at >= len(tokens) or tokens[at].gap not in (" ", ") ") or tokens[at].text not in _BE:
        return False
    return at + 1 < len(tokens) and tokens[at + 1].text in ("a", "an", "the") and _names_body(tokens, at + 2)


def _is_heard(tokens: Sequence[Token], chunk: Chunk) -> bool:
    """ "The Rural Water Programme estimates that": a programme with a full name that says something is a body."""
    at = chunk.last
    if chunk.last - chunk.first < FULL_NAME or tokens[at - 1].folded not in _PROGRAMMES or at + 1 >= len(tokens):
        return False
    says = tokens[at].text in english().speech_verbs | _ESTIMATES and tokens[at].gap == " "
    return says and tokens[at + 1].text == "that" and tokens[at + 1].gap == " "


def _is_apposed(tokens: Sequence[Token], chunk: Chunk) -> bool:
    """ "X, a charity that" or "X, formerly Y"."""
    at = chunk.last
    if at + 1 >= len(tokens) or tokens[at].gap != ", ":
        return False
    return tokens[at].text in ("a", "an") and _names_body(tokens, at + 1)


def _names_body(tokens: Sequence[Token], at: int) -> bool:
    """Whether the noun phrase from `at` ends in a common noun for bodies within a few words."""
    for i in range(at, min(at + 7, len(tokens))):
        if i > at and tokens[i].gap.rstrip("$£€") not in (" ", ", "):
            return False
        if tokens[i].text in _AFTER_NOUN:
            return False
        if tokens[i].text in english().organization_nouns:
            following = tokens[i + 1] if i + 1 < len(tokens) else None
            if (
                following is None
                or following.gap != " "
                or following.text in _AFTER_NOUN
                or following.text.endswith("ed")
            ):
                return True
    return False


def _opens_reference(passage: Passage, tokens: Sequence[Token], chunk: Chunk) -> bool:
    """ "iNtent. “Title.”": an author that no person can be, at a note's start or after the semicolon between works."""
    token = tokens[chunk.first]
    if chunk.last - chunk.first != 1 or not (token.camel or token.acronym):
        return False
    left = left_of(passage.content, token.start)
    opens = token.start <= REACH and re.fullmatch(r"\W*\d{0,3}\W*", left) is not None
    after = passage.content[token.end : token.end + 2]
    return (opens or re.search(r";\W*\Z", left) is not None) and after in (". ", " (", ", ", ": ")


def _has_nation(tokens: Sequence[Token], chunk: Chunk) -> bool:
    """ "NHS England": an acronym and the nation it is of."""
    nation = " ".join(t.folded for t in tokens[chunk.first + 1 : chunk.last])
    return tokens[chunk.first].acronym and nation in english().nation_suffixes


def _is_former_name(tokens: Sequence[Token], chunk: Chunk, around: Surroundings) -> bool:
    """ "Tarn Trust (formerly X)", "the Tarn Trust, formerly X": the former name of a body."""
    at = chunk.first - 1
    if at < 1 or tokens[at].text not in ("formerly", "previously") or tokens[at].gap not in (" (", ", "):
        return False
    return at in around.bodies.values()


def _participle_before(tokens: Sequence[Token], by: int) -> bool:
    """ "launched by", "launched in 2013 by"."""
    participle = next((i for i in range(by - 1, max(-1, by - 5), -1) if tokens[i].text in english().made_by), None)
    return participle is not None and all(t.gap == " " for t in tokens[participle + 1 : by + 1])


def _owns_name(tokens: Sequence[Token], chunk: Chunk) -> bool:
    """Whether what the name owns has two capitals itself ("X's Fresh Start programme")."""
    at = chunk.last
    return at + 1 < len(tokens) and tokens[at].capital and tokens[at + 1].capital and tokens[at + 1].gap == " "


def _skip_articles(tokens: Sequence[Token], at: int) -> int:
    while at < len(tokens) and tokens[at].text in ARTICLES:
        at += 1
    return at
