"""How well a grid explains what stands in its region: the one score by which methods compete.

The score is a weighted mean of what a reader goes by, less what speaks against a table:

* edges: the entries of a column line up left, right, in the middle, or at the decimal point;
* filled: positions hold text (tables have gaps, but few);
* drawn: boundaries are rules, or edges of grounds;
* values: columns right of the first hold numbers and signs;
* size: rows and columns enough that chance can't have made them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import mean

from pipeline.tables.cells import GridCell
from pipeline.tables.grids import Frame, Grid
from pipeline.tables.values import is_value
from pipeline.tables.words import text_of

MIN_SCORE = 0.6
LEVEL_EDGE = 0.4  # ems that entries of one column may differ at their common edge
SURE_STEPS = (5, 3)  # row and column boundaries inside a grid from which chance is out of the question
SPARSE = 0.45  # of the positions filled: with less, rules are a chart's grid or a form's boxes
LONG_CELL = 25  # words: as long as a sentence
UNDECIDED = 0.5  # for a column with a single entry


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for a grid, each from 0 to 1."""

    edges: float
    filled: float
    drawn: float
    values: float
    size: float
    prose: float

    @property
    def score(self) -> float:
        """The weighted mean, less what speaks against it."""
        sure = max(self.drawn, self.size)
        mean = 0.3 * self.edges + 0.2 * self.filled + 0.2 * self.values + 0.3 * sure
        return max(0.0, mean * min(1.0, self.filled / SPARSE) - 0.3 * self.prose)

    @property
    def words(self) -> str:
        """The evidence in a sentence."""
        return (
            f"edges {self.edges:.2f}, filled {self.filled:.2f}, drawn {self.drawn:.2f}, values {self.values:.2f}, "
            f"size {self.size:.2f}, prose {self.prose:.2f}"
        )


def evidence(frame: Frame, grid: Grid) -> Evidence:
    """What speaks for reading the frame as this grid."""
    height, width = len(grid.rows) - 1, len(grid.columns) - 1
    cells = [c for c in grid.cells if c.words]
    body = [c for c in cells if c.row >= grid.header_rows]
    columns = [[c for c in body if c.column == k and c.column_span == 1] for k in range(width)]
    inner = [*grid.columns[1:-1], *grid.rows[1:-1]]
    covered = sum(c.row_span * c.column_span for c in cells)
    values = [mean(is_value(text_of(c.words)) for c in col) for col in columns[1:] if col]
    long = sum(len(c.words) > LONG_CELL for c in cells)
    return Evidence(
        edges=mean([_edges(col, frame.em) for col in columns if col] or [0.0]),
        filled=covered / (height * width),
        drawn=mean([_drawn(b.kind) for b in inner] or [0.0]),
        values=mean(values) if values else 0.0,
        size=min(1.0, (height - 1) / SURE_STEPS[0]) * min(1.0, (width - 1) / SURE_STEPS[1]),
        prose=long / max(1, len(cells)),
    )


def _drawn(kind: str) -> float:
    return {"ink": 1.0, "edge": 0.8, "space": 0.0}[kind]


def _edges(column: Sequence[GridCell], em: float) -> float:
    """The share of a column's entries that agree at the edge where most do."""
    if len(column) < 2:
        return UNDECIDED
    lefts = [min(w.box.x0 for w in c.words) for c in column]
    rights = [max(w.box.x1 for w in c.words) for c in column]
    middles = [(a + b) / 2 for a, b in zip(lefts, rights, strict=True)]
    return max(_agreeing(places, LEVEL_EDGE * em) for places in (lefts, rights, middles))


def _agreeing(places: Sequence[float], slack: float) -> float:
    ordered = sorted(places)
    best, low = 0, 0
    for high, place in enumerate(ordered):
        while place - ordered[low] > 2 * slack:
            low += 1
        best = max(best, high - low + 1)
    return best / len(ordered)
