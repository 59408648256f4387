"""Run-in headings: the first words of a paragraph, set apart by weight or slope, closed by a stop.

They stand on the line of their paragraph (LaTeX's \\paragraph, the lowest level of many house styles). One alone may
be emphasis; a look that opens several paragraphs of the document is a heading's, and so is one with more white behind
it than a word space, or in bold type spelled like a title.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.layout.body import HALF_POINT, Body
from pipeline.layout.chunks import Chunk
from pipeline.layout.headings import Look
from pipeline.layout.numbering import number_of
from pipeline.model.lines import Style

STOPS = ".:?!"
MOST_WORDS = 12
LONGEST = 0.8  # of the chunk's characters: what is nearly all of it is no opening
OFTEN = 2  # paragraphs that open in the same look
SHORT_WORD = 3  # letters: titles spell articles and prepositions small
WIDE = 0.7  # ems of white behind it


@dataclass(frozen=True, slots=True)
class RunIn:
    """Where a run-in heading ends: row and character of the text that follows it."""

    row: int
    start: int
    look: Look
    sure: bool  # so set that it is a heading though no other paragraph opens like it

    def words_of(self, chunk: Chunk) -> str:
        """The heading's text."""
        whole = [r.text for r in chunk.rows[: self.row]]
        return " ".join([*whole, chunk.rows[self.row].text[: self.start].strip()]).strip()


def run_in_of(chunk: Chunk, body: Body) -> RunIn | None:
    """The opening of a paragraph that differs from what follows and ends in a stop, or None."""
    first = chunk.rows[0].line.style_at(0)
    if chunk.rows[0].label_end or not _differs(first, body) or abs(first.size - body.size) > 2:
        return None
    words = 0
    for k, row in enumerate(chunk.rows):
        for span in row.line.styles:
            if _same(span.style, first) or not row.text[span.start : span.end].strip():
                words += len(row.text[span.start : span.end].split())
                continue
            return _closed(chunk, k, span.start, first) if words <= MOST_WORDS else None
        if words > MOST_WORDS:
            return None
    return None


def looks_that_open(openings: Sequence[RunIn]) -> frozenset[Look]:
    """The looks that are headings'."""
    counts = Counter(o.look for o in openings)
    sure = {o.look for o in openings if o.sure}
    return frozenset(look for look, n in counts.items() if n >= OFTEN or look in sure)


def _closed(chunk: Chunk, row: int, start: int, style: Style) -> RunIn | None:
    line = chunk.rows[row].line
    if start == 0:
        return None  # ends with its row: the row is a heading of its own, or the stop is missing
    opening = " ".join([*(r.text for r in chunk.rows[:row]), line.text[:start].strip()]).strip()
    if opening[-1:] not in STOPS or not line.text[start - 1].isspace() or not any(c.isalpha() for c in opening):
        return None
    if len(opening) > LONGEST * len(chunk.text):
        return None
    if opening.endswith(":") and len(chunk.rows) == 1:
        return None  # "Date: 3 May": a label and its value fill one row, a heading opens a paragraph
    end = len(line.text[:start].rstrip())
    gap = float(line.x0[start] - line.x1[end - 1])
    number = number_of(opening)
    look = Look(
        round(style.size / HALF_POINT) * HALF_POINT,
        style.bold,
        style.italic,
        style.color,
        False,
        number.scheme + str(number.depth or "") if number else "",
        run_in=True,
    )
    return RunIn(row, start, look, gap > WIDE * style.size or (style.bold and _is_in_title_case(opening)))


def _is_in_title_case(opening: str) -> bool:
    """Whether several words end in a stop, each long one with a capital: a title's spelling, and no sentence's."""
    words = opening.split()
    return len(words) > 1 and opening[-1] == "." and all(w[0].isupper() for w in words if len(w) > SHORT_WORD)


def _same(a: Style, b: Style) -> bool:
    return a.bold == b.bold and a.italic == b.italic and a.color == b.color


def _differs(style: Style, body: Body) -> bool:
    return (style.bold and not body.bold) or style.italic
