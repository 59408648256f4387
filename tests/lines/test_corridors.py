"""Narrow gutters: white that goes on for many lines parts columns, a wide word space does not."""

from __future__ import annotations

from pipeline.lines import read_lines
from pipeline.model.pages import Glyph
from tests.lines.glyphs import glyphs, page

PITCH, NARROW = 12.0, 8.0
LEFT = "the river rose again in spring"  # 150 points wide
RIGHT = "ferries cross at the narrows"


def columns(count: int, *, top: float = 100.0, lower: float = 0.0) -> list[list[Glyph]]:
    """Rows of two columns, the right one set so much lower."""
    made = []
    for k in range(count):
        made.append(glyphs(LEFT, baseline=top + k * PITCH))
        made.append(glyphs(RIGHT, x=72.0 + 150.0 + NARROW, baseline=top + k * PITCH + lower))
    return made


def texts(rows: list[list[Glyph]]) -> list[str]:
    return [line.text for line in read_lines(page(*rows)).lines]


def test_white_that_goes_on_for_many_lines_is_a_gutter_however_narrow() -> None:
    assert texts(columns(12)) == [LEFT, RIGHT] * 12


def test_columns_that_share_few_baselines_show_their_gutter_too() -> None:
    shifted = columns(8, top=100.0 + 4 * PITCH, lower=PITCH / 2)
    assert f"{LEFT} {RIGHT}" not in texts([*columns(3), *shifted])


def test_a_word_space_as_wide_in_a_few_lines_is_none() -> None:
    assert texts(columns(4)) == [f"{LEFT} {RIGHT}"] * 4


def test_word_spaces_that_wander_are_none() -> None:
    made = []
    for k in range(12):
        head = LEFT[: 10 + k]
        made.append(glyphs(head.strip() + "x", baseline=100.0 + k * PITCH))
        made.append(glyphs(RIGHT, x=72.0 + 5.0 * (len(head.strip()) + 1) + NARROW, baseline=100.0 + k * PITCH))
    assert len(texts(made)) == 12


def test_what_crosses_a_gutter_keeps_its_line() -> None:
    title = glyphs("Ferries and mills " * 3, baseline=80.0)
    assert texts([title, *columns(12)])[0] == ("Ferries and mills " * 3).strip()


def test_a_shorter_stretch_at_a_gutters_place_is_the_same_gutter() -> None:
    rows = columns(12)
    banner = glyphs("Ferries and mills " * 3, baseline=100.0 + 12 * PITCH)
    last = [glyphs(LEFT, baseline=100.0 + 13 * PITCH), glyphs(RIGHT, x=230.0, baseline=100.0 + 13 * PITCH)]
    assert texts([*rows, banner, *last])[-2:] == [LEFT, RIGHT]
