"""Text turned to the page's side is read row by row in its own direction."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.layout.turned import pieces_of
from tests.builders import line
from tests.layout.pages import FLOOD, Paper, outcome, paragraphs, set_aside


@pytest.mark.parametrize(("rotation", "lefts"), [(90, (62.0, 50.0)), (270, (50.0, 62.0))])
def test_rows_close_together_are_one_piece_in_their_own_order(rotation: int, lefts: tuple[float, float]) -> None:
    rows = [
        replace(line(text, left=left, first_glyph=10 * i), rotation=rotation)
        for i, (text, left) in enumerate(zip(("a", "b"), lefts, strict=True))
    ]
    far = replace(line("c", left=300.0, first_glyph=30), rotation=rotation)
    found = pieces_of([far, *rows[::-1]])
    assert sorted([r.text for r in piece] for piece in found) == [["a", "b"], ["c"]]


@pytest.mark.parametrize("angle", [30, 45, -60, 120])
def test_slanted_text_is_read_in_its_own_order(angle: int) -> None:
    paper = Paper().text(FLOOD)
    canvas = paper.canvas
    canvas.saveState()
    canvas.translate(300, 350)
    canvas.rotate(angle)
    canvas.setFont("Times-Roman", 9)
    canvas.drawString(0, 0, "Office of the harbour")
    canvas.restoreState()
    assert outcome(paper.blocks()) == paragraphs(FLOOD, "Office of the harbour")


@pytest.mark.parametrize(("size", "height"), [(60, 300), (20, 690)])
def test_large_slanted_words_over_the_text_are_a_watermark(size: int, height: int) -> None:
    paper = Paper().text(FLOOD)
    canvas = paper.canvas
    canvas.saveState()
    canvas.translate(120, height)
    canvas.rotate(-40)
    canvas.setFont("Times-Bold", size)
    canvas.drawString(-40, 0, "DRAFT")
    canvas.restoreState()
    blocks = paper.blocks()
    assert outcome(blocks) == paragraphs(FLOOD)
    assert set_aside(blocks) == [(1, "watermark", "DRAFT")]
