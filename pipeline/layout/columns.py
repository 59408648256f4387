"""Columns: stretches of white that text stands on both sides of, and what they cut the page into.

A gutter is a maximal empty rectangle between text (Breuel, "Two geometric algorithms for layout analysis", DAS 2002),
here found by a sweep over the rows: the white intervals of one row are narrowed by those of the next until nothing is
left. Cutting at the tallest gutter, then within the parts, is the recursive XY-cut (Nagy & Seth, 1984) with the one
change that a cut need not run through the whole page: what crosses a gutter (a banner) ends it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from math import inf

from pipeline.layout.bands import next_band
from pipeline.layout.items import FEWEST_ROWS, Item, rows_in
from pipeline.layout.side_heads import side_heads
from pipeline.model.geometry import Box, union

GUTTER = 0.9  # ems of body text: columns stand at least a word space and a half apart, mostly two ems
NARROWEST = 4.0  # ems: less is a column of labels or page numbers, which belongs to the text beside it
LINE_OF_PROSE = 25  # characters: the narrowest columns of prose hold some 30 to a line, cells mostly fewer
MOSTLY = 0.6
LABELLED = 0.5  # of the lines: a label may need a second line
SAME_ROW = 0.5  # of the lower height: boxes that share so much of it stand beside each other
CLOSE = 3.0  # ems from the end of a gutter to what ends it
SOLID = 0.4  # ems of white between the rows of one paragraph, at most
TOUCH = 0.05  # of a row's height: two boxes may overlap by rounding

Gutter = tuple[float, float]  # where it starts and ends across the page, in points


@dataclass(frozen=True, slots=True)
class Stretch:
    """Items of one column, top to bottom, how many columns stand left of it, and between which gutters it stands."""

    items: tuple[Item, ...]
    column: int
    reason: str
    between: tuple[float, float]


def in_reading_order(items: Sequence[Item], em: float) -> list[Stretch]:
    """The items as stretches of columns, in reading order."""
    return _cut(list(items), Gutters(em), 0, "the page's one column", (-inf, inf))


def prose_columns(items: Sequence[Item], em: float, proven: Sequence[Gutter] = ()) -> list[Stretch]:
    """The same, cut only between columns of prose, so that no table is cut: its cells hold short lines.

    At a gutter that is `proven` prose on one side is enough: the table beside it stands in a column of its own.
    """
    return _cut(list(items), Gutters(em, LINE_OF_PROSE, tuple(proven)), 0, "the page's one column", (-inf, inf))


def gutters_between(stretches: Sequence[Stretch]) -> frozenset[Gutter]:
    """The gutters that these stretches stand beside."""
    ends = {s.between[1] for s in stretches if s.between[1] < inf}
    starts = {s.between[0] for s in stretches if s.between[0] > -inf}
    return frozenset((x, min(y for y in starts if y > x)) for x in ends if any(y > x for y in starts))


def _cut(items: list[Item], gutters: Gutters, column: int, reason: str, between: tuple[float, float]) -> list[Stretch]:
    content = [i for i in items if not i.barrier]
    if not content:
        return []
    gutter = gutters.best(items)
    if gutter is None:
        ordered = sorted(content, key=lambda i: (i.box.top, i.box.x0, i.key))
        return [Stretch(tuple(ordered), column, reason, between)]
    above, left, right, below = [], [], [], []
    middle = (gutter.x0 + gutter.x1) / 2
    for item in items:
        y = item.box.center[1]
        if y < gutter.top:
            above.append(item)
        elif y > gutter.bottom:
            below.append(item)
        elif item.box.center[0] < middle:
            left.append(item)
        else:
            right.append(item)
    if (band := next_band(left, right, gutters.em)) is not None:
        first = [i for i in items if i.box.center[1] < band]
        return [
            *_cut(first, gutters, column, reason, between),
            *_cut([i for i in items if i.box.center[1] >= band], gutters, column, "the next band", between),
        ]
    above, titles = _without_last_heading(above)
    if heads := side_heads(left, right, gutters.em):
        beside = _beside_heads(heads, right, gutters, column, (between[0], gutter, between[1]))
    else:
        beside = [
            *_cut(left, gutters, column, "left of a gutter", (between[0], gutter.x0)),
            *_cut(right, gutters, column + 1, "right of a gutter", (gutter.x1, between[1])),
        ]
    return [
        *_cut(above, gutters, column, "above the columns", between),
        *_cut(titles, gutters, column, "above the columns", between),
        *beside,
        *_cut(below, gutters, column, "below the columns", between),
    ]


def _without_last_heading(above: list[Item]) -> tuple[list[Item], list[Item]]:
    """What stands above the columns, and the heading of them that ends it: columns above it do not go on in it."""
    rest = sorted(above, key=lambda i: (i.box.bottom, i.box.x0))
    heading: list[Item] = []
    while rest and not (rest[-1].plain or rest[-1].whole or rest[-1].barrier):
        if any(i.box.bottom > rest[-1].box.top + TOUCH for i in rest[:-1]):
            break
        heading.insert(0, rest.pop())
    return rest, heading


def _beside_heads(
    heads: Sequence[Sequence[Item]],
    right: Sequence[Item],
    gutters: Gutters,
    column: int,
    edges: tuple[float, Box, float],
) -> list[Stretch]:
    """Each side head, then the text that starts beside it; `edges` are the left one, the gutter and the right one."""
    tops = [min(i.box.top for i in head) for head in heads]
    found: list[Stretch] = []
    for head, top, end in zip(((), *heads), (-inf, *tops), (*tops, inf), strict=True):
        if head:
            found.append(Stretch(tuple(head), column, "beside the text that it heads", (edges[0], edges[1].x0)))
        text = [i for i in right if top <= i.box.center[1] < end]
        found += _cut(text, gutters, column + 1, "right of its heads", (edges[1].x1, edges[2]))
    return found


@dataclass(frozen=True, slots=True)
class Gutters:
    """Finds gutters. `em` is the body's size; `prose` how many letters most lines on both sides have at least.

    At a `proven` gutter, which prose shows elsewhere in the document, one side is enough.
    """

    em: float
    prose: int = 0
    proven: tuple[Gutter, ...] = ()

    def best(self, items: Sequence[Item]) -> Box | None:
        """The gutter beside which most text stands, the leftmost of equals."""
        strips = _between_text(_white_strips(items, GUTTER * self.em), items)
        tallest = max((i.box.height for i in items if not i.barrier), default=0.0)
        best: Box | None = None
        for strip in sorted(strips, key=lambda s: -s.height):
            if best and strip.height + tallest < best.height:  # no text beside it, or beside a lower one, is as high
                break
            box = self._trimmed(strip, items)
            if box and (best is None or (box.height, -box.x0) > (best.height, -best.x0)):
                best = box
        return best

    def _trimmed(self, strip: Box, items: Sequence[Item]) -> Box | None:
        """The strip as far as text stands on both sides, or None where that is no pair of columns."""
        inside = [i for i in items if not i.barrier and strip.top <= i.box.center[1] <= strip.bottom]
        crossing = _top_of_what_crosses(strip, items, self.em)
        if crossing < inf:  # while tables are looked for, small rows may be a table's, wherever they stand
            inside = _without_heads_of_what_follows(inside, -inf if self.prose else crossing, self.em)
        right = [i for i in inside if i.box.center[0] > strip.x1 - TOUCH]
        left = _without_ends_of_what_precedes([i for i in inside if i.box.center[0] < strip.x0 + TOUCH], right)
        right = _without_centred_heads(right, left, self.em)
        if not left or not right or max(rows_in(left), rows_in(right)) < FEWEST_ROWS:
            return None
        known = any(_agree((strip.x0, strip.x1), gutter) for gutter in self.proven)
        if not known and min(_width(left), _width(right)) < NARROWEST * self.em:
            return None
        if _name_what_is_beside(left, right):
            return None
        sides = [_is_prose(left, self.prose), _is_prose(right, self.prose)]
        if self.prose and not (any(sides) if known else all(sides)):
            return None
        a, b = union(i.box for i in left), union(i.box for i in right)
        return Box(strip.x0, min(a.top, b.top), strip.x1, max(a.bottom, b.bottom)) if a.overlaps_y(b) > 0 else None


def _between_text(strips: Sequence[Box], items: Sequence[Item]) -> list[Box]:
    """The strips beside both sides of which text stands: most others end at the text's ragged right edge."""
    centers = sorted(i.box.center for i in items if not i.barrier)
    xs = [x for x, _ in centers]
    return [
        strip
        for strip in strips
        if any(strip.top <= y <= strip.bottom for _, y in centers[bisect_right(xs, strip.x1 - TOUCH) :])
        and any(strip.top <= y <= strip.bottom for _, y in centers[: bisect_left(xs, strip.x0 + TOUCH)])
    ]


def _agree(a: Gutter, b: Gutter) -> bool:
    """Whether two stretches of white stand in one place: ragged lines make them wider or narrower."""
    return min(a[1], b[1]) - max(a[0], b[0]) > MOSTLY * min(a[1] - a[0], b[1] - b[0])


def _name_what_is_beside(left: Sequence[Item], right: Sequence[Item]) -> bool:
    """Whether the left lines are labels of the right ones, each on its row ("To:", "Subject:" of a memorandum)."""
    labels = [i for i in left if i.label]
    named = all(any(_reaches_into(i.box, r.box.top, r.box.bottom) for r in right) for i in labels)
    return named and len(labels) > LABELLED * len(left)


def _top_of_what_crosses(strip: Box, items: Sequence[Item], em: float) -> float:
    """The top of what crosses the strip right below its end, infinite where nothing does."""
    crossing = (
        i.box
        for i in items
        if i.box.x0 < strip.x1 and i.box.x1 > strip.x0 and 0 <= i.box.bottom - strip.bottom <= CLOSE * em + i.box.height
    )
    return min((box.top for box in crossing), default=inf)


def _without_heads_of_what_follows(inside: list[Item], following: float, em: float) -> list[Item]:
    """The items without the last rows that are not set like the body, as something across the columns follows.

    A caption, a heading or the head of a table is mostly too short to cross the gutter, but belongs to what does, and
    stands nearer to it than to the text above. `following` is the top of that.
    """
    while inside:
        lowest = max(inside, key=lambda i: i.box.bottom)
        row = [i for i in inside if _reaches_into(i.box, lowest.box.top, lowest.box.bottom)]
        if any(i.plain or i.whole for i in row) or _white_above(lowest, inside, em) < following - lowest.box.bottom:
            break
        inside = [i for i in inside if i not in row]
    return inside


def _white_above(item: Item, items: Sequence[Item], em: float) -> float:
    """The white above the rows set solid that end with this one; infinite where nothing stands above."""
    top = item.box.top
    for other in sorted(items, key=lambda i: -i.box.bottom):
        if other.box.overlaps_x(item.box) <= 0 or other.box.top >= top:
            continue
        white = top - other.box.bottom
        if white > SOLID * em or other.whole:
            return white
        top = other.box.top
    return inf


def _without_ends_of_what_precedes(left: list[Item], right: Sequence[Item]) -> list[Item]:
    """The left column's items without the short last row of a heading that stands above both columns."""
    top = min((i.box.top for i in right), default=-inf)
    while left:
        highest = min(left, key=lambda i: i.box.top)
        if highest.plain or highest.whole or highest.box.bottom > top:
            break
        left = [i for i in left if i is not highest]
    return left


def _without_centred_heads(right: list[Item], left: Sequence[Item], em: float) -> list[Item]:
    """The right column's items without headings that stand above the left one, in the middle of both."""
    while right and left:
        middle = union(i.box for i in (*left, *right)).center[0]
        highest = min(right, key=lambda i: i.box.top)
        above = highest.box.bottom <= min(i.box.top for i in left)
        if highest.plain or highest.whole or not above or abs(highest.box.center[0] - middle) > em:
            break
        right = [i for i in right if i is not highest]
    return right


def _is_prose(items: Sequence[Item], length: int) -> bool:
    """Whether most characters stand in lines of that length, and there are some lines."""
    whole = sum(i.length for i in items)
    return (
        whole > 0 and sum(i.length for i in items if i.length >= length) >= MOSTLY * whole and len(items) >= FEWEST_ROWS
    )


def _white_strips(items: Sequence[Item], narrowest: float) -> list[Box]:
    """Maximal empty strips: the rows' white intervals, narrowed from row to row."""
    left, right = min(i.box.x0 for i in items), max(i.box.x1 for i in items)
    done: list[Box] = []
    active: dict[tuple[float, float], float] = {}  # interval: top
    last_bottom = 0.0
    for top, bottom, inside in _bands(items):
        white = _white(inside, left, right, narrowest)
        following: dict[tuple[float, float], float] = dict.fromkeys(white, top)
        for (a, b), start in active.items():
            survives = False
            for c, d in white:
                x0, x1 = max(a, c), min(b, d)
                if x1 - x0 >= narrowest:
                    following[(x0, x1)] = min(start, following.get((x0, x1), top))
                    survives = survives or (x0, x1) == (a, b)
            if not survives:
                done.append(Box(a, start, b, last_bottom))
        active = following
        last_bottom = bottom
    done += [Box(a, start, b, last_bottom) for (a, b), start in active.items()]
    return done


def _bands(items: Sequence[Item]) -> list[tuple[float, float, list[Item]]]:
    """Rows of items: (top, bottom, items that reach into it); a tall item is in several."""
    bands: list[list[float]] = []
    for item in sorted((i for i in items if not i.whole and not i.barrier), key=lambda i: (i.box.top, i.box.bottom)):
        if bands and _beside(bands[-1], item.box):
            bands[-1][1] = max(bands[-1][1], item.box.bottom)
        else:
            bands.append([item.box.top, item.box.bottom])
    bands += [[i.box.top, i.box.bottom] for i in items if i.whole or i.barrier]
    by_top = sorted(items, key=lambda i: i.box.top)
    tops = [i.box.top for i in by_top]
    tallest = max(i.box.height for i in items)
    found = []
    for top, bottom in sorted(bands):
        near = by_top[bisect_left(tops, top - tallest) : bisect_left(tops, bottom)]
        found.append((top, bottom, [i for i in near if i.box.bottom > top and _reaches_into(i.box, top, bottom)]))
    return found


def _beside(band: list[float], box: Box) -> bool:
    shared = min(band[1], box.bottom) - max(band[0], box.top)
    return shared > SAME_ROW * min(band[1] - band[0], box.height)


def _reaches_into(box: Box, top: float, bottom: float) -> bool:
    return min(box.bottom, bottom) - max(box.top, top) > SAME_ROW * min(box.height, bottom - top)


def _white(items: Sequence[Item], left: float, right: float, narrowest: float) -> list[tuple[float, float]]:
    """White intervals between the items of a row, the margins up to the text's own edges included."""
    gaps = []
    at = left
    for x0, x1 in sorted((i.box.x0, i.box.x1) for i in items):
        if x0 - at >= narrowest:
            gaps.append((at, x0))
        at = max(at, x1)
    if right - at >= narrowest:
        gaps.append((at, right))
    return gaps


def _width(items: Sequence[Item]) -> float:
    """The widest item: a column of labels or numbers has none that is wide."""
    return max(i.box.width for i in items)
