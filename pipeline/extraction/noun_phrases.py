"""The noun that a number counts.

English puts adjectives and modifying nouns between a number and what it counts, and the counted noun is in the plural:
"70 innovative, impact-oriented organizations". So the head is the first plural after the number, or a later one that
follows it directly ("12 sports programs"), before a word that no noun phrase runs over: a preposition, a verb's
auxiliary, a pronoun, a conjunction after the noun. Where no plural comes first, nothing is counted for certain.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from pipeline.extraction.wordlists import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    IRREGULAR_PASTS,
    PREPOSITIONS,
    PRONOUNS,
    words,
)

MAX_WORDS = 7  # a longer stretch between number and noun is a clause, hardly ever a noun phrase

# "U.S.", "first-generation", "K-12", "21st-century", an owner's "teachers’"; a number alone is no word
_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|(?=[\w-]*[^\W\d_])[^\W_]+(?:[-–’'][^\W_]+)*(?:[’'](?!\w))?")
_BOUNDARIES = (
    PREPOSITIONS
    | CONJUNCTIONS
    | PRONOUNS
    | AUXILIARIES
    | DETERMINERS
    | words(
        "also then now only just even still already often usually later ago away apart together altogether today "
        "yesterday each more less fewer most percent per"
    )
)
_IRREGULAR_PLURALS = words(
    "people children men women feet teeth mice geese data criteria phenomena alumni media staff personnel faculty "
    "youth police cattle livestock fish sheep deer aircraft offspring folk schoolchildren grandchildren kin"
)
# They end like plurals and count nothing: adverbs, singulars, and the "olds" of "two year olds".
_NO_PLURALS = words("perhaps always sometimes besides afterwards versus plus thus news olds")
_MODIFYING_PLURALS = words("staff faculty youth data media police fish cattle livestock")


class Head(NamedTuple):
    """The counted noun: content[start:end]."""

    start: int
    end: int


def counted_noun(content: str, start: int, end: int, *, after_subject: bool) -> Head | None:
    """The plural noun that a number ending at `start` counts, looking no farther than `end`.

    `after_subject`: the number stands where a clause's subject does, so that a past form after it is its verb ("and 20
    received grants").
    """
    found = _words(content, start, end)
    for i, (a, b) in enumerate(found[:MAX_WORDS]):
        word = content[a:b]
        folded = word.casefold()
        if i == 0 and folded in IRREGULAR_PASTS:
            return None
        if folded in ("and", "or") and 0 < i < len(found) - 1:
            continue  # between adjectives: "large and small schools"
        if folded in _BOUNDARIES:
            return None
        if _is_plural(word):
            head = _last_of_compound(content, found, i)
            verb_first = after_subject and content[slice(*found[0])].casefold().endswith("ed")
            return None if verb_first and not _verb_at(content, head.end, end) else head
    return None


def _verb_at(content: str, start: int, end: int) -> bool:
    """Whether a finite verb comes next: then what stands before it is its subject ("20 selected farmers met")."""
    word = re.compile(r" ([a-z']+)").match(content, start, end)
    return word is not None and (word[1] in AUXILIARIES | IRREGULAR_PASTS or word[1].endswith("ed"))


def _words(content: str, start: int, end: int) -> list[tuple[int, int]]:
    """The words from `start` that only spaces stand between, or a comma between adjectives."""
    found: list[tuple[int, int]] = []
    at = start
    while (gap := re.compile(r" |, (?=[a-z])" if found else r" ").match(content, at, end)) and (
        word := _WORD.match(content, gap.end(), end)
    ):
        found.append((word.start(), word.end()))
        at = word.end()
    return found


def _is_plural(word: str) -> bool:
    folded = word.casefold().rstrip("’'")
    if folded in _IRREGULAR_PLURALS:
        return True
    if not folded.endswith("s") or len(folded) < 4 or folded in _NO_PLURALS or folded in _BOUNDARIES:
        return False
    return not folded.endswith(("ss", "us", "is", "'s", "’s"))


def _last_of_compound(content: str, found: list[tuple[int, int]], first: int) -> Head:
    last = first
    reach = 3 if content[slice(*found[first])].casefold() in _MODIFYING_PLURALS else 2
    for k in range(first + 1, min(first + reach, len(found))):
        a, b = found[k]
        folded = content[a:b].casefold()
        if content[found[k - 1][1] : a] != " " or folded in _BOUNDARIES or folded.endswith("ed"):
            break
        if _is_plural(content[a:b]):
            last = k
    a, b = found[last]
    return Head(a, a + len(content[a:b].rstrip("’'")))
