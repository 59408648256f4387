"""What is drawn beside text: rules, frames, grounds and shapes, and what text can be seen on them."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.model.geometry import Box
from pipeline.model.pages import Page
from pipeline.reading import read
from tests.reading.raw_pdf import HELLO, raw_pdf


def page_of(tmp_path: Path, drawing: bytes, *, after: bytes = b"") -> Page:
    """A page with this drawing under its text, and `after` over it."""
    (page,) = read(raw_pdf(tmp_path / "a.pdf", b"q " + drawing + b" Q " + HELLO + b" " + after))
    return page


def whole(box: Box) -> tuple[int, ...]:
    return tuple(round(v) for v in box)


@pytest.mark.parametrize(
    "drawing",
    [b"1 w 100 500 m 300 500 l S", b"100 499 200 2 re f", b"1 w 100 500 m 300 500 l 300 500 l S"],
    ids=["stroke", "thin rectangle", "stroke with a point twice"],
)
def test_a_stroke_and_a_rectangle_as_thin_as_one_are_rules(tmp_path: Path, drawing: bytes) -> None:
    page = page_of(tmp_path, drawing)
    assert [(r.horizontal, round(r.box.x0), round(r.box.x1)) for r in page.rules] == [(True, 100, 300)]
    assert not page.fills


def test_a_dashed_stroke_is_a_rule_that_is_dashed(tmp_path: Path) -> None:
    page = page_of(tmp_path, b"[3 2] 0 d 100 300 m 100 500 l S 120 300 m 120 500 l S")
    assert [(r.horizontal, r.dashed) for r in page.rules] == [(False, True), (False, True)]


def test_an_area_is_a_fill_with_its_colours(tmp_path: Path) -> None:
    page = page_of(tmp_path, b"0.9 g 1 0 0 RG 100 400 200 80 re B")
    (fill,) = page.fills
    assert (whole(fill.box), fill.color, fill.stroke, fill.path) == (
        (100, 312, 300, 392), "#e6e6e6", "#ff0000", "rectangle",
    )  # fmt: skip


def test_a_round_bullet_is_a_shape(tmp_path: Path) -> None:
    page = page_of(
        tmp_path, b"100 400 m 100 402 102 404 104 404 c 106 404 108 402 108 400 c 108 396 100 396 100 400 c f"
    )
    assert [f.path for f in page.fills] == ["shape"]


def test_a_small_square_is_a_bullet_no_rule(tmp_path: Path) -> None:
    page = page_of(tmp_path, b"100 400 3 3 re f")
    assert (len(page.rules), len(page.fills)) == (0, 1)


def test_a_frame_drawn_as_two_nested_rectangles_is_its_four_sides_and_covers_nothing(tmp_path: Path) -> None:
    page = page_of(tmp_path, b"0 0 1 rg 60 650 200 100 re 61 651 198 98 re f*")
    assert sorted(whole(r.box) for r in page.rules) == [
        (60, 42, 61, 142), (60, 42, 260, 43), (60, 141, 260, 142), (259, 42, 260, 142),
    ]  # fmt: skip
    assert [(f.color, f.stroke) for f in page.fills] == [(None, "#0000ff")]
    assert {g.hidden for g in page.glyphs} == {None}


def test_a_path_that_paints_nothing_is_not_there(tmp_path: Path) -> None:
    page = page_of(tmp_path, b"100 400 200 80 re n")
    assert not page.rules and not page.fills


@pytest.mark.parametrize(
    ("drawing", "ink", "hidden"),
    [
        (b"0 g 60 650 200 100 re f", b"1 g", None),
        (b"0 g 60 650 200 100 re f", b"0 g", "background-coloured"),
        (b"", b"1 g", "background-coloured"),
        (b"0 g 300 100 50 50 re f", b"1 g", "background-coloured"),
        (b"0 g 60 650 200 100 re f 1 g 60 650 200 100 re f", b"1 g", "background-coloured"),
        (b"", b"0 g 3 Tr", "invisible"),
        (b"", b"0 g 7 Tr", "invisible"),
        (b"", b"0 g 1 Tr", None),
    ],
)
def test_text_is_seen_where_it_differs_from_what_lies_under_it(
    tmp_path: Path, drawing: bytes, ink: bytes, hidden: str | None
) -> None:
    (page,) = read(raw_pdf(tmp_path / "a.pdf", drawing + b" " + HELLO.replace(b"BT", b"BT " + ink)))
    assert {g.hidden for g in page.glyphs} == {hidden}


def test_text_beyond_the_pages_edge_is_off_page(tmp_path: Path) -> None:
    page = page_of(tmp_path, b"", after=b"BT /F1 12 Tf 700 700 Td (out) Tj ET")
    assert [g.text for g in page.glyphs if g.hidden == "off-page"] == ["o", "u", "t"]


@pytest.mark.parametrize(
    ("path", "outline"),
    [
        (b"110 400 m 190 400 l 200 400 200 400 200 410 c 200 470 l 200 480 200 480 190 480 c 110 480 l "
         b"100 480 100 480 100 470 c 100 410 l 100 400 100 400 110 400 c h", "rounded"),
        (b"110 400 m 190 400 l 200 410 l 190 420 l 110 420 l 100 410 l h", "rounded"),
        (b"100 400 m 200.00001 400 l 200 480 l 100 480 l h", "rectangle"),
        (b"100 400 m 130 460 l 160 410 l 200 480 l", "shape"),
        (b"100 400 m 200 480 l", "shape"),
    ],
    ids=["round corners", "cut corners", "a matrix's rounding", "a curve's strokes", "a slanting stroke"],
)  # fmt: skip
def test_an_outline_tells_boxes_from_other_shapes(tmp_path: Path, path: bytes, outline: str) -> None:
    page = page_of(tmp_path, path + b" S")
    assert [f.path for f in page.fills] == [outline]
