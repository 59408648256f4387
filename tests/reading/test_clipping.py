"""Text outside what a clip path or a form's box lets through is drawn but never seen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from pipeline.reading import read


def hidden(folder: Path, draw: Callable[[Canvas], None]) -> dict[str, str | None]:
    """Why each word of a page is hidden, by the word; words are told apart by their baselines."""
    path = folder / "page.pdf"
    canvas = Canvas(str(path), pagesize=(300, 300), invariant=True)
    draw(canvas)
    canvas.save()
    words: dict[float, str] = {}
    why: dict[float, str | None] = {}
    for glyph in next(iter(read(path))).glyphs:
        words[glyph.box.bottom] = words.get(glyph.box.bottom, "") + glyph.text
        why[glyph.box.bottom] = glyph.hidden
    return {words[bottom]: why[bottom] for bottom in words}


def clip(canvas: Canvas, left: float, bottom: float, width: float, height: float) -> None:
    path = canvas.beginPath()
    path.rect(left, bottom, width, height)
    canvas.clipPath(path, stroke=0, fill=0)


def test_text_outside_the_clip_is_hidden_and_text_inside_is_not(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        clip(canvas, 50, 100, 200, 50)
        canvas.drawString(60, 120, "seen")
        canvas.drawString(60, 200, "cut")

    assert hidden(tmp_path, draw) == {"seen": None, "cut": "clipped"}


def test_a_glyph_that_the_clip_only_cuts_into_is_seen(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        clip(canvas, 50, 100, 200, 50)
        canvas.drawString(60, 96, "half")

    assert hidden(tmp_path, draw) == {"half": None}


def test_a_clip_ends_with_its_graphics_state_and_narrows_the_one_around_it(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        clip(canvas, 0, 100, 300, 100)
        canvas.saveState()
        clip(canvas, 0, 0, 300, 150)
        canvas.drawString(60, 120, "both")
        canvas.drawString(60, 170, "outer")
        canvas.drawString(60, 50, "inner")
        canvas.restoreState()
        canvas.drawString(60, 180, "after")

    assert hidden(tmp_path, draw) == {"both": None, "outer": "clipped", "inner": "clipped", "after": None}


def test_a_clip_moves_and_grows_with_the_space_that_it_is_drawn_in(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.translate(0, 100)
        canvas.scale(2, 2)
        clip(canvas, 0, 0, 100, 50)
        canvas.drawString(10, 20, "seen")
        canvas.drawString(10, 70, "cut")

    assert hidden(tmp_path, draw) == {"seen": None, "cut": "clipped"}


def test_a_form_is_cut_by_its_own_box(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.beginForm("stamp", lowerx=0, lowery=0, upperx=100, uppery=30)
        canvas.drawString(10, 10, "seen")
        canvas.drawString(10, 80, "cut")
        canvas.endForm()
        canvas.translate(50, 100)
        canvas.doForm("stamp")

    assert hidden(tmp_path, draw) == {"seen": None, "cut": "clipped"}


def test_around_a_path_that_is_no_rectangle_everything_in_its_upright_box_counts_as_seen(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        path = canvas.beginPath()
        path.moveTo(50, 100)
        path.lineTo(250, 100)
        path.lineTo(50, 200)
        path.close()
        canvas.clipPath(path, stroke=0, fill=0)
        canvas.drawString(200, 180, "corner")
        canvas.drawString(200, 250, "cut")

    assert hidden(tmp_path, draw) == {"corner": None, "cut": "clipped"}
