"""What tells drawings from tables, labels from sentences, and captions of figures from text about them."""

from __future__ import annotations

import pytest

from pipeline.figures.captions import names_a_picture
from pipeline.figures.ink import Cluster, Ink, Label, clusters_of
from pipeline.figures.prose import prose_lines
from pipeline.figures.telling import has_scale, is_tabular, number_of, what_tells
from pipeline.model.geometry import Box
from tests.builders import line

EM = 10.0


def label(text: str, left: float, top: float) -> Label:
    """A line, five points a character wide."""
    printed = line(text, left=left, top=top)
    return Label(printed, printed.box)


def drawn(*boxes: tuple[float, float, float, float]) -> list[Ink]:
    """Filled boxes."""
    return [Ink(Box(*box), "box") for box in boxes]


@pytest.mark.parametrize(
    ("text", "number"), [("1,200", 1200.0), ("-0.5", -0.5), ("40%", 40.0), ("\N{MINUS SIGN}2", -2.0), ("1999a", None)]
)
def test_the_figures_of_an_axis_are_read_as_numbers(text: str, number: float | None) -> None:
    assert number_of(text) == number


def test_numbers_at_equal_steps_beside_what_is_drawn_are_its_scale() -> None:
    box = Box(100, 100, 300, 220)
    labels = [label(str(20 * k), 85.0 - 5 * len(str(20 * k)), 210.0 - 30 * k) for k in range(5)]
    assert has_scale(box, labels, EM)


def test_numbers_at_uneven_steps_are_no_scale() -> None:
    labels = [label(str(n), 80.0, 100.0 + 30 * k) for k, n in enumerate((17, 12, 88, 31))]
    assert not has_scale(Box(100, 100, 300, 220), labels, EM)


def test_years_over_rows_of_values_are_no_scale() -> None:
    years = [label(str(2010 + k), 150.0 + 60 * k, 88.0) for k in range(4)]
    values = [label("12.5", 150.0 + 60 * k, 130.0 + 20 * row) for k in range(4) for row in range(4)]
    assert not has_scale(Box(100, 100, 400, 220), [*years, *values], EM)


def test_bars_between_rules_with_rows_of_texts_are_part_of_a_table() -> None:
    rules = [Ink(Box(100, 100 + 20 * k, 400, 100.5 + 20 * k), "rule") for k in range(5)]
    bars = drawn((300, 104, 330, 116), (300, 124, 370, 136), (300, 144, 345, 156), (300, 164, 390, 176))
    texts = [label(text, x, 105.0 + 20 * k) for k in range(4) for x, text in ((110.0, "Mill"), (200.0, "12"))]
    cluster = Cluster.of([*rules, *bars])
    assert is_tabular(cluster, texts, EM)
    assert what_tells(cluster, texts, EM) is None
    assert what_tells(Cluster.of(bars), [], EM) == "bars on one line"


def test_boxes_with_their_shadows_that_strokes_lead_to_are_joined() -> None:
    places = [(100.0, 100.0), (250.0, 100.0), (250.0, 200.0)]
    boxes = drawn(*((x, y, x + 80, y + 24) for x, y in places))
    shadows = drawn(*((x + 3, y + 3, x + 83, y + 27) for x, y in places))
    strokes = [Ink(Box(180, 112, 250, 112.5), "rule"), Ink(Box(290, 124, 290.5, 200), "rule")]
    texts = [label("Crews", x + 20, y + 7) for x, y in places]
    assert what_tells(Cluster.of([*boxes, *shadows, *strokes]), texts, EM) == "boxes joined by lines"
    assert what_tells(Cluster.of([*boxes, *shadows]), texts, EM) is None


def test_things_nearer_than_the_gap_hang_together_others_do_not() -> None:
    ink = drawn((0, 0, 10, 10), (15, 0, 25, 10), (60, 0, 70, 10))
    assert [c.box for c in clusters_of(ink, 6.0)] == [Box(0, 0, 25, 10), Box(60, 0, 70, 10)]


@pytest.mark.parametrize(
    ("rows", "is_prose"),
    [
        (["The bell is rung", "twice when the", "water stands high."], True),
        (["Ring the bell", "(twice)"], False),
        (["NOBODY WHO LIVES BELOW THE MILL HAS EVER SEEN A WHALE"], False),
        (["Boats of the harbour board", "and of all other owners here", "who keep them by the mill"], True),
    ],
)
def test_sentences_are_prose_in_however_narrow_a_box_and_labels_are_not(rows: list[str], is_prose: bool) -> None:
    lines = [line(text, top=100.0 + 12 * k, first_glyph=100 * k) for k, text in enumerate(rows)]
    assert prose_lines(lines) == (frozenset(x.glyphs[0] for x in lines) if is_prose else frozenset())


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Figure 2. Boats by landing", True),
        ("Figure 1-2 Boats by landing", True),
        ("• Figure 5.1 Boats by landing", True),
        ("Abbildung 3: Boote", True),
        ("Chart 4", True),
        ("Figure 17 (until July)", True),
        ("Figure 2 shows that boats are few", False),
        ("Table 2. Boats by landing", False),
        ("Figures were kept in a book", False),
    ],
)
def test_a_caption_names_and_numbers_a_figure(text: str, names: bool) -> None:
    assert names_a_picture(text) is names
