"""The section tree of the headings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.assembly.enumerators import enumerator
from pipeline.model.document import Element, ElementKind, Section, Zone


def section_tree(elements: Sequence[Element]) -> tuple[list[Element], list[Section]]:
    """The elements with the section that each stands in, and the sections, levels counted from the outermost heading.

    Levels are ranks: where the body's headings have the layout's levels 2 and 4, these are 1 and 2. A heading's parent
    is the nearest heading before it of a smaller level.
    """
    places = [i for i, e in enumerate(elements) if e.kind is ElementKind.HEADING and e.zone is Zone.BODY]
    opening = set(places)
    ranks = {level: rank for rank, level in enumerate(sorted({_level(elements[i]) for i in places}), 1)}
    titles = [elements[i].text.content for i in places]
    sections: list[Section] = []
    placed: list[Element] = []
    current: int | None = None
    for i, element in enumerate(elements):
        if i in opening:
            level = ranks[_level(element)]
            sections.append(_section(element, i, level, sections, titles))
            current = len(sections) - 1
            element = replace(element, level=level)
        placed.append(replace(element, section=current if element.zone in (Zone.BODY, Zone.BACK) else None))
    return placed, sections


def _level(element: Element) -> int:
    return 1 if element.level is None else element.level


def _section(element: Element, place: int, level: int, before: Sequence[Section], titles: Sequence[str]) -> Section:
    parent = next((k for k in range(len(before) - 1, -1, -1) if before[k].level < level), None)
    found = enumerator(element.text.content, titles)
    number, start = found if found else (None, 0)
    return Section(element.text.slice(start) if start else element.text, number, level, parent, place)
