"""Ink is not light: colours of spot inks, and sizes of fonts with a glyph space of their own."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.reading import read
from pipeline.reading.colors import hex_color
from tests.reading.raw_pdf import raw_pdf


@pytest.mark.parametrize(
    ("components", "space", "color"),
    [
        (0, "DeviceGray", "#000000"),
        ((1,), "DeviceGray", "#ffffff"),
        ((1,), "Separation", "#000000"),
        ((0,), "Separation", "#ffffff"),
        ((0.2, 0.3), "DeviceN", "#808080"),
        ((1, 0, 0), "DeviceRGB", "#ff0000"),
        ((0, 0, 0, 1), "DeviceCMYK", "#000000"),
        ((3,), "Indexed", None),
        ((90, 0, 0), "Lab", None),
        (None, "Pattern", None),
    ],
)
def test_components_mean_what_their_colour_space_says(components: object, space: str, color: str | None) -> None:
    assert hex_color(components, space) == color


def test_text_in_full_spot_ink_is_seen(tmp_path: Path) -> None:
    path = raw_pdf(
        tmp_path / "spot.pdf",
        b"/Spot cs 1 scn BT /F1 12 Tf 72 700 Td (seen) Tj ET",
        resources="/ColorSpace << /Spot [/Separation /Black /DeviceCMYK << /FunctionType 2 /Domain [0 1] /N 1 >>] >>",
    )
    (page,) = read(path)
    assert {(g.color, g.hidden) for g in page.glyphs} == {("#000000", None)}


@pytest.mark.parametrize("scale", [0.001, 0.01, 1.0, -1.0])
def test_a_type_3_font_has_the_size_that_it_is_seen_at(tmp_path: Path, scale: float) -> None:
    """Letters half an em wide, drawn 20 points high, whatever the units of the font's glyph space are."""
    width = 0.5 / abs(scale)
    font = (
        f"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 0 0] /FontMatrix [{abs(scale)} 0 0 {scale} 0 0] /FirstChar 97 "
        f"/LastChar 98 /Widths [{width} {width}] /CharProcs << >> "
        "/Encoding << /Type /Encoding /Differences [97 /a /b] >> >>"
    )
    upright = 1 if scale > 0 else -1
    content = f"BT /F3 20 Tf 1 0 0 {upright} 72 700 Tm (ab) Tj ET".encode()
    path = raw_pdf(tmp_path / "type3.pdf", content, resources="", more=(font,))
    path.write_bytes(path.read_bytes().replace(b"/F1 5 0 R", b"/F3 6 0 R"))
    (page,) = read(path)
    assert [(round(g.size, 2), g.rotation, round(g.box.width, 2)) for g in page.glyphs] == [(20.0, 0, 10.0)] * 2
