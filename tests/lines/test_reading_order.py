"""Right-to-left lines are read from the right, and what runs left to right in them keeps its order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.lines import Vocabulary, join_lines
from pipeline.lines.bidi import reading_order
from tests.builders import line


def read(seen: str) -> str:
    return "".join(seen[i] for i in reading_order(seen))


@pytest.mark.parametrize(
    ("seen", "meant"),
    [
        ("harbour works", "harbour works"),
        ("םלוע םולש", "שלום עולם"),
        ("2019 תנש", "שנת 2019"),
        ("םולש Oslo ריעה", "העיר Oslo שלום"),
        ("the word םולש means peace", "the word שלום means peace"),
    ],
)
def test_the_order_that_a_reader_reads_in(seen: str, meant: str) -> None:
    assert read(seen) == meant


@given(st.text(alphabet="ab 12.אבג,", max_size=20))
def test_no_character_is_lost(seen: str) -> None:
    assert sorted(reading_order(seen)) == list(range(len(seen)))


def test_the_letters_of_a_ligature_are_in_the_order_of_reading_already() -> None:
    seen = "ىلوأ" + "لا"  # lam with alef is one glyph, drawn last from the left
    glyphs = [0, 1, 2, 3, 4, 4]
    assert "".join(seen[i] for i in reading_order(seen, glyphs)) == "لاأولى"


def test_a_text_knows_where_each_of_its_characters_is_drawn() -> None:
    text = join_lines([line("םולש")], Vocabulary.of([]))
    assert text.content == "שלום"
    assert list(text.runs[0].at) == [3, 2, 1, 0]
