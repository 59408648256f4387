"""The interpreter's drawing device: it keeps what pdfminer's layout objects forget.

A glyph's render mode (ISO 32000-1, 9.3.6) and the place of its origin on the baseline are known only while it is being
drawn; they are noted here on the object that pdfplumber's device makes of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import hypot
from typing import Any, cast

from pdfminer.layout import LTChar
from pdfplumber.page import PDFPageAggregatorWithMarkedContent


@dataclass(frozen=True, slots=True)
class Drawn:
    """How one glyph was drawn: origin and em vectors in page space (y upwards, points), and the render mode.

    `along` is the vector of one advance, `up` the vector from the baseline one em up.
    """

    origin: tuple[float, float]
    along: tuple[float, float]
    up: tuple[float, float]
    size: float
    render_mode: int
    vertical: bool


class GlyphDevice(PDFPageAggregatorWithMarkedContent):
    """pdfplumber's device, noting a `Drawn` on each character as `drawn`."""

    _render_mode = 0

    def render_string(self, textstate: Any, seq: Any, ncs: Any, graphicstate: Any) -> None:
        """Draw a string, remembering its render mode."""
        self._render_mode = textstate.render
        super().render_string(textstate, seq, ncs, graphicstate)

    def render_char(
        self,
        matrix: Any,
        font: Any,
        fontsize: float,
        scaling: float,
        rise: float,
        cid: int,
        ncs: Any,
        graphicstate: Any,
    ) -> float:
        """Draw one glyph and note how."""
        advance = float(super().render_char(matrix, font, fontsize, scaling, rise, cid, ncs, graphicstate))
        char = self.cur_item._objs[-1]
        if isinstance(char, LTChar):
            a, b, c, d, e, f = (float(v) for v in matrix)
            vars(char)["drawn"] = Drawn(
                origin=(c * rise + e, d * rise + f),
                along=(a * char.adv, b * char.adv),
                up=(c * fontsize, d * fontsize),
                size=abs(fontsize) * hypot(c, d),
                render_mode=self._render_mode,
                vertical=bool(font.is_vertical()),
            )
        return advance


def drawn(char: LTChar) -> Drawn:
    """How a character that this device drew was drawn."""
    return cast(Drawn, vars(char)["drawn"])
