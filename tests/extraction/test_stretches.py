"""Looking around a place in a text, and stretches of it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pipeline.extraction.stretches import REACH, Stretches, left_of, right_of

SPANS = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 12)).map(lambda s: (s[0], s[0] + s[1])), max_size=12)


@given(SPANS, st.integers(0, 80))
def test_an_offset_lies_in_a_stretch_if_one_of_them_holds_it(spans: list[tuple[int, int]], offset: int) -> None:
    assert Stretches(spans).holds(offset) == any(start <= offset < end for start, end in spans)


def test_what_stands_beside_a_place_is_cut_at_the_reach() -> None:
    content = "x" * 500
    assert len(left_of(content, 250)) == len(right_of(content, 250)) == REACH
    assert left_of(content, 3) == "xxx"
    assert right_of(content, 498) == "xx"
