"""PDFium's view of a page, in our coordinates (points, origin at the top left of the page as shown)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw

from pipeline.model.geometry import Box

pdfium_c: Any = pypdfium2.raw  # generated bindings without types

REACH = 0.5  # points: a box is asked with this much around it, since edges are rounded to hundredths


@dataclass(frozen=True)
class WitnessPage:
    """One page, open. `width` and `height` as shown; `bare_page` where nothing at all is drawn on it."""

    number: int
    width: float
    height: float
    text: str
    bare_page: bool
    _page: Any
    _text_page: Any

    def text_in(self, boxes: Sequence[Sequence[float]]) -> str:
        """The text inside the boxes, in their order."""
        parts = []
        for x0, top, x1, bottom in boxes:
            left, low, right, high = self._user_space(Box(x0 - REACH, top - REACH, x1 + REACH, bottom + REACH))
            parts.append(self._text_page.get_text_bounded(left, low, right, high))
        return " ".join(parts)

    def box_of(self, start: int, end: int) -> Box | None:
        """The box around text[start:end]; None where PDFium gives none (it made the characters up itself)."""
        corners = []
        for i in range(start, end):
            index = pdfium_c.FPDFText_GetCharIndexFromTextIndex(self._text_page, i)
            if index >= 0:
                left, low, right, high = self._text_page.get_charbox(index)
                corners += [self._shown(left, high), self._shown(right, low)]
        if not corners:
            return None
        xs, ys = [x for x, _ in corners], [y for _, y in corners]
        return Box(min(xs), min(ys), max(xs), max(ys))

    def _user_space(self, box: Box) -> tuple[float, float, float, float]:
        """left, bottom, right, top in the page's own space, where y grows upwards and rotation is not applied."""
        corners = [self._own(box.x0, box.top), self._own(box.x1, box.bottom)]
        xs, ys = sorted(x for x, _ in corners), sorted(y for _, y in corners)
        return xs[0], ys[0], xs[1], ys[1]

    def _own(self, x: float, y: float) -> tuple[float, float]:
        """A shown point in the page's own space (PDF 32000-1, 8.3.2.3; /Rotate turns clockwise)."""
        left, low, right, high = self._page.get_bbox()
        rotation = self._page.get_rotation()
        if rotation == 90:
            return left + y, low + x
        if rotation == 180:
            return right - x, low + y
        if rotation == 270:
            return right - y, high - x
        return left + x, high - y

    def _shown(self, x: float, y: float) -> tuple[float, float]:
        """A point of the page's own space as shown: the inverse of `_own`."""
        left, low, right, high = self._page.get_bbox()
        rotation = self._page.get_rotation()
        if rotation == 90:
            return y - low, x - left
        if rotation == 180:
            return right - x, y - low
        if rotation == 270:
            return high - y, right - x
        return x - left, high - y


class Witness:
    """A PDF opened by PDFium. Raises pypdfium2.PdfiumError where PDFium can't open it."""

    def __init__(self, path: Path) -> None:
        self._document = pdfium.PdfDocument(path)

    def __len__(self) -> int:
        return len(self._document)

    def pages(self) -> Iterator[WitnessPage | int]:
        """Each page in turn, closed before the next is opened; the number of one that PDFium can't open."""
        for index in range(len(self._document)):
            try:
                page = self._document[index]
                text_page = page.get_textpage()
            except pdfium.PdfiumError:
                yield index + 1
                continue
            width, height = page.get_size()
            text = text_page.get_text_range() if text_page.count_chars() else ""
            nothing = pdfium_c.FPDFPage_CountObjects(page) == 0
            yield WitnessPage(index + 1, width, height, text, nothing, page, text_page)
            text_page.close()
            page.close()

    def close(self) -> None:
        """Let go of the file."""
        self._document.close()
