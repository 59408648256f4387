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
    return any(
        f.path == "shape" and f.box.area > mark.area and f.box.holds_center_of(mark) and not f.box.holds_center_of(text)
        for f in fills
    )
