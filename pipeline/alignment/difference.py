"""How a printing differs from the canonical text, word by word."""

from __future__ import annotations

import re
from typing import Literal

from rapidfuzz.distance import Indel

Operation = Literal["replace", "delete", "insert"]
Difference = tuple[Operation, str, str]

_ELLIPSIS = re.compile(r"\.(?:\s\.){2,}|\.{3,}")
_MARKS = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‐": "-", "‑": "-"})


def word_difference(canonical: str, printed: str) -> list[Difference]:
    """The steps from the canonical text to the printed one: (operation, words taken away, words put there).

    Words are what stands between spaces, with their stops and their case, since a reader sees those; the form of
    quotation marks, apostrophes and ellipses makes no difference. Least number of words (Indel distance); neighbouring
    steps are one. Empty where both read the same.
    """
    before, after = _words(canonical), _words(printed)
    steps: list[Difference] = []
    taken: list[str] = []
    put: list[str] = []
    for code in Indel.opcodes([_plain(w) for w in before], [_plain(w) for w in after]):
        if code.tag == "equal":
            _close(steps, taken, put)
        taken += before[code.src_start : code.src_end] if code.tag != "equal" else []
        put += after[code.dest_start : code.dest_end] if code.tag != "equal" else []
    _close(steps, taken, put)
    return steps


def _words(text: str) -> list[str]:
    return _ELLIPSIS.sub("…", text).split()


def _plain(word: str) -> str:
    return word.translate(_MARKS)


def _close(steps: list[Difference], taken: list[str], put: list[str]) -> None:
    if taken or put:
        operation: Operation = "replace" if taken and put else "delete" if taken else "insert"
        steps.append((operation, " ".join(taken), " ".join(put)))
    taken.clear()
    put.clear()
