"""One page: interpreted once, sorted into glyphs, rules, fills and images, in drawing order."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from pdfminer.layout import LTChar, LTContainer, LTCurve, LTImage, LTItem
from pdfminer.pdfinterp import PDFPageInterpreter
from pdfminer.pdftypes import resolve1
from pdfminer.utils import apply_matrix_rect
from pdfplumber.page import Page as PlumberPage
from pdfplumber.pdf import PDF

from pipeline.model.geometry import Box
from pipeline.model.pages import Fill, Glyph, Hidden, Image, Link, Page, Rule, Tag
from pipeline.reading.colors import WHITE
from pipeline.reading.device import GlyphDevice, drawn
from pipeline.reading.drawings import frame_rules, nested, rule_or_fill
from pipeline.reading.glyphs import INVISIBLE_MODES, center_of, color_of, glyph_of

Shift = tuple[float, float]


def read_page(pdf: PDF, page: PlumberPage, label: str | None, tagged: bool) -> Page:
    """The page as it is shown: rotation and crop box applied, origin at the top left corner."""
    device = GlyphDevice(pdf.rsrcmgr, pageno=page.page_number, laparams=None)
    PDFPageInterpreter(pdf.rsrcmgr, device).process_page(page.page_obj)
    crop = _shown_box(page)
    size = Box(0.0, 0.0, crop[2] - crop[0], crop[3] - crop[1])
    sheet = _Sheet(shift=(crop[0], crop[3]), size=size)
    for item in _leaves(device.get_result()):
        sheet.add(item)
    return Page(
        number=page.page_number,
        label=label,
        width=size.x1,
        height=size.bottom,
        glyphs=tuple(sheet.glyphs),
        rules=tuple(sheet.rules),
        fills=tuple(sheet.fills),
        images=tuple(sheet.images),
        links=tuple(_links(page, size, sheet.shift)),
        tags=tuple(_tags(page)) if tagged else (),
        rotation=page.rotation,
    )


@dataclass
class _Sheet:
    """A page being filled, in drawing order: what lies under a glyph is what came before it."""

    shift: Shift
    size: Box
    glyphs: list[Glyph] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    fills: list[Fill] = field(default_factory=list)
    images: list[Image] = field(default_factory=list)
    half_frame: Fill | None = None  # an even-odd rectangle just painted: perhaps the first of a frame's two

    def add(self, item: LTItem) -> None:
        """Take one drawn object in."""
        if isinstance(item, LTChar):
            color = color_of(item)
            self.glyphs.append(glyph_of(item, len(self.glyphs), self.shift, color, self._hidden(item, color)))
        elif isinstance(item, LTCurve) and (box := self._cut(item)):
            self._paint(rule_or_fill(item, box), even_odd=bool(item.evenodd and item.fill))
        elif isinstance(item, LTImage) and (box := self._cut(item)):
            self.images.append(Image(box, _picture_hash(item)))

    def _paint(self, painted: Rule | Fill | None, even_odd: bool) -> None:
        """Keep a rule or a fill; the second rectangle of a frame makes rules of both."""
        before, self.half_frame = self.half_frame, painted if even_odd and isinstance(painted, Fill) else None
        if isinstance(painted, Rule):
            self.rules.append(painted)
        elif isinstance(painted, Fill):
            pair = (
                nested(before.box, painted.box)
                if before and self.half_frame and before.color == painted.color
                else None
            )
            if pair and painted.color:
                self.fills[-1] = Fill(pair[0], None, painted.color)
                self.rules.extend(frame_rules(*pair, painted.color))
                self.half_frame = None
            else:
                self.fills.append(painted)

    def _cut(self, item: Any) -> Box | None:
        """The object's box as far as it lies on the page (a rule may have no height), or None."""
        x0, y0, x1, y1 = item.bbox
        left, top = self.shift
        box = Box(
            max(x0 - left, 0.0), max(top - y1, 0.0), min(x1 - left, self.size.x1), min(top - y0, self.size.bottom)
        )
        return box if box.x1 >= box.x0 and box.bottom >= box.top else None

    def _hidden(self, char: LTChar, color: str | None) -> Hidden | None:
        """Why a reader of the page can't see a glyph."""
        if drawn(char).render_mode in INVISIBLE_MODES:
            return "invisible"
        x, y = center_of(char, self.shift)
        if not self.size.contains_point(x, y):
            return "off-page"
        if color is not None and color == self._ground(x, y):
            return "background-coloured"
        return None

    def _ground(self, x: float, y: float) -> str | None:
        """The colour under a point: of the last fill there, else the paper's; None where a picture lies there."""
        if any(image.box.contains_point(x, y) for image in self.images):
            return None
        for fill in reversed(self.fills):
            if fill.box.contains_point(x, y):
                return fill.color if fill.path == "rectangle" else None
        return WHITE


def _leaves(container: LTContainer[Any]) -> Iterator[LTItem]:
    for item in container:
        if isinstance(item, LTContainer):
            yield from _leaves(item)
        else:
            yield item


def _shown_box(page: PlumberPage) -> tuple[float, float, float, float]:
    """Crop box within media box in the interpreter's space (rotated, media box at the origin, y upwards)."""
    media = [float(v) for v in page.page_obj.mediabox]
    raw = resolve1(page.page_obj.attrs.get("CropBox"))
    crop = [float(resolve1(v)) for v in raw] if raw else media
    x0, y0, x1, y1 = min(media[::2]), min(media[1::2]), max(media[::2]), max(media[1::2])
    cut = (
        max(x0, min(crop[::2])),
        max(y0, min(crop[1::2])),
        min(x1, max(crop[::2])),
        min(y1, max(crop[1::2])),
    )
    if cut[2] <= cut[0] or cut[3] <= cut[1]:
        cut = (x0, y0, x1, y1)
    turn = {
        90: (0, -1, 1, 0, -y0, x1),
        180: (-1, 0, 0, -1, x1, y1),
        270: (0, 1, -1, 0, y1, -x0),
    }.get(page.rotation, (1, 0, 0, 1, -x0, -y0))
    return apply_matrix_rect(turn, cut)


def _links(page: PlumberPage, size: Box, shift: Shift) -> Iterator[Link]:
    """Link annotations with an address; pdfplumber counts from the media box's top, we from the crop box's."""
    top_of_crop = float(page.height) - shift[1]
    for link in page.hyperlinks:
        uri = link["uri"]
        if isinstance(uri, str) and uri:
            top, bottom = float(link["top"]) - top_of_crop, float(link["bottom"]) - top_of_crop
            yield Link(Box(float(link["x0"]) - shift[0], top, float(link["x1"]) - shift[0], bottom), uri)


def _tags(page: PlumberPage) -> Iterator[Tag]:
    """The structure tree's leaves on this page, in document order."""
    counter = iter(range(1_000_000_000))

    def walk(node: dict[str, Any], path: tuple[str, ...]) -> Iterator[Tag]:
        here = (*path, str(node.get("type", "")))
        number = next(counter)
        if node.get("mcids"):
            yield Tag(here, number, tuple(node["mcids"]))
        for child in node.get("children", ()):
            yield from walk(child, here)

    for root in page.structure_tree:
        yield from walk(root, ())


def _picture_hash(item: LTImage) -> str | None:
    raw = item.stream.rawdata
    return hashlib.sha256(raw).hexdigest() if raw is not None else None
