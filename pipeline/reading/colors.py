"""Colours of the PDF's colour spaces as `#rrggbb` (ISO 32000-1, 8.6; CMYK by the formula of 10.3.5)."""

from __future__ import annotations

from collections.abc import Sequence

BLACK = "#000000"
WHITE = "#ffffff"


def hex_color(components: object) -> str | None:
    """A colour's components (0 to 1; one for gray, three for RGB, four for CMYK) in hexadecimal; None for patterns."""
    if isinstance(components, int | float):
        components = (components,)
    if not isinstance(components, Sequence) or isinstance(components, str):
        return None
    if not all(isinstance(c, int | float) for c in components):
        return None
    values = [min(1.0, max(0.0, float(c))) for c in components]
    if len(values) == 1:
        rgb = values * 3
    elif len(values) == 3:
        rgb = values
    elif len(values) == 4:
        cyan, magenta, yellow, key = values
        rgb = [1 - min(1.0, ink + key) for ink in (cyan, magenta, yellow)]
    else:
        return None
    return "#" + "".join(f"{round(255 * v):02x}" for v in rgb)
