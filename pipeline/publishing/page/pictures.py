"""Pictures of pages and of spots on them, drawn by PDFium: what a reader would see in any viewer.

PDFium is the second witness beside pdfplumber, so the boxes shown on its pictures are checked by eye against a reader
that had no part in finding them.
"""

from __future__ import annotations

import base64
import io
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops, ImageDraw

from pipeline.model.geometry import Box, union

POINTS_AN_INCH = 72
# Dots an inch by number of pages: type of 8 points is read with ease at 120, body text still at 85; the file of a
# report of 15 pages stays under 2 MB, that of 200 pages under 20 MB.
DENSITIES = ((40, 120), (120, 100))
DENSITY_OF_LONG = 85
LONGEST_SIDE = 1800  # pixels: posters and plans are drawn smaller
QUALITY = 38  # WebP, 0 to 100: letters keep their edges; below 30 they grow halos. JPEG of this size is blurred more
EFFORT = 0  # WebP method, 0 to 6: 2 takes 1.6 times as long for 20 % less, and the page must not hold up a run
BATCH = 8  # pages in memory at a time

CROP_DENSITY = 144
CROP_MARGIN = Box(48.0, 16.0, 48.0, 16.0)  # points around a spot: a line above and below, a few words beside
CROP_WIDTH = 280.0  # points at least, so that a word is seen in its line
CROP_HEIGHT = 220.0  # points at most: a spot over a whole page is recognised by its beginning
_MARK = (180, 83, 9)
_MARK_GROUND = (253, 230, 138)


Crop = tuple[float, float, float, float]  # what is cut off, in points: left, bottom, right, top
NO_CROP: Crop = (0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as a data address, and its size in CSS pixels."""

    address: str
    width: int
    height: int


class Pictures:
    """Draws pages and spots of one PDF; nothing where PDFium can't."""

    def __init__(self, pdf: pypdfium2.PdfDocument | None) -> None:
        self._pdf = pdf

    def drawable(self) -> frozenset[int]:
        """The pages (from 1) that can be drawn."""
        count = len(self._pdf) if self._pdf else 0
        return frozenset(number for number in range(1, count + 1) if self._size(number)[0])

    def pages(self) -> Iterator[str | None]:
        """Each page as base64 of a WebP file, in order; None where a page can't be drawn."""
        count = len(self._pdf) if self._pdf else 0
        density = next((dpi for pages, dpi in DENSITIES if count <= pages), DENSITY_OF_LONG)
        with ThreadPoolExecutor() as workers:  # encoding takes longer than drawing, and lets other threads run
            for first in range(1, count + 1, BATCH):
                drawn = [self._draw(n, density) for n in range(first, min(first + BATCH, count + 1))]
                yield from workers.map(lambda picture: picture and _encoded(picture), drawn)

    def page(self, number: int, density: float = DENSITIES[0][1]) -> Image.Image | None:
        """A page (from 1) as a picture; None where it can't be drawn."""
        drawn = self._draw(number, density) if self._size(number)[0] else None
        return drawn and drawn.convert("RGB")

    def spot(self, page: int, boxes: Sequence[Sequence[float]]) -> Picture | None:
        """The part of a page around some boxes, which are marked in it."""
        place = union(Box(*box) for box in boxes)
        width, height = self._size(page)
        if not width:
            return None
        frame = _frame(place, width, height)
        drawn = self._draw(page, CROP_DENSITY, crop=(frame.x0, height - frame.bottom, width - frame.x1, frame.top))
        if drawn is None:
            return None
        scale = drawn.width / frame.width
        marked = _marked(drawn.convert("RGB"), [Box(*box) for box in boxes], frame, scale)
        points_to_css = 96 / POINTS_AN_INCH
        return Picture(
            f"data:image/webp;base64,{_encoded(marked)}",
            round(frame.width * points_to_css),
            round(frame.height * points_to_css),
        )

    def _size(self, page: int) -> tuple[float, float]:
        if self._pdf is None or page > len(self._pdf):
            return 0.0, 0.0
        try:
            width, height = self._pdf.get_page_size(page - 1)
        except pypdfium2.PdfiumError:
            return 0.0, 0.0
        return float(width), float(height)

    def _draw(self, number: int, density: float, crop: Crop = NO_CROP) -> Image.Image | None:
        """A page or its part in four bytes a pixel, as Pillow keeps colours: nothing is copied on the way there."""
        if self._pdf is None:
            return None
        try:
            page = self._pdf[number - 1]
        except pypdfium2.PdfiumError:  # a page that PDFium can't open has a finding of its own
            return None
        longest = max(page.get_size())
        scale = min(density / POINTS_AN_INCH, LONGEST_SIDE / longest)
        try:
            picture: Image.Image = page.render(scale=scale, crop=crop, prefer_bgrx=True, rev_byteorder=True).to_pil()
            return picture
        finally:
            page.close()


@contextmanager
def opened(pdf: Path) -> Iterator[Pictures]:
    """The pictures of a PDF; without any where PDFium can't open it (the page then says so)."""
    try:
        document = pypdfium2.PdfDocument(pdf)
    except (pypdfium2.PdfiumError, FileNotFoundError):
        yield Pictures(None)
        return
    try:
        yield Pictures(document)
    finally:
        document.close()


def _frame(place: Box, width: float, height: float) -> Box:
    """The part of the page to show: the spot with its margin, not narrower than CROP_WIDTH, inside the page."""
    lack = max(0.0, CROP_WIDTH - place.width - CROP_MARGIN.x0 - CROP_MARGIN.x1) / 2
    x0, x1 = place.x0 - CROP_MARGIN.x0 - lack, place.x1 + CROP_MARGIN.x1 + lack
    if x0 < 0:
        x0, x1 = 0.0, min(width, x1 - x0)
    if x1 > width:
        x0, x1 = max(0.0, x0 - (x1 - width)), width
    top = max(0.0, place.top - CROP_MARGIN.top)
    bottom = min(height, place.bottom + CROP_MARGIN.bottom, top + CROP_HEIGHT)
    return Box(x0, min(top, height - 1), max(x1, x0 + 1), max(bottom, top + 1))


def _marked(picture: Image.Image, boxes: Sequence[Box], frame: Box, scale: float) -> Image.Image:
    """The boxes as if gone over with a marker pen (letters stay black) and framed."""
    ground = Image.new("RGB", picture.size, "white")
    pen = ImageDraw.Draw(ground)
    places = [
        (
            max(0, round((b.x0 - frame.x0) * scale) - 2),
            round((b.top - frame.top) * scale) - 2,
            round((b.x1 - frame.x0) * scale) + 2,
            round((b.bottom - frame.top) * scale) + 2,
        )
        for b in boxes
    ]
    for place in places:
        pen.rectangle(place, fill=_MARK_GROUND)
    marked = ImageChops.multiply(picture, ground)
    pen = ImageDraw.Draw(marked)
    for place in places:
        pen.rectangle(place, outline=_MARK, width=2)
    return marked


def _encoded(picture: Image.Image) -> str:
    buffer = io.BytesIO()
    picture.save(buffer, "WEBP", quality=QUALITY, method=EFFORT)
    return base64.b64encode(buffer.getvalue()).decode("ascii")
