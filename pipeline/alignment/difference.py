"""How a printing differs from the canonical text, word by word."""

from __future__ import annotations

import re
from typing import Literal

from rapidfuzz.distance import Indel

Operation = Literal["replace", "delete", "insert"]
Difference = tuple[Operation, str, str]
Step = tuple[Literal["equal", "replace", "delete", "insert"], str, str]

_ELLIPSIS = re.compile(r"\.(?:\s\.){2,}|\.{3,}")
_MARKS = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‐": "-", "‑": "-"})


def word_difference(canonical: str, printed: str) -> list[Difference]:
    """The steps from the canonical text to the printed one: (operation, words taken away, words put there).

    Words are what stands between spaces, with their stops and their case, since a reader sees those; the form of
    quotation marks, apostrophes and ellipses makes no difference. Least number of words (Indel distance); neighbouring
    steps are one. Empty where both read the same.
    """
    return [(operation, taken, put) for operation, taken, put in word_steps(canonical, printed) if operation != "equal"]


def word_steps(canonical: str, printed: str) -> list[Step]:
    """All of both texts in steps: as `word_difference`, with the words that are the same in between (as "equal")."""
    before, after = _words(canonical), _words(printed)
    steps: list[Step] = []
    taken: list[str] = []
    put: list[str] = []
    for code in Indel.opcodes([_plain(w) for w in before], [_plain(w) for w in after]):
        if code.tag == "equal":
            _close(steps, taken, put)
            words = before[code.src_start : code.src_end], after[code.dest_start : code.dest_end]
            steps.append(("equal", " ".join(words[0]), " ".join(words[1])))
        else:
            taken += before[code.src_start : code.src_end]
            put += after[code.dest_start : code.dest_end]
    _close(steps, taken, put)
    return steps


def _words(text: str) -> list[str]:
    return _ELLIPSIS.sub("…", text).split()


def _plain(word: str) -> str:
    return word.translate(_MARKS)


def _close(steps: list[Step], taken: list[str], put: list[str]) -> None:
    if taken or put:
        operation: Operation = "replace" if taken and put else "delete" if taken else "insert"
        steps.append((operation, " ".join(taken), " ".join(put)))
    taken.clear()
    put.clear()
