"""Charts and other drawings: places where words are labels, whatever grid they stand in."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.model.geometry import Box, union
from pipeline.model.pages import Fill
from pipeline.tables.words import Word

SHAPES = 3  # curved or slanted areas inside a region: lines of a chart, slices of a pie, parts of a map
SHAPE_EMS = 0.8  # a smaller one is a bullet, a tick or an icon
BOX_EMS = 2.5  # a box so high holds several lines: no cell that is marked by a ground
APART = 1.0  # points
BARS = 3  # areas of different length that grow from one line
BAR_EMS = 0.4  # ems by which lengths must differ


def is_chart(box: Box, fills: Sequence[Fill], words: Sequence[Word], em: float) -> bool:
    """Whether the region is (mostly) a chart or a map: it holds shapes no table is drawn with, or bars."""
    inside = _inside(box, fills)
    touching = [f for f in fills if f.path == "shape" and box.intersection(f.box) and f.box.area < 0.5 * box.area]
    shapes = [f for f in touching if max(f.box.width, f.box.height) > SHAPE_EMS * em]
    if len(shapes) >= SHAPES:
        return True
    bars = [f for f in inside if f.path == "rectangle" and f.color and min(f.box.width, f.box.height) > 0.2 * em]
    bare = [f.box for f in bars if not any(f.box.contains_point(*w.box.center) for w in words)]
    return _grow(bare, em, "bottom") or _grow(bare, em, "x0")


def _inside(box: Box, fills: Sequence[Fill]) -> list[Fill]:
    return [f for f in fills if box.grown(1.0).holds_center_of(f.box) and f.box.area < 0.5 * box.area]


def is_diagram(box: Box, fills: Sequence[Fill], words: Sequence[Word], em: float) -> bool:
    """Whether words stand in boxes of several lines that neither touch nor line up.

    The grounds of cells side by side are one: a row's.
    """
    boxes = _strips([f.box for f in _inside(box, fills) if f.path == "rectangle" and (f.stroke or f.color)])
    held = [b for b in boxes if b.height > BOX_EMS * em and sum(b.contains_point(*w.box.center) for w in words) > 1]
    for i, a in enumerate(held):
        for b in held[i + 1 :]:
            apart = a.grown(APART).intersection(b.grown(APART)) is None
            level = abs(a.top - b.top) < em or abs(a.bottom - b.bottom) < em
            plumb = abs(a.x0 - b.x0) < em or abs(a.x1 - b.x1) < em
            if apart and not level and not plumb:
                return True
    return False


def _strips(boxes: Sequence[Box]) -> list[Box]:
    """The boxes, those of one height that touch side by side as one."""
    strips: list[Box] = []
    for box in sorted(boxes, key=lambda b: (round(b.top), round(b.bottom), b.x0, b.x1)):
        last = strips[-1] if strips else None
        level = last is not None and abs(last.top - box.top) <= APART and abs(last.bottom - box.bottom) <= APART
        if last is not None and level and box.x0 - last.x1 <= APART:
            strips[-1] = union([last, box])
        else:
            strips.append(box)
    return strips


def _grow(boxes: Sequence[Box], em: float, base: str) -> bool:
    """Whether areas side by side start at one line and have different lengths."""
    groups: dict[int, list[Box]] = {}
    for box in boxes:
        groups.setdefault(round(getattr(box, base)), []).append(box)
    for group in groups.values():
        lengths: list[float] = []
        places: list[float] = []
        for box in group:
            length, place = (box.height, box.x0) if base == "bottom" else (box.width, box.top)
            if all(abs(length - known) > BAR_EMS * em for known in lengths) and all(
                abs(place - p) > 1.0 for p in places
            ):
                lengths.append(length)
                places.append(place)
        if len(lengths) >= BARS:
            return True
    return False
