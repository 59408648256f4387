"""Drawn paths sorted into rules and fills."""

from __future__ import annotations

from pdfminer.layout import LTCurve, LTLine, LTRect

from pipeline.model.geometry import Box
from pipeline.model.pages import Fill, Rule
from pipeline.reading.colors import BLACK, hex_color

# A rule is a stroke, or a rectangle as thin as one: the heavy rules of tables are 1 to 3 points thick.
RULE_THICKNESS = 4.0
RULE_ASPECT = 4.0  # longer than thick by far, else it is a dot or a small square (a bullet)
HAIRLINE = 0.5  # the thickness of a stroke whose box has none


def rule_or_fill(path: LTCurve, box: Box) -> Rule | Fill | None:
    """A painted path within `box` as a rule or a fill; None where it paints nothing."""
    stroke = (hex_color(path.stroking_color) or BLACK) if path.stroke else None
    fill = (hex_color(path.non_stroking_color) or BLACK) if path.fill else None
    if stroke is None and fill is None:
        return None
    thin, long = sorted((box.width, box.height))
    if thin <= RULE_THICKNESS and long >= RULE_ASPECT * max(thin, HAIRLINE):
        dashes = path.dashing_style[0] if path.dashing_style else ()
        return Rule(box, fill or stroke or BLACK, dashed=bool(dashes))
    if isinstance(path, LTLine):
        return None
    return Fill(box, fill, stroke, "rectangle" if isinstance(path, LTRect) else "shape")
