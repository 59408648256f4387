"""Where a list item ends, in hanging lists and in lists that are indented like paragraphs."""

from __future__ import annotations

from pipeline.layout.chunks import chunks_of
from pipeline.layout.pitches import Pitches
from pipeline.layout.rows import Row
from tests.builders import PITCH, line


def chunks(*rows: tuple[str, float]) -> list[str]:
    lines = [line(text, left=left, top=72.0 + PITCH * i) for i, (text, left) in enumerate(rows)]
    found = chunks_of([Row((x,), x) for x in lines], 72.0, 72.0 + 5.0 * 40, Pitches({10.0: (PITCH,)}))
    return [chunk.text for chunk in found]


def test_a_hanging_item_ends_where_a_row_stands_left_of_its_text() -> None:
    assert chunks(("• " + "a" * 30, 90.0), ("b" * 30, 100.0), ("c" * 39, 72.0)) == [
        "• " + "a" * 30 + " " + "b" * 30,
        "c" * 39,
    ]


def test_an_item_set_like_a_paragraph_goes_on_at_the_left_edge_and_ends_at_the_next_indent() -> None:
    assert chunks(("• " + "a" * 35, 82.0), ("b" * 40, 72.0), ("c" * 40, 72.0), ("D" * 37, 82.0)) == [
        "• " + "a" * 35 + " " + "b" * 40 + " " + "c" * 40,
        "D" * 37,
    ]
