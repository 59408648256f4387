"""Where a sentence names a person: frames of English in which only people stand.

A capitalised name is a person's where a title or honorific precedes it, an apposition with a role follows it, a verb of
saying has it for subject, "according to" introduces it, or "who" takes it up. Each frame is a function that says yes or
no; which one fired is kept for people to see.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.extraction.attributions import (
    Attribution,
    Surroundings,
    apposition,
    apposition_before,
    described,
    is_plural_role,
    shared_apposition,
)
from pipeline.extraction.english import english, regions
from pipeline.extraction.organization_names import opens_sentence
from pipeline.extraction.person_contexts import (
    after_according,
    after_plural_title,
    after_presided_by,
    after_thanks,
    after_verb,
    after_written_by,
    aged,
    ends_as_body,
    is_common_word,
    labels_speech,
    speaks,
)
from pipeline.extraction.person_names import SUFFIXES, NamedPerson, ends_in_initial, person_at
from pipeline.extraction.prose import Sentence
from pipeline.extraction.stretches import REACH, left_of, right_of
from pipeline.extraction.tokens import Chunk, Token
from pipeline.extraction.wordlists import words

_CITED = re.compile(r" \((?:19|20)\d\d[a-z]?[,)]")  # "Ada Obi (2016)" names the author of a work
_AGE = re.compile(r"[\s,)]*(?:aged )?\d{1,3}\b")
# What stands between quoted words and the name that signs them: a dash or an opening bracket.
_SIGNATURE = re.compile(r"(?:[.!?…”’\"')]+\s*[—–―-]+|[”’\"'][.,]?\s*\(|\s*[—–―]+|- )\s*\Z")
_BE = words("is was")
_SERVES = words("serves served works worked acts acted")
_NOT_NAMES = words(
    "interviewee interviewees participant participants respondent respondents one others people anonymous studio"
)


@dataclass(frozen=True, slots=True)
class PersonMention:
    """A person's name in a sentence, what the sentence says about the person, and the frame that showed it.

    A name without a frame (`frame` is empty) may be a person's if a verb of saying takes its last word up later; a
    family name alone is `FAMILY_NAME`.
    """

    named: NamedPerson
    attribution: Attribution | None
    frame: str


# Endings of nouns for those who do something; some bodies are called so, too ("an insurer").
_AGENT = re.compile(r"(?:er|or|eer|ist|ian|ant|ent|ee|man|woman|eur|ess|path)\Z")
_RANK = "Professor"

FAMILY_NAME = "family name as the subject of a verb of saying"
WRITTEN_BY = "written by"
THANKED = "thanked"
SHARED = "apposition that two people share"
PLURAL_TITLE = "after a role in the plural"


def person_mentions(
    sentence: Sentence, content: str, bodies: Mapping[int, int], lower: frozenset[str]
) -> Iterator[PersonMention]:
    """The people named in a sentence, in order. `bodies` are where names of bodies stand (first token to end)."""
    tokens = sentence.tokens
    taken = {i for first, end in bodies.items() for i in range(first, end)}
    ends = set(bodies.values())  # what a person or place owns is no person; a body's may be ("the Elm Trust's Ada Obi")
    taken |= {i for i in range(1, len(tokens)) if tokens[i - 1].possessive and i not in ends}
    around = Surroundings(tokens, bodies)
    for chunk in sentence.chunks:
        free = _free(chunk, taken, tokens)
        named = person_at(tokens, free) if free else None
        if named is None or tokens[named.first].folded in _NOT_NAMES:
            continue
        attribution = _attribution(around, content, named)
        if attribution is None or attribution.role is None:
            attribution = apposition_before(around, _start(named)) or attribution
        frame = _frame(around, content, named, attribution, lower)
        if frame and (attribution is None or attribution.role is None):
            attribution = _loosely_described(around, named) or attribution
        if frame is not None:
            taken |= set(range(named.first, named.last))
            for part in (attribution.body, attribution.place) if attribution else ():
                taken |= set(range(part.first, part.last)) if part else set()
            yield PersonMention(named, attribution, frame)


def _start(named: NamedPerson) -> int:
    return named.honorific.first if named.honorific else named.first


def _free(chunk: Chunk, taken: set[int], tokens: Sequence[Token]) -> Chunk | None:
    """The part of a capitalised stretch after the body's name in it, without what only opens the sentence."""
    first = chunk.first
    for i in range(chunk.first, chunk.last):
        if i in taken:
            first = i + 1
    if first == 0 and opens_sentence(tokens):
        first += 1
    return Chunk(first, chunk.last) if first < chunk.last else None


def _attribution(around: Surroundings, content: str, named: NamedPerson) -> Attribution | None:
    """What the words right after a name say: after a comma, in brackets, or with "of" and "at"."""
    tokens, at = around.tokens, _after_suffix(around.tokens, named.last)
    if at >= len(tokens) or tokens[named.last - 1].possessive:
        return None
    gap = tokens[at].gap
    if tokens[at].text in ("of", "at", "from", "with") and gap in (" ", ", "):
        return _body_only(around, at)
    if tokens[at].text in _BE and (gap == " " or at > named.last) and at + 1 < len(tokens):
        return apposition(around, at + 1)
    if tokens[at].text in _SERVES and at + 1 < len(tokens) and tokens[at + 1].text == "as":
        return apposition(around, at + 2)
    if gap == ", " and named.first > 1 and tokens[named.first - 1].text == "and" and tokens[named.first - 2].capital:
        shared = shared_apposition(around, at)
        if shared is not None:
            return shared
    if re.fullmatch(r", |,? ?[(—–] ?", gap):
        found = apposition(around, _after_age(tokens, at))
        return (_after_bracket(around, found) or found) if "(" in gap and found else found
    return None


def _after_bracket(around: Surroundings, bracketed: Attribution) -> Attribution | None:
    """ "Ada Obi (chair) is director of the X": what the sentence says goes before what a bracket adds."""
    tokens, at = around.tokens, bracketed.end
    if bracketed.body is not None or at + 1 >= len(tokens) or tokens[at].text not in _BE or tokens[at].gap != ") ":
        return None
    return apposition(around, at + 1)


def _loosely_described(around: Surroundings, named: NamedPerson) -> Attribution | None:
    """ ", a well-sinker from X": what a person known as one is called, although the noun is no known role."""
    tokens, at = around.tokens, _after_suffix(around.tokens, named.last)
    at = _after_age(tokens, at) if at < len(tokens) and tokens[at].gap == ", " else at
    if at + 1 < len(tokens) and tokens[at].text in ("a", "an") and tokens[at].gap == ", ":
        return described(around, at + 1)
    return None


def _after_age(tokens: Sequence[Token], at: int) -> int:
    """Index after an age between commas ("Ada Obi, 41, a nurse")."""
    start = at + 1 if tokens[at].text == "aged" and at + 1 < len(tokens) else at
    aged = tokens[start].text.isdigit() and start + 1 < len(tokens) and tokens[start + 1].gap == ", "
    return start + 1 if aged else at


def _body_only(around: Surroundings, at: int) -> Attribution | None:
    first = at + 1
    while first < len(around.tokens) and around.tokens[first].text in ("the", "The") and first not in around.bodies:
        first += 1
    if first in around.bodies:
        end = around.capital_run(first)
        return Attribution(None, Chunk(first, end), None, end)
    return None


def _after_suffix(tokens: Sequence[Token], at: int) -> int:
    """Index after degrees and the like behind a name ("Ada Obi, PhD, director …")."""
    while at < len(tokens) and tokens[at].folded.replace(".", "") in SUFFIXES and tokens[at].gap in (" ", ", "):
        at += 1
    return at


def _frame(
    around: Surroundings, content: str, named: NamedPerson, attribution: Attribution | None, lower: frozenset[str]
) -> str | None:
    """The strongest frame around a name; empty where there is none, None where the name is nobody's."""
    tokens = around.tokens
    if _CITED.match(content, tokens[named.last - 1].after):
        return None
    if named.honorific is not None and not is_common_word(tokens, named, lower):
        return "honorific"
    if _signs(around, content, named, attribution):
        return "signature"
    if aged(content, tokens, named):
        return "name and age"
    if ends_in_initial(tokens, named):
        return None  # "Marisol V." is a person's name only where it signs or has an age
    common = all(tokens[i].text.casefold() in lower for i in range(named.first, named.last))
    if named.title is not None and (named.length > 1 or tokens[named.first - 1].text == "named"):
        return "title"
    if common:
        return None
    if named.title is not None and (speaks(tokens, named.last) or after_verb(tokens, named.title.first)):
        return "title and family name"
    has_role = attribution is not None and attribution.role is not None
    if named.length == 1:
        if has_role and _single_name(around, named, attribution):
            return "given name with role"
        takes_up = speaks(tokens, named.last) or after_verb(tokens, named.first) or after_according(tokens, named.first)
        return FAMILY_NAME if takes_up else None
    if attribution is not None and attribution.role is not None:
        return SHARED if is_plural_role(tokens, attribution.role) else "apposition"
    if _is_described(around, named):
        return "apposition of a noun that no list knows"
    if _after_suffix(tokens, named.last) > named.last:
        return "degree or seat"
    if labels_speech(content, tokens, named):
        return "label of a speaker"
    if after_plural_title(tokens, named.first):
        return PLURAL_TITLE
    if attribution is not None and attribution.body is not None and _is_whole(around, content, named, attribution):
        return "name and body alone"
    return _sentence_frame(tokens, named, attribution, lower)


def _sentence_frame(
    tokens: Sequence[Token], named: NamedPerson, attribution: Attribution | None, lower: frozenset[str]
) -> str | None:
    """The frame that a sentence makes around a full name: weaker than an apposition, a title or a signature."""
    if named.first > 0 and tokens[named.first - 1].folded == "the":
        return None  # "the Great Lakes states": people have no article
    if tokens[named.first].text.casefold() in lower or ends_as_body(tokens[named.last - 1]):
        return None  # "Good Harvest said", "Health Scotland said": no given name first, no family name last
    if speaks(tokens, named.last):
        return "subject of a verb of saying"
    if attribution is not None and attribution.body is not None and speaks(tokens, attribution.end):
        return "name and body before a verb of saying"
    if after_verb(tokens, named.first):
        return "after a verb of saying"
    if after_written_by(tokens, named.first):
        return WRITTEN_BY
    if after_according(tokens, named.first):
        return "according to"
    if after_presided_by(tokens, named.first):
        return "chaired by"
    rare = all(tokens[i].text.casefold() not in lower for i in range(named.first, named.last))
    if rare and after_thanks(tokens, named.first):
        return THANKED
    ends = {named.last} | ({attribution.end} if attribution and attribution.body else set())
    if any(i < len(tokens) and tokens[i].text in ("who", "whose") and tokens[i].gap == ", " for i in ends):
        return "who"
    if attribution is not None and attribution.body is not None and tokens[named.last].text in ("of", "at", "from"):
        return "name and body"
    return ""


def _signs(around: Surroundings, content: str, named: NamedPerson, attribution: Attribution | None) -> bool:
    """After the quoted words: "… always.” (Ada, parent)", "— Ada Obi, nurse"."""
    tokens = around.tokens
    first = named.title.first if named.title else named.first
    place = tokens[first].start
    told_before = left_of(content, place)
    opens = place <= REACH and not told_before.strip(" —–―-")
    if not _SIGNATURE.search(told_before) or not (opens or re.search(r"[.!?…”’\"')]\s*\W+\Z", told_before)):
        return False
    rest = right_of(content, tokens[named.last - 1].after)
    ends = re.match(r"\s*(?:[,(]|\)?\W*\Z)", rest) is not None
    told = attribution is not None or _AGE.match(rest) is not None or _is_signed_from(around, named, told_before)
    return told or (ends and named.length > 1)


def _is_signed_from(around: Surroundings, named: NamedPerson, left: str) -> bool:
    """ "… always.” — Ada, Tarnby": a name, then a town, after the closing mark of what is quoted."""
    tokens, at = around.tokens, named.last
    if not re.search(r"[”’\"']\s*[—–―-]+\s*\Z", left) or at >= len(tokens) or tokens[at].gap != ", ":
        return False
    return tokens[at].capital and tokens[at].folded not in regions()


def _is_whole(around: Surroundings, content: str, named: NamedPerson, attribution: Attribution) -> bool:
    """Whether name and attribution are all that the paragraph says, as in a list of people."""
    tokens = around.tokens
    first = named.honorific.first if named.honorific else named.first
    if first != 0 or tokens[0].start > REACH or attribution.end < len(tokens):
        return False
    return not left_of(content, tokens[0].start).strip() and not right_of(content, tokens[-1].after).strip(" .;")


def _is_described(around: Surroundings, named: NamedPerson) -> bool:
    """ "Ada Obi, a well-sinker from Tarnby, recalled": an apposition after an article, then a verb of saying."""
    described = _loosely_described(around, named)
    if described is None or described.role is None or not speaks(around.tokens, described.end):
        return False
    noun = around.tokens[described.role.last - 1].folded
    return _AGENT.search(noun) is not None and noun not in english().organization_nouns


def _single_name(around: Surroundings, named: NamedPerson, attribution: Attribution | None) -> bool:
    """One name alone ("Ada, a nurse at X, said") needs article or age before the role, and a verb of saying after."""
    tokens = around.tokens
    assert attribution is not None
    after = tokens[named.last]
    return (after.text in ("a", "an", "the") or after.text.isdigit()) and speaks(tokens, attribution.end)


def with_title_as_role(mention: PersonMention, tokens: Sequence[Token]) -> PersonMention:
    """The mention with its title ("Principal") as the role where no apposition gives one.

    "Professor" is a form of address, and beside a university or the like an office there as well.
    """
    named, known = mention.named, mention.attribution
    if known is not None and known.role is not None:
        return mention
    title = named.title
    if title is None and named.honorific and known is not None and known.body is not None:
        rank = named.honorific.first
        title = Chunk(rank, rank + 1) if tokens[rank].text == _RANK else None
    if title is None:
        return mention
    said = replace(known, role=title) if known else Attribution(title, None, None, named.last)
    return replace(mention, attribution=said)
