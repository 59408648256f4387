"""Columns and reading order: gutters, banners across them, bands, and what is no column."""

from __future__ import annotations

from dataclasses import replace

from pipeline.model.geometry import Box
from pipeline.model.pages import Image, Rule
from tests.layout.sheets import BODY, BOLD, HEADING, PROSE, SMALL, Piece, kinds, laid_out, rows, said, sheet

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


def test_a_long_text_below_a_heading_goes_on_in_its_column_where_the_other_has_ended() -> None:
    left = [*rows(*["above left " + COLUMN] * 5), *rows(*["below left " + COLUMN] * 9, top=190.0)]
    right = rows(*["right " + COLUMN] * 5, left=RIGHT)
    read = texts(*left, Piece("Costs", 152.0, 72.0, HEADING), *right)
    order = [read.index(word) for word in ("above left", "Costs", "below left", "right the")]
    assert order == sorted(order)


def test_a_picture_may_stand_at_the_head_of_a_column_below_a_heading_over_both() -> None:
    above = [*rows(*["above left " + COLUMN] * 5), *rows(*["above right " + COLUMN] * 5, left=RIGHT)]
    picture = Image(Box(72.0, 190.0, 270.0, 230.0))
    below = [
        *rows(*["below left " + COLUMN] * 5, top=192.0),
        *rows(*["below middle " + COLUMN] * 5, top=236.0, left=72.0),
        *rows(*["below right " + COLUMN] * 5, top=192.0, left=RIGHT),
    ]
    heading = Piece("Costs", 152.0, 72.0, HEADING)
    blocks = laid_out(sheet(*above, heading, *below[5:], images=[picture])).blocks
    read = [said(b)[:11] for b in blocks if b.lines]
    assert read == ["above left ", "above right", "Costs", "below middl", "below right"]


def test_a_rule_in_the_middle_of_a_gutter_marks_no_quote_where_boxes_fill_the_column() -> None:
    left, gutter = rows(*[COLUMN] * 12), Box(228.0, 72.0, 228.0, 216.0)
    other = "four cellars have new walls"
    right = rows(*[other] * 5, left=234.0, style=BOLD) + rows(*[other] * 4, left=234.0, top=150.0)
    blocks = laid_out(sheet(*left, *right, *rows(*[PROSE] * 9, top=300.0), rules=[Rule(gutter)])).blocks
    assert "box" not in {b.kind.value for b in blocks}


def test_authors_side_by_side_are_read_before_the_columns_below_them() -> None:
    def author(name: str, left: float) -> list[Piece]:
        return rows(name, "Harbour office", "Saltmarsh", left=left, style=HEADING, pitch=16.0)

    columns = [
        *rows(*["first " + COLUMN] * 9, top=140.0),
        *rows(*["second " + COLUMN] * 9, top=140.0, left=RIGHT),
    ]
    read = texts(*author("A. Alder", 110.0), *author("B. Birch", 370.0), *columns)
    assert read.index("B. Birch") < read.index("first the river")


def test_a_bar_as_long_as_the_page_marks_no_quote() -> None:
    bar = Rule(Box(64.0, 40.0, 66.0, 700.0))
    assert kinds(laid_out(sheet(*rows(*[PROSE] * 9), rules=[bar]))) == [("paragraph", PROSE)]


def test_side_heads_are_read_before_the_paragraph_that_they_stand_beside() -> None:
    parts = [rows(*[f"{name} {COLUMN}"] * 4, top=80.0 + 60 * i, left=200.0) for i, name in enumerate("abc")]
    heads = [Piece(f"Heading {name}", 80.0 + 60 * i, 72.0, BOLD) for i, name in enumerate("abc")]
    read = [said(b)[:9] for b in laid_out(sheet(*heads, *(p for part in parts for p in part))).blocks]
    assert read == ["Heading a", "a the riv", "Heading b", "b the riv", "Heading c", "c the riv"]


def test_a_heading_below_columns_heads_what_stands_beside_a_narrow_box_below_it() -> None:
    columns = [*rows(*["left " + COLUMN] * 5), *rows(*["right " + COLUMN] * 6, left=RIGHT)]
    heading = [Piece("Costs", 160.0, 72.0, HEADING)]
    wide = rows(*[f"below {PROSE}"] * 6, top=186.0)
    narrow = rows(*["aside the mill"] * 4, top=186.0, left=400.0)
    read = texts(*columns, *heading, *wide, *narrow)
    assert [word for word in ("left", "right", "Costs", "below") if word in read] == sorted(
        ("left", "right", "Costs", "below"), key=read.index
    )


def test_labels_and_their_text_are_no_columns() -> None:
    items = [p for i in range(5) for p in (Piece(f"{i + 1}.", 100.0 + 12 * i), Piece(PROSE, 100.0 + 12 * i, 100.0))]
    blocks = laid_out(sheet(*items)).blocks
    assert [(b.kind.value, b.label) for b in blocks] == [("list item", f"{i}.") for i in range(1, 6)]


def test_labels_that_end_in_a_colon_are_read_with_what_stands_beside_them() -> None:
    memo = [("Matter:", "Herons on the weir"), ("Sent by:", "The harbour office"), ("Written on:", "3 May")]
    rows_beside = [
        p for i, (a, b) in enumerate(memo) for p in (Piece(a, 72.0 + 24 * i), Piece(b, 72.0 + 24 * i, 160.0))
    ]
    below = rows(*[PROSE] * 4, top=160.0)
    assert texts(*rows_beside, *below).startswith(
        "Matter: Herons on the weir Sent by: The harbour office Written on: 3 May"
    )


def test_an_entry_that_hangs_goes_on_at_the_head_of_the_next_column() -> None:
    entry = [Piece("Alder, J. the river rose again", 100.0), Piece("in spring and nobody asked", 112.0, 84.0)]
    entries = [replace(p, top=p.top + 24 * i) for i in range(5) for p in entry]
    rest = [Piece("the harbour office. It was", 100.0, RIGHT + 12), Piece("printed at the old mill", 112.0, RIGHT + 12)]
    others = [replace(p, top=p.top + 24 + 24 * i, left=p.left + RIGHT - 72.0) for i in range(4) for p in entry]
    blocks = laid_out(sheet(*entries, *rest, *others)).blocks
    assert {b.kind.value for b in blocks} == {"paragraph"}


def test_paragraphs_that_open_in_bold_are_apart_although_nothing_else_parts_them() -> None:
    def opening(name: str, top: float) -> list[Piece]:
        rest = [PROSE[len(name) + 1 :], PROSE, PROSE[:-1] + "."]
        return [Piece(name, top, style=BOLD), *rows(*rest, top=top)[1:], Piece(rest[0], top, 72.0 + 5 * len(name) + 5)]

    read = [
        said(b).split()[0]
        for b in laid_out(sheet(*rows(*[PROSE] * 9), *opening("Weirs", 200.0), *opening("Locks", 236.0))).blocks
    ]
    assert read == ["the", "Weirs", "Locks"]


def test_a_number_that_ends_a_range_is_no_label() -> None:
    entry = [
        Piece("Alder, J. the river rose again in spring, pages 222–", 100.0),
        Piece("228. Two are lost.", 112.0, 84.0),
    ]
    assert texts(*entry, *rows(*[PROSE] * 4, top=160.0)).startswith(entry[0].text + " 228. Two are lost.")


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


def test_a_small_last_row_stands_with_its_own_paragraph_though_a_banner_follows() -> None:
    left = rows(*["left " + COLUMN] * 7)
    right = rows(*["right " + COLUMN] * 5, left=RIGHT)
    quote = rows(
        "they moved it up", "before it came down", "to the mill", top=142.0, left=RIGHT + 10, style=SMALL, pitch=10
    )
    banner = [Piece("A banner that runs across both of the columns of this page, set large", 188.0, 72.0, HEADING)]
    found = kinds(laid_out(sheet(*left, *right, *quote, *banner)))
    assert "before it came down" not in [first for _, first in found]


def test_a_heading_in_the_middle_of_the_page_is_read_before_the_columns_below_it() -> None:
    heading = Piece("CONTENTS", 72.0, 271.0, HEADING)
    left = rows(*(f"{name} of the lower river" for name in ("Weirs", "Mills", "Reeds")), top=110.0)
    right = rows("to the north of it all", "to the south of it all", "to the west of it all", top=110.0, left=400.0)
    read = texts(heading, *left, *right)
    assert read.index("CONTENTS") < read.index("Weirs")
