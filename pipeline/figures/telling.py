"""What tells a drawing from what is drawn for text: rules and grounds of tables, frames of boxes, ornaments."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from itertools import pairwise
from math import inf

from pipeline.figures.ink import Cluster, Ink, Label, clusters_of
from pipeline.model.geometry import Box

SHAPES = 3  # curves, slices or areas of a map at least; one or two may be an ornament
ROWS = 2  # with texts side by side
LEVEL = 0.2  # ems between baselines that are level
WHOLE = 0.9  # of the width
MOST = 0.6  # of what lies between such rules: a chart's lines go on where its legend ends
SHADOW = 0.7  # of the area at least has a box of another that it lies over
BARS = 3  # of different length on one line
BAR_LENGTHS = 0.4  # ems by which their lengths differ: cells' grounds differ by rounding only
SAME_LINE = 1.0  # points
SAME_EDGE = 2.0  # points: figures are set flush right, a sign or a unit aside
NODES = 3  # boxes with words, apart from each other and joined by lines
TOUCH = 0.3  # ems between a line's end, or its arrow's head, and the box that it leads to
DEEP = 3.0  # times that play into the box at most
CORNER = 1.5  # points: what begins so near a corner is a side of the box, or of the next one
STEPS = 4  # numbers on a scale at least
UNEVEN = 0.05  # of a step: rounding
BY_SIDE = 2.5  # ems from a side to the numbers along it
LINE = 0.5  # ems: what joins two boxes is as thin
CELL = 1.5  # ems of white between two texts that are not one label
_GROUPED = re.compile(r"(?<=\d)[,.'](?=\d{3}(?:\D|$))")
_NUMBER = re.compile(r"-?\d{1,9}(?:[.,]\d+)?")
TABULAR = 4  # lines of text at least in what may be a table


def is_set_for_text(cluster: Cluster, labels: Sequence[Label], em: float) -> bool:
    """Whether things that touch are rather a table's rules and grounds, or a box around text: they hold lines of text,
    and nothing in them is drawn as only drawings are."""
    inside = [label for label in labels if cluster.box.holds_center_of(label.box)]
    return len(inside) >= TABULAR and what_tells(cluster, labels, em) is None


def is_tabular(cluster: Cluster, labels: Sequence[Label], em: float) -> bool:
    """Whether rules or edges of grounds run over the whole width, with texts side by side between them: a table, which
    may hold bars, marks and icons, too. Between the lines of a chart stand no rows of text."""
    box = cluster.box
    levels = _levels(cluster)
    inside = [x for x in labels if box.holds_center_of(x.box)]
    bands = [(top, bottom) for top, bottom in pairwise(levels) if bottom - top >= em]
    rows = sum(_rows([x for x in inside if top < x.box.center[1] < bottom], em) > 0 for top, bottom in bands)
    return rows >= max(ROWS, MOST * len(bands))


def _rows(labels: Sequence[Label], em: float) -> int:
    """How many rows of texts side by side there are among some."""
    heights = sorted(x.line.baseline for x in labels)
    return sum(b - a <= LEVEL * em for a, b in pairwise(heights))


def _levels(cluster: Cluster) -> list[float]:
    """The heights at which something drawn runs over the whole width of a cluster, perhaps piece by piece."""
    pieces: dict[int, list[tuple[float, float]]] = {}
    for box in (ink.box for ink in cluster.ink if ink.kind in ("box", "rule")):
        for at in {round(box.top), round(box.bottom)}:
            pieces.setdefault(at, []).append((box.x0, box.x1))
    return sorted(float(at) for at, stretches in pieces.items() if _covered(stretches) >= WHOLE * cluster.box.width)


def _covered(stretches: Sequence[tuple[float, float]]) -> float:
    """How much of a line stretches cover that may overlap."""
    covered, reached = 0.0, -inf
    for start, end in sorted(stretches):
        covered += max(0.0, end - max(start, reached))
        reached = max(reached, end)
    return covered


def what_tells(cluster: Cluster, labels: Sequence[Label], em: float) -> str | None:
    """Which sign of a drawing things have that hang together, None where none."""
    if is_tabular(cluster, labels, em):
        return None
    near = [x for x in labels if cluster.box.grown(BY_SIDE * em).holds_center_of(x.box)]
    held = {i.box for i in cluster.ink if any(i.box.holds_center_of(x.box) for x in near)}
    bare = [i for i in cluster.ink if i.box not in held]
    shapes = {i.box for i in cluster.ink if i.kind == "shape"}
    if len({i.box for i in cluster.ink if i.box in shapes and not (i.filled and i.box in held)}) >= SHAPES:
        return "curves or slanted strokes"
    if len(shapes) >= SHAPES and _touch(shapes, cluster):
        return "areas side by side"
    if _are_bars([i.box for i in bare if i.kind == "box" and i.filled], em):
        return "bars on one line"
    if has_scale(cluster.box, near, em):
        return "a scale of numbers beside it"
    nodes = {i.box for i in cluster.ink if i.kind in ("box", "shape") and i.box in held and _is_node(i.box, near)}
    if _are_joined(nodes, _thin(cluster.ink, em), TOUCH * em):
        return "boxes joined by lines"
    return None


def _are_bars(boxes: Sequence[Box], em: float) -> bool:
    """Whether areas side by side begin at one line, upright or level, and have different lengths."""
    standing = [(b.bottom, b.height, b.x0) for b in boxes]
    lying = [(b.x0, b.width, b.top) for b in boxes]
    return any(_grow(group, em) for group in (standing, lying))


def _grow(bars: Sequence[tuple[float, float, float]], em: float) -> bool:
    """(line, length, place) of each: whether enough of one line differ in length and place."""
    for line, _, _ in bars:
        lengths: list[float] = []
        places: list[float] = []
        for at, length, place in bars:
            if abs(at - line) > SAME_LINE or any(abs(length - known) <= BAR_LENGTHS * em for known in lengths):
                continue
            if all(abs(place - known) > SAME_LINE for known in places):
                lengths.append(length)
                places.append(place)
        if len(lengths) >= BARS:
            return True
    return False


def _thin(ink: Sequence[Ink], em: float) -> list[Box]:
    """What may join two boxes: rules, strokes and the heads of arrows."""
    return [i.box for i in ink if i.kind in ("rule", "specks") or (i.kind == "shape" and not i.filled)] + [
        i.box for i in ink if i.kind == "shape" and i.filled and min(i.box.width, i.box.height) <= LINE * em
    ]


def _is_node(box: Box, labels: Sequence[Label]) -> bool:
    """Whether a box has a single label, of one line or several; a table's ground has cells side by side."""
    held = sorted((x for x in labels if box.holds_center_of(x.box)), key=lambda x: x.box)
    return not any(
        abs(a.line.baseline - b.line.baseline) <= SAME_LINE and b.box.x0 - a.box.x1 > CELL * a.line.size
        for k, a in enumerate(held)
        for b in held[k + 1 : k + 2]
    )


def _are_joined(boxes: Set[Box], strokes: Sequence[Box], play: float) -> bool:
    """Whether boxes with words stand apart from each other, most with a stroke that leads up to them from outside."""
    single = _without_shadows(boxes)
    inner = [b for b in single if not any(o != b and b.holds_center_of(o) for o in single)]
    apart = [b for b in inner if not any(o != b and b.grown(CORNER).intersection(o.grown(CORNER)) for o in inner)]
    return sum(any(_leads_to(stroke, box, play) for stroke in strokes) for box in apart) >= NODES


def _without_shadows(boxes: Set[Box]) -> list[Box]:
    """The boxes, one of those that lie over each other: a box is drawn with its shadow, or a ground and a frame."""
    kept: list[Box] = []
    for box in sorted(boxes, key=lambda b: (-b.area, b)):
        if not any(k.holds_center_of(box) and box.area >= SHADOW * k.area for k in kept):
            kept.append(box)
    return kept


def _leads_to(stroke: Box, box: Box, play: float) -> bool:
    """Whether a stroke comes up to one side of a box between its corners; what runs on through it parts cells."""
    inside = stroke.intersection(box)
    if stroke.grown(play).intersection(box) is None or (inside and max(inside.width, inside.height) > DEEP * play):
        return False
    beside = stroke.x0 < box.x0 - play or stroke.x1 > box.x1 + play
    beyond = stroke.top < box.top - play or stroke.bottom > box.bottom + play
    level = stroke.top > box.top + CORNER and stroke.bottom < box.bottom - CORNER
    plumb = stroke.x0 > box.x0 + CORNER and stroke.x1 < box.x1 - CORNER
    return (beside and level) or (beyond and plumb)


def has_scale(box: Box, labels: Sequence[Label], em: float) -> bool:
    """Whether numbers that grow by equal steps stand at equal distances along a side of what is drawn, and no rows
    of text in it: the scale of an axis. The years over a table's columns have rows of text below them."""
    if _rows([x for x in labels if box.grown(-em).holds_center_of(x.box)], em) >= ROWS:
        return False
    numbers = [(x, v) for x in labels if _beside(x.box, box, em) and (v := number_of(x.line.text)) is not None]
    for one, _ in numbers:
        level = [(x.box.center[0], v) for x, v in numbers if abs(x.line.baseline - one.line.baseline) <= SAME_LINE]
        plumb = [(x.box.center[1], v) for x, v in numbers if abs(x.box.x1 - one.box.x1) <= SAME_EDGE]
        if _is_scale(level) or _is_scale(plumb):
            return True
    return False


def _beside(label: Box, box: Box, em: float) -> bool:
    """Whether a label stands by one of the sides, in or out."""
    x, y = label.center
    return box.grown(BY_SIDE * em).contains_point(x, y) and not box.grown(-BY_SIDE * em).contains_point(x, y)


def _is_scale(places: Sequence[tuple[float, float]]) -> bool:
    """Whether (place, value) lie on one straight line that is not level."""
    ordered = sorted(set(places))
    if len(ordered) < STEPS:
        return False
    steps = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(ordered)]
    place, value = sum(s[0] for s in steps) / len(steps), sum(s[1] for s in steps) / len(steps)
    return value != 0 and all(
        abs(p - place) <= UNEVEN * place and abs(v - value) <= UNEVEN * abs(value) for p, v in steps
    )


def number_of(text: str) -> float | None:
    """The number that a label of an axis says, without its percent sign and the separators of its thousands."""
    bare = text.strip().rstrip("%").replace("\N{MINUS SIGN}", "-").replace(" ", "")
    whole = _GROUPED.sub("", bare)
    return float(whole.replace(",", ".")) if _NUMBER.fullmatch(whole) else None


def _touch(shapes: set[Box], cluster: Cluster) -> bool:
    """Whether enough shapes hang together by themselves: slices of a pie, parts of a map, circles that overlap."""
    groups = clusters_of([i for i in cluster.ink if i.box in shapes], 0.0)
    return any(len({i.box for i in group.ink}) >= SHAPES for group in groups)
