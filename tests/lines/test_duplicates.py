"""A glyph printed twice counts once, and no letter of a word is ever taken for a second print."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pipeline.lines import read_lines
from tests.lines.glyphs import glyphs, page

WORDS = st.text(alphabet="il1tfrajoeWm0.", min_size=1, max_size=12)
SIZES = st.sampled_from([5.0, 8.0, 10.0, 12.0, 36.0])
NARROWEST = 0.22  # ems that an i or an l advances by
SHIFT = st.floats(-0.14, 0.14)  # ems


@settings(max_examples=80, deadline=None)
@given(WORDS, SIZES, st.floats(NARROWEST, 1.0))
def test_no_letter_of_a_word_is_lost(word: str, size: float, advance: float) -> None:
    (line,) = read_lines(page(glyphs(word, size=size, advance=advance))).lines
    assert line.text == word


@settings(max_examples=80, deadline=None)
@given(WORDS, SIZES, st.floats(0.3, 0.6), st.lists(st.tuples(SHIFT, SHIFT), min_size=1, max_size=3))
@example("o", 5.0, 0.5, [(-0.125, 0.125), (-0.125, -0.125)])  # prints that are none of each other
def test_every_further_print_of_a_word_is_set_aside(
    word: str, size: float, advance: float, shifts: list[tuple[float, float]]
) -> None:
    again = [glyphs(word, x=72.0 + x * size, baseline=100.0 + y * size, size=size, advance=advance) for x, y in shifts]
    found = read_lines(page(glyphs(word, size=size, advance=advance), *again))
    assert [line.text for line in found.lines] == [word]
    assert sum(len(d.glyphs) for d in found.discards if d.reason == "duplicate print") == len(word) * len(shifts)


def test_the_print_that_is_kept_is_the_first() -> None:
    made = page(glyphs("ab"), glyphs("ab", x=72.4))
    (line,) = read_lines(made).lines
    assert list(line.glyphs) == [0, 1]


@pytest.mark.parametrize("way", ["turned", "larger", "other letters", "next line"])
def test_what_differs_is_no_second_print(way: str) -> None:
    first = glyphs("area")
    second = {
        "turned": [replace(g, rotation=90) for g in glyphs("area", x=72.5)],
        "larger": glyphs("area", size=12.0),
        "other letters": glyphs("ozon"),
        "next line": glyphs("area", baseline=110.0),
    }[way]
    assert not [d for d in read_lines(page(first, second)).discards if d.reason == "duplicate print"]
