"""A hyphen at a line's end goes where the typesetter put it, and stays where the author did."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.lines import Vocabulary, join_lines
from tests.builders import BODY, line

# A document whose typesetter breaks words: the broken "imple-mented" stands whole in it.
HYPHENATED = [
    "The plan was imple-",
    "mented in the old mill by the river,",
    "and what is implemented is seldom a",
    "truly self-contained thing. The third local class",
    "had a room there and led the work.",
    "The winding staircase led there.",
    "They read RIVERBANK, and then the RiverTrust page again.",
]


def joined(*texts: str, document: list[str] = HYPHENATED) -> str:
    lines = [line(text, top=72.0 + 12 * i) for i, text in enumerate(texts)]
    return join_lines(lines, Vocabulary.of(line(text) for text in document)).content


@pytest.mark.parametrize(
    ("before", "after", "whole"),
    [
        ("it was imple-", "mented", "it was implemented"),  # printed whole elsewhere
        ("a self-", "contained unit", "a self-contained unit"),  # printed with its hyphen elsewhere
        ("the admin-", "istration", "the administration"),  # its rest is no word
        ("a class-", "led plan", "a class-led plan"),  # both halves are words
        ("a locally-", "led plan", "a locally-led plan"),  # an adverb of one of its words
        ("RIVER-", "BANK", "RIVERBANK"),  # capitals are broken too
        ("Anne-", "Marie", "Anne-Marie"),  # a name goes on with a capital
        ("River-", "Trust", "RiverTrust"),  # a name printed in one elsewhere
        ("a self-", "winding clock", "a self-winding clock"),  # whatever self opens is a compound
        ("in 2019–", "2020", "in 2019–2020"),
        ("state-of-", "the-art", "state-of-the-art"),
        ("two-", "thirds of them", "two-thirds of them"),  # a fraction in words
        ("sup-", "port-based", "support-based"),  # a compound broken before its hyphen
        ("soft\u00ad", "ware", "software"),
        ("half\u2010", "hearted", "halfhearted"),
        ("www.millpic-", "ture.org", "www.millpicture.org"),
        ("www.mill.org/old-", "river", "www.mill.org/old-river"),
        ("see www.mill.org/", "(read in May)", "see www.mill.org/ (read in May)"),
        ("ada@mill.org", "www.mill.org", "ada@mill.org www.mill.org"),
        ("ada@mill.org", "ben@ferry.org", "ada@mill.org ben@ferry.org"),
        ("www.old.org/web/", "http://mill.org", "www.old.org/web/http://mill.org"),
    ],
)
def test_the_documents_own_words_decide(before: str, after: str, whole: str) -> None:
    assert joined(before, after) == whole


def test_where_no_word_is_broken_each_hyphen_is_the_authors() -> None:
    prose = "the river rose above the mill and all the town stood by the bank to see it go"
    unbroken = [prose] * 97 + ["a low-", "lying field and a well-", "known mill with a cost-", "effective wheel"]
    assert joined("an open-", "mindedness", document=unbroken) == "an open-mindedness"
    assert not Vocabulary.of(line(text) for text in unbroken).hyphenates


def test_a_hyphen_that_ends_lines_only_is_the_typesetters_where_compounds_have_another() -> None:
    document = ["a self-contained plan of the imple\u2010", "mented kind, as the River\u2010", "Trust says"]
    assert joined("asked the Knowledge\u2010", "Works people", document=document) == "asked the KnowledgeWorks people"
    assert joined("a self-", "contained plan", document=document) == "a self-contained plan"


def test_a_hyphen_that_stands_inside_lines_too_may_be_the_authors() -> None:
    document = ["a self\u2010contained plan", "of the Knowledge\u2010", "Works people"]
    assert joined("the Knowledge\u2010", "Works people", document=document) == "the Knowledge\u2010Works people"


def test_halves_of_broken_words_are_no_words() -> None:
    vocabulary = Vocabulary.of(line(text) for text in HYPHENATED)
    assert vocabulary.knows("mented") == vocabulary.knows("imple") == 0
    assert vocabulary.knows("implemented") == vocabulary.knows("self") == 1


@given(
    st.lists(
        st.text(alphabet="abc-é ’.", min_size=1, max_size=12).filter(lambda t: t.strip() == t), min_size=1, max_size=6
    )
)
def test_each_letter_of_the_text_is_one_that_is_drawn(texts: list[str]) -> None:
    lines = [line(text, top=72.0 + 12 * i) for i, text in enumerate(texts)]
    text = join_lines(lines, Vocabulary.of(lines))
    for run in text.runs:
        assert all(a == -1 or text.content[a] == run.line.text[i] for i, a in enumerate(run.at))
    drawn = [a for run in text.runs for a in run.at if a != -1]
    assert len(set(drawn)) == len(drawn)
    assert all(text.content[i] == " " for i in set(range(len(text.content))) - set(drawn))


def test_in_a_type_of_many_lines_that_hardly_ever_end_in_a_hyphen_each_is_the_authors() -> None:
    small = replace(BODY, size=8.0)
    cells = [line(f"the town stood by the bank {i}", style=small) for i in "abcdefgh" * 10]
    vocabulary = Vocabulary.of([*(line(text) for text in HYPHENATED), *cells, line("a cost-", style=small)])
    parts = ("a cost-", "effective wheel")
    assert join_lines([line(text, style=small) for text in parts], vocabulary).content == "a cost-effective wheel"
    assert join_lines([line(text) for text in parts], vocabulary).content == "a costeffective wheel"
