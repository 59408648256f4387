"""Columns and reading order: gutters, banners across them, bands, and what is no column."""

from __future__ import annotations

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
