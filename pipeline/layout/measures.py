"""The edges of the text's columns, as the whole document shows them: a quote alone in a column does not move them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.layout.arrangement import Arrangement, Column
from pipeline.layout.body import HALF_POINT, Body
from pipeline.layout.rows import Row

COMMON = 0.15  # of the commonest left edge's count: a column's own edge, no indent
REACH = 6.0  # ems: nothing is indented further
TELLING = 8  # rows that start at one edge: a page with so many shows its own edges (centred rows share none)
REACHED = 0.98  # of the rows from an edge end before its right edge: a stray row or two may stick out


@dataclass(frozen=True, slots=True)
class Measures:
    """Left edges of columns (points, rounded) with how many body rows start there, on each page and on all pages.

    `rights` has the right edge that rows from there reach.
    """

    pages: dict[int, Counter[int]]
    all_pages: Counter[int]
    rights: dict[int, float]
    em: float

    @staticmethod
    def of(arrangements: Sequence[Arrangement], body: Body) -> Measures:
        """The edges of the body's rows."""
        pages: dict[int, Counter[int]] = {}
        reached: dict[int, list[float]] = {}
        for row in (row for a in arrangements for p in a.parts if isinstance(p, Column) for row in p.rows):
            if abs(row.line.size - body.size) < HALF_POINT:
                pages.setdefault(row.line.page, Counter())[round(row.x0)] += 1
                reached.setdefault(round(row.x0), []).append(row.x1)
        rights = {x0: sorted(x1s)[int(REACHED * (len(x1s) - 1))] for x0, x1s in sorted(reached.items())}
        return Measures(pages, sum(pages.values(), Counter()), rights, body.size)

    def edges(self, column: Column) -> tuple[float, float]:
        """Left and right edge of a column's measure.

        Its page shows where text starts, if it has enough of it: books indent all text under their headings, and set
        left and right pages with other margins. Else the whole document does, so that a quote alone on a page or in a
        column does not look like text at the margin.
        """
        x0, x1 = min(r.x0 for r in column.rows), max(r.x1 for r in column.rows)
        if column.flow != "body":
            return x0, x1
        text = min((r.x0 for r in column.rows if self._of_body(r)), default=x0)
        page = self.pages.get(column.rows[0].line.page, Counter())
        for left in (x0, text):  # headings may hang in the margin, where no text starts
            own = [k for k in self._within_reach(page, left) if page[k] >= TELLING]
            fitting = own or self._within_reach(self.all_pages, left)
            if fitting:
                nearest = min(fitting)
                return float(min(nearest, left)), max(min(self.rights[nearest], column.between[1]), x1)
        return x0, x1

    def _of_body(self, row: Row) -> bool:
        return abs(row.line.size - self.em) < HALF_POINT

    def _within_reach(self, edges: Counter[int], x0: float) -> list[int]:
        """The common ones of these edges from which a row at x0 may be indented."""
        most = max(edges.values(), default=0)
        return [
            k
            for k, n in edges.items()
            if n >= COMMON * most and k <= x0 + 1 and x0 - k <= REACH * self.em and self.rights[k] >= x0
        ]


def commonest(values: Sequence[float]) -> float | None:
    """The commonest of some rounded values, the smallest of equals."""
    counts = Counter(round(v) for v in values)
    return float(max(counts, key=lambda v: (counts[v], -v))) if counts else None
