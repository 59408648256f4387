"""Names found again in prose: which of them a stretch of text names, the longest first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_FOLD = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "‐": "-", "‑": "-", "\u00a0": " "})
_ARTICLE = re.compile(r"the ", re.I)


@dataclass(frozen=True, slots=True)
class Found:
    """A name in a text: content[start:end] names `name`."""

    start: int
    end: int
    name: str


def fold_name(name: str) -> str:
    """A name as it is compared: apostrophes and hyphens of one form; case stays. As long as the name."""
    return name.translate(_FOLD)


def without_article(name: str) -> str:
    """A name without a leading "the"."""
    return _ARTICLE.sub("", name, count=1) if _ARTICLE.match(name) else name


class NameFinder:
    """Finds names in texts, as whole words, the longest first, none inside another."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = {fold_name(without_article(n)): n for n in sorted(names, reverse=True)}
        longest_first = sorted(self._names, key=lambda n: (-len(n), n))
        body = "|".join(re.escape(n) for n in longest_first)
        self._pattern = re.compile(rf"(?<![\w@./])(?:{body})(?![\w@]|[-./]\w)") if body else None

    def find(self, content: str) -> Iterator[Found]:
        """The names in a text, in order. A capital "The" is part of what is found where it is part of the name."""
        if self._pattern is None:
            return
        for match in self._pattern.finditer(fold_name(content)):
            start = match.start()
            name = self._names[match[0]]
            if name.startswith("The ") and content[max(0, start - 4) : start] == "The ":
                start -= 4
            yield Found(start, match.end(), name)
