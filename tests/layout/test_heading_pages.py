"""Headings on real pages: their levels by numbers, by looks and by what stands elsewhere; and what is none."""

from __future__ import annotations

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from tests.layout.pages import (
    BOLD,
    FERRY,
    FLOOD,
    ITALIC,
    LEFT,
    MARKET,
    MILLS,
    REEDS,
    ROMAN,
    SANS_BOLD,
    SCHOOL,
    SIZE,
    Outcome,
    Paper,
    outcome,
    paragraphs,
)


def titled(text: str = "Living by the Water") -> Paper:
    """A page that begins with the title of the work and some text."""
    return Paper().text(text, font=BOLD, size=22.0, gap=12.0).text(FLOOD)


def headings(paper: Paper) -> list[tuple[str, int | None]]:
    return [(text, level) for kind, text, level in outcome(paper.blocks()) if kind == "heading"]


def test_larger_looks_stand_above_smaller_ones() -> None:
    paper = titled().heading("Ferries").text(FERRY).heading("Crews", size=12.0).text(REEDS)
    paper.heading("Pilots", size=10.5, font=ITALIC).text(SCHOOL).heading("Mills").text(MILLS)
    assert outcome(paper.blocks()) == [
        ("title", "Living by the Water", None),
        ("paragraph", FLOOD, None),
        ("heading", "Ferries", 1),
        ("paragraph", FERRY, None),
        ("heading", "Crews", 2),
        ("paragraph", REEDS, None),
        ("heading", "Pilots", 3),
        ("paragraph", SCHOOL, None),
        ("heading", "Mills", 1),
        ("paragraph", MILLS, None),
    ]


@pytest.mark.parametrize(
    "numbers", [("1", "1.1", "1.1.1", "2"), ("1.", "1.1.", "1.1.1.", "2."), ("A", "A.1", "A.1.1", "B")]
)
def test_numbers_tell_levels_where_all_headings_look_alike(numbers: tuple[str, ...]) -> None:
    names = [f"{number} {name}" for number, name in zip(numbers, ("Ferries", "Crews", "Pilots", "Mills"), strict=True)]
    paper = titled()
    for name, text in zip(names, (FERRY, REEDS, SCHOOL, MILLS), strict=True):
        paper.heading(name).text(text)
    assert headings(paper) == list(zip(names, (1, 2, 3, 1), strict=True))


def test_a_heading_of_three_rows_is_one() -> None:
    long = "How the ferries came to cross at the narrows, and why the crews are paid by the crossing, which no other is"
    paper = titled().heading(long).text(FERRY)
    assert headings(paper) == [(long, 1)]


def test_two_headings_under_each_other_are_two() -> None:
    paper = (
        titled()
        .heading("Ferries", size=16.0)
        .heading("Crews and pilots", size=12.0)
        .text(FERRY)
        .heading("Mills", size=16.0)
    )
    assert headings(paper.text(MILLS)) == [("Ferries", 1), ("Crews and pilots", 2), ("Mills", 1)]


def test_bold_rows_of_body_size_are_headings() -> None:
    paper = titled().heading("Ferries", size=SIZE).text(FERRY).heading("Mills", size=SIZE).text(MILLS)
    assert headings(paper) == [("Ferries", 1), ("Mills", 1)]


def test_rows_in_capitals_are_headings_though_nothing_else_sets_them_apart() -> None:
    paper = titled().heading("FERRIES AND CREWS", size=SIZE, font=ROMAN).text(FERRY)
    paper.heading("MILLS AND MEADOWS", size=SIZE, font=ROMAN).text(MILLS)
    assert headings(paper) == [("FERRIES AND CREWS", 1), ("MILLS AND MEADOWS", 1)]


def test_a_bold_opening_of_a_paragraph_is_a_heading_of_its_own() -> None:
    paper = titled()
    for opening, rest in (
        ("Ferries.", "They cross at the narrows from six in the morning, when"),
        ("Mills.", "Three of them turn, and what their visitors pay keeps the"),
    ):
        paper.spans((f"{opening} ", BOLD, SIZE, 0.0), (rest, ROMAN, SIZE, 0.0), gap=0.0)
        paper.text("sluices are open and the herons have gone to stand on the other shore.")
    assert [x for x in outcome(paper.blocks()) if x[0] == "heading"] == [
        ("heading", "Ferries.", 1),
        ("heading", "Mills.", 1),
    ]


def test_bold_words_inside_a_paragraph_are_no_heading() -> None:
    paper = titled().spans(
        ("Crews are ", ROMAN, SIZE, 0.0),
        ("paid by the crossing", BOLD, SIZE, 0.0),
        (", so that fog costs them", ROMAN, SIZE, 0.0),
        gap=0.0,
    )
    paper.text("a day, and the younger of them have begun to leave for the quarries in the hills.")
    assert headings(paper) == []


def test_a_heading_at_the_foot_of_a_page_heads_what_the_next_page_begins_with() -> None:
    paper = titled()
    for text in (FERRY, MILLS, REEDS, SCHOOL, MARKET, FERRY, MILLS, REEDS, SCHOOL, MARKET):
        paper.text(text)
    paper.heading("At the market", at=700.0).page().text(MARKET).text(FERRY)
    listed = outcome(paper.blocks())
    at = listed.index(("heading", "At the market", 1))
    assert listed[at + 1 :] == paragraphs(MARKET, FERRY)


def test_one_look_has_one_level_wherever_it_stands() -> None:
    paper = titled()
    expected: Outcome = []
    for name, text in (("Ferries", FERRY), ("Mills", MILLS)):
        paper.heading(name, size=16.0).heading(f"{name} then", size=12.0).text(text).heading(f"{name} now", size=12.0)
        paper.text(SCHOOL)
        expected += [("heading", name, 1), ("heading", f"{name} then", 2), ("heading", f"{name} now", 2)]
        paper.page()
    assert [x for x in outcome(paper.text(REEDS).blocks()) if x[0] == "heading"] == expected


def test_sans_headings_over_serif_text_count_without_being_large() -> None:
    paper = titled().heading("Ferries", font=SANS_BOLD, size=SIZE).text(FERRY)
    assert headings(paper) == [("Ferries", 1)]


def test_a_short_last_row_is_no_heading() -> None:
    paper = titled().text(FERRY + " So it is.").text(MILLS)
    assert outcome(paper.blocks())[1:] == paragraphs(FLOOD, FERRY + " So it is.", MILLS)


def test_a_heading_on_a_strip_of_colour_heads_the_text_below_it() -> None:
    paper = titled()
    for name, text in (("Ferries", FERRY), ("Mills", MILLS)):
        paper.down(10.0).ground(72.0, paper.y - 4.0, 468.0, 20.0, "#224466")
        paper.text(name, font=SANS_BOLD, color="#ffffff", left=78.0, gap=12.0).text(text)
    assert outcome(paper.blocks())[2:] == [
        ("heading", "Ferries", 1),
        ("paragraph", FERRY, None),
        ("heading", "Mills", 1),
        ("paragraph", MILLS, None),
    ]


def test_a_sentence_on_a_strip_of_colour_is_set_apart() -> None:
    paper = titled().down(10.0)
    paper.ground(72.0, paper.y - 4.0, 468.0, 20.0, "#224466")
    paper.text("Nobody asked the ferry crews.", font=SANS_BOLD, color="#ffffff", left=78.0, gap=12.0).text(FERRY)
    assert headings(paper) == []


def test_centred_headings_stand_above_those_of_the_same_type_at_the_edge() -> None:
    paper = titled()
    for chapter, part, text in (("Boats", "Crews", FERRY), ("Land", "Meadows", MILLS)):
        paper.heading(chapter, size=SIZE, align="center").text(MARKET).heading(part, size=SIZE).text(text)
    assert headings(paper) == [("Boats", 1), ("Crews", 2), ("Land", 1), ("Meadows", 2)]


def test_a_numbered_line_in_the_middle_is_a_heading_in_any_type() -> None:
    paper = titled().text("I. Ferries", align="center").text(FERRY).text("II. Mills", align="center").text(MILLS)
    assert headings(paper) == [("I. Ferries", 1), ("II. Mills", 1)]


def test_numbers_end_at_a_depth_and_headings_go_on() -> None:
    paper = titled()
    for number, names in ((1, ("Boats", "Ferries", "Crews")), (2, ("Land", "Mills", "Meadows"))):
        paper.heading(f"{number} {names[0]}", size=16.0).heading(f"{number}.1 {names[1]}", size=12.0).text(FLOOD)
        paper.heading(names[2], size=12.0).text(FERRY)
    assert headings(paper) == [
        ("1 Boats", 1),
        ("1.1 Ferries", 2),
        ("Crews", 3),
        ("2 Land", 1),
        ("2.1 Mills", 2),
        ("Meadows", 3),
    ]


def test_a_heading_with_a_number_is_no_quote_though_the_contents_name_it() -> None:
    name = "1.1 Why the ferries that exclude crews persist"
    paper = titled().text(name).heading("1 Boats").text(FERRY).heading(name, size=12.0).text(REEDS)
    assert (name, 2) in headings(paper)


def test_openings_of_paragraphs_stand_one_level_below_the_heading_above_them() -> None:
    paper = titled().heading("Boats", size=16.0).text(FLOOD)
    for opening in ("Ferries.", "Barges."):
        paper.spans((f"{opening} ", BOLD, SIZE, 0.0), ("They cross at the narrows.", ROMAN, SIZE, 0.0))
    paper.heading("Land", size=16.0).heading("Mills", size=12.0).heading("Meadows", size=SIZE).text(MILLS)
    assert dict(headings(paper)) == {"Boats": 1, "Ferries.": 2, "Barges.": 2, "Land": 1, "Mills": 2, "Meadows": 3}


@pytest.mark.parametrize("name", ["• Families want to be asked", "— Ada Brook, ferry pilot"])
def test_an_item_and_the_name_below_a_quote_are_no_headings(name: str) -> None:
    assert headings(titled().text(name, font=BOLD).text(FERRY)) == []


def test_what_is_to_be_typed_is_no_heading() -> None:
    assert headings(titled().text("SHOW CROSSINGS OF FERRY", font="Courier-Bold").text(FERRY)) == []


def test_italics_that_end_in_a_stop_head_the_text_below_them() -> None:
    assert headings(titled().text("Ferry crews.", font=ITALIC, gap=2.0).text(FERRY)) == [("Ferry crews.", 1)]


def test_a_label_before_its_value_is_no_heading() -> None:
    paper = titled().text("Matter of:", font=BOLD, gap=2.0).text("Brook and Reed").heading("Ferries").text(FERRY)
    assert headings(paper) == [("Ferries", 1)]


def test_a_colon_may_end_the_heading_of_a_text() -> None:
    assert headings(titled().heading("What ferries cost:").text(FERRY)) == [("What ferries cost:", 1)]


@pytest.mark.parametrize("words", ["pilots", "crew of the ferry"])
def test_words_that_begin_small_head_nothing_where_no_text_follows(words: str) -> None:
    assert headings(titled().text(words, font=BOLD, size=12.0).text("at the narrows").text(FERRY)) == []


def test_one_word_in_capitals_heads_text_or_nothing() -> None:
    paper = titled().text("PILOT").text("Weak supervision").text("FERRIES").text(FERRY)
    assert headings(paper) == [("FERRIES", 1)]


def test_a_single_opening_in_bold_type_spelled_like_a_title_is_a_heading() -> None:
    paper = titled().spans(("Ferries of the Narrows. ", BOLD, SIZE, 0.0), ("They cross at six.", ROMAN, SIZE, 0.0))
    assert headings(paper) == [("Ferries of the Narrows.", 1)]


def test_a_single_sentence_in_bold_type_is_emphasis() -> None:
    paper = titled().spans(("Ferries cross at six. ", BOLD, SIZE, 0.0), ("They have always done so.", ROMAN, SIZE, 0.0))
    assert headings(paper) == []


def test_a_bold_label_with_its_value_is_no_heading_however_often_a_letter_has_one() -> None:
    paper = titled()
    for label, value in (("Matter:", "Ferries on the northern shore"), ("File:", "B-31 of the harbour office")):
        paper.spans((label, BOLD, SIZE, 0.0), (f" {value}", ROMAN, SIZE, 0.0))
    paper.text(FERRY)
    assert headings(paper) == []


def test_small_capitals_are_a_headings_whether_the_file_tells_capitals_or_small_letters() -> None:
    paper = titled()
    for first, rest, text in (("F", "erries", FERRY), ("M", "ILLS", MILLS)):
        paper.down(8.0).spans((first, ROMAN, SIZE, 0.0), (rest, ROMAN, 0.8 * SIZE, 0.0), gap=4.0).text(text)
    assert headings(paper) == [("Ferries", 1), ("MILLS", 1)]


def test_the_numbers_of_laws_and_brackets_are_no_letters_of_a_heading() -> None:
    paper = titled().heading("§ 39.13 [Tolls]", size=12.0).text(FERRY)
    paper.heading("(1) Fog", size=SIZE, font=ITALIC).text(MILLS).heading("(2) Ice", size=SIZE, font=ITALIC).text(REEDS)
    assert headings(paper) == [("§ 39.13 [Tolls]", 1), ("(1) Fog", 2), ("(2) Ice", 2)]


def test_small_bold_rows_head_few_words_too_where_others_of_their_look_head_text() -> None:
    paper = titled().heading("(a) Ferries", size=8.5).text(FERRY).heading("(b) Mills", size=8.5).text("None turns.")
    paper.heading("(c) Reeds", size=8.5).text(REEDS)
    assert [text for text, _ in headings(paper)] == ["(a) Ferries", "(b) Mills", "(c) Reeds"]


def test_sections_of_a_chapter_without_numbers_are_the_equals_of_numbered_ones() -> None:
    paper = titled().heading("Summary", size=16.0).heading("Aims", size=12.0).text(FERRY)
    paper.heading("1 Crossings", size=16.0).text(MILLS).heading("1.1 Ferries", size=12.0).text(REEDS)
    paper.heading("2 Meadows", size=16.0).text(SCHOOL)
    assert [level for _, level in headings(paper)] == [1, 2, 1, 2, 1]


def test_headings_without_numbers_stand_below_the_numbered_one_that_they_follow() -> None:
    paper = titled().heading("1 Crossings", size=16.0).text(MILLS).heading("1.1 Ferries", size=12.0).text(REEDS)
    paper.heading("Fog", size=12.0).text(FERRY).heading("2 Meadows", size=16.0).text(SCHOOL)
    paper.heading("2.1 Mills", size=12.0).text(MARKET).heading("Ice", size=12.0).text(FLOOD)
    assert [level for _, level in headings(paper)] == [1, 2, 3, 1, 2, 3]


def test_addresses_and_labels_with_figures_are_no_headings() -> None:
    paper = titled().heading("https://ferries.example/fog/and-ice", size=SIZE).text(FERRY)
    paper.heading("MS-3", size=SIZE).text(MILLS)
    assert headings(paper) == []


def test_a_word_in_typewriter_letters_may_stand_in_a_heading_but_none_is_all_of_it() -> None:
    paper = titled()
    paper.down(8.0).spans(("Ringing by ", BOLD, SIZE, 0.0), ("\\RingTheBell", "Courier-Bold", SIZE, 0.0), gap=4.0)
    paper.text(FERRY).heading("\\RingTheBell", font="Courier-Bold", size=SIZE).text(MILLS)
    assert headings(paper) == [("Ringing by \\RingTheBell", 1)]


def test_an_underlined_row_heads_what_follows_though_its_type_is_the_texts() -> None:
    paper = titled()
    for name, text in (("Ferries and Fog", FERRY), ("Mills", MILLS)):
        paper.down(8.0).rule(LEFT, paper.y + 1.15 * SIZE, stringWidth(name, ROMAN, SIZE)).text(name, gap=0.0).text(text)
    assert headings(paper) == [("Ferries and Fog", 1), ("Mills", 1)]
