"""Labels whose glyphs have no meaning in Unicode: what they are is told by the list that they stand in.

Fonts draw figures of one width, and bullets, with glyphs that some programs cannot name: they come out as characters of
the private use area or as unknown ones. The same glyph before each item is a bullet. Different glyphs before items that
follow each other count them: the first is 1.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pipeline.layout.chunks import Chunk

BULLET = "•"
_NAMELESS = re.compile(r"[\ue000-\uf8ff\ufffd]{1,3}(?=\s)")


def nameless_label(text: str) -> str | None:
    """The label without meaning that a text starts with, or None."""
    match = _NAMELESS.match(text)
    return match[0] if match else None


def told_labels(chunks: Iterable[Chunk]) -> Iterator[tuple[Chunk, str]]:
    """The chunks that start with such a label, each with the label that its list tells."""
    run: list[tuple[Chunk, str]] = []
    for chunk in chunks:
        label = nameless_label(chunk.text)
        if label is None:
            yield from _told(run)
            run = []
        else:
            run.append((chunk, label))
    yield from _told(run)


def _told(run: list[tuple[Chunk, str]]) -> Iterator[tuple[Chunk, str]]:
    counted = len(run) > 1 and len({label for _, label in run}) == len(run)
    for i, (chunk, _) in enumerate(run, start=1):
        yield chunk, f"{i}." if counted else BULLET
