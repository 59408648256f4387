"""Glyphs to lines: what belongs to one line, what is set aside, and that no glyph is lost or counted twice."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.lines import Vocabulary, join_lines, read_lines, read_sheet
from pipeline.model.geometry import Box
from pipeline.model.pages import Font, Glyph, Page
from tests.lines.glyphs import glyphs, page


def texts(made: Page) -> list[str]:
    return [line.text for line in read_lines(made).lines]


def reasons(made: Page) -> Counter[str]:
    return Counter(d.reason for d in read_lines(made).discards)


def test_drawn_spaces_and_gaps_that_nobody_drew_both_part_words() -> None:
    assert texts(page(glyphs("the river rose"))) == ["the river rose"]
    assert texts(page(glyphs("the river rose", spaces=False))) == ["the river rose"]


def test_a_tight_justified_line_keeps_its_words() -> None:
    tight = [*glyphs("river"), *glyphs("rose", x=72.0 + 25.0 + 1.7)]
    assert texts(page(tight)) == ["river rose"]


def test_letters_spaced_out_are_one_word() -> None:
    spaced = [glyphs(letter, x=72.0 + i * 7.0)[0] for i, letter in enumerate("HARBOUR")]
    assert texts(page(spaced)) == ["HARBOUR"]


def test_leader_dots_do_not_make_the_words_before_them_letter_spaced() -> None:
    dots = [glyphs(".", x=150.0 + i * 9.0)[0] for i in range(30)]
    assert texts(page([*glyphs("two small words", spaces=False), *dots]))[0].startswith("two small words")


def test_a_gap_of_more_than_an_em_parts_columns() -> None:
    assert texts(page(glyphs("left"), glyphs("right", x=120.0))) == ["left", "right"]


@pytest.mark.parametrize("word", ["still", "1100", "aaa"])
def test_real_doubles_are_kept(word: str) -> None:
    narrow = glyphs(word, advance=0.22)
    assert texts(page(narrow)) == [word]


def test_a_second_print_with_a_tiny_shift_is_set_aside() -> None:
    made = page(glyphs("Bold"), glyphs("Bold", x=72.3, baseline=100.2))
    assert texts(made) == ["Bold"]
    assert reasons(made) == {"duplicate print": 4}


def test_an_accent_drawn_apart_is_put_on_its_letter() -> None:
    (accent,) = glyphs("´", x=77.0)
    assert texts(page([*glyphs("c"), accent, *glyphs("e", x=77.0), *glyphs("d", x=82.0)])) == ["céd"]


def test_a_ligature_gives_its_letters_and_is_one_glyph() -> None:
    made = page(glyphs("o\ufb03ce"))
    (line,) = read_lines(made).lines
    assert line.text == "office"
    assert len(set(line.glyphs)) == 4


def test_a_small_raised_figure_is_a_superscript_of_its_line() -> None:
    mark = glyphs("3", x=92.0, baseline=96.0, size=6.0)
    (line,) = read_lines(page(glyphs("text"), mark, glyphs("more", x=97.0))).lines
    assert (line.text, line.style_at(4).position) == ("text3 more", "superscript")


def test_a_raised_figure_between_two_lines_belongs_to_the_one_that_leaves_room_for_it() -> None:
    above = glyphs("the line above it runs on", baseline=90.0)
    below = [*glyphs("below", baseline=104.0), *glyphs("it", x=106.0, baseline=104.0)]
    mark = glyphs("1", x=98.0, baseline=99.5, size=6.0)
    assert texts(page(above, below, mark))[1] == "below1 it"


def test_figures_of_a_superior_font_are_superscripts_at_full_size() -> None:
    superior = Font("NoteFigures", "NoteFigures", False, False)
    mark = glyphs("1", x=92.0, font=superior, advance=0.3)
    (line,) = read_lines(page(glyphs("note 2019"[:4]), mark, glyphs("of 2016", x=96.0))).lines
    assert line.style_at(4).position == "superscript"


def test_a_narrow_one_is_no_superior_figure_by_itself() -> None:
    (line,) = read_lines(page(glyphs("20"), glyphs("1", x=82.0, advance=0.3), glyphs("5", x=85.0))).lines
    assert (line.text, {s.style.position for s in line.styles}) == ("2015", {"normal"})


def test_a_narrow_one_at_the_end_of_a_word_is_superior_where_the_font_draws_it_wider_elsewhere() -> None:
    mark = glyphs("1", x=92.0, advance=0.3)
    made = page(glyphs("note"), mark, glyphs(". In 2018", x=95.0), glyphs("page 12", baseline=120.0))
    (line, other) = read_lines(made).lines
    assert [line.style_at(i).position for i in (3, 4, 5)] == ["normal", "superscript", "normal"]
    assert {s.style.position for s in other.styles} == {"normal"}


def test_a_narrow_one_that_stands_as_a_word_of_its_own_makes_no_other_superior() -> None:
    made = page(glyphs("note"), glyphs("1", x=92.0, advance=0.3), glyphs("1", x=98.0, advance=0.3), glyphs("21", x=104))
    (line,) = read_lines(made).lines
    assert {s.style.position for s in line.styles} == {"normal"}


@pytest.mark.parametrize("reason", ["invisible", "clipped", "off-page", "background-coloured"])
def test_what_cannot_be_seen_is_set_aside_by_reason(reason: str) -> None:
    made = page(glyphs("seen"), glyphs("unseen", baseline=120.0, hidden=reason))  # type: ignore[arg-type]
    assert texts(made) == ["seen"]
    assert reasons(made) == {reason: 1}


def test_type_of_no_size_is_set_aside() -> None:
    assert reasons(page(glyphs("seen"), glyphs("dust", baseline=120.0, size=0.01))) == {"invisible": 1}


def test_a_glyph_without_meaning_is_marked_and_counted() -> None:
    sheet = read_sheet(page(glyphs("a\ufffdb")))
    assert (sheet.lines[0].text, sheet.info.unmapped) == ("a\ufffdb", 1)


def turned(text: str, rotation: int) -> list[Glyph]:
    """A text written downwards (90) or upwards (270) at the page's side."""
    step = 5.0 if rotation == 90 else -5.0
    made = []
    for i, letter in enumerate(text):
        top = 300.0 + i * step
        made.append(
            Glyph(i, letter, Box(40.0, top, 50.0, top + 5.0), top, glyphs("x")[0].font, 10.0, rotation=rotation)
        )
    return made


@pytest.mark.parametrize("rotation", [90, 270])
def test_turned_text_is_read_in_its_own_direction(rotation: int) -> None:
    (line,) = read_lines(page(turned("sideways", rotation))).lines
    assert (line.text, line.rotation) == ("sideways", rotation)


@pytest.mark.parametrize(("rotation", "top"), [(90, 320.0), (270, 265.0)])
def test_text_set_sideways_knows_where_each_of_its_letters_is_drawn(rotation: int, top: float) -> None:
    (line,) = read_lines(page(turned("sideways", rotation))).lines
    ways = Box(40.0, top, 50.0, top + 20.0)
    assert line.box_of(4, 8) == line.slice(4, 8).box_of(0, 4) == ways
    again = line.slice(0, 4).joined(line.slice(4, 8))
    assert again.box_of(5, 9) == ways
    assert [entry.boxes for entry in join_lines([line], Vocabulary.of([])).evidence(4, 8)] == [
        [[40.0, top, 50.0, top + 20.0]]
    ]


def test_text_across_the_page_is_a_watermark() -> None:
    across = [replace(g, rotation=45) for g in glyphs("DRAFT", size=60.0, baseline=400.0)]
    assert reasons(page(glyphs("text"), across)) == {"watermark": 1}


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.text(alphabet="ab .,1´ﬁ\u0301é\ufffd", min_size=1, max_size=8),
            st.floats(0, 500),
            st.floats(20, 700),
            st.sampled_from([0.05, 6.0, 7.5, 10.0, 24.0]),
            st.sampled_from([None, "invisible", "clipped"]),
            st.sampled_from([0, 14, 45, 90, 180, 270]),
        ),
        max_size=12,
    )
)
def test_every_glyph_is_in_one_line_or_one_discard(pieces: list[tuple[str, float, float, float, str, int]]) -> None:
    made = page(
        *(
            [replace(g, rotation=turn) for g in glyphs(text, x=x, baseline=y, size=size, hidden=hidden)]  # type: ignore[arg-type]
            for text, x, y, size, hidden, turn in pieces
        )
    )
    found = read_lines(made)
    held = Counter(g for line in found.lines for g in line.all_glyphs())
    held.update(g for discard in found.discards for g in discard.glyphs)
    assert held == Counter(g.index for g in made.glyphs)


def test_an_accent_raised_over_a_capital_is_part_of_it() -> None:
    accent = replace(glyphs("ˇ")[0], baseline=97.5, box=Box(72.0, 89.5, 77.0, 99.5))
    assert texts(page([accent], glyphs("Sedo"))) == ["Šedo"]
