"""Headings as the contents list names them: a second witness beside the typography.

A designer may set a heading so that nothing on its page tells it from text, or two levels alike. The contents list says
what is a heading, and by its indents or numbers at which level.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from pipeline.assembly.wording import same_words
from pipeline.model.document import Element, ElementKind, Zone
from pipeline.model.text import EMPTY, Text

SAME_HEADING = 88.0  # rapidfuzz ratio, 0 to 100: a contents list may shorten or misspell a heading a little
SAME_TEXT = 95.0  # ... and for a text that does not look like a heading: all but case and a letter
AGREED = 0.8  # share of the named headings whose level must fit the list's before it may mend the others

# What a heading may have been taken for.
_MISTAKEN = frozenset(
    {ElementKind.PARAGRAPH, ElementKind.BLOCK_QUOTE, ElementKind.PULL_QUOTE, ElementKind.BOX, ElementKind.LIST_ITEM}
)


def named_headings(elements: Sequence[Element]) -> list[Element]:
    """The elements with texts that the contents list names made headings, and odd levels of named headings mended."""
    entries = [(e.text.content, e.level or 1) for e in elements if e.kind is ElementKind.CONTENTS_ENTRY]
    headings = [i for i, e in enumerate(elements) if e.kind is ElementKind.HEADING and e.zone is Zone.BODY]
    named = {i: level for i in headings for title, level in entries if _names(title, elements[i], SAME_HEADING)}
    levels = _levels(elements, named)
    mended = list(elements)
    if len(levels) > 1 and _agree(elements, named, levels):
        for i, level in named.items():
            mended[i] = replace(elements[i], level=levels[level])
    found = {title for title, _ in entries if any(_names(title, elements[i], SAME_HEADING) for i in headings)}
    for title, level in entries:
        for i, e in enumerate(elements):
            mistaken = e.kind in _MISTAKEN and e.zone is Zone.BODY
            if title not in found and mistaken and _names(title, e, SAME_TEXT):
                flat = len({level for _, level in entries}) < 2
                mended[i] = _as_heading(e, _level_by_size(e, elements) if flat else _level(level, levels))
    return mended


def _as_heading(element: Element, level: int) -> Element:
    """A text as the heading that it is, its label (of what looked like a list item) part of it again."""
    text = Text.join([element.label_text, element.text]) if element.label_text else element.text
    rules = (*element.rules, "named by the contents list")
    return replace(element, kind=ElementKind.HEADING, text=text, level=level, label=None, label_text=EMPTY, rules=rules)


def _names(title: str, element: Element, least: float) -> bool:
    """Whether a contents entry has the element's words, with or without its number."""
    text = element.text.content
    labelled = f"{element.label} {text}" if element.label else text
    return same_words(title, text) >= least or same_words(title, labelled) >= least


def _levels(elements: Sequence[Element], named: dict[int, int]) -> dict[int, int]:
    """For each level of the contents list, the level of most headings that it names there (the outermost of equals)."""
    counts: dict[int, Counter[int]] = {}
    for i, level in named.items():
        counts.setdefault(level, Counter())[elements[i].level or 1] += 1
    return {level: min(found, key=lambda k: (-found[k], k)) for level, found in sorted(counts.items())}


def _agree(elements: Sequence[Element], named: dict[int, int], levels: dict[int, int]) -> bool:
    """Whether the list's levels rise with the headings' own, and most headings have theirs."""
    rising = list(levels.values()) == sorted(set(levels.values()))
    fitting = sum((elements[i].level or 1) == levels[level] for i, level in named.items())
    return rising and fitting >= AGREED * len(named)


def _level_by_size(element: Element, elements: Sequence[Element]) -> int:
    """A level for a heading that a list without levels names: that of its size, or between the larger and smaller.

    Larger than all, it is above them (levels are made ranks later).
    """
    known = {
        _size(e): e.level or 1 for e in reversed(elements) if e.kind is ElementKind.HEADING and e.zone is Zone.BODY
    }
    size = _size(element)
    if not known:
        return 1
    if size in known:
        return known[size]
    larger = [level for other, level in known.items() if other > size]
    return max(larger) + 1 if larger else min(known.values()) - 1


def _size(element: Element) -> float:
    return round(element.text.runs[0].line.size, 1) if element.text.runs else 0.0


def _level(listed: int, levels: dict[int, int]) -> int:
    """The headings' level for one of the list: known, or as much deeper than a known one as the list's is."""
    if listed in levels:
        return levels[listed]
    above = [level for level in levels if level < listed]
    return levels[max(above)] + 1 if above else listed
