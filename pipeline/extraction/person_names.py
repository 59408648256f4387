"""Names of people by their form, with the titles that stand before them.

A person's name is two to five capitalised words, initials among them, perhaps with particles ("Ada van der Meer"). The
form alone proves nothing (bodies and places have it too): it counts where the name stands in a frame that only people
stand in, which `person_frames` knows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from nameparser import HumanName

from pipeline.extraction.english import english, regions
from pipeline.extraction.tokens import ARABIC_ARTICLE, Chunk, Token
from pipeline.extraction.wordlists import ARTICLES, MONTHS, SENTENCE_OPENERS, words

LONGEST_NAME = 5  # words, particles aside
_NAME_WORD = re.compile(rf"(?:{ARABIC_ARTICLE})?[^\W\d_a-zß-öø-ÿ][^\W\d_]*(?:[-‐‑'’][^\W\d_]+)*\.?")
_INITIAL = re.compile(r"(?:[^\W\d_a-z]\.)+")
_PARTICLES = words(
    "de da del della di du dos das la le van von der den ter ten bin bint ibn ag ould al el abu "
    "e y ap ferch zu zur vom te"
)
_BODIES_OF_NATIONS = words("international worldwide")  # they end bodies' names, and no family's
_WEEKDAYS = words("monday tuesday wednesday thursday friday saturday sunday")
_RANKS = words("PC WPC PS DC DS DI DCI MR MRS MS DR")  # written in capitals throughout
_GENERATIONS = words("jr sr ii iii iv")
SUFFIXES = words(
    "mp msp mep td phd md mba mph mpp obe mbe cbe qc kc frs dphil edd med rn esq msc ma ba bsc ms jd llm llb scd dsc"
)


@dataclass(frozen=True, slots=True)
class NamedPerson:
    """A name as printed: tokens[first:last], with honorific tokens and the title's tokens before it, if any."""

    first: int
    last: int
    honorific: Chunk | None = None
    title: Chunk | None = None

    @property
    def length(self) -> int:
        """How many words the name has."""
        return self.last - self.first


def person_at(tokens: Sequence[Token], chunk: Chunk) -> NamedPerson | None:
    """The name in a capitalised stretch that has the form of a person's, with its titles; None where it has not."""
    title, honorific, first = _titles(tokens, chunk)
    last = _with_particles(tokens, chunk)
    while last - first > 1 and tokens[last - 1].folded in SUFFIXES:
        last -= 1
    words = sum(t.text not in _PARTICLES for t in tokens[first:last])
    if not 1 <= words <= LONGEST_NAME or not _has_form(tokens, first, last):
        return None
    roles = english().role_nouns | english().role_modifiers
    if all(t.folded in roles for t in tokens[first:last]) or tokens[first].folded in english().no_titles:
        return None  # "Prime Minister", "Chief Inspector", "Member States"
    return NamedPerson(first, last, honorific, title)


def ends_in_initial(tokens: Sequence[Token], named: NamedPerson) -> bool:
    """Whether an initial stands for the family name ("Marisol V.")."""
    return _INITIAL.fullmatch(tokens[named.last - 1].text) is not None


@lru_cache(maxsize=4096)
def surname_of(name: str) -> str:
    """The family name, with its particles (nameparser's rules)."""
    last = HumanName(name).last
    return last or name.split()[-1]


def _titles(tokens: Sequence[Token], chunk: Chunk) -> tuple[Chunk | None, Chunk | None, int]:
    """Title and honorific at a stretch's start, and where the name begins. A title in small letters may precede it."""
    first = _title_end(tokens, chunk)
    title = Chunk(chunk.first, first) if first > chunk.first else None
    if title is not None:
        title = Chunk(_without_foreign_words(tokens, title), first)
    if title is None:
        title = _small_title(tokens, chunk.first)
    start = first
    while first < chunk.last and _is_honorific(tokens[first]):
        first += 1
    return title, Chunk(start, first) if first > start else None, first


def _is_honorific(token: Token) -> bool:
    return token.text in _RANKS or (token.folded in english().honorifics and not token.acronym)


def _title_end(tokens: Sequence[Token], chunk: Chunk) -> int:
    """Where the title at a stretch's start ends: modifiers and role nouns, a role noun last, a name after it.

    An office may follow the name of a place or body, if a full name is left ("Springfield Superintendent Ada Obi").
    """
    end = i = chunk.first
    while i < chunk.last - 1 and tokens[i].folded in english().role_nouns | english().role_modifiers:
        i += 1
        end = i if _is_title(tokens[i - 1]) else end
    if end > chunk.first:
        return end
    inside = (k + 1 for k in range(i + 1, chunk.last - 2) if _is_title(tokens[k]) and not _may_be_surname(tokens[k]))
    return next(inside, chunk.first)


def _is_title(token: Token) -> bool:
    word = token.folded
    return word in english().role_nouns and word not in english().honorifics | english().no_titles


def _may_be_surname(token: Token) -> bool:
    return token.folded in english().surnames


def _without_foreign_words(tokens: Sequence[Token], title: Chunk) -> int:
    """Where the title begins after the name of a place or body ("Springfield Superintendent")."""
    classes = english().role_modifiers | english().role_nouns
    first = title.last - 1
    while first > title.first and tokens[first - 1].folded in classes:
        if first - 1 > title.first and tokens[first - 2].folded not in classes:
            break  # "Tarn County Commissioner": the county is the place's
        first -= 1
    return first


def _small_title(tokens: Sequence[Token], at: int) -> Chunk | None:
    """A role in small letters right before a name ("executive director Ada Obi")."""
    if at > 1 and tokens[at - 1].text in ("named", "called") and tokens[at].gap == tokens[at - 1].gap == " ":
        at -= 1  # "a bus driver named Ada"
    if at == 0 or tokens[at].gap != " " or tokens[at - 1].folded not in english().role_nouns:
        return None
    if tokens[at - 1].possessive:
        return None
    first = at - 1
    while first > 0 and tokens[first].gap == " " and tokens[first - 1].text in english().role_modifiers:
        first -= 1
    before = first - 1  # one word more where what stands before it can't be part of the role ("said village elder X")
    if before > 0 and tokens[first].gap == tokens[before].gap == " " and tokens[before].text.islower():
        bounded = tokens[before - 1].folded in english().speech_verbs | ARTICLES
        if bounded and tokens[before].text not in SENTENCE_OPENERS | english().speech_verbs:
            first = before
    return Chunk(first, at)


def _with_particles(tokens: Sequence[Token], chunk: Chunk) -> int:
    """Where the name ends when particles and a further capitalised word go on after the stretch."""
    i = chunk.last
    while i < len(tokens) and tokens[i].text in _PARTICLES and tokens[i].gap == " ":
        i += 1
    if i == chunk.last or i >= len(tokens) or not tokens[i].capital or tokens[i].gap != " ":
        return chunk.last
    return i + 1


def _has_form(tokens: Sequence[Token], first: int, last: int) -> bool:
    inside = tokens[first:last]
    if " ".join(t.folded for t in inside) in regions() or inside[0].folded in english().leading_heads:
        return False
    if len(inside) > 2 and inside[-2].text in _PARTICLES and inside[-1].folded in regions():
        return False  # "Banque de France": a family is not called so
    if (len(inside) == 1 and _INITIAL.fullmatch(inside[0].text)) or inside[
        -1
    ].folded in english().organization_heads | _BODIES_OF_NATIONS:
        return False
    return all(_is_name_word(t, first_word=i == 0) for i, t in enumerate(inside))


def _is_name_word(token: Token, *, first_word: bool) -> bool:
    if not first_word and (token.text in _PARTICLES or token.folded in _GENERATIONS):
        return True
    if _INITIAL.fullmatch(token.text):
        return True
    folded = token.folded
    if folded in SENTENCE_OPENERS or folded in _WEEKDAYS or (folded in MONTHS and not first_word):
        return False
    if token.acronym or token.camel or token.text == "&":
        return False
    return _NAME_WORD.fullmatch(token.text) is not None and len(token.text) > 1
