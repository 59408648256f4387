"""Colours of the PDF's colour spaces as `#rrggbb` (ISO 32000-1, 8.6; CMYK by the formula of 10.3.5)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

BLACK = "#000000"
WHITE = "#ffffff"

INKS = frozenset({"Separation", "DeviceN"})  # components are amounts of ink: 1 is the darkest
NO_INTENSITIES = frozenset({"Indexed", "Lab", "Pattern"})  # components are a palette's index, a lightness, a name


def hex_color(components: object, space: str = "") -> str | None:
    """A colour's components (0 to 1; one for gray, three for RGB, four for CMYK) in hexadecimal.

    `space` names the colour space, where the number of components does not tell. Of an ink, whose own colour only a
    function in the file knows, its darkness is given. None for patterns and other colours that are not known.
    """
    if space in NO_INTENSITIES:
        return None
    if isinstance(components, int | float):
        components = (components,)
    if not isinstance(components, Sequence) or isinstance(components, str):
        return None
    if not all(isinstance(c, int | float) for c in components):
        return None
    return _mixed(tuple(components), space)


@lru_cache(maxsize=1024)  # a page has few colours and many glyphs
def _mixed(components: tuple[float, ...], space: str) -> str | None:
    values = [min(1.0, max(0.0, float(c))) for c in components]
    if space in INKS and len(values) != 4:
        rgb = [1.0 - min(1.0, sum(values))] * 3
    elif len(values) == 1:
        rgb = values * 3
    elif len(values) == 3:
        rgb = values
    elif len(values) == 4:
        cyan, magenta, yellow, key = values
        rgb = [1 - min(1.0, ink + key) for ink in (cyan, magenta, yellow)]
    else:
        return None
    return "#" + "".join(f"{round(255 * v):02x}" for v in rgb)
