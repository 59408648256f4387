"""A page as a PNG: the page's own picture, the marks over it, the legend under it."""

from __future__ import annotations

import io
import math
from itertools import pairwise

from PIL import Image, ImageChops, ImageColor, ImageDraw, ImageFont

from pipeline.inspection.marks import Drawing, Mark

MARGIN = 14  # pixels around the page, so that marks at its edges are seen
LEGEND_LINE = 26
TYPE = 15
BADGE = 12
ARROW = 7
BESIDE = 24  # how far left of a block the arrows run, so that its number hides none
TINT = 0.90  # how much of the page's white a mark leaves


def painted(drawing: Drawing, page: Image.Image | None, title: str) -> bytes:
    """The PNG's bytes. Without a picture of the page its marks are drawn on white paper."""
    picture = page or Image.new("RGB", (round(drawing.width * 1.5), round(drawing.height * 1.5)), "white")
    scale = picture.width / drawing.width
    picture = ImageChops.multiply(picture, _tints(drawing, picture.size, scale))
    legend = _legend_rows(drawing, picture.width, title)
    height = picture.height + 2 * MARGIN + LEGEND_LINE * len(legend)
    sheet = Image.new("RGB", (picture.width + 2 * MARGIN, height), "#eceae4")
    sheet.paste(picture, (MARGIN, MARGIN))
    pen = ImageDraw.Draw(sheet)
    for mark in drawing.marks:
        _outline(pen, mark, scale)
    if drawing.arrows:
        _arrows(pen, drawing, scale)
    for mark in drawing.marks:
        _number(pen, mark, scale)
    _legend(pen, legend, picture.height + 2 * MARGIN)
    buffer = io.BytesIO()
    sheet.save(buffer, "PNG", optimize=False)
    return buffer.getvalue()


def _tints(drawing: Drawing, size: tuple[int, int], scale: float) -> Image.Image:
    ground = Image.new("RGB", size, "white")
    pen = ImageDraw.Draw(ground)
    for mark in drawing.marks:
        red, green, blue = ImageColor.getrgb(mark.color)[:3]
        tint = tuple(round(255 * TINT + part * (1 - TINT)) for part in (red, green, blue))
        for box in mark.boxes:
            corners = (box.x0, box.top, max(box.x0, box.x1), max(box.top, box.bottom))
            pen.rectangle([v * scale for v in corners], fill=tint)
    return ground


def _outline(pen: ImageDraw.ImageDraw, mark: Mark, scale: float) -> None:
    for box in mark.boxes:
        x0, top, x1, bottom = (round(v * scale) + MARGIN for v in box)
        corners = [min(x0, x1), min(top, bottom), max(x0, x1), max(top, bottom)]
        pen.rectangle(corners, outline=mark.color, width=1 if mark.aside or mark.kind == "glyph" else 2)
        if mark.aside:  # crossed out, so that it is told apart without colour
            pen.line([corners[0], corners[3], corners[2], corners[1]], fill=mark.color)


def _number(pen: ImageDraw.ImageDraw, mark: Mark, scale: float) -> None:
    if mark.number is None or not mark.boxes:
        return
    font = ImageFont.load_default(size=BADGE)
    text = str(mark.number)
    width = pen.textlength(text, font=font) + 6
    x, y = round(mark.boxes[0].x0 * scale) + MARGIN, round(mark.boxes[0].top * scale) + MARGIN
    left = max(1, x - width)
    pen.rectangle([left, y, left + width, y + BADGE + 3], fill=mark.color)
    pen.text((left + 3, y), text, fill="white", font=font)


def _arrows(pen: ImageDraw.ImageDraw, drawing: Drawing, scale: float) -> None:
    marks = [mark for mark in drawing.marks if not mark.aside and mark.boxes]
    points = [(m.boxes[0].x0 * scale + MARGIN - BESIDE, m.boxes[0].top * scale + MARGIN + 7) for m in marks]
    for (x, y), (to_x, to_y) in pairwise(points):
        pen.line([x, y, to_x, to_y], fill="#1d1c1a", width=1)
        turn = math.atan2(to_y - y, to_x - x)
        wings = [(to_x - ARROW * math.cos(turn + d), to_y - ARROW * math.sin(turn + d)) for d in (0.45, -0.45)]
        pen.polygon([(to_x, to_y), *wings], fill="#1d1c1a")


def _legend_rows(drawing: Drawing, width: int, title: str) -> list[list[tuple[str, str]]]:
    """The title and the kinds with their colours, as many to a row as fit."""
    font = ImageFont.load_default(size=TYPE)
    rows: list[list[tuple[str, str]]] = [[(title, "")], []]
    used = 0.0
    for kind, color in drawing.legend.items():
        needed = font.getlength(kind) + 46
        if used + needed > width and rows[-1]:
            rows.append([])
            used = 0.0
        rows[-1].append((kind, color))
        used += needed
    return [row for row in rows if row]


def _legend(pen: ImageDraw.ImageDraw, rows: list[list[tuple[str, str]]], top: int) -> None:
    font = ImageFont.load_default(size=TYPE)
    for i, row in enumerate(rows):
        x, y = float(MARGIN), top + i * LEGEND_LINE - 4
        for text, color in row:
            if color:
                pen.rectangle([x, y + 3, x + 14, y + 17], fill=color)
                x += 20
            pen.text((x, y), text, fill="#1d1c1a", font=font)
            x += font.getlength(text) + 26
