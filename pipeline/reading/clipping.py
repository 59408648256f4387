"""The part of the page that is painted on: clip paths and the boxes of forms (ISO 32000-1, 8.5.4 and 8.10.1).

pdfminer reads over both. Here a clip is kept as the upright rectangle around it: nearly all clips are rectangles (the
frame of a picture or a text box, a column, a table cell), and around any other shape, or a turned one, the rectangle
shows more than the shape does, so that text that can be seen never counts as cut off.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, cast

from pdfminer.casting import safe_float
from pdfminer.pdfinterp import PDFGraphicState, PDFPageInterpreter
from pdfminer.pdftypes import PDFStream, resolve1
from pdfminer.utils import MATRIX_IDENTITY, Matrix, Point, apply_matrix_pt

Clip = tuple[float, float, float, float]  # left, bottom, right, top in page space; crossed where nothing is shown

EVERYWHERE: Clip = (float("-inf"), float("-inf"), float("inf"), float("inf"))


class ClippedState(PDFGraphicState):
    """pdfminer's graphics state with the clip, which is a part of it (ISO 32000-1, table 52)."""

    clip: Clip = EVERYWHERE

    def copy(self) -> ClippedState:
        """The state as it is now."""
        twin = ClippedState.__new__(ClippedState)
        vars(twin).update(vars(self))
        return twin


class ClippingInterpreter(PDFPageInterpreter):
    """pdfminer's interpreter, keeping the clip in its graphics state."""

    graphicstate: ClippedState
    _outer: Clip = EVERYWHERE  # what is shown where the form is drawn

    def subinterp(self) -> PDFPageInterpreter:
        """The interpreter of a form, which is cut by what cuts the place where it is drawn."""
        inner = super().subinterp()
        cast(ClippingInterpreter, inner)._outer = self.graphicstate.clip
        return inner

    def render_contents(
        self, resources: dict[object, object], streams: Sequence[object], ctm: Matrix = MATRIX_IDENTITY
    ) -> None:
        """Draw a page or a form; a form is cut by its own box, too."""
        for box in _form_boxes(streams):
            self._outer = within(self._outer, _around(box, ctm))
        super().render_contents(resources, streams, ctm)

    def init_state(self, ctm: Matrix) -> None:
        """Begin with what the surroundings leave to be seen."""
        super().init_state(ctm)
        self.graphicstate = ClippedState()
        self.graphicstate.clip = self._outer

    def do_W(self) -> None:
        """Cut by the path, which is whole by now; that it takes effect a moment later, after painting it, is no matter
        for text."""
        points = [point for _, *numbers in self.curpath for point in _pairs(numbers)]
        if points:
            self.graphicstate.clip = within(self.graphicstate.clip, _around(points, self.ctm))

    do_W_a = do_W


def within(a: Clip, b: Clip) -> Clip:
    """What both show."""
    return max(a[0], b[0]), max(a[1], b[1]), min(a[2], b[2]), min(a[3], b[3])


def _around(points: Iterable[Point], ctm: Matrix) -> Clip:
    """The upright rectangle around points; that of a curve's control points holds the curve."""
    xs, ys = zip(*(apply_matrix_pt(ctm, point) for point in points), strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def _pairs(numbers: list[float]) -> Iterable[Point]:
    return zip(numbers[::2], numbers[1::2], strict=True)


def _form_boxes(streams: Sequence[object]) -> Iterable[list[Point]]:
    """The corners of the box of each stream that is a form; a box that is no four numbers cuts nothing."""
    for stream in streams:
        box: Any = resolve1(stream.get("BBox")) if isinstance(stream, PDFStream) else None
        numbers = [safe_float(resolve1(value)) for value in box] if isinstance(box, list) else []
        if len(numbers) == 4 and None not in numbers:
            x0, y0, x1, y1 = cast(list[float], numbers)
            yield [(x0, y0), (x1, y0), (x1, y1), (x0, y1)]
