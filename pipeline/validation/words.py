"""Words of a text with their places, and stretches of it fit to be shown."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

_WORD = re.compile(r"\S+")
_FOLD = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "ʼ": "'", "—": "-", "–": "-", "‑": "-"}
    | {"®": "", "™": "", "©": ""}  # set at the first mention only, as style guides ask
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word as printed between white space: content[start:end]."""

    text: str
    start: int
    end: int


def words_of(content: str) -> list[Word]:
    """The words of a text, with the marks that touch them, in order."""
    return [Word(m[0], m.start(), m.end()) for m in _WORD.finditer(content)]


def fold(text: str) -> str:
    """Without what typesetters choose: form of quotation marks, apostrophes, dashes, spaces; one Unicode form."""
    return " ".join(unicodedata.normalize("NFKC", text.translate(_FOLD)).replace("…", "...").split())


def squeeze(text: str) -> str:
    """Its letters and digits alone, in lower case."""
    return "".join(c for c in unicodedata.normalize("NFKC", text).casefold() if c.isalnum())


def around(content: str, start: int, end: int, before: int = 1, after: int = 1) -> tuple[int, int]:
    """The place of content[start:end] widened to whole words and a few more words on each side."""
    words = words_of(content)
    first = sum(w.end <= start for w in words) - before  # of a gap between two words, these are its neighbours
    last = sum(w.start < max(end, start + 1) for w in words) - 1 + after if start < end else first + before + after - 1
    if not words:
        return start, end
    return words[max(0, first)].start, words[min(len(words) - 1, max(last, 0))].end


Range = tuple[int, int]


def steps(before: Sequence[str], after: Sequence[str]) -> list[tuple[Range, Range]]:
    """Where two rows of words differ: ranges of the first and of the second, neighbouring ones joined (Indel)."""
    found: list[tuple[Range, Range]] = []
    for code in Indel.opcodes(before, after):
        if code.tag == "equal":
            continue
        here = (code.src_start, code.src_end), (code.dest_start, code.dest_end)
        if found and found[-1][0][1] == here[0][0] and found[-1][1][1] == here[1][0]:
            here = (found[-1][0][0], here[0][1]), (found[-1][1][0], here[1][1])
            found.pop()
        found.append(here)
    return found
