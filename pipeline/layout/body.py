"""The body text's typography: the measure of all else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from pipeline.model.lines import Line, Style
from pipeline.model.sheets import Sheet

HALF_POINT = 0.5  # sizes are designed in half points; smaller differences come from scaling
DEFAULT_LEADING = 1.2  # of the size, where no two body lines follow each other (Bringhurst, 2.2.1)


@dataclass(frozen=True, slots=True)
class Body:
    """Size and line pitch (points), colour and family of most of the text."""

    size: float
    pitch: float
    color: str
    family: str
    bold: bool

    def distinct(self, style: Style) -> bool:
        """Whether a style stands out from the body: larger, bolder, coloured."""
        return self.larger(style) or (style.bold and not self.bold) or style.color != self.color

    def plain(self, style: Style) -> bool:
        """Whether type is that of the body: its size and weight."""
        return abs(style.size - self.size) < HALF_POINT and style.bold == self.bold

    def larger(self, style: Style) -> bool:
        """Whether a style is larger than the body by more than a scaling's difference."""
        return style.size >= self.size + HALF_POINT

    def smaller(self, style: Style) -> bool:
        """Whether a style is smaller than the body by more than a scaling's difference."""
        return style.size <= self.size - HALF_POINT


NO_TEXT = Body(10.0, DEFAULT_LEADING * 10.0, "#000000", "", False)  # of a document without a visible letter


def body_of(found: Sequence[Sheet]) -> Body:
    """The style of most characters, and the commonest distance of its lines."""
    sizes: Counter[float] = Counter()
    looks: dict[float, Counter[tuple[str, str, bool]]] = {}
    for line in (line for sheet in found for line in sheet.lines):
        style = line.style
        size = round(style.size / HALF_POINT) * HALF_POINT
        sizes[size] += len(line)
        looks.setdefault(size, Counter())[(style.color, style.family, style.bold)] += len(line)
    if not sizes:
        return NO_TEXT
    size = max(sizes, key=lambda s: (sizes[s], s))
    color, family, bold = max(looks[size], key=lambda k: (looks[size][k], k))
    return Body(size, _pitch(found, size), color, family, bold)


def _pitch(found: Sequence[Sheet], size: float) -> float:
    """The median distance of baselines of body lines that follow each other closely."""
    steps = [
        b.baseline - a.baseline
        for sheet in found
        for a, b in pairwise([line for line in sheet.lines if _of_size(line, size)])
        if size * 0.9 < b.baseline - a.baseline < size * 2 and abs(a.x0[0] - b.x0[0]) < size
    ]
    return median(steps) if steps else DEFAULT_LEADING * size


def _of_size(line: Line, size: float) -> bool:
    return abs(line.size - size) < HALF_POINT
