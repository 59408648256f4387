"""Paragraphs that begin with a person's initial: "A. Baker kept the book" is no item A of a list.

A letter counts where its neighbour in the alphabet stands before or behind it in the same way; a Roman numeral before a
heading is no such neighbour.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pipeline.layout.chunks import Chunk
from pipeline.layout.labels import may_be_initial


def with_initials(chunks: Iterable[Chunk]) -> Iterator[Chunk]:
    """Those of a document's chunks, headings left out, whose label is a person's initial."""
    lettered = [c for c in chunks if may_be_initial(c.rows[0].line)]
    letters = [ord(c.text[0]) for c in lettered]
    for i, chunk in enumerate(lettered):
        if letters[i] - 1 not in letters[max(0, i - 1) : i] and letters[i] + 1 not in letters[i + 1 : i + 2]:
            yield chunk
