"""The words of a figure: what stands in what is drawn, and hugs it as the figures and titles of axes do."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.figures.ink import Label
from pipeline.model.geometry import Box, union
from pipeline.model.lines import Line

LARGEST = 1.3  # of the text's size: larger type heads a page or a section
SMALLER = 0.95  # of the text's size: labels are set smaller than the text, mostly
BESIDE = 1.0  # ems from what is drawn to the labels of an axis
UNDER = 1.4  # ems below or above it: from the figures of an axis to its title
MOST_WORDS = 8  # of a label outside: more is a sentence
LETTERS = 3  # at most of a figure on an axis: a unit
CENTRED = 1.0  # ems from the middle: the title of an axis


def labels_of(box: Box, free: Sequence[Label], em: float) -> tuple[Box, tuple[Line, ...]]:
    """The lines that are labels of what is drawn within `box`, and the box around both.

    Labels outside are taken up by and by, since the title of an axis stands beyond its figures.
    """
    rest = [x for x in free if x.line.size <= LARGEST * em or box.grown(-em).holds_center_of(x.box)]
    taken: list[Label] = []
    whole = box
    while more := [x for x in rest if whole.holds_center_of(x.box) or _hugs(x, whole, em)]:
        taken += more
        rest = [x for x in rest if x not in more]
        whole = union([whole, *(x.box for x in more)])
    return whole, tuple(x.line for x in sorted(taken, key=lambda x: (x.line.baseline, x.box)))


def _hugs(label: Label, box: Box, em: float) -> bool:
    """Whether a short line stands close beside, under or over a drawing, set as labels are."""
    line, own, (x, y) = label.line, label.box, label.box.center
    if len(line.text.split()) > MOST_WORDS or line.size > LARGEST * em:
        return False
    if box.top <= y <= box.bottom:
        return max(own.x0 - box.x1, box.x0 - own.x1) <= BESIDE * em
    if not box.x0 - em <= x <= box.x1 + em or max(own.top - box.bottom, box.top - own.bottom) > UNDER * em:
        return False
    return is_figure(line.text) or line.size <= SMALLER * em or abs(x - box.center[0]) <= CENTRED * em


def is_figure(text: str) -> bool:
    """Whether it is a number, perhaps with a sign or a unit."""
    return any(c.isdigit() for c in text) and sum(c.isalpha() for c in text) <= LETTERS
