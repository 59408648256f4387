"""Pull-quotes tied to the passage that they repeat.

Designers print a sentence of the text again, large, as decoration. Such a copy is found by aligning its words with each
running text (`pipeline.alignment`, which gives method and thresholds). A display quote that nothing repeats is a block
quote: its only printing is the quote itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.assembly.printings import printings
from pipeline.model.document import Copy, Element, ElementKind

FEWEST_WORDS = 4  # a name or a date in large type stands in the text too, and is no copy of a passage

_RUNNING = frozenset(
    {ElementKind.PARAGRAPH, ElementKind.LIST_ITEM, ElementKind.BLOCK_QUOTE, ElementKind.BOX, ElementKind.NOTE}
)


def tie_copies(elements: Sequence[Element]) -> list[Element]:
    """The elements with each display quote either tied to its original or made a block quote.

    Where a report sets its block quotes as large as their copies, no running text has the passage, and of the display
    quotes that share it the first introduced by the text before it (a colon), else the first, is the original. Where it
    sets copies no larger than its text, they look like block quotes, but nothing introduces them.
    """
    displayed = [i for i, e in enumerate(elements) if e.kind is ElementKind.PULL_QUOTE]
    worded = [i for i in displayed if len(elements[i].text.content.split()) >= FEWEST_WORDS]
    small = [i for i, e in enumerate(elements) if e.kind is ElementKind.BLOCK_QUOTE and not _introduced(elements, i)]
    running = [i for i, e in enumerate(elements) if e.kind in _RUNNING]
    copies = _copies(elements, worded, running)
    copies.update(_copies(elements, small, [i for i in running if i not in set(small)]))
    originals: list[int] = []
    lone = [i for i in displayed if i not in copies]
    for i in sorted(lone, key=lambda i: (not _introduced(elements, i), i)):
        copy = _copies(elements, [i], originals)
        copies.update(copy)
        if not copy:
            originals.append(i)
    kinds = dict.fromkeys(originals, ElementKind.BLOCK_QUOTE) | dict.fromkeys(copies, ElementKind.PULL_QUOTE)
    return [replace(e, kind=kinds.get(i, e.kind), copy=copies.get(i)) for i, e in enumerate(elements)]


def _copies(elements: Sequence[Element], quotes: Sequence[int], places: Sequence[int]) -> dict[int, Copy]:
    """For each of the quotes that one of the elements at these places has: where."""
    found = printings({i: elements[i].text.content for i in quotes}, {i: elements[i].text.content for i in places})
    return {i: Copy(p.place, p.start, p.end) for i, p in found.items()}


def _introduced(elements: Sequence[Element], place: int) -> bool:
    """Whether the text before it leads to the quote (with a colon), or it goes on from a quote that is led to."""
    for element in reversed(elements[:place]):
        if element.kind is ElementKind.PARAGRAPH:
            return element.text.content.rstrip().endswith((":", ","))
        if element.kind not in (ElementKind.BLOCK_QUOTE, ElementKind.PULL_QUOTE, ElementKind.NOTE):
            return False
    return False
