"""One page: interpreted once, sorted into glyphs, rules, fills and images, in drawing order."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from pdfminer.layout import LTContainer, LTCurve, LTImage, LTItem
from pdfminer.utils import apply_matrix_rect
from pdfplumber.page import Page as PlumberPage
from pdfplumber.pdf import PDF

from pipeline.model.geometry import Box
from pipeline.model.pages import Fault, Fill, Glyph, Hidden, Image, Link, Page, Rule, Tag
from pipeline.reading.characters import Character
from pipeline.reading.clipping import ClippingInterpreter
from pipeline.reading.colors import WHITE
from pipeline.reading.device import GlyphDevice
from pipeline.reading.drawings import frame_rules, nested, rule_or_fill
from pipeline.reading.faults import kept_as_fault
from pipeline.reading.glyphs import INVISIBLE_MODES, em_box, glyph_of
from pipeline.reading.links import Matrix, links_of
from pipeline.reading.structure import tags_of

Shift = tuple[float, float]
Rectangle = tuple[float, float, float, float]

US_LETTER = (0.0, 0.0, 612.0, 792.0)

# Ems by which a glyph's em box must lie beyond the clip: accents on capitals and tails of swashes reach so far out of
# their em box, and clips are cut to the ink.
BEYOND = 0.1


def read_page(pdf: PDF, page: PlumberPage, label: str | None, tagged: bool, most_objects: int) -> Page:
    """The page as it is shown: rotation and crop box applied, origin at the top left corner.

    Where a part of it is broken, what comes before is kept, and `faults` says so. Raises LimitHit where it draws more
    than `most_objects`.
    """
    faults: list[Fault] = []
    device = GlyphDevice(pdf.rsrcmgr, page.page_number, most_objects)
    with kept_as_fault("content", faults):
        ClippingInterpreter(pdf.rsrcmgr, device).process_page(page.page_obj)
    turn = _turn(page)
    crop = _shown_box(page, turn)
    shift = (crop[0], crop[3])
    size = Box(0.0, 0.0, crop[2] - crop[0], crop[3] - crop[1])
    sheet = _Sheet(shift=shift, size=size)
    for item in _leaves(device.drawing()):
        sheet.add(item)
    links: list[Link] = []
    with kept_as_fault("links", faults):
        links.extend(links_of(page.page_obj.attrs, turn, shift))
    tags: list[Tag] = []
    if tagged:
        with kept_as_fault("tags", faults):
            tags.extend(tags_of(pdf, page))
    return Page(
        number=page.page_number,
        label=label,
        width=size.x1,
        height=size.bottom,
        glyphs=tuple(sheet.glyphs),
        rules=tuple(sheet.rules),
        fills=tuple(sheet.fills),
        images=tuple(sheet.images),
        links=tuple(links),
        tags=tuple(tags),
        rotation=page.rotation,
        faults=tuple(faults),
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
    grounds: set[str | None] = field(default_factory=lambda: {WHITE})  # colours that a glyph could vanish on
    half_frame: Fill | None = None  # an even-odd rectangle just painted: perhaps the first of a frame's two

    def add(self, item: LTItem) -> None:
        """Take one drawn object in."""
        if isinstance(item, Character):
            em = em_box(item, self.shift)
            self.glyphs.append(glyph_of(item, len(self.glyphs), self.shift[1], em, self._hidden(item, em)))
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
            self.grounds |= {painted.color} - {None}
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

    def _hidden(self, char: Character, box: Box) -> Hidden | None:
        """Why a reader of the page can't see a glyph."""
        color = char.setting.color
        if char.setting.render_mode in INVISIBLE_MODES:
            return "invisible"
        x, y = box.center
        if not self.size.contains_point(x, y):
            return "off-page"
        if self._clipped(char, box):
            return "clipped"
        if color in self.grounds and color == self._ground(x, y):
            return "background-coloured"
        return None

    def _clipped(self, char: Character, box: Box) -> bool:
        """Whether the whole of a glyph lies outside what its clip shows."""
        left, bottom, right, top = char.setting.clip
        x, y = self.shift
        room = BEYOND * char.setting.size
        return (
            box.x1 + x < left - room
            or box.x0 + x > right + room
            or y - box.top < bottom - room
            or y - box.bottom > top + room
        )

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


def _turn(page: PlumberPage) -> Matrix:
    """From the file's page space to the interpreter's (rotated, media box at the origin, y upwards)."""
    x0, y0, x1, y1 = _media_box(page)
    turns: dict[int, Matrix] = {
        90: (0, -1, 1, 0, -y0, x1),
        180: (-1, 0, 0, -1, x1, y1),
        270: (0, 1, -1, 0, y1, -x0),
    }
    return turns.get(page.rotation, (1, 0, 0, 1, -x0, -y0))


def _media_box(page: PlumberPage) -> Rectangle:
    """Its corners in order; one without an area is no box (other readers, too, then take US letter)."""
    media = [float(v) for v in page.page_obj.mediabox]
    box = (min(media[::2]), min(media[1::2]), max(media[::2]), max(media[1::2]))
    return box if box[2] > box[0] and box[3] > box[1] else US_LETTER


def _shown_box(page: PlumberPage, turn: Matrix) -> Rectangle:
    """Crop box within media box in the interpreter's space."""
    x0, y0, x1, y1 = _media_box(page)
    crop = [float(v) for v in page.page_obj.cropbox]
    cut = (
        max(x0, min(crop[::2])),
        max(y0, min(crop[1::2])),
        min(x1, max(crop[::2])),
        min(y1, max(crop[1::2])),
    )
    if cut[2] <= cut[0] or cut[3] <= cut[1]:
        cut = (x0, y0, x1, y1)
    return apply_matrix_rect(turn, cut)


def _picture_hash(item: LTImage) -> str | None:
    raw = item.stream.rawdata
    return hashlib.sha256(raw).hexdigest() if raw is not None else None
