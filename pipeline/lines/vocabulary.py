"""The words that a document prints inside its lines: the dictionary by which hyphenation is undone."""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from pipeline.model.lines import Line

HYPHENS = "-\u2010\u00ad"  # also the hyphen proper and the soft hyphen; a non-breaking one (U+2011) ends no line

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*(?:[-\u2010][^\W\d_]+(?:['’][^\W\d_]+)*)*")

_INNER = re.compile(rf"(?<=[^\W\d_])[{HYPHENS}](?=[^\W\d_])")

# How many lines after a hyphenated one may begin with the rest of its word: lines come sorted by page and height, so
# that those of a few columns, or a running foot and head, may come between.
REST_WITHIN = 4

# Where so many lines end in a hyphen, the typesetter hyphenates. Compounds alone end about 1 to 3 lines of 100, since
# a prose line has room for 12 words and few of them are compounds; justified text has 8 and more.
HYPHENATED_SHARE = 0.05
FEW_HYPHENS = 3  # fewer line ends with a hyphen say nothing about the typesetter
# Style sheets turn hyphenation off for single types, as for ragged tables. Where it is on, 60 lines have 5 hyphens.
MANY_LINES = 60
UNHYPHENATED_SHARE = 0.03

Type = tuple[str, float]  # family and size


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """How often each word stands whole inside a line, in lower case; a hyphenated one counts whole and by its parts.

    `hyphenates` says whether the typesetter breaks words, so that a hyphen at a line's end may be his. `own_hyphens`
    are the hyphens that are his alone: they end lines only, in a document that writes its compounds with another.
    `unbroken` are the types in which he breaks no word, though he does in others.
    """

    words: Counter[str]
    hyphenates: bool = True
    own_hyphens: frozenset[str] = frozenset()
    unbroken: frozenset[Type] = frozenset()

    @staticmethod
    def of(lines: Iterable[Line]) -> Vocabulary:
        """The words of these lines, without those that may be half a word: before a line's last hyphen and after it."""
        printed = list(lines)
        texts = [line.text for line in printed]
        words: Counter[str] = Counter()
        broken: deque[bool] = deque(maxlen=REST_WITHIN)
        for text in texts:
            for found in _whole_words(text, any(broken)):
                words[found] += 1
                if "-" in found:
                    words.update(found.split("-"))
            broken.append(ends_in_hyphen(text))
        return Vocabulary(words, _hyphenates(texts, words), _own_hyphens(texts), _unbroken(printed))

    def in_type_of(self, line: Line) -> Vocabulary:
        """The same, for texts in this line's type."""
        return replace(self, hyphenates=False) if self.hyphenates and _type_of(line) in self.unbroken else self

    def knows(self, word: str) -> int:
        """How often it stands in the document."""
        return self.words[_form(word)]


def ends_in_hyphen(text: str) -> bool:
    """Whether a line ends in a hyphen at a word."""
    return len(text) > 1 and text[-1] in HYPHENS and text[-2].isalpha()


def _form(word: str) -> str:
    return word.casefold().replace("\u2010", "-")


def _whole_words(text: str, after_hyphen: bool) -> list[str]:
    found = list(WORD.finditer(text))
    if found and ends_in_hyphen(text):
        found.pop()
    if found and after_hyphen and found[0].start() == 0 and _may_be_rest(found[0][0]):
        del found[0]
    return [_form(match[0]) for match in found]


def _may_be_rest(word: str) -> bool:
    """Whether it may be the rest of a broken word: small letters, or capitals alone. A word with a capital is whole."""
    return word[0].islower() or word.isupper()


def _own_hyphens(texts: Sequence[str]) -> frozenset[str]:
    """The hyphens that stand at line ends and never inside a line, where another one does."""
    ends = {text[-1] for text in texts if ends_in_hyphen(text)}
    inside = {mark for text in texts for mark in _INNER.findall(text)}
    return frozenset(ends - inside) if inside else frozenset()


def _hyphenates(texts: Sequence[str], words: Counter[str]) -> bool:
    """Whether words are broken: some broken word stands whole elsewhere, or more lines end so than compounds can."""
    ends = [i for i, text in enumerate(texts) if ends_in_hyphen(text)]
    if len(ends) < FEW_HYPHENS or len(ends) > HYPHENATED_SHARE * len(texts):
        return True
    return any(_broken_word(texts[i], after, words) for i in ends for after in texts[i + 1 : i + 1 + REST_WITHIN])


def _type_of(line: Line) -> Type:
    return line.style.family, round(line.style.size, 1)


def _unbroken(lines: Iterable[Line]) -> frozenset[Type]:
    """The types of many lines of which hardly any ends in a hyphen."""
    counts: Counter[Type] = Counter()
    hyphens: Counter[Type] = Counter()
    for line in lines:
        counts[_type_of(line)] += 1
        hyphens[_type_of(line)] += ends_in_hyphen(line.text)
    return frozenset(t for t, n in counts.items() if n >= MANY_LINES and hyphens[t] <= UNHYPHENATED_SHARE * n)


def _broken_word(before: str, after: str, words: Counter[str]) -> bool:
    head, tail = list(WORD.finditer(before)), WORD.match(after)
    return bool(head and tail) and words[_form(head[-1][0] + tail[0])] > 0 if tail else False
