"""Where sentences end."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extraction.sentences import sentence_around, sentences


def split(content: str) -> list[str]:
    return [content[a:b] for a, b in sentences(content)]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("Bees dance. Wasps do not!", ["Bees dance.", "Wasps do not!"]),
        ("Dr. Okafor met Prof. Lindqvist. They agreed.", ["Dr. Okafor met Prof. Lindqvist.", "They agreed."]),
        ("Farms in the U.S. We visited nine.", ["Farms in the U.S.", "We visited nine."]),
        ("The U.S. Department of Soil reported.", ["The U.S. Department of Soil reported."]),
        ("Made by Loam Inc. The plan failed.", ["Made by Loam Inc.", "The plan failed."]),
        ("J. A. Marsh wrote Plan B. It worked.", ["J. A. Marsh wrote Plan B.", "It worked."]),
        ("See No. 7 and Fig. 2. He said no. She left.", ["See No. 7 and Fig. 2.", "He said no.", "She left."]),
        ("We wait . . . Rivers rise. Then . . . nothing.", ["We wait . . . Rivers rise.", "Then . . . nothing."]),
        ("They call it “home.” Others leave.", ["They call it “home.”", "Others leave."]),
        ("“Why?” she asked. Nobody knew.", ["“Why?” she asked.", "Nobody knew."]),
        ("Rain fell (a lot.) [But not here.] So be it.", ["Rain fell (a lot.)", "[But not here.]", "So be it."]),
        ("1. Soils are thin. They erode.", ["1. Soils are thin.", "They erode."]),
        ("It grew by 3.5 percent. In 2019, it fell.", ["It grew by 3.5 percent.", "In 2019, it fell."]),
        ("Doors open at 9 a.m. The mayor spoke.", ["Doors open at 9 a.m.", "The mayor spoke."]),
        ("   ", []),
    ],
)
def test_a_stop_ends_a_sentence_only_where_a_new_one_can_begin(content: str, expected: list[str]) -> None:
    assert split(content) == expected


def test_the_sentence_around_a_place_is_found() -> None:
    content = "Bees dance. Wasps do not."
    assert sentence_around(content, content.index("do")) == (12, 25)
    assert sentence_around(content, 11) == (0, 11)


@given(st.text(alphabet="ab A.?“” \n1", max_size=60))
def test_nothing_but_white_space_lies_between_sentences(content: str) -> None:
    spans = sentences(content)
    assert "".join(content[a:b] for a, b in spans).replace(" ", "").replace("\n", "") == "".join(content.split())
    assert all(x.end <= y.start for x, y in pairwise(spans))
