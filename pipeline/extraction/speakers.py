"""Who said a quotation: the person whom its sentence, or the one before, names as speaker.

The verb of saying nearest to the quotation decides. Its subject is a named person, a pronoun (then the person of the
sentence before), or somebody without a name ("one teacher said"): then nobody is named, whoever else is near.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.extraction.english import english
from pipeline.extraction.names import NameFinder, fold_name
from pipeline.extraction.person_names import surname_of
from pipeline.extraction.prose import Passage, Prose, Sentence
from pipeline.extraction.tokens import Token
from pipeline.extraction.wordlists import words
from pipeline.model.records import Person
from pipeline.model.text import Text

_PRONOUNS = words("he she him her his hers")
_SUBJECT_PRONOUNS = words("he she")
_UNNAMED = words(
    "participant participants interviewee interviewees respondent respondents people person woman man girl boy child "
    "children young youngster individual others another one who report survey study paper article website document"
)
_ADVERBS = words("also then further later has have had once recently simply rightly")
_CITATION = re.compile(r"[^().;]{0,60}?,? \(?(?:19|20)\d\d[a-z]?\)")
SENTENCE_REACH = 600  # characters on each side: longer sentences are lists, whose far parts say nothing
LONGEST_SUBJECT = 4  # words, of a relative clause
REACH_BEFORE = 14  # words between a verb of saying and the quotation it introduces


@dataclass(frozen=True, slots=True)
class Speaker:
    """A person's naming as a speaker: the record's name, and where it is printed."""

    name: str
    text: Text
    start: int
    end: int


class Speakers:
    """Finds the namings of known people in each passage, in reading order."""

    def __init__(self, prose: Prose, people: Sequence[Person]) -> None:
        self._hits: dict[int, list[Speaker]] = {}
        full = {fold_name(p.name): p.name for p in people}
        short = {part for p in people for part in (surname_of(p.name), p.name.split()[0])}
        finder = NameFinder([*full.values(), *sorted(short - set(full.values()))])
        latest = {surname_of(p.name): p.name for p in people if p.kind != "mentioned"}
        for passage in (*prose.passages, *prose.displays):
            hits = []
            openings = {s.start for s in passage.sentences}
            for found in finder.find(passage.content):
                printed = passage.content[found.start : found.end]
                name = full.get(fold_name(printed))
                if name is None:
                    name = latest.get(printed)
                else:
                    latest[surname_of(name)] = latest[name.split()[0]] = name
                opens = found.start in openings
                if name is not None and not (opens and printed.casefold() in prose.lower):
                    hits.append(Speaker(name, passage.text, found.start, found.end))
            self._hits[passage.index] = hits

    def inside(self, passage: Passage, start: int, end: int) -> list[Speaker]:
        """The people named in passage.content[start:end], in order; not those cited with a year ("(Obi, 2019)")."""
        hits = self._hits[passage.index]
        first, last = (bisect_left(hits, offset, key=lambda h: h.start) for offset in (start, end))
        return [h for h in hits[first:last] if not _CITATION.match(passage.content, h.end)]

    def of_quotation(self, passage: Passage, start: int, end: int, before: Passage | None) -> Speaker | None:
        """The speaker of content[start:end], marks included; `before` is the passage before this one."""
        around = _sentences_around(passage, start, end)
        if not around:
            return None
        first, last = around[0], around[-1]
        left, right = max(first.start, start - SENTENCE_REACH), min(last.end, end + SENTENCE_REACH)
        outside = [h for h in self.inside(passage, left, right) if not start <= h.start < end]
        tokens = [t for s in around for t in s.tokens if left <= t.start < start or end <= t.start < right]
        verb = _governing_verb(tokens, start, end)
        if verb is not None and _is_unnamed(tokens, verb, end, outside):
            return None
        if outside:
            return _best(outside, tokens, verb, start, end)
        alone = not tokens
        pronoun = any(t.folded in _PRONOUNS for t in tokens)
        return self._of_sentence_before(passage, first, before) if alone or pronoun else None

    def of_introduction(self, passage: Passage) -> Speaker | None:
        """The speaker whom a passage's last sentence introduces a set-off quotation with."""
        if not passage.sentences:
            return None
        last = passage.sentences[-1]
        named = self.inside(passage, last.start, last.end)
        verb = _governing_verb(last.tokens, last.end, last.end)
        if verb is not None and _is_unnamed(last.tokens, verb, last.end, named):
            return None
        if named:
            return _best(named, last.tokens, verb, last.end, last.end)
        pronoun = any(t.folded in _PRONOUNS for t in last.tokens)
        return self._of_sentence_before(passage, last, None) if pronoun else None

    def _of_sentence_before(
        self, passage: Passage, sentence: Sentence, before: Passage | None, steps: int = 1
    ) -> Speaker | None:
        """The one person whom the sentence before names; where that says "he" or "she", the one before it."""
        at = bisect_left(passage.sentences, sentence.start, key=lambda s: s.start)
        if at > 0:
            earlier, home = passage.sentences[at - 1], passage
        elif before is not None and before.sentences:
            earlier, home = before.sentences[-1], before
        else:
            return None
        named = self.inside(home, earlier.start, earlier.end)
        if not named and steps > 0 and any(t.folded in _SUBJECT_PRONOUNS for t in earlier.tokens):
            return self._of_sentence_before(home, earlier, None, steps - 1)
        return named[0] if len({h.name for h in named}) == 1 else None


def _sentences_around(passage: Passage, start: int, end: int) -> list[Sentence]:
    all_of_them = passage.sentences
    first = bisect_right(all_of_them, start, key=lambda s: s.end)
    last = bisect_left(all_of_them, end, key=lambda s: s.start)
    return list(all_of_them[first:last])


def _governing_verb(tokens: Sequence[Token], start: int, end: int) -> int | None:
    """Index of the verb of saying nearest to the quotation: right after it, else before it."""
    after = [i for i, t in enumerate(tokens) if t.start >= end]
    for i in after[:4]:
        if tokens[i].text in english().speech_verbs:
            return i
    before = [i for i, t in enumerate(tokens) if t.start < start]
    for i in reversed(before[-REACH_BEFORE:]):
        if tokens[i].text in english().speech_verbs and not _in_relative_clause(tokens, i):
            return i
    return None


def _in_relative_clause(tokens: Sequence[Token], verb: int) -> bool:
    """ "a summary that several members wrote down": the verb belongs to the noun before "that"."""
    for at in range(verb - 2, max(0, verb - 2 - LONGEST_SUBJECT), -1):
        if any(t.gap != " " for t in tokens[at : verb + 1]):
            return False
        if tokens[at].text in ("that", "which", "whom"):
            return tokens[at - 1].text not in english().speech_verbs
    return False


def _is_unnamed(tokens: Sequence[Token], verb: int, end: int, named: Sequence[Speaker]) -> bool:
    """Whether the verb's subject is somebody whom the text does not name ("one teacher said", "said a nurse")."""
    inverted = tokens[verb].start >= end and (verb == 0 or tokens[verb - 1].start < end)
    if inverted:
        following = tokens[verb + 1 : verb + 6]
        names = {h.start for h in named}
        for token in following:
            if token.start in names or token.folded in _SUBJECT_PRONOUNS:
                return False
        return any(_is_person_noun(t) for t in following)
    at = verb - 1
    while at >= 0 and (tokens[at].text in _ADVERBS or tokens[at].text.endswith("ly")) and tokens[at + 1].gap == " ":
        at -= 1
    if at < 0 or tokens[at + 1].gap != " ":
        return False
    in_name = any(h.start <= tokens[at].start < h.end for h in named)
    return not in_name and _is_person_noun(tokens[at])


def _is_person_noun(token: Token) -> bool:
    word = token.folded
    nouns = english().role_nouns
    return word in _UNNAMED or word in nouns or word.removesuffix("s") in nouns


def _best(named: Sequence[Speaker], tokens: Sequence[Token], verb: int | None, start: int, end: int) -> Speaker:
    """Of several people in the sentence the verb's subject: after an inverted verb, else the last one before it."""
    if verb is not None:
        at = tokens[verb].start
        if at >= end:
            return min(named, key=lambda h: (abs(h.start - at), h.start))
        before = [h for h in named if h.start < at]
        if before:
            return before[-1]
    return min(named, key=lambda h: (min(abs(h.start - end), abs(start - h.end)), h.start))
