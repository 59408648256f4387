"""The words of two readers of one page, held against each other.

Both part words differently (letter-spacing, narrow gaps, hyphens at line ends), and read in different orders. So words
are struck off in pairs first; a word that is left over on one side is seen by the other too if it stands in what is
left over there, written without spaces, or can be put together of pieces from there (and of single letters).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from pipeline.validation.witness.folding import bare

LONGEST_WORD = 200  # letters: what is longer is no word, and trying all its parts costs their square
_DOUBLE = re.compile(r"(.{1,3})\1+")  # a glyph is a ligature of at most three letters


def without_doubles(word: str) -> str:
    """A word with what is written twice in a row once: readers undo faux bold differently ("office", "offiffice")."""
    before = ""
    while before != word:
        before, word = word, _DOUBLE.sub(r"\1", word)
    return word


def only_in_first(first: Sequence[str], second: Sequence[str], set_aside: str = "") -> list[int]:
    """The indices of the words of the first reader that the second does not have.

    `set_aside` is text that the second has set aside as invisible: it is no news that the first one sees it.
    """
    left_first, left_second = _left_over(first, second), _left_over(second, first)
    seen = "".join(bare(second[i]) for i in left_second) + " " + bare(set_aside)
    pieces = {bare(second[i]) for i in left_second} | {form for word in second if len(form := bare(word)) == 1}
    return [i for i in left_first if bare(first[i]) not in seen and not _made_of(bare(first[i]), pieces)]


def _made_of(word: str, pieces: set[str]) -> bool:
    """Whether a word is a row of these pieces (the word break problem, by dynamic programming)."""
    if len(word) > LONGEST_WORD:
        return False
    reached = [True] + [False] * len(word)
    for end in range(1, len(word) + 1):
        reached[end] = any(reached[start] and word[start:end] in pieces for start in range(end))
    return reached[-1]


def _left_over(words: Sequence[str], others: Sequence[str]) -> list[int]:
    """The indices of words that find no partner among the others; what has no letter or digit needs none."""
    stock = Counter(bare(word) for word in others)
    rest = []
    for i, word in enumerate(words):
        form = bare(word)
        if stock[form] > 0:
            stock[form] -= 1
        elif form:
            rest.append(i)
    return rest
