"""Superscripts and subscripts stand in their line; small capitals and the next line's letters do not."""

from __future__ import annotations

import pytest

from pipeline.lines import read_lines
from pipeline.model.lines import Line
from pipeline.model.pages import Glyph
from tests.lines.glyphs import glyphs, page


def positions(*groups: list[Glyph]) -> list[str]:
    """Each line with its raised characters as ^x^ and its lowered ones as _x_ (a space is set as what it follows)."""
    signs = {"superscript": "^", "subscript": "_", "normal": ""}

    def marked(line: Line) -> str:
        stretches = [(signs[s.style.position], line.text[s.start : s.end]) for s in line.styles]
        return "".join(f"{sign}{said.rstrip()}{sign}{' ' * said.endswith(' ')}" for sign, said in stretches)

    return [marked(line) for line in read_lines(page(*groups)).lines]


def script(text: str, x: float, rise: float, size: float = 6.0) -> list[Glyph]:
    """Glyphs whose baseline stands `rise` points above (below where negative) that of the line at 100."""
    return glyphs(text, x=x, baseline=100.0 - rise, size=size)


def test_an_index_below_the_baseline_is_a_subscript() -> None:
    assert positions(glyphs("CO"), script("2", 82.0, -2.0), glyphs("rises", x=87.5)) == ["CO_2_ rises"]


def test_scripts_may_have_several_letters() -> None:
    assert positions(glyphs("1"), script("st", 77.0, 3.5), glyphs("of May", x=86.0)) == ["1^st^ of May"]


def test_an_index_of_the_line_above_is_not_drawn_into_the_line_below() -> None:
    index = script("2", 82.0, -2.0)
    assert positions(glyphs("CO"), index, glyphs("the sea", baseline=112.0)) == ["CO_2_", "the sea"]


def test_a_note_mark_of_full_size_raised_by_half_an_em_is_a_superscript() -> None:
    assert positions(glyphs("rose."), script("12", 97.0, 5.0, size=10.0)) == ["rose.^12^"]


def test_small_capitals_are_no_scripts() -> None:
    assert positions(glyphs("H"), script("ARBOUR", 77.0, 0.0, size=8.0)) == ["HARBOUR"]


def test_a_dropped_initial_is_no_host_of_the_line_beside_it() -> None:
    initial = glyphs("T", size=36.0, baseline=112.0)
    assert "^" not in "".join(positions(initial, glyphs("he river rose", x=92.0, baseline=88.0)))


@pytest.mark.parametrize("gap", [8.0, 30.0])
def test_what_stands_apart_is_a_line_of_its_own(gap: float) -> None:
    assert len(positions(glyphs("text"), script("3", 92.0 + gap, 4.0))) == 2


def test_letters_of_a_word_moved_up_and_down_stay_in_it() -> None:
    logo = [*script("A", 75.0, 2.0, size=7.0), *glyphs("T", x=79.0), *script("E", 83.0, -2.0, size=10.0)]
    assert positions(glyphs("L"), logo, glyphs("X runs", x=87.0)) == ["L^A^T_E_X runs"]


def test_a_star_raised_at_full_size_is_a_mark() -> None:
    assert positions(glyphs("Baker"), script("∗", 97.0, 3.7, size=10.0)) == ["Baker^∗^"]


def test_a_mark_over_a_comma_stays_in_its_line() -> None:
    assert positions(glyphs("Baker"), script("∗", 97.0, 4.0, size=8.0), glyphs(", Cole", x=97.0))[1:] == []


def test_a_fraction_is_read_in_its_line_the_numerator_first() -> None:
    fraction = [*script("1", 92.0, 4.0, size=4.0), *script("1+x", 87.0, -3.5, size=7.0)]
    assert positions(glyphs("is", x=76.0), fraction, glyphs("a", x=109.0))[0] == "is ^1^_1+x_"


def test_what_is_raised_and_lowered_at_one_letter_is_read_one_after_the_other() -> None:
    stacked = [*script("(i)", 77.5, 4.0), *script("max", 77.0, -4.0)]
    assert positions(glyphs("w"), stacked) == ["w_max_^(i)^"]


def test_an_index_of_an_index_stays_in_its_line() -> None:
    indices = [*script("p", 77.0, -2.0, size=7.0), *script("k", 81.0, -3.5, size=5.0)]
    assert positions(glyphs("w"), indices, glyphs("is", x=87.0)) == ["w_p__k_ is"]
