"""What is drawn on a page to be looked at, in clusters that hang together."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from pipeline.model.geometry import Box, union
from pipeline.model.lines import Line
from pipeline.model.pages import Fill
from pipeline.model.sheets import Sheet

PAPER = "#ffffff"
PAGE_GROUND = 0.55  # of the page's area: more is the page's own ground
BLEED = 0.95  # of the page's width: so wide a picture is a ground, too, perhaps cut in strips
UNDER = 0.3  # of a line's height below the baseline, at most: an underline
HIGHEST = 72.0  # points: underlined lines are hardly higher
REACH = 2.0  # points that an underline may stick out at either end of its words
SPECK = 0.8  # ems: smaller things are ticks, dots, bullets, hatching

Kind = Literal["shape", "box", "rule", "image", "specks"]


@dataclass(frozen=True, slots=True)
class Ink:
    """One thing drawn. A `box` is a rectangle, rounded or not; a `shape` is bounded otherwise, or slants; `specks` are
    small things close together."""

    box: Box
    kind: Kind
    filled: bool = True


@dataclass(frozen=True, slots=True)
class Label:
    """A line of the page and its box, which is dear to ask for again and again."""

    line: Line
    box: Box


@dataclass(frozen=True, slots=True)
class Cluster:
    """Things drawn that hang together."""

    ink: tuple[Ink, ...]
    box: Box

    @property
    def has_areas(self) -> bool:
        """Whether there is more than rules and small marks."""
        return any(i.kind not in ("rule", "specks") for i in self.ink)

    @classmethod
    def of(cls, ink: Sequence[Ink]) -> Cluster:
        """A cluster with its box."""
        return cls(tuple(ink), union(i.box for i in ink))


def ink_of(sheet: Sheet, labels: Sequence[Label], prose: Sequence[Box], em: float) -> list[Ink]:
    """All that is drawn, but for what typesetters draw for text: grounds of running text and of the page, underlines.

    Drawings may have thousands of strokes; the small ones in one square of an em are taken as one.
    """
    most = PAGE_GROUND * sheet.box.area
    texts = [box.center for box in prose]
    large: list[Ink] = []
    small: dict[tuple[int, int], list[Box]] = {}
    for ink in _drawn(sheet, labels):
        if max(ink.box.width, ink.box.height) < SPECK * em:
            small.setdefault((int(ink.box.x0 / em), int(ink.box.top / em)), []).append(ink.box)
        elif ink.box.area <= most and not any(ink.box.contains_point(*t) for t in texts):
            large.append(ink)
    large += [Ink(union(boxes), "specks") for boxes in small.values()]
    return sorted(large, key=lambda i: (i.box, i.kind, i.filled))


def _drawn(sheet: Sheet, labels: Sequence[Label]) -> Iterator[Ink]:
    for fill in sheet.fills:
        if _is_seen(fill):
            yield Ink(fill.box, "shape" if fill.path == "shape" else "box", fill.color is not None)
    for image in sheet.images:
        if image.box.width < BLEED * sheet.box.width:
            yield Ink(image.box, "image")
    written = sorted((label.line.baseline, label.box) for label in labels)
    for rule in sheet.rules:
        if rule.color != PAPER and not (rule.horizontal and _underlines(rule.box, written)):
            yield Ink(rule.box, "rule")


def _is_seen(fill: Fill) -> bool:
    """White on paper is not."""
    return fill.color not in (None, PAPER) or fill.stroke not in (None, PAPER)


def _underlines(rule: Box, written: Sequence[tuple[float, Box]]) -> bool:
    """Whether a rule runs below one of the lines (baseline and box, in order of the baselines), and no further."""
    y = rule.center[1]
    last = bisect_right(written, y, key=lambda line: line[0])
    for baseline, box in (written[k] for k in range(last - 1, -1, -1)):
        if y - baseline > UNDER * HIGHEST:
            return False
        if y - baseline <= UNDER * box.height and box.x0 - REACH <= rule.x0 and rule.x1 <= box.x1 + REACH:
            return True
    return False


def clusters_of(ink: Sequence[Ink], gap: float) -> list[Cluster]:
    """Ink in clusters of which each thing lies within `gap` points of another's box, from the top down.

    A sweep from left to right joins each thing with those that have not ended yet.
    """
    parent = list(range(len(ink)))

    def root(i: int) -> int:
        """The cluster's representative, paths halved on the way."""
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    active: list[int] = []
    for i in sorted(range(len(ink)), key=lambda k: ink[k].box.x0):
        box = ink[i].box
        active = [j for j in active if ink[j].box.x1 + gap >= box.x0]
        for j in active:
            other = ink[j].box
            if other.top - gap <= box.bottom and box.top <= other.bottom + gap:
                parent[root(i)] = root(j)
        active.append(i)
    groups: dict[int, list[Ink]] = {}
    for i, one in enumerate(ink):
        groups.setdefault(root(i), []).append(one)
    return sorted((Cluster.of(g) for g in groups.values()), key=lambda c: (c.box.top, c.box))
