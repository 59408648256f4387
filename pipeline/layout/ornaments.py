"""Ornaments: icons and emblems drawn of several strokes, none of which means anything by itself."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.model.geometry import Box
from pipeline.model.pages import Fill


def is_stroke_of_ornament(mark: Box, text: Box, fills: Sequence[Fill]) -> bool:
    """Whether a mark beside a text is drawn upon a rounded shape that the text doesn't stand on.

    A bullet or a bar that marks text stands on the paper or on the ground of its text; what stands on a shape of its
    own is a part of the picture there.
    """
    shapes = (f.box for f in fills if f.path != "rectangle")
    return any(s.area > mark.area and s.holds_center_of(mark) and not s.holds_center_of(text) for s in shapes)
