"""Columns and reading order: gutters, banners across them, bands, and what is no column."""

from __future__ import annotations

from pipeline.model.geometry import Box
from pipeline.model.pages import Rule
from tests.layout.sheets import BODY, HEADING, PROSE, Piece, kinds, laid_out, rows, said, sheet

COLUMN = "the river rose again in spring"  # 150 points wide
RIGHT = 330.0


def texts(*pieces: Piece) -> str:
    return " ".join(said(b).replace("\n", " ") for b in laid_out(sheet(*pieces)).blocks)


def test_the_left_column_is_read_before_the_right_one() -> None:
    left = rows(*(f"left {i} {COLUMN}" for i in range(6)), top=100.0)
    right = rows(*(f"right {i} {COLUMN}" for i in range(6)), top=100.0, left=RIGHT)
    read = texts(*left, *right)
    assert read.index("left 5") < read.index("right 0")


def test_a_banner_across_the_columns_parts_them_into_bands() -> None:
    above = [*rows(*["above left " + COLUMN] * 4), *rows(*["above right " + COLUMN] * 4, left=RIGHT)]
    banner = [Piece("A banner that runs across both of the columns of this page, set large", 140.0, 72.0, HEADING)]
    below = [
        *rows(*["below left " + COLUMN] * 4, top=180.0),
        *rows(*["below right " + COLUMN] * 4, top=180.0, left=RIGHT),
    ]
    read = texts(*above, *banner, *below)
    order = [read.index(word) for word in ("above left", "above right", "A banner", "below left", "below right")]
    assert order == sorted(order)


def test_a_short_heading_over_balanced_columns_starts_a_new_band() -> None:
    above = [*rows(*["above left " + COLUMN] * 5), *rows(*["above right " + COLUMN] * 5, left=RIGHT)]
    heading = [Piece("Costs", 152.0, 72.0, HEADING)]
    below = [
        *rows(*["below left " + COLUMN] * 5, top=190.0),
        *rows(*["below right " + COLUMN] * 5, top=190.0, left=RIGHT),
    ]
    read = texts(*above, *heading, *below)
    order = [read.index(word) for word in ("above left", "above right", "Costs", "below left", "below right")]
    assert order == sorted(order)


def test_labels_and_their_text_are_no_columns() -> None:
    items = [p for i in range(5) for p in (Piece(f"{i + 1}.", 100.0 + 12 * i), Piece(PROSE, 100.0 + 12 * i, 100.0))]
    blocks = laid_out(sheet(*items)).blocks
    assert [(b.kind.value, b.label) for b in blocks] == [("list item", f"{i}.") for i in range(1, 6)]


def test_wide_word_gaps_one_over_the_other_are_no_gutter() -> None:
    row = [("the river rose", 72.0), ("again in spring and nobody had", 160.0)]
    river = [Piece(text, 100.0 + 12 * i, left) for i in range(2) for text, left in row]
    around = [*rows(PROSE, PROSE, top=76.0), *rows(PROSE, PROSE, top=124.0)]
    assert kinds(laid_out(sheet(*around, *river))) == [("paragraph", PROSE)]


def test_a_marginal_quote_does_not_cut_the_lines_beside_it() -> None:
    main = rows(*[PROSE] * 10, left=200.0)
    beside = rows(*["nobody had asked"] * 4, top=96.0, left=60.0, style=BODY)
    read = [said(b) for b in laid_out(sheet(*main, *beside)).blocks]
    assert "\n".join([PROSE] * 10) in "\n".join(read)


def test_a_rule_between_two_columns_of_text_marks_neither_as_a_box() -> None:
    left = rows(*(f"left {i} {COLUMN}" for i in range(6)), top=100.0)
    right = rows(*(f"right {i} {COLUMN}" for i in range(6)), top=100.0, left=290.0)
    between = Rule(Box(275.0, 100.0, 275.5, 170.0))
    found = laid_out(sheet(*left, *right, rules=[between])).blocks
    assert {b.kind.value for b in found} == {"paragraph"}
    read = " ".join(said(b) for b in found)
    assert read.index("left 5") < read.index("right 0")


def test_a_table_fills_a_column_of_its_own_where_prose_proves_the_gutter_on_another_page() -> None:
    said_left = [f"left {word} {COLUMN}" for word in ("a", "b", "c", "d", "e", "f", "g", "h")]
    proof = sheet(*rows(*said_left, top=90.0), *rows(*[f"right {COLUMN}"] * 8, top=90.0, left=RIGHT))
    cells = [
        Piece(text, 200.0 + 12 * i, left)
        for i in range(8)
        for text, left in (("Ward" + "abcdefgh"[i], RIGHT), (f"{10 + i}", RIGHT + 90), (f"{70 - i}", RIGHT + 160))
    ]
    grid = [Rule(Box(RIGHT - 2, 198.0 + 12 * i, RIGHT + 180, 198.5 + 12 * i)) for i in range(9)]
    mixed = sheet(*rows(*said_left, top=200.0), *cells, number=2, rules=grid)
    tables = [b.table for b in laid_out(proof, mixed).blocks if b.table]
    assert [(t.rows, t.columns) for t in tables] == [(8, 3)]
