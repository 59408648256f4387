"""Where a report says what its acronyms stand for: "Fen Water Network (FWN)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.extraction.acronyms import acronym_after, stands_for
from pipeline.extraction.member_lists import CAPITAL, NAME
from pipeline.extraction.prose import Passage, Prose
from pipeline.extraction.sentences import Span

LONGEST_NAME = 120  # characters: ten words or more
_NAME_AT_END = re.compile(rf"(?<!\w){NAME}$")


@dataclass(frozen=True, slots=True)
class Definition:
    """A name and the acronym in brackets after it, with where they stand in the passage."""

    passage: Passage
    name_at: Span
    acronym_at: Span

    @property
    def name(self) -> str:
        """The name."""
        return self.passage.content[slice(*self.name_at)]

    @property
    def acronym(self) -> str:
        """The acronym."""
        return self.passage.content[slice(*self.acronym_at)]


def definitions(prose: Prose) -> list[Definition]:
    """The first definition of each acronym, in reading order."""
    found: dict[str, Definition] = {}
    for passage in prose.passages:
        content = passage.content
        for bracket in re.finditer(r"(?<=\S) \(", content):
            span = acronym_after(content, bracket.start())
            before = _NAME_AT_END.search(content, max(0, bracket.start() - LONGEST_NAME), bracket.start())
            if span is None or before is None:
                continue
            acronym = content[slice(*span)]
            start = next((at for at in _starts(before.group()) if stands_for(acronym, before.group()[at:])), None)
            if start is not None:
                name = Span(before.start() + start, bracket.start())
                found.setdefault(acronym, Definition(passage, name, Span(*span)))
    return list(found.values())


def _starts(name: str) -> Iterator[int]:
    """Where a name in a stretch of capitals may begin: at its start without "The", or at a later capital."""
    article = len("The ") if name.startswith("The ") else 0
    yield article
    yield from (m.start() for m in re.finditer(rf"(?<= ){CAPITAL}", name) if m.start() > article)
