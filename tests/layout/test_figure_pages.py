"""Charts, diagrams and maps on real pages: their words are labels, and what only looks like one keeps its text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.publishing.markdown import to_markdown
from tests.layout.pages import (
    BOLD,
    COLUMN,
    FERRY,
    FLOOD,
    LEFT,
    MARKET,
    MILLS,
    REEDS,
    SANS,
    SECOND,
    Paper,
    elements,
    outcome,
)

CAPTION = "Figure 2. Boats that the ferry board has counted"
HEIGHT = 150.0


class Drawing:
    """A place on a paper, drawn in from its upper left corner, downwards like the text."""

    def __init__(self, paper: Paper, left: float = LEFT + 60.0, height: float = HEIGHT) -> None:
        self.canvas, self.x, self.y = paper.canvas, left, paper.size[1] - paper.y
        self.canvas.setStrokeColor("#203040")
        self.canvas.setFillColor("#5080b0")
        paper.down(height)

    def line(self, *points: tuple[float, float]) -> None:
        """A stroke through some points."""
        path = self.canvas.beginPath()
        path.moveTo(self.x + points[0][0], self.y - points[0][1])
        for x, y in points[1:]:
            path.lineTo(self.x + x, self.y - y)
        self.canvas.drawPath(path)

    def box(self, x: float, y: float, width: float, height: float, *, fill: int = 0, radius: float = 0.0) -> None:
        """A box, perhaps with rounded corners."""
        self.canvas.roundRect(self.x + x, self.y - y - height, width, height, radius, fill=fill) if radius else (
            self.canvas.rect(self.x + x, self.y - y - height, width, height, fill=fill)
        )

    def label(self, x: float, y: float, text: str, size: float = 8.0) -> None:
        """A word set around a point."""
        self.canvas.saveState()
        self.canvas.setFillColor("#000000")
        self.canvas.setFont(SANS, size)
        self.canvas.drawCentredString(self.x + x, self.y - y, text)
        self.canvas.restoreState()


def bars(paper: Paper) -> None:
    """Upright bars with their values above, places below and a scale at the left."""
    drawn = Drawing(paper)
    drawn.line((0, 0), (0, 110), (250, 110))
    for k, (place, boats) in enumerate([("Narrows", 40), ("Mill", 75), ("Chapel", 20), ("Quarry", 95)]):
        drawn.box(20 + 60 * k, 110 - boats, 30, boats, fill=1)
        drawn.label(35 + 60 * k, 106 - boats, str(boats))
        drawn.label(35 + 60 * k, 122, place)
    for k in range(5):
        drawn.label(-10, 113 - 25 * k, str(25 * k))
    drawn.label(125, 138, "Landing")


def curve(paper: Paper) -> None:
    """One curve in a frame, with a scale on two sides."""
    drawn = Drawing(paper)
    drawn.box(0, 0, 250, 110)
    drawn.line((0, 90), (60, 40), (130, 70), (250, 10))
    for k in range(5):
        drawn.label(-12, 113 - 25 * k, f"{k}0%")
        drawn.label(60 * k, 122, str(1990 + 5 * k))


def pie(paper: Paper) -> None:
    """Slices with their shares on them and names beside them."""
    drawn = Drawing(paper)
    for start, extent in ((0, 120), (120, 150), (270, 90)):
        drawn.canvas.wedge(drawn.x + 50, drawn.y - 120, drawn.x + 160, drawn.y - 10, start, extent, fill=1)
    for x, y, text in ((130, 50, "33%"), (80, 60, "42%"), (115, 95, "25%"), (165, 30, "Eels"), (40, 40, "Perch")):
        drawn.label(x, y, text)


def flow(paper: Paper) -> None:
    """Boxes with a word each, joined by arrows."""
    drawn = Drawing(paper, LEFT)
    for x, y, text in (
        (0, 20, "Harbour board"),
        (150, 20, "Ferry master"),
        (300, 20, "Crews"),
        (150, 90, "Bell ringer"),
    ):
        drawn.box(x, y, 90, 24)
        drawn.label(x + 45, y + 15, text)
    for start, end in (((90, 32), (150, 32)), ((240, 32), (300, 32)), ((195, 44), (195, 90))):
        drawn.line(start, end)


def tree(paper: Paper) -> None:
    """An organisation chart of rounded boxes on grounds."""
    drawn = Drawing(paper, LEFT)
    for x, y, text in ((150, 10, "Warden"), (10, 80, "Stores"), (150, 80, "Boats"), (290, 80, "Accounts")):
        drawn.canvas.setFillColor("#d0dde8")
        drawn.box(x, y, 80, 24, fill=1, radius=5.0)
        drawn.label(x + 40, y + 15, text)
    for stroke in (((190, 34), (190, 57)), ((50, 57), (330, 57)), ((50, 57), (50, 80)), ((330, 57), (330, 80))):
        drawn.line(*stroke)
    drawn.line((190, 57), (190, 80))


DRAWINGS = [bars, curve, pie, flow, tree]


@pytest.mark.parametrize("draw", DRAWINGS)
@pytest.mark.parametrize("caption", [CAPTION, None])
def test_the_words_of_a_drawing_are_labels_of_a_figure_with_a_caption_or_without(
    draw: Callable[[Paper], None], caption: str | None
) -> None:
    paper = Paper().text(FLOOD)
    draw(paper)
    if caption:
        paper.text(caption, size=9.0)
    paper.text(FERRY)
    found = outcome(paper.blocks())
    named = [("caption", caption, None)] if caption else []
    assert [f for f in found if f[0] != "figure"] == [("paragraph", FLOOD, None), *named, ("paragraph", FERRY, None)]
    assert [f[0] for f in found].count("figure") == 1


def test_a_figure_keeps_its_labels_in_the_document_and_leaves_them_out_of_the_markdown() -> None:
    paper = Paper().text(FLOOD)
    bars(paper)
    document = paper.text(CAPTION, size=9.0).text(FERRY).document()
    (figure,) = [text for kind, text in elements(document) if kind == "figure"]
    assert "Quarry" in figure and "Landing" in figure
    assert to_markdown(document) == f"{FLOOD}\n\n{CAPTION}\n\n{FERRY}\n"


def test_a_chart_in_one_of_two_columns_leaves_the_other_its_order() -> None:
    paper = Paper().text(FLOOD, width=COLUMN)
    drawn = Drawing(paper, LEFT + 20.0)
    drawn.line((0, 0), (0, 110), (180, 110))
    for k, boats in enumerate((40, 75, 20)):
        drawn.box(20 + 50 * k, 110 - boats, 30, boats, fill=1)
        drawn.label(35 + 50 * k, 122, "ABC"[k])
    paper.text(CAPTION, size=9.0, width=COLUMN).text(FERRY, width=COLUMN)
    paper.text(MILLS, at=90.0, left=318.0, width=COLUMN).text(REEDS, left=318.0, width=COLUMN)
    found = [f for f in outcome(paper.blocks()) if f[0] != "figure"]
    assert [text for _, text, _ in found] == [FLOOD, CAPTION, FERRY, MILLS, REEDS]


def test_tables_with_captions_beside_a_figure_are_no_parts_of_it() -> None:
    paper = Paper()
    drawn = Drawing(paper, left=LEFT, height=130.0)
    for k in range(5):
        drawn.line((0, 100), (40 + 40 * k, 100 - 20 * k))
    drawn.label(40, 112, "Narrows")
    drawn.label(160, 112, "Quarry")
    paper.text("Figure 1. Barges on the long reach in summer", width=COLUMN)
    paper.text(FLOOD, width=COLUMN).text(FERRY, width=COLUMN).text(MILLS, width=COLUMN)
    paper.text("Table 1. Barges by month", left=SECOND + 60.0, at=90.0, gap=4.0)
    months = ("Month", "April", "May", "June", "July", "August", "September")
    for n, row in enumerate(zip(months, ("Barges", *"468975"), ("Tons", *"579813"), strict=True)):
        if n < 2:
            paper.rule(SECOND, paper.y, COLUMN)
        top = paper.y + 4.0
        for k, cell in enumerate(row):
            paper.text(cell, left=SECOND + 80.0 * k, width=70.0, at=top, gap=2.0)
    paper.rule(SECOND, paper.y, COLUMN)
    paper.down(12.0).text(REEDS, left=SECOND, width=COLUMN).text(MARKET, left=SECOND, width=COLUMN)
    kinds = [kind for kind, _ in elements(paper.document())]
    assert (kinds.count("figure"), kinds.count("table")) == (1, 1)


def test_lines_of_code_in_a_frame_above_a_figures_caption_are_that_figure() -> None:
    paper = Paper().text(FLOOD)
    drawn = Drawing(paper, height=80.0)
    drawn.box(0, 0, 200, 64)
    for k, row in enumerate(("OPEN LOCK", "WAIT 20", "RING BELL", "CLOSE LOCK")):
        drawn.label(50, 14 + 14 * k, row)
    paper.text("Figure 7 How the lock is worked", size=9.0).text(FERRY)
    found = outcome(paper.blocks())
    assert [kind for kind, _, _ in found][:2] == ["paragraph", "figure"]


def test_a_table_with_bars_in_its_cells_is_a_table() -> None:
    paper = Paper().text(FLOOD)
    drawn = Drawing(paper, LEFT)
    rows = [("Landing", "Boats", "Share"), ("Narrows", "40", "12%"), ("Mill", "75", "31%"), ("Chapel", "20", "8%")]
    for k, row in enumerate(rows):
        drawn.line((0, 24 * k), (300, 24 * k))
        for column, text in enumerate(row):
            drawn.label(40 + 80 * column, 24 * k + 15, text)
        if k:
            drawn.canvas.setFillColor("#5080b0")
            drawn.box(230, 24 * k + 6, 2 * int(row[2][:-1]), 12, fill=1)
    drawn.line((0, 96), (300, 96))
    paper.text(FERRY)
    assert [kind for kind, _, _ in outcome(paper.blocks())] == ["paragraph", "table", "paragraph"]


def test_sentences_on_a_rounded_ground_with_an_emblem_are_text() -> None:
    paper = Paper().text(FLOOD)
    drawn = Drawing(paper, LEFT, 120.0)
    drawn.canvas.setFillColor("#fff0b0")
    drawn.box(0, 0, 300, 100, fill=1, radius=12.0)
    for k in range(4):
        drawn.canvas.setFillColor("#c05020")
        drawn.canvas.circle(drawn.x + 30 + 8 * k, drawn.y - 40, 14 - 2 * k, fill=1)
    paper.y -= 110.0
    told = "Ring the bell twice when the water stands above the second stone, and call the lock keeper from the mill."
    paper.text(told, left=LEFT + 90.0, width=120.0, size=9.0).down(40.0).text(FERRY)
    found = outcome(paper.blocks())
    assert any(told == text for kind, text, _ in found if kind != "figure")


def test_the_title_on_a_decorated_cover_is_no_label() -> None:
    paper = Paper()
    for k in range(4):
        paper.canvas.setFillColor("#305070")
        paper.canvas.circle(120 + 110 * k, 600, 90, fill=1)
    paper.text("Bells of the Narrows", font=BOLD, size=28.0, at=150.0).text("and who rings them", size=20.0)
    paper.text("A report for the harbour board", size=12.0).page().text(FLOOD).text(FERRY).text(MARKET)
    texts = " ".join(text for kind, text, _ in outcome(paper.blocks()) if kind != "figure")
    assert "Bells of the Narrows" in texts and "and who rings them" in texts


@pytest.mark.parametrize("caption", ["Figure 1-2 How the bells are hung", "• Figure 5.1 How the bells are hung"])
def test_what_names_a_figure_beside_it_is_its_caption_without_a_stop_or_behind_an_ornament(caption: str) -> None:
    paper = Paper().text(FLOOD)
    flow(paper)
    found = outcome(paper.text(caption, size=9.0).text(FERRY).blocks())
    assert ("caption", caption.removeprefix("• "), None) in found
