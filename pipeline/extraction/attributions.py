"""What follows a person's name to say who it is: ", director of research at the X Institute in Y, said".

The grammar read here is that of English apposition: role, then the body (after "at", "of", "for", "with", "from"), then
the place (after "in", or a comma). Other orders: body's possessive before the role ("X's chief economist"), body
between commas, all of it in brackets.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from pipeline.extraction.english import english, region_codes, regions
from pipeline.extraction.tokens import Chunk, Token
from pipeline.extraction.wordlists import ARTICLES, SENTENCE_OPENERS, words

_BODY_PREPOSITIONS = words("at of for with from in")
_NO_ROLE_START = words("and or but so yet as if he she it they we you i who which that this these")
_ENDS_NOUN_PHRASE = words("of for and in to at on with from")
_DETERMINERS = words("another one fellow the a an his her their its our my whose then former")
_ENDS = words("who whose which that is was has had said says and but where when")
# Those whose field stands after "in" ("Professor in Law").
_ACADEMIC = words("professor lecturer reader fellow chair graduate specialist expert consultant researcher")
# Those who govern a place: what follows "of" is the place, not a body.
GOVERNING = words(
    "mayor governor senator minister mp msp premier bishop president king queen sheriff ambassador councillor"
)
_AFTER_ROLE_NOUN = words("emeritus emerita designate elect general in-chief here there")
LONGEST_LOOSE_ROLE = 4  # words of a role that no list knows
LONGEST_ROLE = 14  # words; a longer stretch without comma or verb is a clause
_BREAK = re.compile(r"[,;:.()\[\]—–“”\"]")


Accept = Callable[[Sequence[Token], Chunk], bool]  # whether a stretch may be what somebody is called


@dataclass(frozen=True, slots=True)
class Attribution:
    """Role, body and place as stretches of the sentence's tokens, and the index of the token after them."""

    role: Chunk | None
    body: Chunk | None
    place: Chunk | None
    end: int


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A sentence's words, and where bodies' names stand in it: first token to end."""

    tokens: Sequence[Token]
    bodies: Mapping[int, int]

    def capital_run(self, at: int) -> int:
        """End of the capitalised words from `at`, with what belongs to a name ("Jobs for the Future")."""
        end = self.bodies.get(at, at)
        while end < len(self.tokens) and self.tokens[end].capital and (end == at or self.tokens[end].gap == " "):
            if end > at and self.tokens[end - 1].possessive:
                break
            end += 1
        if end > at and self.tokens[end - 1].possessive and self._follows(end):
            return self._run(end)
        return end

    def _run(self, at: int) -> int:
        """End of the capitalised words from `at`, up to a possessive."""
        end = at + 1
        while end < len(self.tokens) and self._follows(end) and not self.tokens[end - 1].possessive:
            end += 1
        return end

    def _follows(self, at: int) -> bool:
        return at < len(self.tokens) and self.tokens[at].capital and self.tokens[at].gap == " "


def apposition(around: Surroundings, at: int) -> Attribution | None:
    """The attribution that begins with token `at`, which stands after a comma or an opening bracket; None if none."""
    tokens = around.tokens
    if at >= len(tokens):
        return None
    if tokens[at].text in ("who", "and"):
        return _body_that_somebody_runs(around, at)
    start = _after_article(tokens, at)
    if start >= len(tokens):
        return None
    if tokens[start].capital and not _is_role_start(tokens, start):
        return _body_first(around, start)
    return _role_first(around, start, is_role)


def _body_that_somebody_runs(around: Surroundings, at: int) -> Attribution | None:
    """ ", who manages the X": the body alone."""
    tokens = around.tokens
    if at + 2 >= len(tokens) or tokens[at].text != "who" or tokens[at + 1].text not in english().running:
        return None
    first = _after_article(tokens, at + 2)
    if first not in around.bodies:
        return None
    end = around.capital_run(first)
    place = place_after(around, end)
    return Attribution(None, Chunk(first, end), place, place.last if place else end)


def _role_first(around: Surroundings, start: int, accept: Accept) -> Attribution | None:
    tokens = around.tokens
    i = start
    while i < len(tokens) and i - start <= LONGEST_ROLE:
        if i > start and _BREAK.search(tokens[i].gap):
            break
        if (i > start and (tokens[i].text in _ENDS and tokens[i].text != "and")) or tokens[i].text in ("who", "said"):
            break
        if tokens[i].text in _BODY_PREPOSITIONS and _names_body(around, start, i):
            break
        i += 1
    role = Chunk(start, i)
    if tokens[start].text in _NO_ROLE_START:
        return None
    if not accept(tokens, role):
        return None
    body, place, end = _body_and_place(around, role)
    return Attribution(role, body, place, end)


def described(around: Surroundings, start: int) -> Attribution | None:
    """An apposition whose noun is no known role, read like one; for names that are known to be people's."""
    return _role_first(around, start, _is_short_phrase)


def shared_apposition(around: Surroundings, at: int) -> Attribution | None:
    """An apposition in the plural, which holds for two people ("Ada Obi and Ben Finch, co-directors of the X")."""
    start = _after_article(around.tokens, at)
    return _role_first(around, start, is_plural_role) if start < len(around.tokens) else None


def is_plural_role(tokens: Sequence[Token], role: Chunk) -> bool:
    """Whether a role's first noun phrase ends in a role noun in the plural."""
    head = role.first
    while head < role.last and not (head > role.first and tokens[head].text in _ENDS_NOUN_PHRASE):
        head += 1
    word = tokens[head - 1].folded
    return head > role.first and word.endswith("s") and word.removesuffix("s") in english().role_nouns


def _names_body(around: Surroundings, start: int, at: int) -> bool:
    """Whether the preposition `at` leads to a body's or place's name and not to a complement of the role."""
    tokens = around.tokens
    target = _after_article(tokens, at + 1)
    if target >= len(tokens) or not tokens[target].capital or tokens[target].gap != " ":
        return False
    if target in around.bodies:
        return True
    if tokens[at].text == "in":
        return role_noun(tokens, Chunk(start, at)) not in _ACADEMIC or tokens[target].folded in regions()
    if tokens[at].text in ("at", "from", "with"):
        return True
    titled = at > start and tokens[at - 1].capital
    return not titled or tokens[target].acronym or tokens[target].camel


def _body_and_place(around: Surroundings, role: Chunk) -> tuple[Chunk | None, Chunk | None, int]:
    tokens, at = around.tokens, role.last
    body = place = None
    if at < len(tokens) and tokens[at].text in _BODY_PREPOSITIONS and not _BREAK.search(tokens[at].gap):
        preposition = tokens[at].text
        first = _after_article(tokens, at + 1)
        end = around.capital_run(first)
        if end > first:
            if _is_place(around, role, preposition, first, end):
                place = place_at(tokens, first)
                return None, place, place.last
            body, at = Chunk(first, end), end
    elif at < len(tokens) and tokens[at].gap.startswith(", "):
        first = at + 1 if tokens[at].text == "The" and at + 1 in around.bodies else at
        if first in around.bodies:
            body, at = Chunk(first, around.capital_run(first)), around.capital_run(first)
    place = place_after(around, at) if body or at == role.last else None
    return body, place, place.last if place else at


def _is_place(around: Surroundings, role: Chunk, preposition: str, first: int, end: int) -> bool:
    tokens = around.tokens
    if first in around.bodies:
        return False
    noun = role_noun(tokens, role)
    name = " ".join(t.folded for t in tokens[first:end])
    if preposition == "in" or name in regions():
        return True
    lay = (noun is None or noun in english().lay_roles) and preposition in ("from", "of")
    return lay or (preposition == "of" and noun in GOVERNING) or _state_follows(tokens, end)


def place_after(around: Surroundings, at: int) -> Chunk | None:
    """The place that stands right after a body's name: "in X", or ", X" where X is or names a state or country."""
    tokens = around.tokens
    if at >= len(tokens):
        return None
    if tokens[at].text == "in" and tokens[at].gap == " ":
        first = _after_article(tokens, at + 1)
        if first < len(tokens) and tokens[first].capital and first not in around.bodies:
            return place_at(tokens, first)
    if tokens[at].gap == ", " and tokens[at].capital and at not in around.bodies:
        found = place_at(tokens, at)
        text = " ".join(t.folded for t in tokens[found.first : found.last])
        if text in regions() or _has_state(tokens, found):
            return found
    return None


def place_at(tokens: Sequence[Token], first: int) -> Chunk:
    """A place's name from `first`: capitalised words, and after a comma the state or country that it lies in."""
    end = first
    while end < len(tokens) and tokens[end].capital and (end == first or tokens[end].gap == " "):
        end += 1
    if _state_follows(tokens, end):
        end = _state_end(tokens, end)
    return Chunk(first, end)


def _state_follows(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].gap == ", " and _state_end(tokens, at) > at


def _state_end(tokens: Sequence[Token], at: int) -> int:
    for length in (3, 2, 1):
        name = " ".join(t.folded for t in tokens[at : at + length])
        if at + length <= len(tokens) and (name in regions() or (tokens[at].text in region_codes() and length == 1)):
            return at + length
    return at


def _has_state(tokens: Sequence[Token], chunk: Chunk) -> bool:
    return any(t.gap == ", " for t in tokens[chunk.first + 1 : chunk.last])


def apposition_before(around: Surroundings, at: int) -> Attribution | None:
    """The attribution that ends with a comma right before a name: "their teacher, X", "the Tarn Trust's chair, X"."""
    tokens = around.tokens
    if at == 0 or tokens[at].gap != ", ":
        return None
    for start in range(at - 1, max(-1, at - 1 - LONGEST_ROLE), -1):
        first_word = start == 0 and tokens[0].folded not in SENTENCE_OPENERS
        opens = first_word or (start > 0 and (tokens[start - 1].folded in _DETERMINERS or tokens[start - 1].possessive))
        if opens:
            titled = tokens[start].capital and start > 0 and not _is_role_start(tokens, start)
            found = None if titled else _role_first(around, start, is_role)
            if found is not None and found.end == at:
                return _with_owner(around, found, start)
        if _BREAK.search(tokens[start].gap):
            return None
    return None


def _with_owner(around: Surroundings, found: Attribution, start: int) -> Attribution:
    """With the body whose possessive stands before the role."""
    if found.body is not None or start == 0 or not around.tokens[start - 1].possessive:
        return found
    owner = next((first for first, end in around.bodies.items() if end == start), None)
    return found if owner is None else replace(found, body=Chunk(owner, start))


def _body_first(around: Surroundings, start: int) -> Attribution | None:
    """ "X's chief economist", or the body alone (which must be known as one)."""
    tokens = around.tokens
    end = around.bodies.get(start, start)
    if end == start:
        while end < len(tokens) and tokens[end].capital and (end == start or tokens[end].gap == " "):
            end += 1
            if tokens[end - 1].possessive:
                break
    if tokens[end - 1].possessive:
        after = _role_first(around, end, is_role)
        return Attribution(after.role, Chunk(start, end), after.place, after.end) if after else None
    if start in around.bodies:
        place = place_after(around, end)
        return Attribution(None, Chunk(start, end), place, place.last if place else end)
    return None


def _is_short_phrase(tokens: Sequence[Token], role: Chunk) -> bool:
    """A role, or one to four small words without a verb of saying: a noun phrase."""
    if is_role(tokens, role):
        return True
    inside = [t.text for t in tokens[role.first : role.last]]
    return 1 <= len(inside) <= LONGEST_LOOSE_ROLE and all(
        w.islower() and w not in english().speech_verbs and w not in _ENDS for w in inside
    )


def is_role(tokens: Sequence[Token], role: Chunk) -> bool:
    """Whether a stretch reads as a role: its first noun phrase ends in a role noun."""
    return role_noun(tokens, role) is not None


def role_noun(tokens: Sequence[Token], role: Chunk) -> str | None:
    """The role noun that a role's first noun phrase ends in (perhaps before an adjective: "professor emeritus")."""
    head = role.first
    while head < role.last and not (head > role.first and tokens[head].text in _ENDS_NOUN_PHRASE):
        head += 1
    if head < role.last and tokens[head].text == "and" and not _ends_in_role(tokens, role.first, head):
        return role_noun(tokens, Chunk(head + 1, role.last))  # "Local Works and Parks Commissioner"
    phrase = [t.folded for t in tokens[role.first : head]]
    while len(phrase) > 1 and phrase[-1] in _AFTER_ROLE_NOUN:
        phrase.pop()
    return phrase[-1] if phrase and phrase[-1] in english().role_nouns else None


def _ends_in_role(tokens: Sequence[Token], first: int, last: int) -> bool:
    return tokens[last - 1].folded in english().role_nouns | _AFTER_ROLE_NOUN


def _is_role_start(tokens: Sequence[Token], at: int) -> bool:
    """Whether capitalised words from `at` read as a role ("Director of Policy"): modifiers, then a role noun."""
    i = at
    while i < len(tokens) and i - at < LONGEST_ROLE and (i == at or tokens[i].gap == " "):
        if tokens[i].folded in english().role_nouns:
            return True
        if not (tokens[i].capital or tokens[i].text == "and") or tokens[i].possessive:
            return False
        i += 1
    return False


def _after_article(tokens: Sequence[Token], at: int) -> int:
    while at < len(tokens) and tokens[at].text in ARTICLES:
        at += 1
    return at
