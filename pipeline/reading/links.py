"""Link annotations (ISO 32000-1, 12.5.6.5) with an address."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pdfminer.pdftypes import resolve1
from pdfminer.utils import apply_matrix_rect, decode_text

from pipeline.model.geometry import Box
from pipeline.model.pages import Link

Matrix = tuple[float, float, float, float, float, float]


def links_of(attributes: dict[str, Any], turn: Matrix, shift: tuple[float, float]) -> Iterator[Link]:
    """The links of a page, in the file's order.

    `turn` leads from the file's page space to the page as it is shown (y upwards), `shift` are x and y of its top left
    corner there. Only the annotation's own rectangle and address are followed: its other keys lead all over the file.
    """
    for reference in resolve1(attributes.get("Annots")) or ():
        annotation = resolve1(reference)
        if not isinstance(annotation, dict):
            continue
        action, rectangle = resolve1(annotation.get("A")), resolve1(annotation.get("Rect"))
        uri = resolve1(action.get("URI")) if isinstance(action, dict) else None
        if isinstance(uri, bytes) and uri and isinstance(rectangle, list) and len(rectangle) == 4:
            x0, y0, x1, y1 = apply_matrix_rect(turn, _upright([float(resolve1(v)) for v in rectangle]))
            left, top = shift
            yield Link(Box(x0 - left, top - y1, x1 - left, top - y0), _address(uri))


def _upright(corners: list[float]) -> tuple[float, float, float, float]:
    """Any two opposite corners as left, lower, right, upper."""
    (xa, ya, xb, yb) = corners
    return min(xa, xb), min(ya, yb), max(xa, xb), max(ya, yb)


def _address(uri: bytes) -> str:
    """7-bit ASCII by the standard; UTF-8 in practice."""
    try:
        return uri.decode()
    except UnicodeDecodeError:
        return decode_text(uri)
