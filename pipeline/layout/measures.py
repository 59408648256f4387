"""The edges of the text's columns, as the whole document shows them: a quote alone in a column does not move them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.layout.arrangement import Arrangement, Column
from pipeline.layout.body import HALF_POINT, Body

COMMON = 0.15  # of the commonest left edge's count: a column's own edge, no indent
REACH = 6.0  # ems: nothing is indented further


@dataclass(frozen=True, slots=True)
class Measures:
    """Left edges of columns (points, rounded) with the right edge that lines from there reach."""

    rights: dict[int, float]
    em: float

    @staticmethod
    def of(arrangements: Sequence[Arrangement], body: Body) -> Measures:
        """The edges that body lines have in common."""
        reached: dict[int, list[float]] = {}
        for row in (row for a in arrangements for p in a.parts if isinstance(p, Column) for row in p.rows):
            if abs(row.line.size - body.size) < HALF_POINT:
                reached.setdefault(round(row.x0), []).append(row.x1)
        most = max((len(r) for r in reached.values()), default=0)
        common = {x0: sorted(x1s) for x0, x1s in reached.items() if len(x1s) >= COMMON * most}
        return Measures({x0: x1s[int(0.98 * (len(x1s) - 1))] for x0, x1s in sorted(common.items())}, body.size)

    def edges(self, column: Column) -> tuple[float, float]:
        """Left and right edge of a column's measure."""
        x0, x1 = min(r.x0 for r in column.rows), max(r.x1 for r in column.rows)
        if column.flow != "body":
            return x0, x1
        fitting = [k for k in self.rights if k <= x0 + 1 and x0 - k <= REACH * self.em and self.rights[k] >= x0]
        if not fitting:
            return x0, x1
        nearest = min(fitting)
        return float(min(nearest, x0)), max(min(self.rights[nearest], column.between[1]), x1)


def commonest(values: Sequence[float]) -> float | None:
    """The commonest of some rounded values, the smallest of equals."""
    counts = Counter(round(v) for v in values)
    return float(max(counts, key=lambda v: (counts[v], -v))) if counts else None
