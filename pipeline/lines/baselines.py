"""Glyphs sorted onto baselines, and baselines cut into lines at wide gaps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.lines.corridors import NARROWEST, joined_but_at_gutters
from pipeline.model.pages import Glyph

BASELINE_TOLERANCE = 0.12  # of the font size: more is a raised or lowered letter

# A gap as wide as this many ems is no space between words of one line but one between columns, cells, or a label and
# its text. Justified lines can have such gaps too: layout joins what it finds side by side in one column.
CUT_GAP = 1.0


def lines_of_glyphs(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """Visible, upright, non-blank glyphs as lines: one baseline, left to right, without wide gaps inside."""
    yield from joined_but_at_gutters([_cut(row) for row in _rows(glyphs)], CUT_GAP)


def _rows(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    row: list[Glyph] = []
    for glyph in sorted(glyphs, key=lambda g: (g.baseline, g.box.x0, g.index)):
        drop = glyph.baseline - row[-1].baseline if row else 0.0
        if drop and drop > BASELINE_TOLERANCE * min(glyph.size, row[-1].size):
            yield row
            row = []
        row.append(glyph)
    if row:
        yield row


def _cut(row: list[Glyph]) -> list[list[Glyph]]:
    if row[0].baseline != row[-1].baseline:  # else they are sorted
        row.sort(key=lambda g: (g.box.x0, g.index))
    pieces = [[row[0]]]
    right = row[0].box.x1
    for glyph in row[1:]:
        x0, _, x1, _ = glyph.box
        if x0 > right and x0 - right > NARROWEST * min(glyph.size, pieces[-1][-1].size):
            pieces.append([])
            right = x1
        pieces[-1].append(glyph)
        if x1 > right:
            right = x1
    return pieces
