"""Bands: heights at which a page's columns end together and begin anew, although nothing crosses the gutter there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import inf

from pipeline.layout.items import FEWEST_ROWS, Item, rows_in

ALIGNED = 2.0  # ems: columns that start together start at one height, paragraphs' own space aside
BALANCED = 3.5  # ems: columns that end together differ by two lines at most
UNPARTED = 4  # rows: what is longer would be set in two columns below a heading over both, too
STRIP = 0.9  # ems: the white above a heading that spans columns is more than that between two lines or paragraphs
TOUCH = 0.05  # of a row's height: two boxes may overlap by rounding


def next_band(left: Sequence[Item], right: Sequence[Item], em: float) -> float | None:
    """The height at which the columns left and right of a gutter begin anew, or None."""
    below = _below_head(left, right, em)
    return below if below is not None else _under_a_heading(left, right, em)


def _below_head(left: Sequence[Item], right: Sequence[Item], em: float) -> float | None:
    """The height at which two columns begin below a head that fills neither: authors side by side, a masthead.

    Nothing in the head is set like the body, white runs below it through both columns, and there both begin, at one
    height and at their own left edges.
    """
    sides = [sorted(side, key=lambda i: (i.box.top, i.box.x0)) for side in (left, right)]
    edges = [_edge(side) for side in sides]
    ordered = sorted((*left, *right), key=lambda i: (i.box.top, i.box.x0))
    bottom = inf
    for k, item in enumerate(ordered):
        first = [next((i for i in side if i.box.top >= item.box.top), None) for side in sides]
        starts = [abs(i.box.top - item.box.top) < ALIGNED * em for i in first if i]
        at_edge = [-em < i.box.x0 - edge < ALIGNED * em for i, edge in zip(first, edges, strict=True) if i]
        white = item.box.top - bottom >= STRIP * em
        if white and len(starts) == 2 and all((*starts, *at_edge)) and rows_in(ordered[:k]) >= FEWEST_ROWS:
            return item.box.top if all(any(i in side for i in ordered[:k]) for side in sides) else None
        if item.plain or item.whole:
            return None
        bottom = max(bottom, item.box.bottom) if k else item.box.bottom
    return None


def _edge(side: Sequence[Item]) -> float:
    """Where most lines of a column that are set like the body start, infinite where there are none."""
    starts = Counter(round(i.box.x0) for i in side if i.plain)
    return max(starts, key=lambda x: (starts[x], -x)) if starts else inf


def _under_a_heading(left: Sequence[Item], right: Sequence[Item], em: float) -> float | None:
    """The height at which both columns start anew under a heading that stands over the left one only.

    Such a heading spans the columns: a strip of white above it runs through both, nothing stands beside it, and below
    it both go on at one height. Where nothing follows in the right column, both end together above the strip, as
    balanced columns do, and what follows is too short to be parted in two. Else it is a heading within its column.
    """
    lefts = sorted(left, key=lambda i: (i.box.top, i.box.x0))
    for k, heading in enumerate(lefts):
        if heading.plain or heading.whole or k == 0:
            continue
        after = next((i for i in lefts[k:] if i.plain or i.whole), None)
        before = [i for i in right if i.box.top < heading.box.top]
        if after is None or not before:
            continue
        ends = max(i.box.bottom for i in lefts[:k]), max(i.box.bottom for i in before)
        own = [i for i in lefts[k:] if i.box.center[1] < after.box.top]
        if not own:  # text stands beside it in its own column
            continue
        foot = max(i.box.bottom for i in own)
        behind = min((i.box.top for i in right if i.box.top >= heading.box.top), default=None)
        if heading.box.top - max(ends) < STRIP * em:
            continue
        if behind is None:
            anew = abs(ends[0] - ends[1]) < BALANCED * em and rows_in(lefts[k + len(own) :]) <= UNPARTED
        else:
            anew = behind > foot - TOUCH and abs(behind - after.box.top) < ALIGNED * em
        if anew:
            return heading.box.top
    return None
