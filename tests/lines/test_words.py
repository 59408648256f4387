"""Where words begin: at spaces that are drawn, at gaps that are wide enough, and never inside spaced letters."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.lines import read_lines
from pipeline.model.pages import Glyph
from tests.lines.glyphs import ADVANCE, glyphs, page

# Of two letters at least: single letters that stand apart are a spaced word.
WORDS = st.lists(st.text(alphabet="abcdef", min_size=2, max_size=8), min_size=1, max_size=8)


def text_of(*groups: list[Glyph]) -> str:
    (line,) = read_lines(page(*groups)).lines
    return line.text


def set_with_gap(words: list[str], gap: float, size: float, tracking: float = 0.0) -> list[Glyph]:
    """Words that nobody drew a space between: `gap` and `tracking` (between all letters) in ems."""
    made, x = [], 72.0
    for word in words:
        for letter in word:
            made += glyphs(letter, x=x, size=size)
            x += (ADVANCE + tracking) * size
        x += gap * size
    return made


@settings(max_examples=60, deadline=None)
@given(WORDS, st.floats(0.17, 0.6), st.sampled_from([6.0, 10.0, 24.0]))
def test_a_gap_of_a_tight_word_space_or_more_parts_words(words: list[str], gap: float, size: float) -> None:
    assert text_of(set_with_gap(words, gap, size)) == " ".join(words)


@settings(max_examples=60, deadline=None)
@given(WORDS, st.floats(-0.1, 0.09), st.sampled_from([6.0, 10.0, 24.0]))
def test_kerning_parts_no_words(words: list[str], gap: float, size: float) -> None:
    assert text_of(set_with_gap(words, gap, size)) == "".join(words)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(alphabet="abcdef", min_size=2, max_size=8), min_size=4, max_size=8), st.floats(0.11, 0.19))
def test_in_a_squeezed_line_the_spaces_are_alike_and_letters_touch(words: list[str], gap: float) -> None:
    assert text_of(set_with_gap(words, gap, 12.0)) == " ".join(words)


@pytest.mark.parametrize("tracking", [0.05, 0.15, 0.3, 0.4])
def test_letter_spaced_words_are_whole_and_apart(tracking: float) -> None:
    spaced = set_with_gap(["HARBOUR", "WORKS"], 0.25, 10.0, tracking)
    assert text_of(spaced) == "HARBOUR WORKS"


def test_a_drawn_space_counts_however_narrow_it_is() -> None:
    narrow = [*glyphs("a"), *glyphs(" ", x=77.0, advance=0.05), *glyphs("b", x=77.5)]
    assert text_of(narrow) == "a b"


def test_several_drawn_spaces_are_one_and_all_are_accounted_for() -> None:
    (line,) = read_lines(page(glyphs("a"), glyphs("  ", x=77.0, advance=0.25), glyphs("b", x=82.0))).lines
    assert (line.text, list(line.all_glyphs())) == ("a b", [0, 1, 2, 3])


def test_spaces_that_end_a_line_are_blank() -> None:
    found = read_lines(page(glyphs("a river  ")))
    assert [line.text for line in found.lines] == ["a river"]
    assert [(d.reason, len(d.glyphs)) for d in found.discards] == [("blank", 2)]


@pytest.mark.parametrize(("letter", "accent"), [("e", "\u0301"), ("u", "\u0308"), ("a", "\u0300"), ("n", "\u0303")])
def test_letters_with_combining_accents_are_composed(letter: str, accent: str) -> None:
    (drawn,) = glyphs(accent, x=77.0)
    found = text_of([*glyphs("b"), *glyphs(letter, x=77.0), drawn, *glyphs("d", x=82.0)])
    assert found == unicodedata.normalize("NFC", f"b{letter}{accent}d")


@pytest.mark.parametrize("ligature", ["\ufb00", "\ufb01", "\ufb02", "\ufb03", "\ufb04"])
def test_ligatures_are_taken_apart(ligature: str) -> None:
    assert text_of(glyphs(f"a{ligature}x")) == f"a{unicodedata.normalize('NFKC', ligature)}x"


def test_text_that_stands_on_its_head_is_read_from_its_own_left() -> None:
    places = glyphs("x" * 4)[::-1]
    turned = [replace(place, text=letter, rotation=180) for place, letter in zip(places, "head", strict=True)]
    (line,) = read_lines(page(turned)).lines
    assert (line.text, line.rotation) == ("head", 180)


def test_a_drawn_space_that_the_next_letter_covers_parts_no_word() -> None:
    covered = [*glyphs("har"), *glyphs(" ", x=87.0), *glyphs("bour", x=87.0)]
    found = read_lines(page(covered))
    assert [line.text for line in found.lines] == ["harbour"]
    assert [d.reason for d in found.discards] == ["blank"]
