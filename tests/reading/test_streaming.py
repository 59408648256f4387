"""Pages are a stream: nothing is kept of a page once the next is asked for, and each walk gives the same."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from pipeline.lines import read_sheet
from pipeline.model.pages import Glyph
from pipeline.reading import read

LETTERS = 200


def many_pages(path: Path, count: int) -> Path:
    canvas = Canvas(str(path), invariant=True)
    for _ in range(count):
        for row in range(LETTERS // 20):
            canvas.drawString(72, 700 - 14 * row, "x" * 20)
        canvas.showPage()
    canvas.save()
    return path


def glyphs_alive() -> int:
    gc.collect()
    return sum(isinstance(thing, Glyph) for thing in gc.get_objects())


def test_opening_a_file_reads_no_page(tmp_path: Path) -> None:
    before = glyphs_alive()
    pages = read(many_pages(tmp_path / "a.pdf", 3))
    assert (len(pages), glyphs_alive() - before) == (3, 0)


def test_only_the_page_at_hand_is_kept(tmp_path: Path) -> None:
    before = glyphs_alive()
    alive = []
    for page in read(many_pages(tmp_path / "a.pdf", 6)):
        assert len(page.glyphs) == LETTERS
        alive.append(glyphs_alive() - before)
    del page
    assert max(alive) == LETTERS
    assert glyphs_alive() == before


def test_a_sheet_keeps_lines_but_no_glyph(tmp_path: Path) -> None:
    before = glyphs_alive()
    sheets = [read_sheet(page) for page in read(many_pages(tmp_path / "a.pdf", 4))]
    assert {sheet.info.glyphs for sheet in sheets} == {LETTERS}
    assert glyphs_alive() == before


def test_a_walk_that_is_left_early_lets_the_file_go(tmp_path: Path) -> None:
    path = many_pages(tmp_path / "a.pdf", 3)
    walk: Iterator[object] = iter(read(path))
    next(walk)
    del walk
    gc.collect()
    path.unlink()
    assert not path.exists()


def test_each_walk_gives_the_same(tmp_path: Path) -> None:
    pages = read(many_pages(tmp_path / "a.pdf", 2))
    assert list(pages) == list(pages)
