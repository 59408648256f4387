"""The structure tree of a tagged file tells a table that nothing drawn shows, and is not heard where it is wrong."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import pytest

from pipeline.lines import Vocabulary
from pipeline.model.blocks import PageInfo
from pipeline.model.geometry import Box
from pipeline.model.lines import Line, Style
from pipeline.model.pages import Rule, Tag
from pipeline.model.sheets import Sheet
from pipeline.model.tables import Table
from pipeline.tables import tables_of_sheet
from tests.builders import BODY, BOLD, line

LEFTS = (72.0, 210.0, 380.0)


@dataclass(frozen=True)
class Told:
    """What an element of the tree holds: lines parted by `|`, from a place on the page on."""

    kind: str
    text: str
    left: float
    top: float
    spans: tuple[int, int] = (1, 1)
    style: Style = BODY


Rows = Sequence[Sequence[Told]]

# Lines of neighbours stand at odd heights, as in cells set in the middle: by white space, each would be a row.
RAGGED: Rows = (
    (Told("TH", "Place", 72, 100), Told("TH", "What was seen", 210, 100), Told("TH", "Who", 380, 100)),
    (
        Told("TD", "North pier", 72, 132),
        Told("TD", "Ropes that nobody|had looked after|Lamps without oil", 210, 120),
        Told("TD", "Crew|Pilots", 380, 126),
    ),
    (
        Told("TD", "Ferry landing|Lower steps|Upper steps", 72, 164),
        Told("TD", "Mud", 210, 176),
        Told("TD", "Guests|Crew", 380, 170),
    ),
    (Told("TD", "Yard", 72, 214), Told("TD", "Two boats|One cart", 210, 208), Told("TD", "Nobody", 380, 214)),
)
READ = [
    ["Place", "What was seen", "Who"],
    ["North pier", "Ropes that nobody had looked after Lamps without oil", "Crew Pilots"],
    ["Ferry landing Lower steps Upper steps", "Mud", "Guests Crew"],
    ["Yard", "Two boats One cart", "Nobody"],
]


def page(rows: Rows, rules: Sequence[Rule] = ()) -> Sheet:
    """A page with these cells, its tree with a table of these rows, and rules if any."""
    lines: list[Line] = []
    marks = array("i")
    tags = []
    for r, row in enumerate(rows):
        for told in row:
            mcid = len(tags)
            tags.append(Tag(("Document", "Table", "TR", told.kind, "P"), _nodes(r, mcid), (mcid,), told.spans))
            for k, text in enumerate(told.text.split("|")):
                lines.append(
                    line(text, top=told.top + 12 * k, left=told.left, style=told.style, first_glyph=len(marks))
                )
                marks.extend([mcid] * sum(c != " " for c in text))
    lines.sort(key=lambda one: (one.baseline, one.x0[0]))
    info = PageInfo(1, None, 612.0, 792.0, len(marks))
    return Sheet(info, tuple(lines), rules=tuple(rules), tags=tuple(tags), marks=marks)


def _nodes(row: int, mcid: int) -> tuple[int, ...]:
    return (0, 1, 1000 * (row + 1), 1000 * (row + 1) + 2 * mcid + 1, 1000 * (row + 1) + 2 * mcid + 2)


def found(sheet: Sheet) -> list[Table]:
    return tables_of_sheet(sheet, Vocabulary.of(sheet.lines))


def untagged(sheet: Sheet) -> Sheet:
    return replace(sheet, tags=(), marks=array("i"))


def test_a_tree_tells_the_rows_that_nothing_drawn_shows() -> None:
    (table,) = found(page(RAGGED))
    assert (table.method, table.grid(), table.header_rows) == ("tagged", READ, 1)
    assert [t.grid() for t in found(untagged(page(RAGGED)))] != [READ]


def test_a_cell_that_the_tree_leaves_out_is_empty() -> None:
    gap = [*RAGGED[:2], [RAGGED[2][0], RAGGED[2][2]], RAGGED[3]]
    (table,) = found(page(gap))
    assert table.grid() == [*READ[:2], [READ[2][0], "", READ[2][2]], READ[3]]


def test_spans_are_those_that_the_tree_tells() -> None:
    groups = (
        Told("TH", "Place", 72, 82, (2, 1)),
        Told("TH", "Reports", 210, 76, (1, 2)),
    )
    (table,) = found(page([groups, RAGGED[0][1:], *RAGGED[1:]]))
    assert table.grid() == [["Place", "Reports", None], [None, *READ[0][1:]], *READ[1:]]
    assert (table.spans(), table.header_rows) == ([(0, 0, 2, 1), (0, 1, 1, 2)], 2)


def test_a_text_over_several_columns_spans_them_without_being_told_so() -> None:
    over = Told("TD", "All of the landings were closed for a part of the winter months", 72, 240)
    (table,) = found(page([*RAGGED, [over]]))
    assert (table.grid()[-1], table.spans()) == ([over.text, None, None], [(4, 0, 1, 3)])


def of_kind(kind: str) -> Rows:
    return [[replace(cell, kind=kind) for cell in row] for row in RAGGED]


def turned_rows() -> Rows:
    """Columns tagged as rows."""
    return list(zip(*RAGGED, strict=True))


def backwards() -> Rows:
    return [*reversed(RAGGED)]


def label_left_out() -> Rows:
    """The first column tagged as paragraphs beside the cells."""
    head, *body = [[replace(row[0], kind="P"), *row[1:]] for row in RAGGED]
    return [[replace(cell, style=BOLD) for cell in head], *body]


def groups_without_spans() -> Rows:
    """A heading over two columns that the tree gives to one."""
    return [[Told("TH", "Reports", 210, 76)], *RAGGED]


def one_cell() -> Rows:
    """The whole table in a single cell, as in a letter laid out with a frame."""
    return [[replace(cell, kind="TH") for cell in RAGGED[1][1:2]]]


def letterhead() -> Rows:
    """Addresses side by side, which a word processor tagged as it tags each grid: the first row as a header."""
    left, right = ("Harbour Office|Quay Road", "Your letter of May"), ("Port Museum|Old Town", "Our ref. Pier")
    return [
        [Told("TH" if r == 0 else "TD", texts[r], x, 100.0 + 40 * r) for x, texts in ((72.0, left), (300.0, right))]
        for r in range(2)
    ]


@pytest.mark.parametrize(
    "rows", [letterhead, lambda: of_kind("TD"), turned_rows, backwards, label_left_out, groups_without_spans, one_cell]
)
def test_a_tree_that_does_not_agree_with_the_page_is_not_heard(rows: Callable[[], Rows]) -> None:
    wrong = page(rows())
    assert found(wrong) == found(untagged(wrong))


def test_columns_of_prose_are_no_table_whatever_the_tree_says() -> None:
    lines = ("the river rose again in", "spring and nobody had", "asked what came next,", "and so it went on until")
    rows = [
        [Told("TH" if r == 0 else "TD", "|".join(lines * 2), left, 100 + 150.0 * r) for left in (72.0, 300.0)]
        for r in range(3)
    ]
    assert found(page(rows)) == []


def lattice(style: Style) -> Sheet:
    """A lattice with a header of two rows in this style, of which its numbers show the first only."""
    texts = (("Pier", "12", "3"), ("Yard", "20", "7"), ("Quay", "15", "9"))
    head = [
        [Told("TH", "Place", 72, 102), Told("TH", "Boats", 210, 102, (1, 2))],
        [Told("TH", "Year", 72, 118), Told("TH", "2", 210, 118), Told("TH", "3", 380, 118)],
    ]
    rows = [
        *([replace(cell, style=style) for cell in row] for row in head),
        *([Told("TD", t, x, 134.0 + 16 * k) for x, t in zip(LEFTS, row, strict=True)] for k, row in enumerate(texts)),
    ]
    across = [Rule(Box(68, 98.0 + 16 * k, 500, 98.5 + 16 * k)) for k in range(6)]
    down = [Rule(Box(x, top, x + 0.5, 178.5)) for x, top in ((68, 98), (206, 98), (376, 114), (499.5, 98))]
    return page(rows, [*across, *down])


@pytest.mark.parametrize(("style", "header"), [(BOLD, 2), (BODY, 1)])
def test_the_tree_tells_the_header_of_a_closed_lattice_where_type_says_so_too(style: Style, header: int) -> None:
    sheet = lattice(style)
    (told,), (untold,) = found(sheet), found(untagged(sheet))
    assert (told.method, told.grid()) == ("ruled", untold.grid())
    assert (told.header_rows, untold.header_rows) == (header, 1)
