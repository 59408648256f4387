"""Items of one list marked as a group, and their depth counted from 0."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.model.document import Element, ElementKind

# What may stand between two items of one list on the page without ending it.
_FLOATS = frozenset(
    {ElementKind.NOTE, ElementKind.PULL_QUOTE, ElementKind.FIGURE, ElementKind.TABLE, ElementKind.CAPTION}
)
_BOXED = ElementKind.BOX


def group_lists(elements: Sequence[Element]) -> list[Element]:
    """The elements with `group` numbers: the items of one list share one, and so do the paragraphs of one box.

    A list ends at other text, or where its outermost count starts again at 1.
    """
    grouped: list[Element] = []
    group, open_kind = -1, None
    for element in elements:
        if element.kind in _FLOATS:
            grouped.append(element)
            continue
        if element.kind not in (ElementKind.LIST_ITEM, _BOXED):
            open_kind = None
            grouped.append(element)
            continue
        if open_kind is not element.kind or _starts_again(element):
            group += 1
        open_kind = element.kind
        grouped.append(replace(element, group=group))
    return _with_depths(grouped)


def _starts_again(element: Element) -> bool:
    outermost = element.kind is ElementKind.LIST_ITEM and not element.level
    return outermost and re.fullmatch(r"\W*1\W*", element.label or "") is not None


def _with_depths(elements: Sequence[Element]) -> list[Element]:
    """Depths of each list as ranks from 0."""
    levels: dict[int, set[int]] = {}
    for e in elements:
        if e.kind is ElementKind.LIST_ITEM and e.group is not None:
            levels.setdefault(e.group, set()).add(e.level or 0)
    ranks = {group: {level: rank for rank, level in enumerate(sorted(found))} for group, found in levels.items()}
    return [
        replace(e, level=ranks[e.group][e.level or 0]) if e.kind is ElementKind.LIST_ITEM and e.group in ranks else e
        for e in elements
    ]
