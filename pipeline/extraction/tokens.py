"""Words of a sentence with where they stand, whether they have a capital, and stretches of capitalised words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from pipeline.extraction.english import english

# Abbreviations whose stop belongs to the word, so that a name goes on after it ("St. Mary", "Dr. Okafor", "Acme Inc.").
_ABBREVIATIONS = (
    "Dr|Mr|Mrs|Ms|Mx|Prof|Rev|Hon|Gov|Sen|Rep|Lt|Col|Gen|Capt|Sgt|Maj|Supt|Cllr|St|Mt|Ft|Jr|Sr|Inc|Ltd|Co|Corp"
)
_DEGREES = r"(?:Ph|Ed|Psy|Pharm|Litt|Sc|Th)\.D\.|M\.(?:Ed|Sc|Phil|Div)\.|D\.Phil\."
_WORD = re.compile(rf"(?:{_ABBREVIATIONS})\.|{_DEGREES}|(?:[^\W\d_a-z]\.)+|[^\W_]+(?:[-‐‑'’&.@][^\W_]+)*|&")
_ADDRESS = re.compile(r"@|\w{2,}\.\w")
_POSSESSIVE = re.compile(r"['’]s\Z")
_CAMEL = re.compile(r"[a-zà-ÿ]+[A-ZÀ-Ý]|[A-ZÀ-Ý][a-zà-ÿ]+[A-ZÀ-Ý]")
_NAME_PREFIX = re.compile(r"(?:Mc|Mac|O['’]|D['’]|De|Di|La|Le|Van|Fitz)[A-ZÀ-Ý]")
# The Arabic article joined to a name, as transliterations write it before each kind of letter ("al-Amin", "ash-Shami").
ARABIC_ARTICLE = r"(?:[ae]l|a[dnrstz]|a[dst]h)[-‐‑](?=[^\W\d_a-z])"
_AFTER_ARTICLE = re.compile(ARABIC_ARTICLE)
LONGEST_ACRONYM = 8
WORDS_KEPT = 8192  # the rules ask of each word many times, and a report has a few thousand different ones


@dataclass(frozen=True, slots=True)
class Token:
    """A word: `text` without a possessive ending; content[start:end] is that text; `after` is where the ending ends."""

    text: str
    start: int
    end: int
    after: int
    gap: str  # what stands between the word before and this one

    @property
    def folded(self) -> str:
        """In lower case, without the stop of an abbreviation."""
        return self.text.casefold().rstrip(".")

    @property
    def capital(self) -> bool:
        """Written as (part of) a name: with a capital first, or inside after a small letter (eBay); no address."""
        return _has_capital(self.text)

    @property
    def camel(self) -> bool:
        """A capital inside a word, as bodies and products have it; family names in Mc and O' do not count."""
        return _is_camel(self.text)

    @property
    def acronym(self) -> bool:
        """Two to eight capitals, with or without a small s for the plural left out."""
        return 2 <= len(self.text) <= LONGEST_ACRONYM and self.text.isalpha() and self.text.isupper()

    @property
    def possessive(self) -> bool:
        """Followed by the ending 's."""
        return self.after > self.end


@lru_cache(maxsize=WORDS_KEPT)
def _has_capital(word: str) -> bool:
    named = word[0].isupper() or _is_camel(word) or _AFTER_ARTICLE.match(word) is not None
    return named and _ADDRESS.search(word) is None


def _is_camel(word: str) -> bool:
    return _CAMEL.match(word) is not None and _NAME_PREFIX.match(word) is None


def tokens_of(content: str, start: int, end: int) -> tuple[Token, ...]:
    """The words of content[start:end] in order; other characters stand in their gaps."""
    found: list[Token] = []
    before = start
    for match in _WORD.finditer(content, start, end):
        text = match[0]
        ending = _POSSESSIVE.search(text)
        bare = text[: ending.start()] if ending else text
        found.append(
            Token(bare, match.start(), match.start() + len(bare), match.end(), content[before : match.start()])
        )
        before = match.end()
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Chunk:
    """Capitalised words that stand side by side: tokens[first:last]."""

    first: int
    last: int


def chunks_of(tokens: Sequence[Token]) -> list[Chunk]:
    """The longest stretches of capitalised words, in order.

    A possessive ends a stretch ("Acme's Learning Fund" are two), but not that of a group noun or a saint, which is part
    of a name ("Children's Trust", "St Mary's Hospital"). "&" stands inside a stretch, never at its ends.
    """
    found: list[Chunk] = []
    i = 0
    while i < len(tokens):
        if not tokens[i].capital:
            i += 1
            continue
        j = i + 1
        while j < len(tokens) and _goes_on(tokens, i, j):
            j += 1
        while tokens[j - 1].text == "&":
            j -= 1
        found.append(Chunk(i, j))
        i = j
    return found


def _goes_on(tokens: Sequence[Token], first: int, at: int) -> bool:
    before, this = tokens[at - 1], tokens[at]
    if not (this.capital or this.text == "&"):
        return False
    owner = before.folded in english().name_possessives or (
        at - 2 >= first and tokens[at - 2].folded in ("st", "saint")
    )
    if this.gap in ("’ ", "' "):
        return owner
    if _is_nickname(tokens, at) or (at - 1 > first and _is_nickname(tokens, at - 1)):
        return True
    return this.gap == " " and (not before.possessive or owner)


def _is_nickname(tokens: Sequence[Token], at: int) -> bool:
    """A word in quotation marks between the words of a name: Ada “Rain” Obi."""
    if at + 1 >= len(tokens) or tokens[at].gap not in (" “", ' "'):
        return False
    return tokens[at + 1].gap in ("” ", '" ') and tokens[at + 1].capital
