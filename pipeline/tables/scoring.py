"""How well a grid explains what stands in its region: the one score by which methods compete.

The score is a weighted mean of what a reader goes by, less what speaks against a table:

* edges: the entries of a column line up left, right, in the middle, or at the decimal point;
* filled: positions hold text (tables have gaps, but few);
* drawn: boundaries are rules, or edges of grounds, that run along the whole grid, or a structure tree tells them;
* size: where nothing is drawn, rows and columns enough that chance can't have made them;
* values: columns right of the first hold numbers and signs;
* heading: the first row is set apart, by weight, by a rule or ground, or as words above values;
* stray: rules inside that lie on no boundary, as in diagrams (taken off);
* prose: columns of long texts side by side, or rows that go on from row to row, as lines of text do (taken off).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import mean

from pipeline.tables.cells import GridCell
from pipeline.tables.columns import Boundary
from pipeline.tables.grids import Frame, Grid
from pipeline.tables.values import is_value
from pipeline.tables.words import text_of

MIN_SCORE = 0.6
MIN_BARE = 0.62  # where hardly anything is drawn: below that, the tables found in prose outnumber the true ones
BARE = 0.05  # of the boundaries are drawn
LEVEL_EDGE = 0.4  # ems that entries of one column may differ at their common edge
SURE_STEPS = (5, 3)  # row and column boundaries inside a grid from which chance is out of the question
SPARSE = 0.5  # of the positions filled: with less, rules are a chart's grid or a form's boxes
LONG_CELL = 25  # words: as long as a sentence
PHRASE = 3  # words: shorter texts begin small in some tables, too
MANY_TEXTS = 6
RUNNING_ON = 0.3  # of the lines of running text begin small at least, even of titles and lists
UNDECIDED = 0.5  # for a column with a single entry
EDGE_OF_GROUND = 0.8  # as much as a rule, nearly: a ground may be there for emphasis
TOLD = 0.8  # as much as a ground: a tree is made with care or by guess, and is heard where the page bears it out
NEAR = 0.6  # ems from a boundary: a rule may lie anywhere in the space that parts two cells
BOLD = 0.8  # of the heading's words, and at most half as many of the body's


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for a grid, each from 0 to 1."""

    edges: float
    filled: float
    drawn: float
    size: float
    values: float
    heading: float
    stray: float
    prose: float

    @property
    def score(self) -> float:
        """The weighted mean, less what speaks against it."""
        sure = max(self.drawn, self.size)
        whole = 0.27 * self.edges + 0.18 * self.filled + 0.27 * sure + 0.18 * self.values + 0.1 * self.heading
        return max(0.0, whole * min(1.0, self.filled / SPARSE) * (1.0 - self.stray) - 0.3 * self.prose)

    @property
    def enough(self) -> bool:
        """Whether it is enough to take the grid for a table."""
        return self.score >= (MIN_BARE if self.drawn < BARE else MIN_SCORE)

    @property
    def words(self) -> str:
        """The evidence in a line."""
        return (
            f"edges {self.edges:.2f}, filled {self.filled:.2f}, drawn {self.drawn:.2f}, size {self.size:.2f}, "
            f"values {self.values:.2f}, heading {self.heading:.0f}, stray {self.stray:.2f}, prose {self.prose:.2f}"
        )


def evidence(frame: Frame, grid: Grid) -> Evidence:
    """What speaks for reading the frame as this grid."""
    height, width = len(grid.rows) - 1, len(grid.columns) - 1
    cells = [c for c in grid.cells if c.words]
    body = [c for c in cells if c.row >= grid.header_rows]
    columns = [_entries(k, body, cells) for k in range(width)]
    box = grid.box
    across = [_drawn(b, box.top, box.bottom) for b in grid.columns[1:-1]]
    down = [_drawn(b, box.x0, box.x1) for b in grid.rows[1:-1]]
    values = [mean(is_value(text_of(c.words)) for c in col) for col in columns[1:] if col]
    return Evidence(
        edges=mean([_edges(col, frame.em) for col in columns if col] or [0.0]),
        filled=sum(c.row_span * c.column_span for c in cells) / (height * width),
        drawn=mean([*across, *down] or [0.0]),
        size=min(1.0, (height - 1) / SURE_STEPS[0]) * min(1.0, (width - 1) / SURE_STEPS[1]),
        values=mean(values) if values else 0.0,
        heading=float(grid.header_rows > 0 or first_row_is_bold(grid)),
        stray=_stray(frame, grid),
        prose=max(_side_by_side(columns), _running_on(columns)),
    )


def _entries(column: int, body: Sequence[GridCell], cells: Sequence[GridCell]) -> list[GridCell]:
    """The entries of a column's body; with its heading, where there is only one."""
    entries = [c for c in body if c.column == column and c.column_span == 1]
    return entries if len(entries) > 1 else [c for c in cells if c.column == column and c.column_span == 1]


def _drawn(boundary: Boundary, start: float, end: float) -> float:
    """How far a boundary is drawn: the share of its length, less for the edge of a ground or a tree's word for it."""
    if boundary.kind == "space":
        return 0.0
    if boundary.kind == "tag":
        return TOLD
    share = boundary.length(start, end) / (end - start)
    return share if boundary.kind == "ink" else EDGE_OF_GROUND * share


def _stray(frame: Frame, grid: Grid) -> float:
    """The share of the rules' length inside the frame that lies beside all boundaries."""
    play = NEAR * frame.em
    total = stray = 0.0
    for strokes, bounds in (
        (frame.strokes.horizontal, [b.at for b in grid.rows]),
        (frame.strokes.vertical, [b.at for b in grid.columns]),
    ):
        for s in strokes:
            if s.kind == "ink" and s.length > frame.em:
                total += s.length
                stray += s.length if all(abs(s.at - at) > play for at in bounds) else 0.0
    return stray / total if total else 0.0


def _side_by_side(columns: Sequence[Sequence[GridCell]]) -> float:
    """Of the columns beside one, the share that holds long texts as that one does."""
    long = sum(sum(len(c.words) > LONG_CELL for c in col) > 0.5 * len(col) for col in columns)
    return max(0, long - 1) / max(1, len(columns) - 1)


def _running_on(columns: Sequence[Sequence[GridCell]]) -> float:
    """The share of cells with several words that begin small, as lines of running text do; 0 where few do."""
    texts = [c for col in columns for c in col if len(c.words) >= PHRASE]
    small = sum(c.words[0].text[:1].islower() for c in texts)
    return small / len(texts) if len(texts) >= MANY_TEXTS and small > RUNNING_ON * len(texts) else 0.0


def first_row_is_bold(grid: Grid) -> bool:
    """Whether the first row is bold, unlike the entries below it."""
    first = [w for c in grid.cells if c.row == 0 for w in c.words]
    rest = [w for c in grid.cells if c.row > 0 and c.column > 0 for w in c.words]
    if not first or not rest:
        return False
    return mean(w.bold for w in first) >= BOLD and mean(w.bold for w in rest) <= BOLD / 2


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
