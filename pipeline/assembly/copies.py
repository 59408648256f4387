"""Pull-quotes tied to the passage that they repeat.

Designers print a sentence of the text again, large, as decoration. Such a copy is found by aligning its words with each
running text (`pipeline.alignment`, which gives method and thresholds). A display quote that nothing repeats is a block
quote: its only printing is the quote itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.alignment import align
from pipeline.model.document import Copy, Element, ElementKind

_RUNNING = frozenset(
    {ElementKind.PARAGRAPH, ElementKind.LIST_ITEM, ElementKind.BLOCK_QUOTE, ElementKind.BOX, ElementKind.NOTE}
)

# The speaker below a display quote is no part of the passage: what stands after the closing mark, or after a dash.
_QUOTED = re.compile(r"^\W{0,3}[“\"«„](?P<quote>.+)[”\"»“]\W{0,3}(?P<speaker>[^”\"»]{0,120})$", re.S)
_DASHED = re.compile(r"^(?P<quote>.+[.!?…”\"»])\s*[—–]\s*(?P<speaker>[^.!?]{3,120})$", re.S)


def tie_copies(elements: Sequence[Element]) -> list[Element]:
    """The elements with each display quote either tied to its original or made a block quote.

    Where a report sets its block quotes as large as their copies, no running text has the passage, and of the display
    quotes that share it the first introduced by the text before it (a colon), else the first, is the original. Where it
    sets copies no larger than its text, they look like block quotes, but nothing introduces them.
    """
    displayed = [i for i, e in enumerate(elements) if e.kind is ElementKind.PULL_QUOTE]
    small = [i for i, e in enumerate(elements) if e.kind is ElementKind.BLOCK_QUOTE and not _introduced(elements, i)]
    running = [i for i, e in enumerate(elements) if e.kind in _RUNNING]
    copies = _copies(elements, displayed, running)
    copies.update(_copies(elements, small, [i for i in running if i not in small]))
    originals: list[int] = []
    lone = [i for i in displayed if i not in copies]
    for i in sorted(lone, key=lambda i: (not _introduced(elements, i), i)):
        copy = _original(elements[i], elements, originals)
        if copy is None:
            originals.append(i)
        else:
            copies[i] = copy
    kinds = dict.fromkeys(originals, ElementKind.BLOCK_QUOTE) | dict.fromkeys(copies, ElementKind.PULL_QUOTE)
    return [replace(e, kind=kinds.get(i, e.kind), copy=copies.get(i)) for i, e in enumerate(elements)]


def _copies(elements: Sequence[Element], quotes: Sequence[int], places: Sequence[int]) -> dict[int, Copy]:
    return {i: copy for i in quotes if (copy := _original(elements[i], elements, places))}


def quoted_part(display: str) -> str:
    """A display quote without the speaker set below it."""
    found = _QUOTED.match(display) or _DASHED.match(display)
    return found["quote"] if found else display


def _original(quote: Element, elements: Sequence[Element], places: Sequence[int]) -> Copy | None:
    """The best printing of the quote among the elements at these places, the earliest of equals."""
    best: tuple[float, Copy] | None = None
    for i in places:
        match = align(quoted_part(quote.text.content), elements[i].text.content)
        if match is not None and (best is None or match.score > best[0]):
            best = match.score, Copy(i, match.start, match.end)
    return best[1] if best else None


def _introduced(elements: Sequence[Element], place: int) -> bool:
    """Whether the text before it leads to the quote (with a colon), or it goes on from a quote that is led to."""
    for element in reversed(elements[:place]):
        if element.kind is ElementKind.PARAGRAPH:
            return element.text.content.rstrip().endswith((":", ","))
        if element.kind not in (ElementKind.BLOCK_QUOTE, ElementKind.PULL_QUOTE, ElementKind.NOTE):
            return False
    return False
