"""The contents list, tied to the headings that it names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.assembly.enumerators import depth_of, enumerator
from pipeline.assembly.named import SAME_HEADING
from pipeline.assembly.wording import same_words
from pipeline.model.document import ContentsEntry, Element, ElementKind, Section


def contents_list(
    elements: Sequence[Element], sections: Sequence[Section]
) -> tuple[list[Element], list[ContentsEntry]]:
    """The elements with the entries' levels, and the entries in order.

    Levels are ranks from 1 of the numbering's depth, where all entries are numbered by decimals, else of the layout's
    levels (indentation). An entry names the first heading of its title after the one that the entry before it names;
    failing that, the best in the document.
    """
    places = [i for i, e in enumerate(elements) if e.kind is ElementKind.CONTENTS_ENTRY]
    titles = [elements[i].text.content for i in places]
    numbered = [enumerator(title, titles) for title in titles]
    depths = [depth_of(found[0]) if found else None for found in numbered]
    raw = [d or 1 for d in depths] if places and None not in depths else [elements[i].level or 1 for i in places]
    ranks = {level: rank for rank, level in enumerate(sorted(set(raw)), 1)}
    placed = list(elements)
    entries: list[ContentsEntry] = []
    last = -1
    for i, found, level in zip(places, numbered, raw, strict=True):
        text = elements[i].text.slice(found[1]) if found else elements[i].text
        section = _named(text.content, sections, last)
        last = section if section is not None else last
        page = elements[i].label_text if elements[i].label_text else None
        entries.append(ContentsEntry(text, page, ranks[level], i, section))
        placed[i] = replace(elements[i], level=ranks[level])
    return placed, entries


def _named(title: str, sections: Sequence[Section], last: int) -> int | None:
    scores = {k: same_words(title, s.title.content) for k, s in enumerate(sections)}
    fitting = [k for k, score in scores.items() if score >= SAME_HEADING]
    if not fitting:
        return None
    best = max(scores[k] for k in fitting)
    ahead = [k for k in fitting if k > last and scores[k] >= best]
    return ahead[0] if ahead else next(k for k in fitting if scores[k] >= best)
