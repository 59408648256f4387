"""Line pitches: how far apart the baselines of one text stand.

Most texts have one pitch for each size of type, and more white than that parts paragraphs. Typescripts (judgments,
speeches, submissions) are double-spaced and set quotations in the same type single-spaced: their wider step parts
nothing. What tells the two apart is the line above: before the white between paragraphs it breaks off, within a
paragraph it is full and ends in the middle of a sentence.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.layout.rows import Row, ended_early

SPACE = 1.15  # of the line pitch: more between two baselines is white between paragraphs
SIZE = 0.6  # points: type of one size, scaled, differs by less
USUAL = 1.25  # of the size: the pitch where no two rows follow each other
CLOSEST, WIDEST = 0.9, 2.5  # of the size: from lines set solid to double spacing (faces are 1.15 to 1.25 sizes high)
TRIPLE = 3.3  # of the size: typescripts leave two lines empty at most
ASIDE = 4.0  # ems between the left edges of rows that follow each other in one text: an indent's
SAME = 0.02  # of the size: steps of one pitch differ by rounding only
SHOWN = 5  # rows in the middle of a sentence that show a wider pitch
MOSTLY = 0.5  # of the rows at a wider pitch are in the middle of a sentence; before white between paragraphs, few


@dataclass(frozen=True, slots=True)
class Pitches:
    """The distances of baselines (points) within texts, by font size, ascending: the usual one, then any wider."""

    by_size: dict[float, tuple[float, ...]]

    def of(self, size: float) -> float:
        """The usual pitch of lines of that size, 1.25 of it where none was seen."""
        return self.by_size.get(round(size, 1), (USUAL * size,))[0]

    def at(self, size: float, above: Sequence[Row], step: float) -> float:
        """The pitch that holds for a step below these rows: their own, or, for a single one, the widest that fits."""
        own = above[-1].baseline - above[-2].baseline if len(above) > 1 else step
        return max((p for p in self.by_size.get(round(size, 1), ()) if p <= SPACE * own), default=self.of(size))

    @staticmethod
    def measured(columns: Sequence[Sequence[Row]]) -> Pitches:
        """The commonest step between rows of one size and left edge, over all columns, and wider steps of prose."""
        usual: dict[float, Counter[float]] = {}
        steps: dict[float, list[tuple[float, bool]]] = {}
        for above, row, right in _neighbours(columns):
            size, step = above.line.size, row.baseline - above.baseline
            if CLOSEST * size < step < WIDEST * size:
                usual.setdefault(round(size, 1), Counter())[round(step, 1)] += 1
            if CLOSEST * size < step < TRIPLE * size:
                steps.setdefault(round(size, 1), []).append((step, _goes_on(above, row, right)))
        found = {size: _lower_mode(counts) for size, counts in usual.items()}
        return Pitches({s: _with_wider(s, found.get(s), steps[s]) for s in sorted(steps)})


def _neighbours(columns: Sequence[Sequence[Row]]) -> Iterator[tuple[Row, Row, float]]:
    for rows in columns:
        right = max((r.x1 for r in rows), default=0.0)
        for above, row in pairwise(rows):
            size = above.line.size
            if abs(size - row.line.size) < SIZE and abs(above.x0 - row.x0) < ASIDE * size:
                yield above, row, right


def _lower_mode(steps: Counter[float]) -> float:
    """The smallest step that is at least half as common as the commonest: spaces between paragraphs are larger."""
    most = max(steps.values())
    return min(step for step, count in steps.items() if 2 * count >= most)


def _goes_on(above: Row, row: Row, right: float) -> bool:
    """Whether a row is full and ends within a sentence."""
    return (above.text[-1].isalpha() or above.text[-1] in ",-") and not ended_early(above, row, right)


def _with_wider(size: float, usual: float | None, steps: Sequence[tuple[float, bool]]) -> tuple[float, ...]:
    """The usual pitch and those wider ones at which most rows go on."""
    wider = [
        max(step for step, _ in group)
        for group in _groups(sorted(steps), SAME * size)
        if (usual is None or group[0][0] > SPACE * usual)
        and sum(on for _, on in group) >= max(SHOWN, MOSTLY * len(group))
    ]
    return tuple(wider) if usual is None and wider else (usual or USUAL * size, *wider)


def _groups(steps: Sequence[tuple[float, bool]], apart: float) -> list[list[tuple[float, bool]]]:
    """Ascending steps, those that differ by rounding together."""
    groups: list[list[tuple[float, bool]]] = []
    for step in steps:
        if groups and step[0] - groups[-1][-1][0] <= apart:
            groups[-1].append(step)
        else:
            groups.append([step])
    return groups
