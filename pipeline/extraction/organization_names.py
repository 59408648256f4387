"""Names of bodies that English grammar shows by their head: "X School District", "Department of X".

A body's name is a capitalised noun phrase. Its head stands last ("Rowan Street Foundation"), or takes a complement with
a preposition ("Institute for Rural Health", "Ministry of Works"), which may be a list ("Department for Work, Skills and
Training"). Words of the kind of "Act" or "Street" as the last one make it a name of something else.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from pipeline.extraction.english import english, regions
from pipeline.extraction.prose import Prose, Sentence
from pipeline.extraction.tokens import Chunk, Token
from pipeline.extraction.wordlists import MONTHS, SENTENCE_OPENERS, words

_PREPOSITIONS = words("of for on against")
_HEAD_PREPOSITIONS = _PREPOSITIONS | {"to"}  # "Coalition to End Damp Housing"
_FURTHER_PREPOSITIONS = words("of")  # a complement's own ("Department of Education of Ohio")
_PURPOSES = words(
    "abolish advance combat cure defend empower end fight improve prevent promote protect reduce save stop"
)
_WEEKDAYS = words("monday tuesday wednesday thursday friday saturday sunday")
# "Board of Directors" and the like are organs of any body.
_ORGANS = words("directors trustees governors regents overseers governance management visitors appeals excellence")
# Capitalised because they open a sentence, and no part of the name that follows.
_OPENERS = SENTENCE_OPENERS | words(
    "according given following like unlike including one two three current former both our overall later earlier "
    "recently finally similarly additionally unfortunately fortunately importantly currently previously originally "
    "initially eventually ultimately notably nearly only especially particularly typically generally usually"
)
# Heads whose names are often followed by their town ("King's College London").
_HEADS_WITH_TOWN = words("college university hospital school schools museum institute academy")
_DISTRICT_OFFICES = words("attorney attorneys judge judges nurse nurses ranger rangers commissioner councillor")
# Heads that name what a body deals with as often as a body ("Department of Health and Human Services").
_WEAK_HEADS = words("services service schools forces")
# Heads that name an undertaking as often as a body: two words of its own speak for the body ("Eastgate Youth Project").
_LATE_HEADS = words("project")
_ASSEMBLIES = words("conference")  # heads of a body's name only before those who meet in it
_PLURAL_HEADS = words("partners associates schools services academies colleges hospitals universities")
# Prepositions, articles and conjunctions inside names of Romance languages ("Union des Producteurs de Kayes").
_LINKS = words(
    "de del des du da do dos das di della delle dei la las les los le il lo y et e pour para por per en aux au"
)
LONGEST_LINK = 2  # "de la"
LONGEST_JOINED = 2  # words before "and" that may still belong to the head after it ("Food and Drug Administration")


class HeadedNames:
    """Finds names by their head in the sentences of one report."""

    def __init__(self, prose: Prose) -> None:
        self._lower = prose.lower
        self._inside: Counter[str] = Counter()  # capitalised stretches inside sentences, not beside "and"
        for passage in prose.passages:
            for sentence in passage.sentences:
                for chunk in sentence.chunks:
                    first = sentence.tokens[chunk.first]
                    if chunk.first > 0 and first.gap == " " and not _beside_and(sentence.tokens, chunk):
                        self._inside[_written(sentence.tokens, chunk.first, chunk.last)] += 1

    def find(self, sentence: Sentence) -> list[Chunk]:
        """The names in a sentence, as stretches of its tokens, in order, none inside another."""
        tokens = sentence.tokens
        chunks = [c for c in (self._trimmed(tokens, c) for c in sentence.chunks) if c is not None]
        found: list[Chunk] = []
        k = 0
        while k < len(chunks):
            name, used = self._name_at(tokens, chunks, k)
            if name is not None and is_headed_name(tokens, name):
                found.append(name)
            k += max(1, used)
        return found

    def trimmed(self, tokens: Sequence[Token], chunk: Chunk) -> Chunk | None:
        """A stretch without the words that have a capital only because they open the sentence."""
        return self._trimmed(tokens, chunk)

    def _trimmed(self, tokens: Sequence[Token], chunk: Chunk) -> Chunk | None:
        first = chunk.first
        if first == 0 and opens_sentence(tokens):
            first = 1
        elif first == 0 and tokens[0].folded in self._lower and chunk.last > 1:
            whole, rest = _written(tokens, 0, chunk.last), _written(tokens, 1, chunk.last)
            first = 1 if not self._inside[whole] and self._inside[rest] else 0
        first = _after_office(tokens, Chunk(first, chunk.last))
        return Chunk(first, chunk.last) if first < chunk.last else None

    def _name_at(self, tokens: Sequence[Token], chunks: Sequence[Chunk], k: int) -> tuple[Chunk | None, int]:
        """The name that begins with chunk k, and how many chunks it takes."""
        chunk = _up_to_role(tokens, chunks[k])
        if chunk != chunks[k]:
            return (chunk if chunk.last > chunk.first else None), 1
        if _has_complement(tokens, chunk) or (k + 1 < len(chunks) and _is_assembly(tokens, chunk, chunks[k + 1])):
            last, used = self._complement(tokens, chunks, k)
            if used > 1:
                return Chunk(chunk.first, last), used
        if _ends_with_head(tokens, chunk) and is_headed_name(tokens, chunk):
            return Chunk(chunk.first, _with_region(tokens, chunk)), 1
        if tokens[chunk.first].folded in english().leading_heads:
            return self._head_first(tokens, chunks, k)
        if k + 1 < len(chunks) and self._joins_next_head(tokens, chunk, chunks[k + 1]):
            last, used = self._complement(tokens, chunks, k + 1)
            return Chunk(chunk.first, last), 1 + used
        if k + 2 < len(chunks) and self._lists_before_head(tokens, chunks[k : k + 3]):
            return Chunk(chunk.first, chunks[k + 2].last), 3
        return chunk, 1

    def _head_first(self, tokens: Sequence[Token], chunks: Sequence[Chunk], k: int) -> tuple[Chunk, int]:
        """A name of a Romance language, whose head stands first: "Fundación Agua de Vida" with its particles."""
        last, used = chunks[k].last, 1
        while k + used < len(chunks):
            between = tokens[last : chunks[k + used].first]
            gaps = {t.gap for t in (*between, tokens[chunks[k + used].first])}
            if not 1 <= len(between) <= LONGEST_LINK or any(t.text not in _LINKS for t in between) or gaps != {" "}:
                break
            last, used = chunks[k + used].last, used + 1
        return Chunk(chunks[k].first, last), used

    def _complement(self, tokens: Sequence[Token], chunks: Sequence[Chunk], k: int) -> tuple[int, int]:
        """Where the name ends that has its head in chunk k, and how many chunks that takes (1: no complement)."""
        last, used = chunks[k].last, 1
        for _ in range(3):  # head, complement, a complement's complement
            prepositions = _HEAD_PREPOSITIONS if used == 1 else _FURTHER_PREPOSITIONS
            if k + used >= len(chunks) or not _links(tokens, last, chunks[k + used], prepositions):
                break
            part = _up_to_role(tokens, chunks[k + used])
            if used == 1 and _is_organ_or_inner(tokens, chunks[k], part):
                break
            last, used = part.last, used + 1
            if part != chunks[k + used - 1]:
                break
            last, used = self._list(tokens, chunks, k, last, used)
        return last, used

    def _list(self, tokens: Sequence[Token], chunks: Sequence[Chunk], k: int, last: int, used: int) -> tuple[int, int]:
        """Further members of a complement that is a list: "Health and Human Services", "Work, Skills and Training"."""
        items = used
        end = last
        while k + items < len(chunks):
            part = _up_to_role(tokens, chunks[k + items])
            between = tokens[end : part.first]
            if not between and tokens[part.first].gap == ", " and self._is_member(tokens, part):
                end, items = part.last, items + 1
                continue
            gaps = (" ", ", ") if items > used else (" ",)  # a comma before "and" only where commas part the list
            joined = len(between) == 1 and between[0].text in ("and", "&") and between[0].gap in gaps
            if joined and self._is_member(tokens, part) and tokens[part.first].gap == " ":
                return part.last, items + 1
            break
        return last, used

    def _is_member(self, tokens: Sequence[Token], chunk: Chunk) -> bool:
        text = _written(tokens, chunk.first, chunk.last)
        return (
            chunk.last - chunk.first <= LONGEST_JOINED + 1
            and not self._is_body_itself(tokens, chunk)
            and not tokens[chunk.first].acronym
            and not tokens[chunk.first].camel
            and text.casefold() not in regions()
            and not self._inside[text]
        )

    def _is_body_itself(self, tokens: Sequence[Token], chunk: Chunk) -> bool:
        head = tokens[chunk.last - 1].folded
        headed = _ends_with_head(tokens, chunk) and is_headed_name(tokens, chunk)
        return (headed and head not in _WEAK_HEADS) or (_has_complement(tokens, chunk) and head not in _WEAK_HEADS)

    def _joins_next_head(self, tokens: Sequence[Token], chunk: Chunk, following: Chunk) -> bool:
        if following.first != chunk.last + 1 or tokens[chunk.last].text != "and" or tokens[chunk.last].gap != " ":
            return False
        length = chunk.last - chunk.first
        article = chunk.first > 0 and tokens[chunk.first - 1].folded == "the"
        return (
            length <= LONGEST_JOINED
            and (length == 1 or article)
            and not tokens[chunk.first].acronym
            and not tokens[chunk.last - 1].possessive
            and _ends_with_head(tokens, following)
            and (following.last - following.first > 1 or tokens[following.first].folded not in _PLURAL_HEADS)
            and _written(tokens, chunk.first, chunk.last).casefold() not in regions()
            and not (is_headed_name(tokens, following) and self._inside[_written(tokens, chunk.first, chunk.last)])
        )

    def _lists_before_head(self, tokens: Sequence[Token], chunks: Sequence[Chunk]) -> bool:
        """ "the Housing, Land and Planning Committee": an article, members of a list, the head after the last."""
        first, second, third = chunks
        if first.first == 0 or tokens[first.first - 1].folded != "the" or tokens[second.first].gap != ", ":
            return False
        return (
            first.last == second.first
            and all(c.last - c.first <= LONGEST_JOINED and not is_headed_name(tokens, c) for c in (first, second))
            and not any(tokens[c.first].acronym for c in (first, second))
            and third.first == second.last + 1
            and tokens[second.last].text == "and"
            and _ends_with_head(tokens, third)
        )


def _with_region(tokens: Sequence[Token], chunk: Chunk) -> int:
    """With "of" and a state or country after a whole name ("Fen Services of Ohio")."""
    if chunk.last + 1 >= len(tokens) or tokens[chunk.last].text != "of" or tokens[chunk.last].gap != " ":
        return chunk.last
    for length in (3, 2, 1):
        end = chunk.last + 1 + length
        if end <= len(tokens) and _written(tokens, chunk.last + 1, end).casefold() in regions():
            return end
    return chunk.last


def _beside_and(tokens: Sequence[Token], chunk: Chunk) -> bool:
    return tokens[chunk.first - 1].text == "and" or (chunk.last < len(tokens) and tokens[chunk.last].text == "and")


def opens_sentence(tokens: Sequence[Token]) -> bool:
    """Whether the word at a sentence's start is capitalised for that alone: a function word, or an adverb.

    Unknown words in -ly only before a comma: "Kelly" and "Emily" are names.
    """
    first = tokens[0].folded
    return first in _OPENERS or (first.endswith("ly") and len(tokens) > 1 and tokens[1].gap.startswith(","))


def is_headed_name(tokens: Sequence[Token], name: Chunk) -> bool:
    """Whether a stretch is a body's proper name: a head with a complement, or with something of its own before it."""
    inside = tokens[name.first : name.last]
    folded = [t.folded for t in inside]
    text = _written(tokens, name.first, name.last).casefold()
    if not inside or folded[-1] in english().other_heads or text in regions():
        return False
    if folded[-1] in _WEAK_HEADS and _follows_office(tokens, name.first):
        return False
    if folded[-1] in english().legal_forms or folded[0] in english().leading_heads:
        return len(inside) > 1
    small = next((i for i, t in enumerate(inside) if not t.capital and t.text not in ("&", "and")), None)
    if small is not None and small > 0 and folded[small] in (*_PREPOSITIONS, "to"):
        if folded[small - 1] in english().heads_with_complement or folded[small - 1] in _ASSEMBLIES:
            return True
        region = folded[small] == "of" and " ".join(folded[small + 1 :]) in regions()
        return region and is_headed_name(tokens, Chunk(name.first, name.first + small))  # "Fen Services of Ohio"
    heads = [i for i, word in enumerate(folded) if word in english().organization_heads]
    if not heads:
        return False
    before = [w for w in folded[: heads[-1]] if w not in ("&", "and")]
    own = [w for w in before if w not in english().generic_modifiers and w not in english().organization_heads]
    if folded[heads[-1]] in _LATE_HEADS and len(own) < 2:
        return False
    trailing = len(folded) - 1 - heads[-1]
    town = trailing == 1 and folded[heads[-1]] in _HEADS_WITH_TOWN and folded[-1] not in english().role_nouns
    return bool(own) and (trailing == 0 or town or " ".join(folded[heads[-1] + 1 :]) in english().nation_suffixes)


def _follows_office(tokens: Sequence[Token], at: int) -> bool:
    """ "Head of Property Services": what somebody is in charge of, where no article makes a body of it."""
    return at > 1 and tokens[at - 1].text == "of" and tokens[at - 2].folded in english().role_nouns


def _written(tokens: Sequence[Token], first: int, last: int) -> str:
    return " ".join(t.text for t in tokens[first:last])


def _ends_with_head(tokens: Sequence[Token], chunk: Chunk) -> bool:
    return tokens[chunk.last - 1].folded in english().organization_heads


def _has_complement(tokens: Sequence[Token], chunk: Chunk) -> bool:
    head = tokens[chunk.last - 1]
    return head.folded in english().heads_with_complement and not head.possessive


def _is_assembly(tokens: Sequence[Token], chunk: Chunk, members: Chunk) -> bool:
    """Whether a stretch is named after those who confer in it ("National Conference of Harbour Masters"); a meeting
    that lasts some days has subjects, in the singular or after "on", and one of "the parties" is an organ."""
    between = tokens[chunk.last : members.first]
    return (
        tokens[chunk.last - 1].folded in _ASSEMBLIES
        and chunk.last - chunk.first > 1
        and [t.text for t in between] == ["of"]
        and tokens[members.last - 1].folded.endswith("s")
        and not tokens[members.last - 1].folded.endswith("ics")  # "Conference of Applied Statistics"
    )


def _links(tokens: Sequence[Token], end: int, following: Chunk, prepositions: frozenset[str]) -> bool:
    """Whether one of the prepositions, and perhaps "the", ties the following stretch to the name ending at `end`."""
    between = tokens[end : following.first]
    if not 1 <= len(between) <= 2 or any(t.gap != " " for t in (*between, tokens[following.first])):
        return False
    word = tokens[following.first].folded
    if word in MONTHS or word in _WEEKDAYS or (len(between) == 2 and between[1].text != "the"):
        return False
    if between[0].text == "to" and not (len(between) == 1 and word in _PURPOSES):
        return False
    return between[0].text in prepositions


def _is_organ_or_inner(tokens: Sequence[Token], head: Chunk, part: Chunk) -> bool:
    """Whether "Board of Directors", or "Board" of a body whose own name follows."""
    if tokens[part.last - 1].folded in _ORGANS:
        return True
    lone = head.last - head.first == 1 and tokens[head.first].folded not in _HEADS_WITH_TOWN
    return lone and _ends_with_head(tokens, part) and is_headed_name(tokens, part)


def _up_to_role(tokens: Sequence[Token], chunk: Chunk) -> Chunk:
    """Without the title of a person that follows the name ("Moss Hill School District Superintendent Ada Obi")."""
    for i in range(chunk.last - 1, chunk.first, -1):
        if tokens[i - 1].folded == "district" and tokens[i].folded in _DISTRICT_OFFICES:
            return Chunk(chunk.first, chunk.first)  # "Assistant District Attorney": an office, no district
        role = tokens[i].folded in english().role_nouns | english().role_modifiers | english().honorifics
        if role and tokens[i - 1].folded in english().organization_heads and _role_follows(tokens, i, chunk.last):
            return Chunk(chunk.first, i)
    return chunk


def _role_follows(tokens: Sequence[Token], at: int, last: int) -> bool:
    """Whether the words from `at` are modifiers that a role noun ends, and more than a body's name goes on."""
    nouns = english().role_nouns | english().honorifics
    while at < last and tokens[at].folded not in nouns and tokens[at].folded in english().role_modifiers:
        at += 1
    return at < last and tokens[at].folded in nouns and not _ends_with_head(tokens, Chunk(at, last))


def _after_office(tokens: Sequence[Token], chunk: Chunk) -> int:
    """Index after an office at the stretch's start ("Director Elm Trust")."""
    for length in (3, 2, 1):
        title = " ".join(t.folded for t in tokens[chunk.first : chunk.first + length])
        rest = Chunk(chunk.first + length, chunk.last)
        if title in english().offices and rest.first < rest.last and is_headed_name(tokens, rest):
            return rest.first
    return chunk.first
