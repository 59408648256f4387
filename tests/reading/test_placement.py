"""Where glyphs stand and how they are turned, on rotated and cropped pages and in fonts drawn in odd ways."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.reading import read
from tests.reading.raw_pdf import raw_pdf


def first_glyph(path: Path) -> tuple[str, int, int, int, bool]:
    """Text, left edge, baseline, rotation and slope of the first glyph."""
    (page,) = read(path)
    glyph = page.glyphs[0]
    return glyph.text, round(glyph.box.x0), round(glyph.baseline), glyph.rotation, glyph.font.italic


def test_the_origin_is_the_top_left_corner(tmp_path: Path) -> None:
    assert first_glyph(raw_pdf(tmp_path / "a.pdf")) == ("H", 72, 92, 0, False)


def test_a_crop_box_moves_the_origin_and_the_size(tmp_path: Path) -> None:
    path = raw_pdf(tmp_path / "a.pdf", page="/CropBox [50 50 562 742]")
    (page,) = read(path)
    assert (page.width, page.height) == (512, 692)
    assert first_glyph(path) == ("H", 22, 42, 0, False)


@pytest.mark.parametrize(
    ("turn", "rotation", "size"), [(90, 90, (792, 612)), (180, 180, (612, 792)), (270, 270, (792, 612))]
)
def test_a_page_is_read_as_it_is_shown(tmp_path: Path, turn: int, rotation: int, size: tuple[int, int]) -> None:
    path = raw_pdf(tmp_path / "a.pdf", page=f"/Rotate {turn}")
    (page,) = read(path)
    assert (page.width, page.height) == size
    assert page.glyphs[0].rotation == rotation


def test_letters_slanted_by_the_text_matrix_are_italic_and_upright(tmp_path: Path) -> None:
    path = raw_pdf(tmp_path / "a.pdf", b"BT /F1 12 Tf 1 0 0.25 1 72 700 Tm (Hello) Tj ET")
    assert first_glyph(path)[3:] == (0, True)


def test_slanted_letters_take_the_room_of_their_advance(tmp_path: Path) -> None:
    widths = []
    for matrix in (b"1 0 0 1", b"1 0 0.3 1"):
        (page,) = read(raw_pdf(tmp_path / "a.pdf", b"BT /F1 12 Tf " + matrix + b" 72 700 Tm (Hi) Tj ET"))
        widths.append([round(glyph.box.width, 2) for glyph in page.glyphs])
    assert widths[0] == widths[1]


def test_text_turned_by_the_text_matrix_is_turned(tmp_path: Path) -> None:
    path = raw_pdf(tmp_path / "a.pdf", b"BT /F1 12 Tf 0 1 -1 0 72 600 Tm (Hello) Tj ET")
    assert first_glyph(path)[3] == 270


@pytest.mark.parametrize("downwards", [True, False])
def test_a_type_3_font_is_upright_whichever_way_it_draws(tmp_path: Path, downwards: bool) -> None:
    """Its glyphs' own boxes say which way up they are drawn; a negative matrix turns those drawn downwards."""
    box = "0 -700 500 0" if downwards else "0 0 500 700"
    scale = -0.001 if downwards else 0.001
    program = f"<< /Length {len(box) + 9} >>\nstream\n500 0 {box} d1\nendstream"
    font = (
        f"<< /Type /Font /Subtype /Type3 /FontBBox [0 0 0 0] /FontMatrix [0.001 0 0 {scale} 0 0] /FirstChar 97 "
        "/LastChar 97 /Widths [500] /CharProcs << /a 7 0 R >> /Encoding << /Type /Encoding /Differences [97 /a] >> >>"
    )
    path = raw_pdf(tmp_path / "a.pdf", b"BT /F3 20 Tf 72 700 Td (a) Tj ET", more=(font, program))
    path.write_bytes(path.read_bytes().replace(b"/F1 5 0 R", b"/F3 6 0 R"))
    (page,) = read(path)
    (glyph,) = page.glyphs
    assert (glyph.rotation, round(glyph.size), round(glyph.baseline)) == (0, 20, 92)
