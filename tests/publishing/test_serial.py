from __future__ import annotations

import yaml
from hypothesis import given
from hypothesis import strategies as st

from pipeline.publishing.serial import to_yaml

WORDS = st.text(alphabet=st.characters(exclude_categories=("Cs",)), max_size=200)


@given(WORDS)
def test_what_is_written_as_yaml_reads_back_as_it_was(words: str) -> None:
    record = {"text": words, "boxes": [[1.0, 2.5, 3.0, 4.0]], "notes": [], "place": None}
    assert yaml.safe_load(to_yaml([record])) == [record]


def test_a_next_line_control_between_letters_of_a_further_plane_is_kept() -> None:
    assert yaml.safe_load(to_yaml(["𝑥\x85 y"])) == ["𝑥\x85 y"]


def test_letters_of_all_planes_are_written_as_they_are() -> None:
    assert to_yaml([{"text": "où 日 𝑥"}]) == "- text: où 日 𝑥\n"


def test_a_long_text_stays_on_its_line_and_numbers_on_one() -> None:
    text = "the river rises: " + "again and " * 100 + "again"
    assert to_yaml([{"text": text, "box": [1, 2.5], "none": []}]) == f"- text: '{text}'\n  box: [1, 2.5]\n  none: []\n"


def test_equal_values_are_written_twice_and_not_referred_to() -> None:
    page = {"page": 1}
    assert to_yaml([page, page]) == "- page: 1\n- page: 1\n"
