"""The words that a document prints inside its lines: the dictionary by which hyphenation is undone."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.model.lines import Line

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*(?:-[^\W\d_]+(?:['’][^\W\d_]+)*)*")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """How often each word stands whole inside a line, in lower case; a hyphenated one counts whole and by its parts."""

    words: Counter[str]

    @staticmethod
    def of(lines: Iterable[Line]) -> Vocabulary:
        """The words of these lines; a last word that ends in a hyphen is no whole word."""
        words: Counter[str] = Counter()
        for line in lines:
            text = line.text.casefold()
            for found in WORD.finditer(text):
                if text[found.end() : found.end() + 1] == "-" and found.end() + 1 == len(text):
                    continue
                words[found[0]] += 1
                if "-" in found[0]:
                    words.update(found[0].split("-"))
        return Vocabulary(words)

    def knows(self, word: str) -> int:
        """How often it stands in the document."""
        return self.words[word.casefold()]
