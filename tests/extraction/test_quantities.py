"""Which numbers of a sentence are quantities, and what they measure."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extraction.quantities import quantities
from pipeline.extraction.sentences import Span


def found(sentence: str) -> list[tuple[str, float, str, str]]:
    return [
        (sentence[q.start : q.end], q.value, q.unit, q.comparator) for q in quantities(sentence, Span(0, len(sentence)))
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The team visited 48 farms.", [("48 farms", 48, "farms", "exactly")]),
        ("It drew 1,200 large and small wells.", [("1,200 large and small wells", 1200, "wells", "exactly")]),
        (
            "A union of 70 inventive, river-minded boards met.",
            [("70 inventive, river-minded boards", 70, "boards", "exactly")],
        ),
        ("It ran 12 sports programs there.", [("12 sports programs", 12, "programs", "exactly")]),
        (
            "It works in 20 of the 35 mill towns.",
            [("20 of the 35 mill towns", 20, "towns", "exactly"), ("35 mill towns", 35, "towns", "exactly")],
        ),
        ("They hired 300 staff members.", [("300 staff members", 300, "members", "exactly")]),
        ("It met 5 million people.", [("5 million people", 5_000_000, "people", "exactly")]),
        ("We saw 20 children's clinics.", [("20 children's clinics", 20, "clinics", "exactly")]),
        ("It lists 14 U.S. river basins.", [("14 U.S. river basins", 14, "basins", "exactly")]),
        ("Twenty-five counties joined.", [("Twenty-five counties", 25, "counties", "exactly")]),
        ("Half a million trees fell.", [("Half a million trees", 500_000, "trees", "exactly")]),
        ("A dozen mills closed.", [("A dozen mills", 12, "mills", "exactly")]),
        ("It runs 20 K-12 campuses.", [("20 K-12 campuses", 20, "campuses", "exactly")]),
        ("It met 14’500 farmers.", [("14’500 farmers", 14_500, "farmers", "exactly")]),
        ("It met 14 500 farmers.", [("14 500 farmers", 14_500, "farmers", "exactly")]),
        ("For 20 years’ work she got nothing.", [("20 years", 20, "years", "exactly")]),
    ],
)
def test_a_number_counts_the_head_noun_of_its_phrase(sentence: str, expected: list[object]) -> None:
    assert found(sentence) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("About 12 percent of them failed.", [("About 12 percent", 12, "percent", "about")]),
        ("Seventy per cent agreed.", [("Seventy per cent", 70, "percent", "exactly")]),
        ("It fell by 3.5%.", [("3.5%", 3.5, "percent", "exactly")]),
        ("It rose by 5 percentage points.", [("5 percentage points", 5, "points", "exactly")]),
        ("One in four stayed.", [("One in four", 0.25, "ratio", "exactly")]),
        ("Nearly nine out of ten left.", [("Nearly nine out of ten", 0.9, "ratio", "nearly")]),
        ("One child in five went.", [("One child in five", 0.2, "ratio", "exactly")]),
        ("It holds for 9 of 10 mills.", [("9 of 10", 0.9, "ratio", "exactly")]),
        ("Three-quarters of them knew.", [("Three-quarters", 0.75, "ratio", "exactly")]),
        ("A quarter of the land is wet.", [("A quarter", 0.25, "ratio", "exactly")]),
        ("More than half of them left.", [("More than half", 0.5, "ratio", "more_than")]),
        ("Half of all grown trees fell.", [("Half", 0.5, "ratio", "exactly")]),
        ("It cost $35M.", [("$35M", 35_000_000, "USD", "exactly")]),
        ("It cost up to £4.5 million a year.", [("up to £4.5 million", 4_500_000, "GBP", "at_most")]),
        ("It cost US$ 3 billion.", [("US$ 3 billion", 3_000_000_000, "USD", "exactly")]),
        ("It cost A$900 then.", [("A$900", 900, "AUD", "exactly")]),
        ("It cost EUR 900.", [("EUR 900", 900, "EUR", "exactly")]),
        ("It weighs 30 pounds.", [("30 pounds", 30, "pounds", "exactly")]),
        ("It cost 30 pounds sterling.", [("30 pounds sterling", 30, "GBP", "exactly")]),
        ("It cost 35 million dollars.", [("35 million dollars", 35_000_000, "USD", "exactly")]),
        ("A five-year plan began.", [("five-year", 5, "years", "exactly")]),
        ("The 30-question form is long.", [("30-question", 30, "questions", "exactly")]),
    ],
)
def test_percent_shares_money_and_compounds_are_measured(sentence: str, expected: list[object]) -> None:
    assert found(sentence) == expected


@pytest.mark.parametrize(
    ("words", "comparator"),
    [
        ("more than 40 mills", "more_than"),
        ("over 40 mills", "more_than"),
        ("longer than 40 mills", "more_than"),
        ("younger than 40 mills", "less_than"),
        ("less than 40 mills", "less_than"),
        ("fewer than 40 mills", "less_than"),
        ("at least 40 mills", "at_least"),
        ("no fewer than 40 mills", "at_least"),
        ("no more than 40 mills", "at_most"),
        ("up to 40 mills", "at_most"),
        ("nearly 40 mills", "nearly"),
        ("almost 40 mills", "nearly"),
        ("approximately 40 mills", "about"),
        ("some 40 mills", "about"),
        ("an estimated 40 mills", "about"),
        ("40 or more mills", "at_least"),
        ("40+ mills", "at_least"),
        ("≥ 40 mills", "at_least"),
        (">40 mills", "more_than"),
        ("as few as 40 mills", "at_least"),
    ],
)
def test_words_beside_a_number_qualify_it_and_belong_to_its_text(words: str, comparator: str) -> None:
    assert found(f"They closed {words} there.") == [(words, 40, "mills", comparator)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("It took 10 to 12 weeks.", [("10 to 12 weeks", 10), ("10 to 12 weeks", 12)]),
        ("It cost $5–7 million.", [("$5–7 million", 5_000_000), ("$5–7 million", 7_000_000)]),
        ("Between 20 and 30 mills shut.", [("Between 20 and 30 mills", 20), ("Between 20 and 30 mills", 30)]),
        ("It lost 20 mills and 30 dams.", [("20 mills", 20), ("30 dams", 30)]),
    ],
)
def test_a_range_gives_both_its_ends(sentence: str, expected: list[object]) -> None:
    assert [(text, value) for text, value, _, _ in found(sentence)] == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "It opened in 2013 and closed on 12 May 2019.",
        "On May 20, villages had none left.",
        "In 2013 mills were built.",
        "Since the early 1980s it has run.",
        "See Theme 2 and Section 4, or page 12.",
        "Grade 8 students came.",
        "Students aged 5 to 12 came, in grades 6–8.",
        "Fortune 500 companies gave nothing.",
        "The Fen Agenda 21 documents are old.",
        "It follows ISO 9001 rules and K–12 standards, after COVID-19 closures.",
        "Call 555-0142 or (216) 555-0143, or 216.555.0144.",
        "Write to 12 Mill Lane, Suite 700, Mill City, OH 44101.",
        "One farm and one mill remain.",
        "Three themes emerged from two talks.",
        "They went to two-year colleges.",
        "It runs 24/7 at a 1:1 ratio.",
        "A 12-year-old wrote it.",
        "We spoke about 1990 with them.",
        "It ended, and 20 received nothing.",
        "Rule 2018–23–51 applies to all of them, as Table 3-2 shows.",
        "Calling 13 11 20 gives advice.",
        "It suits 2–3 year olds.",
        "Half of it fell in the second half of the games, a quarter of a mile away.",
        "They won a third as many.",
        "Total 48%",
    ],
)
def test_years_labels_codes_names_and_small_words_are_no_quantities(sentence: str) -> None:
    assert found(sentence) == []


def test_over_a_span_of_time_compares_only_after_a_word_that_measures() -> None:
    assert found("Over 18 months, it grew.") == [("18 months", 18, "months", "exactly")]
    assert found("She taught for over 18 years.") == [("over 18 years", 18, "years", "more_than")]


def test_a_participle_after_a_number_is_its_adjective_where_a_verb_follows_the_noun() -> None:
    assert found("Later, 20 selected farmers met.") == [("20 selected farmers", 20, "farmers", "exactly")]
    assert found("They met 20 selected farmers.") == [("20 selected farmers", 20, "farmers", "exactly")]


def test_a_small_number_word_counts_where_it_is_compared() -> None:
    assert found("At least three mills shut.") == [("At least three mills", 3, "mills", "at_least")]


@given(st.text(alphabet="0123456789 ,.%$£-–afinorst", max_size=40))
def test_every_quantity_lies_in_its_sentence_and_holds_a_number(sentence: str) -> None:
    for q in quantities(sentence, Span(0, len(sentence))):
        assert 0 <= q.start < q.end <= len(sentence)
        assert q.value >= 0
