"""What stands around a name and shows it to be a person's: verbs of saying, thanks, ages, labels of speech.

Each function says yes or no of the words right before or after a name; `person_frames` asks them in order.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extraction.english import english
from pipeline.extraction.person_names import NamedPerson
from pipeline.extraction.tokens import Token
from pipeline.extraction.wordlists import words

_ADVERBS = words(
    "also then further later however has have had once recently previously rightly simply therefore similarly"
)
_AGED = re.compile(r" \((?:aged )?\d{1,2}\),? |, (?:aged )?\d{1,2}, ")
_AUXILIARIES = words("has had have was is")
_QUOTED = re.compile(r"[”’\"',]\s*\Z")  # before a verb: quoted words end there
_LABEL = re.compile(r":\s+[“\"‘']")
_PRESIDED = words("chaired moderated facilitated convened headed presided")
_THANKING = words("thank thanks thanked thanking")
_THANKS = words("thanks grateful indebted gratitude thankful appreciation tribute")
_WRITTEN = words(
    "written authored edited compiled prepared researched illustrated photographed translated "
    "photos photographs photography illustrations interviews"
)
# Verbs of saying with an object of their own: a name after them may be what is spoken of ("described Elm Park").
_WITH_OBJECT = words(
    "described describes cited mentioned mentions highlighted highlights called calls announced announces revealed "
    "reveals offered expressed expresses felt feels thinks thought underlined underscored voiced put puts "
    "believes believed"
)


def after_verb(tokens: Sequence[Token], at: int) -> bool:
    """Right after a verb of saying that turns round ("said X")."""
    if at == 0 or tokens[at].gap != " ":
        return False
    verb = tokens[at - 1]
    return verb.text in english().speech_verbs and (
        verb.text not in _WITH_OBJECT or _QUOTED.search(verb.gap) is not None
    )


def after_according(tokens: Sequence[Token], at: int) -> bool:
    return at > 1 and [t.folded for t in tokens[at - 2 : at]] == ["according", "to"]


def after_presided_by(tokens: Sequence[Token], at: int) -> bool:
    """ "chaired by X": only people preside."""
    return at > 1 and tokens[at - 1].text == "by" and tokens[at - 2].text in _PRESIDED and tokens[at].gap == " "


def after_thanks(tokens: Sequence[Token], at: int) -> bool:
    """ "We thank X", "grateful to the late X": no article, which a body would have."""
    if tokens[at].gap != " ":
        return False
    late = [t.folded for t in tokens[max(0, at - 2) : at]] == ["the", "late"]
    before = [t.folded for t in tokens[:at]][: -2 if late else None]
    if not before:
        return False
    return before[-1] in _THANKING or (before[-1] == "to" and before[-2:-1] != [] and before[-2] in _THANKS)


def after_written_by(tokens: Sequence[Token], at: int) -> bool:
    """ "written by X", "written by Y and X"."""
    by = next((i for i in range(at - 1, max(-1, at - 8), -1) if tokens[i].text == "by"), None)
    if by is None or by == 0 or tokens[by - 1].folded not in _WRITTEN:
        return False
    return all(t.capital or t.text == "and" for t in tokens[by + 1 : at])


def labels_speech(content: str, tokens: Sequence[Token], named: NamedPerson) -> bool:
    """ "Ada Obi: “It works.”" at a paragraph's start."""
    if named.first != 0 or tokens[0].start != 0:
        return False
    return _LABEL.match(content, tokens[named.last - 1].after) is not None


def after_plural_title(tokens: Sequence[Token], at: int) -> bool:
    """ "co-authors Ada Obi and Ben Finch"."""
    if at == 0 or tokens[at].gap != " ":
        return False
    word = tokens[at - 1].text
    return word.endswith("s") and word.islower() and word[:-1] in english().role_nouns


def aged(content: str, tokens: Sequence[Token], named: NamedPerson) -> bool:
    """ "Ada (16) had", "Ada Obi, 41, told us": an age, then what the person did."""
    age = _AGED.match(content, tokens[named.last - 1].after)
    following = next((t for t in tokens[named.last : named.last + 4] if age and t.start >= age.end()), None)
    if age is None or following is None:
        return False
    return following.text in english().speech_verbs | english().person_verbs | _AUXILIARIES | {"a", "an"}


def speaks(tokens: Sequence[Token], at: int) -> bool:
    """Whether a verb of saying follows, perhaps after adverbs or between commas."""
    for i in range(at, min(at + 3, len(tokens))):
        if not re.fullmatch(r",? ", tokens[i].gap):
            return False
        if tokens[i].text in english().speech_verbs:
            return True
        if tokens[i].text not in _ADVERBS and not tokens[i].text.endswith("ly"):
            return False
    return False


def ends_as_body(last: Token) -> bool:
    """Whether a name's last word is one that names of plans and places, or of a nation's bodies, end in."""
    return last.folded in english().other_heads | english().nation_suffixes


def is_common_word(tokens: Sequence[Token], named: NamedPerson, lower: frozenset[str]) -> bool:
    """Whether an honorific that is a common noun, too, stands before another one ("Elder Care", "Sister Cities")."""
    assert named.honorific is not None
    if tokens[named.honorific.first].folded not in english().no_titles:
        return False
    return named.length == 1 or any(tokens[i].text.casefold() in lower for i in range(named.first, named.last))
