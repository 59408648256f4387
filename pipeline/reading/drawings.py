"""Drawn paths sorted into rules and fills."""

from __future__ import annotations

from collections.abc import Iterator

from pdfminer.layout import LTCurve, LTLine, LTRect

from pipeline.model.geometry import Box
from pipeline.model.pages import Fill, Outline, Rule
from pipeline.reading.colors import BLACK, hex_color
from pipeline.reading.device import spaces_of

# A rule is a stroke, or a rectangle as thin as one: the heavy rules of tables are 1 to 3 points thick.
RULE_THICKNESS = 4.0
RULE_ASPECT = 4.0  # longer than thick by far, else it is a dot or a small square (a bullet)
NO_THICKNESS = 0.01  # points: below what any device can show
HAIRLINE = 0.5  # the thickness of a stroke whose box has none
ON_EDGE = 0.1  # points: a matrix of another scale rounds corners off their edge by less
WHOLE = 0.95  # of its box's edges run along a rectangle, drawn as one or corner by corner
STRAIGHT = 0.3  # of the upper and the lower edge at least are left by the widest rounding, that of a pill


def rule_or_fill(path: LTCurve, box: Box) -> Rule | Fill | None:
    """A painted path within `box` as a rule or a fill; None where it paints nothing."""
    stroking_space, filling_space = spaces_of(path)
    stroke = (hex_color(path.stroking_color, stroking_space) or BLACK) if path.stroke else None
    fill = (hex_color(path.non_stroking_color, filling_space) or BLACK) if path.fill else None
    if stroke is None and fill is None:
        return None
    thin, long = sorted((box.width, box.height))
    if thin <= RULE_THICKNESS and long >= RULE_ASPECT * max(thin, HAIRLINE):
        dashes = path.dashing_style[0] if path.dashing_style else ()
        return Rule(box, fill or stroke or BLACK, dashed=bool(dashes))
    if isinstance(path, LTLine):  # it slants, and encloses nothing that could be filled
        return Fill(box, None, stroke, "shape") if stroke else None
    return Fill(box, fill, stroke, "rectangle" if isinstance(path, LTRect) else _outline(path))


def _outline(path: LTCurve) -> Outline:
    """What a path encloses, by how much of its box's edges its straight stretches run along."""
    x0, y0, x1, y1 = path.bbox
    along = {"left": 0.0, "right": 0.0, "lower": 0.0, "upper": 0.0}
    for (ax, ay), (bx, by) in _straight(path):
        for edge, at, places in (("left", x0, (ax, bx)), ("right", x1, (ax, bx))):
            along[edge] += abs(by - ay) if all(abs(p - at) <= ON_EDGE for p in places) else 0.0
        for edge, at, places in (("lower", y0, (ay, by)), ("upper", y1, (ay, by))):
            along[edge] += abs(bx - ax) if all(abs(p - at) <= ON_EDGE for p in places) else 0.0
    level = min(along["lower"], along["upper"])
    if level >= WHOLE * path.width and min(along["left"], along["right"]) >= WHOLE * path.height:
        return "rectangle"
    return "rounded" if level >= STRAIGHT * path.width > 0 else "shape"


def _straight(path: LTCurve) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    """The straight stretches of a path, as it was drawn: lines, and the way back to its start where it is closed."""
    kinds = [str(step[0]) for step in path.original_path or ()]
    for kind, start, end in zip(kinds[1:], path.pts, [*path.pts[1:], path.pts[0]], strict=False):
        if kind in ("l", "h"):
            yield start, end


def frame_rules(outer: Box, inner: Box, color: str) -> list[Rule]:
    """The sides of a frame painted as two nested rectangles by the even-odd rule (ISO 32000-1, 8.5.3.3.3).

    Typesetters draw borders so: what lies within the inner rectangle is not painted. A side without thickness is none.
    """
    sides = [
        Box(outer.x0, outer.top, outer.x1, inner.top),
        Box(outer.x0, inner.bottom, outer.x1, outer.bottom),
        Box(outer.x0, outer.top, inner.x0, outer.bottom),
        Box(inner.x1, outer.top, outer.x1, outer.bottom),
    ]
    return [Rule(side, color) for side in sides if min(side.width, side.height) > NO_THICKNESS]


def nested(a: Box, b: Box) -> tuple[Box, Box] | None:
    """(outer, inner) where one rectangle lies within the other, else None."""
    for outer, inner in ((a, b), (b, a)):
        if (
            outer.x0 <= inner.x0 + NO_THICKNESS
            and outer.top <= inner.top + NO_THICKNESS
            and outer.x1 >= inner.x1 - NO_THICKNESS
            and outer.bottom >= inner.bottom - NO_THICKNESS
        ):
            return outer, inner
    return None
