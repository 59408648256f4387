"""Drawn lines of a page, put together from the pieces that programs draw them in.

What looks like one rule is often many: one piece a cell, a dash at a time, two thin lines side by side, a filled
rectangle, a picture one pixel high. Grids are read from the whole stroke (Nurminen, "Algorithmic extraction of data in
tables in PDF documents", 2013, 3.2 does the same by "snapping").
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from statistics import median
from typing import Literal

from pipeline.model.geometry import Box
from pipeline.model.lines import Line
from pipeline.model.pages import Fill, Rule
from pipeline.model.sheets import Sheet

Kind = Literal["ink", "edge"]

SAME_LINE = 1.0  # points between two pieces of one stroke across it: rounding of a thin rectangle's middle
JOIN_GAP = 3.5  # points along it: pieces meet at cells' corners, where a crossing line as thick as this may stand
DASH_GAP = 8.0  # points along it between dashes
THIN_IMAGE = 2.0  # points: a picture as thin as this is a rule
UNDERLINE_DEPTH = 0.3  # of the font size below the baseline: underlines lie at 0.1 to 0.2, a cell's border lower
UNDERLINE_REACH = 2.0  # points that an underline may stick out at either end of its words
EDGE_MIN = 5.0  # points: a fill thinner than this is no ground of a row
MOST_GROUNDS = 2000  # a page has room for 80 rows of 20 cells; where more areas are painted, they paint a picture
GROUND_MIN = 20.0  # points: a narrower area is the ground of nothing but a bar of a chart
PAPER = "#ffffff"
PALE = 0.97  # of full brightness: a lighter stroke can't be seen on white paper


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line: where it lies across its direction, from where to where along it, and what drew it.

    `kind` is "ink" for a rule or an outline, "edge" for the border of a filled area. Points.
    """

    at: float
    start: float
    end: float
    kind: Kind = "ink"

    @property
    def length(self) -> float:
        """Length in points."""
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Strokes:
    """A page's strokes, each list sorted by position."""

    horizontal: tuple[Stroke, ...]
    vertical: tuple[Stroke, ...]

    def within(self, box: Box, slack: float) -> Strokes:
        """Those that run inside the box, cut to it; `slack` points of play at its edges."""
        return Strokes(
            tuple(_cut(self.horizontal, box.top, box.bottom, box.x0, box.x1, slack)),
            tuple(_cut(self.vertical, box.x0, box.x1, box.top, box.bottom, slack)),
        )

    def outside(self, boxes: Sequence[Box]) -> Strokes:
        """Those that no box holds the middle of, nor has at its border."""
        grown = [box.grown(SAME_LINE * 2) for box in boxes]
        return Strokes(
            tuple(s for s in self.horizontal if not any(b.contains_point((s.start + s.end) / 2, s.at) for b in grown)),
            tuple(s for s in self.vertical if not any(b.contains_point(s.at, (s.start + s.end) / 2) for b in grown)),
        )


def strokes_of(sheet: Sheet, lines: Sequence[Line]) -> Strokes:
    """The page's strokes, without underlines and without what nobody can see."""
    horizontal: list[Stroke] = []
    vertical: list[Stroke] = []
    rules = [r for r in sheet.rules if not _pale(r.color) or _on_ground(r.box, sheet.fills)]
    rules += [Rule(i.box) for i in sheet.images if min(i.box.width, i.box.height) <= THIN_IMAGE]
    lengths = [max(r.box.width, r.box.height) for r in rules]
    gap = DASH_GAP if any(r.dashed for r in rules) or (lengths and median(lengths) < DASH_GAP) else JOIN_GAP
    underlines = _Underlines(lines)
    for rule in rules:
        box = rule.box
        if rule.horizontal:
            if not underlines.has(box):
                horizontal.append(Stroke((box.top + box.bottom) / 2, box.x0, box.x1))
        else:
            vertical.append(Stroke((box.x0 + box.x1) / 2, box.top, box.bottom))
    grounds: list[Fill] = []
    kinds = [_kind_of(fill, sheet.box) for fill in sheet.fills]
    if len(kinds) - kinds.count(None) > MOST_GROUNDS:
        kinds = [None] * len(kinds)
    for fill, kind in zip(sheet.fills, kinds, strict=True):
        if kind == "edge" and not _shows(fill, grounds):
            continue
        if fill.color and min(fill.box.width, fill.box.height) > EDGE_MIN and fill.box.width > GROUND_MIN:
            grounds.append(fill)
        if kind:
            box = fill.box
            horizontal += [Stroke(y, box.x0, box.x1, kind) for y in (box.top, box.bottom)]
            vertical += [Stroke(x, box.top, box.bottom, kind) for x in (box.x0, box.x1)]
    return Strokes(tuple(_merged(horizontal, gap)), tuple(_merged(vertical, gap)))


def _kind_of(fill: Fill, page: Box) -> Kind | None:
    """What the borders of a fill are worth: ink where outlined, an edge where it may be a ground, else nothing."""
    if fill.path != "rectangle" or min(fill.box.width, fill.box.height) < EDGE_MIN:
        return None
    if fill.box.width > 0.95 * page.width or fill.box.height > 0.95 * page.height:
        return None
    if fill.stroke and not _pale(fill.stroke):
        return "ink"
    return "edge"


def _shows(fill: Fill, below: Sequence[Fill]) -> bool:
    """Whether a filled area differs from what lies below it: white on paper, or a colour on itself, can't be seen."""
    under = next(
        (f.color for f in reversed(below) if f.color and _holds(f.box.grown(1.0), fill.box) and f.path == "rectangle"),
        PAPER,
    )
    return fill.color is not None and fill.color != under and not (_pale(fill.color) and _pale(under))


def _holds(outer: Box, inner: Box) -> bool:
    return outer.contains_point(inner.x0, inner.top) and outer.contains_point(inner.x1, inner.bottom)


def _merged(strokes: Iterable[Stroke], gap: float) -> list[Stroke]:
    """Pieces on one line that touch or nearly touch, as one; ink and edges apart, an edge under ink left out."""
    done: list[Stroke] = []
    for kind in ("ink", "edge"):
        rows: list[list[Stroke]] = []
        for stroke in sorted((s for s in strokes if s.kind == kind), key=lambda s: (s.at, s.start, s.end)):
            if rows and stroke.at - rows[-1][0].at <= SAME_LINE:
                rows[-1].append(stroke)
            else:
                rows.append([stroke])
        for row in rows:
            done += _joined(row, gap)
    return sorted(done, key=lambda s: (s.at, s.start, s.end, s.kind))


def _joined(row: list[Stroke], gap: float) -> list[Stroke]:
    row.sort(key=lambda s: (s.start, s.end))
    joined: list[Stroke] = []
    for stroke in row:
        if joined and stroke.start - joined[-1].end <= gap:
            joined[-1] = replace(joined[-1], end=max(joined[-1].end, stroke.end))
        else:
            joined.append(stroke)
    return joined


def _cut(
    strokes: Sequence[Stroke], low: float, high: float, start: float, end: float, slack: float
) -> Iterable[Stroke]:
    for s in strokes:
        if low - slack <= s.at <= high + slack and s.start < end - slack and s.end > start + slack:
            yield replace(s, start=max(s.start, start), end=min(s.end, end))


def _pale(color: str) -> bool:
    return min(int(color[i : i + 2], 16) for i in (1, 3, 5)) >= PALE * 255


def _on_ground(box: Box, fills: Sequence[Fill]) -> bool:
    """Whether a white line is drawn on a coloured area, which it divides."""
    x, y = box.center
    return any(f.color and not _pale(f.color) and f.box.grown(1.0).contains_point(x, y) for f in fills)


class _Underlines:
    """Tells lines drawn under words from rules: they lie at the baseline and reach from a word's edge to a word's."""

    def __init__(self, lines: Sequence[Line]) -> None:
        reach, depth = UNDERLINE_REACH, UNDERLINE_DEPTH
        self.stretches = [
            Box(box.x0 - reach, line.top, box.x1 + reach, line.baseline + depth * line.size)
            for line, box in ((line, line.box) for line in lines if line.rotation == 0)
        ]

    def has(self, rule: Box) -> bool:
        """Whether the rule underlines (or strikes through) words of one line."""
        y = (rule.top + rule.bottom) / 2
        return any(s.top < y < s.bottom and s.x0 <= rule.x0 and rule.x1 <= s.x1 for s in self.stretches)
