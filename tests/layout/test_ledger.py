"""Nothing lost, nothing counted twice: whatever is on the pages, each glyph ends in one block or one discard."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.model.geometry import Box
from pipeline.model.pages import Fill, Image, Rule
from tests.layout.sheets import BODY, BOLD, HEADING, ITALIC, LARGE, SMALL, Piece, accounts, laid_out, sheet

STYLES = [BODY, BOLD, HEADING, ITALIC, SMALL, LARGE]
TEXTS = [
    "the river rose again in spring and nobody had asked why.",
    "1. Publish the figures",
    "• a bullet",
    "(a) lettered",
    "Harbour works .......... 7",
    "Harbour works",
    "12",
    "Table 3. Sites",
    "Source: own survey",
    "“Nobody had asked us before,” she said.",
    "* a note",
    "Page 2 of 9",
    "OVERVIEW",
    "\ue012\ue013 nameless",
    "3.1 Depth",
    "a",
]

pieces = st.builds(
    Piece,
    text=st.sampled_from(TEXTS),
    top=st.integers(4, 62).map(lambda n: n * 12.0),
    left=st.sampled_from([40.0, 72.0, 82.0, 110.0, 330.0, 345.0, 520.0]),
    style=st.sampled_from(STYLES),
)
boxes = st.builds(
    lambda x, y, width, height: Box(x, y, x + width, y + height),
    st.floats(20, 400),
    st.floats(20, 700),
    st.sampled_from([0.5, 3.0, 40.0, 200.0, 500.0]),
    st.sampled_from([0.5, 5.0, 60.0]),
)


@settings(max_examples=120, deadline=None)
@given(
    st.lists(st.lists(pieces, max_size=25), min_size=1, max_size=4),
    st.lists(boxes, max_size=4),
    st.lists(boxes, max_size=3),
)
def test_the_ledger_of_random_pages_balances(pages: list[list[Piece]], ruled: list[Box], filled: list[Box]) -> None:
    sheets = [
        sheet(
            *page,
            number=i,
            rules=[Rule(box) for box in ruled if min(box.width, box.height) < 4],
            fills=[Fill(box, "#ddeeff") for box in filled],
            images=[Image(box) for box in filled if box.height > 50],
        )
        for i, page in enumerate(pages, start=1)
    ]
    blocks = laid_out(*sheets)
    for made in sheets:
        assert accounts(blocks, made.number) == Counter(range(made.info.glyphs))
