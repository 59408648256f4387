"""The interpreter's drawing device: it keeps what pdfminer's layout objects forget, and counts.

A glyph's render mode (ISO 32000-1, 9.3.6) and the place of its origin on the baseline, and the colour spaces of a path,
are known only while it is being drawn: characters are made here, paths by pdfplumber's device and noted on.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from math import hypot
from typing import Any, cast

from pdfminer.layout import LTChar, LTComponent, LTCurve, LTPage
from pdfminer.pdffont import PDFFont, PDFType3Font, PDFUnicodeNotDefined
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdftypes import resolve1
from pdfplumber.page import PDFPageAggregatorWithMarkedContent

from pipeline.reading.actual_text import say, stated_text
from pipeline.reading.characters import Character, Setting
from pipeline.reading.faults import LimitHit
from pipeline.reading.type3 import type3_ems


@dataclass(frozen=True, slots=True)
class _Marked:
    """Marked content that is open: what encloses it, the text that it is said to stand for, and its characters."""

    outer_tag: str | None
    outer_mcid: int | None
    text: str | None
    chars: list[Character] = field(default_factory=list)


class GlyphDevice(PDFPageAggregatorWithMarkedContent):
    """pdfplumber's device, making characters of our own, and noting `spaces` on each path.

    Raises LimitHit where a page draws more than `most` objects: forms that draw forms can multiply without end.
    """

    _render_mode = 0
    _setting: Setting | None = None  # of the string being drawn

    def __init__(self, resources: PDFResourceManager, number: int, most: int) -> None:
        super().__init__(resources, pageno=number, laparams=None)
        self._most = most
        self._count = 0
        self._ems: dict[int, float] = {}
        self._open: list[_Marked] = []

    def drawing(self) -> LTPage:
        """What was drawn, also where the page broke off in the middle."""
        item = self.cur_item
        while self._stack:
            outer = self._stack.pop()
            if item is not outer:
                outer.add(item)
            item = outer
        return cast(LTPage, item)

    def end_page(self, page: Any) -> None:
        """Nothing is grouped into lines here; the page stays the current item."""

    def begin_figure(self, name: str, bbox: Any, matrix: Any) -> None:
        """Enter a form, which counts as an object; numbers of its box may be references."""
        self._another()
        super().begin_figure(name, tuple(resolve1(v) for v in bbox), matrix)

    def paint_path(self, graphicstate: Any, *arguments: Any) -> None:
        """Draw a path and note its colour spaces (stroking, filling)."""
        self._another()
        before = len(self.cur_item._objs)
        super().paint_path(graphicstate, *arguments)
        for item in self.cur_item._objs[before:]:
            vars(item)["spaces"] = (graphicstate.scs.name, graphicstate.ncs.name)

    def begin_tag(self, tag: Any, props: Any = None) -> None:
        """Enter marked content; without an id of its own it belongs to what encloses it (ISO 32000-1, 14.6.1)."""
        marked = _Marked(self.cur_tag, self.cur_mcid, stated_text(props))
        self._open.append(marked)
        super().begin_tag(tag, props)
        if self.cur_mcid is None and self.cur_tag != "Artifact":
            self.cur_mcid = marked.outer_mcid

    def end_tag(self) -> None:
        """Leave marked content for what encloses it; its glyphs say what it was said to stand for."""
        marked = self._open.pop() if self._open else _Marked(None, None, None)
        self.cur_tag, self.cur_mcid = marked.outer_tag, marked.outer_mcid
        if marked.text is not None:
            say(marked.chars, marked.text)

    def _ems_of(self, font: PDFFont) -> float:
        if not isinstance(font, PDFType3Font):
            return 1.0
        if id(font) not in self._ems:
            self._ems[id(font)] = type3_ems(font)
        return self._ems[id(font)]

    def _another(self) -> None:
        self._count += 1
        if self._count > self._most:
            raise LimitHit(f"it draws more than {self._most} objects on one page")

    def render_string(self, textstate: Any, seq: Any, ncs: Any, graphicstate: Any) -> None:
        """Draw a string, remembering its render mode."""
        self._render_mode = textstate.render
        self._setting = None
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
        """Draw one glyph of a string; returns its advance in text space."""
        self._another()
        text = self._meaning(font, cid)
        width = font.char_width(cid)
        advance = float(width * fontsize * scaling)
        a, b, c, d, e, f = matrix
        if self._setting is None:  # a string has one font, one colour and one slope
            em = fontsize * self._ems_of(font)
            size = abs(em) * hypot(c, d)
            self._setting = Setting.of(font, (c * em, d * em), size, self._render_mode, ncs.name, graphicstate)
        char = Character(text, (c * rise + e, d * rise + f), (a * advance, b * advance), self._setting, self.cur_mcid)
        if self._setting.vertical:
            place = font.char_disp(cid)
            char.box = LTChar(matrix, font, fontsize, scaling, rise, text, width, place, ncs, graphicstate).bbox
        if self._open:
            self._open[-1].chars.append(char)
        self.cur_item.add(cast(LTComponent, char))
        return advance

    def _meaning(self, font: PDFFont, cid: int) -> str:
        try:
            return font.to_unichr(cid)
        except PDFUnicodeNotDefined:
            return self.handle_undefined_char(font, cid)


def spaces_of(path: LTCurve) -> tuple[str, str]:
    """Names of the colour spaces that a path was stroked and filled in."""
    return cast(tuple[str, str], vars(path).get("spaces", ("", "")))
