"""Text turned to the page's side is read row by row in its own direction."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.layout.turned import pieces_of
from tests.builders import line


@pytest.mark.parametrize(("rotation", "lefts"), [(90, (62.0, 50.0)), (270, (50.0, 62.0))])
def test_rows_close_together_are_one_piece_in_their_own_order(rotation: int, lefts: tuple[float, float]) -> None:
    rows = [
        replace(line(text, left=left, first_glyph=10 * i), rotation=rotation)
        for i, (text, left) in enumerate(zip(("a", "b"), lefts, strict=True))
    ]
    far = replace(line("c", left=300.0, first_glyph=30), rotation=rotation)
    found = pieces_of([far, *rows[::-1]])
    assert sorted([r.text for r in piece] for piece in found) == [["a", "b"], ["c"]]
