"""Numbered paragraphs: documents whose whole text is counted, so that others can cite it by paragraph.

Judgments, inquiry reports, circulars and decisions number their paragraphs from the first to the last, on and on under
all headings (Practice Direction (Judgments: Form and Citation) [2001] 1 WLR 194). A list's count ends where its list
does: before the next heading, and with text behind it that is not counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set

from pipeline.layout.chunks import Chunk
from pipeline.layout.lists import STEP
from pipeline.layout.rows import Key, key_of

FEWEST = 3  # paragraphs: two numbers follow each other by chance
MOSTLY = 0.5  # of the document's letters outside headings: what is left are items, quotations and the front
_NUMBER = re.compile(r"(\d{1,3})([.)])\s")


def numbered_paragraphs(chunks: Sequence[Chunk], headings: Set[Key]) -> Iterator[Chunk]:
    """Those of a document's chunks, in reading order, that are its numbered paragraphs; `headings` by first row."""
    letters = sum(len(c.text) for c in chunks if key_of(c.rows[0]) not in headings)
    for run in _runs([c for c in chunks if key_of(c.rows[0]) not in headings]):
        members = {key_of(c.rows[0]) for c in run}
        if len(run) < FEWEST or sum(len(c.text) for c in run) < MOSTLY * letters:
            continue
        if _spans_a_heading(chunks, members, headings):
            yield from run


def _runs(chunks: Sequence[Chunk]) -> Iterator[list[Chunk]]:
    """Chunks that count on from each other in one form and at one inset, whatever stands between them."""
    runs: list[tuple[int, str, list[Chunk]]] = []
    for chunk in chunks:
        match = _NUMBER.match(chunk.text)
        if not match:
            continue
        number, stop = int(match[1]), match[2]
        for k, (last, form, run) in enumerate(runs):
            if number == last + 1 and stop == form and abs(_inset(chunk) - _inset(run[-1])) < STEP * _em(chunk):
                runs[k] = number, form, [*run, chunk]
                break
        else:
            runs.append((number, stop, [chunk]))
    yield from (run for _, _, run in runs)


def _spans_a_heading(chunks: Sequence[Chunk], members: Set[Key], headings: Set[Key]) -> bool:
    """Whether a heading stands between two of the paragraphs."""
    keys = [key_of(c.rows[0]) for c in chunks]
    places = [i for i, key in enumerate(keys) if key in members]
    return any(key in headings for key in keys[places[0] : places[-1]])


def _inset(chunk: Chunk) -> float:
    return chunk.rows[0].x0 - chunk.left


def _em(chunk: Chunk) -> float:
    return chunk.rows[0].line.size
