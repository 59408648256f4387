"""Words as they are compared: what a reprint changes without changing the text is taken away."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_ELLIPSIS = r"…|\.(?:\s?\.){2,}"
_TOKEN = re.compile(rf"(?P<ellipsis>{_ELLIPSIS})|[^\W_]+(?:['’ʼ][^\W_]+)*")
CACHED_TEXTS = 4096  # a display quote is held against each passage of a report: each is taken apart once


@dataclass(frozen=True, slots=True)
class Word:
    """A word in comparable form and where it stands in the text; `omission` marks an ellipsis instead of a word."""

    form: str
    start: int
    end: int
    omission: bool = False


@lru_cache(maxsize=CACHED_TEXTS)
def words_of(text: str) -> tuple[Word, ...]:
    """The words of a text, and its ellipses, in order.

    Case, quotation marks, brackets, stops and the form of apostrophes are dropped, and a compound counts by its parts,
    because a reprint has other marks, begins with a capital where it is trimmed, and breaks at other hyphens.
    """
    return tuple(
        Word(_form(found[0]), found.start(), found.end(), bool(found["ellipsis"])) for found in _TOKEN.finditer(text)
    )


@lru_cache(maxsize=CACHED_TEXTS)
def forms_of(text: str) -> frozenset[str]:
    """The forms of a text's words, each once."""
    return frozenset(forms_in(text))


def forms_in(text: str) -> Iterator[str]:
    """The form of each of a text's words, in order; nothing is kept of the text."""
    return (_form(found[0]) for found in _TOKEN.finditer(text) if not found["ellipsis"])


def _form(word: str) -> str:
    if word.isascii():
        return word.lower()
    plain = unicodedata.normalize("NFKC", word).casefold()
    return plain.replace("’", "'").replace("ʼ", "'")
