"""Running text and tables: what around a table is none of it."""

from __future__ import annotations

import pytest

from pipeline.model.geometry import Box
from pipeline.tables.prose import TextBlock, without_text
from pipeline.tables.words import Word

TABLE = Box(72.0, 100.0, 372.0, 160.0)
ROW = [Word(0, 0, 6, "Bakers", Box(72.0, 104.0, 110.0, 114.0), 112.0, 10.0)]


@pytest.mark.parametrize(
    ("white", "bottom"),
    [(1.0, 160.0), (9.0, 123.0)],
    ids=["at the pitch of a row's lines it is their rest", "set apart it is text below the table"],
)
def test_text_as_wide_as_a_table_below_its_last_row(white: float, bottom: float) -> None:
    top = 114.0 + white
    words = [*ROW, Word(1, 0, 5, "Barge", Box(72.0, top, 360.0, top + 10.0), top + 8.0, 10.0)]
    text = TextBlock((1,), Box(72.0, top, 360.0, top + 30.0), prose=True)
    assert without_text(TABLE, words, [text]).bottom == bottom
