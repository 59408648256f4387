"""What blocks are: headings and their levels, lists, quotes, notes, captions, contents, boxes, run-in headings."""

from __future__ import annotations

from dataclasses import replace

from pipeline.model.blocks import BlockKind
from pipeline.model.geometry import Box
from pipeline.model.lines import Line, Style, StyleSpan
from pipeline.model.pages import Fill, OutlineEntry, Rule
from pipeline.model.sheets import Sheet
from tests.builders import line
from tests.layout.sheets import (
    BODY,
    BOLD,
    HEADING,
    ITALIC,
    LARGE,
    LEFT,
    PROSE,
    SMALL,
    Piece,
    kinds,
    laid_out,
    rows,
    said,
    sheet,
)

PARAGRAPH = [PROSE, PROSE, "and so it was."]


def levels(*pieces: Piece, outline: tuple[OutlineEntry, ...] = ()) -> dict[str, int | None]:
    blocks = laid_out(sheet(*pieces), outline=outline).blocks
    return {said(b): b.level for b in blocks if b.kind is BlockKind.HEADING}


def section(title: str, top: float, style: Style = HEADING) -> list[Piece]:
    return [Piece(title, top, LEFT, style), *rows(*PARAGRAPH, top=top + 22.0)]


def test_larger_headings_stand_above_smaller_ones() -> None:
    pieces = [*section("Harbours", 72.0), *section("Costs", 150.0, BOLD), *section("Rivers", 230.0)]
    assert levels(Piece("A Report on Harbours", 30.0, LEFT, LARGE), *pieces) == {"Harbours": 1, "Costs": 2, "Rivers": 1}


def test_numbers_tell_the_depth_where_type_does_not() -> None:
    pieces = [*section("1 Harbours", 72.0), *section("1.1 Costs", 150.0), *section("2 Rivers", 230.0)]
    assert levels(Piece("A Report on Harbours", 30.0, LEFT, LARGE), *pieces) == {
        "1 Harbours": 1,
        "1.1 Costs": 2,
        "2 Rivers": 1,
    }


def test_at_one_size_the_look_that_opens_sections_stands_higher() -> None:
    pieces = [
        *section("HARBOURS", 72.0, BOLD),
        *section("Costs of works", 140.0, ITALIC),
        *section("Dredging", 210.0, BOLD),
        *section("RIVERS", 280.0, BOLD),
        *section("Levels of flow", 350.0, ITALIC),
        *section("Gauges", 420.0, BOLD),
    ]
    found = levels(Piece("A Report on Harbours", 30.0, LEFT, LARGE), *pieces)
    assert (found["HARBOURS"], found["Costs of works"], found["Dredging"]) == (1, 2, 3)


def test_the_outline_is_a_witness_of_levels() -> None:
    outline = (OutlineEntry("Harbours", 1, 1), OutlineEntry("Costs", 2, 1))
    pieces = [*section("Harbours", 72.0), *section("Costs", 150.0)]
    assert levels(Piece("A Report on Harbours", 30.0, LEFT, LARGE), *pieces, outline=outline)["Harbours"] == 1


def test_a_heading_of_several_rows_is_one() -> None:
    pieces = [*rows("How harbours that nobody uses", "came to be built", style=HEADING, pitch=17.0)]
    before = [Piece("A Report", 30.0, LEFT, LARGE), *section("Harbours", 160.0)]
    pieces = [Piece(p.text, p.top + 160.0, p.left, p.style) for p in pieces]
    blocks = laid_out(sheet(*before, *pieces, *rows(*PARAGRAPH, top=280.0)))
    assert ("heading", "How harbours that nobody uses") in kinds(blocks)
    assert sum(b.kind is BlockKind.HEADING for b in blocks.blocks) == 2


def test_paragraphs_are_parted_by_white_by_an_indent_or_by_a_line_that_ends_early() -> None:
    white = [*rows(*PARAGRAPH), *rows(*PARAGRAPH, top=120.0)]
    indented = [*rows(*PARAGRAPH), Piece(PROSE[:-4], 108.0, LEFT + 12.0), *rows(PROSE, PROSE, top=120.0)]
    early = [*rows(*PARAGRAPH), *rows(*PARAGRAPH, top=108.0)]
    for pieces in (white, indented, early):
        assert [k for k, _ in kinds(laid_out(sheet(*pieces)))] == ["paragraph", "paragraph"]


def test_nested_items_have_a_depth() -> None:
    pieces = [
        Piece("• harbours", 72.0),
        Piece("– piers", 84.0, 90.0),
        Piece("– quays", 96.0, 90.0),
        Piece("• rivers", 108.0),
    ]
    blocks = laid_out(sheet(*rows(*PARAGRAPH, top=200.0), *pieces)).blocks
    assert [(b.label, b.level) for b in blocks if b.kind is BlockKind.LIST_ITEM] == [
        ("•", 0), ("–", 1), ("–", 1), ("•", 0),
    ]  # fmt: skip


def test_a_number_that_a_line_of_prose_begins_with_is_no_label() -> None:
    pieces = rows(PROSE, PROSE[:-8] + " (n =", "134) suggests that nobody had asked at all about it", PROSE)
    assert kinds(laid_out(sheet(*pieces))) == [("paragraph", PROSE)]


def test_a_bullet_drawn_as_a_shape_makes_an_item() -> None:
    dots = [Fill(Box(74.0, 103.0 + 12 * i, 78.0, 107.0 + 12 * i), "#000000", path="shape") for i in range(2)]
    pieces = [*rows(*PARAGRAPH, top=40.0), Piece("harbours", 100.0, 84.0), Piece("rivers", 112.0, 84.0)]
    blocks = laid_out(sheet(*pieces, fills=dots)).blocks
    assert [(b.label, said(b)) for b in blocks if b.kind is BlockKind.LIST_ITEM] == [("•", "harbours"), ("•", "rivers")]


def test_labels_without_meaning_count_where_they_differ_and_are_bullets_where_not() -> None:
    counted = [Piece("\ue011 harbours", 72.0), Piece("\ue012 rivers", 84.0)]
    bullets = [Piece("\uf0a7 harbours", 72.0), Piece("\uf0a7 rivers", 84.0)]
    labels = [
        [b.label for b in laid_out(sheet(*p, *rows(*PARAGRAPH, top=200.0))).blocks[:2]] for p in (counted, bullets)
    ]
    assert labels == [["1.", "2."], ["•", "•"]]


def test_prose_inset_at_both_sides_is_a_block_quote() -> None:
    quote = rows("“Nobody had asked us before,", "and nobody did after,” she said.", top=120.0, left=96.0)
    blocks = laid_out(sheet(*rows(*PARAGRAPH), *quote, *rows(*PARAGRAPH, top=160.0)))
    assert ("block quote", "“Nobody had asked us before,") in kinds(blocks)


def test_a_sentence_of_the_text_in_large_type_is_a_pull_quote() -> None:
    display = Style("Serif", 16.0, italic=True, color="#aa3300")
    copy = Piece("nobody had asked why the gauges had failed again.", 130.0, LEFT, display)
    text = rows(PROSE, "why the gauges had failed again.")
    title = Piece("A Report on Harbours", 30.0, LEFT, LARGE)
    blocks = laid_out(sheet(title, *text, copy, *rows(*PARAGRAPH, top=170.0)))
    assert ("pull quote", copy.text) in kinds(blocks)


def test_small_type_under_a_mark_at_the_foot_is_a_note() -> None:
    notes = rows("1 First works, 2019.", "2 Second works, 2020.", top=700.0, style=SMALL, pitch=10.0)
    blocks = laid_out(sheet(*rows(*PARAGRAPH), *rows(*PARAGRAPH, top=560.0), *notes)).blocks
    assert [(b.label, said(b)) for b in blocks if b.kind is BlockKind.NOTE] == [
        ("1", "First works, 2019."),
        ("2", "Second works, 2020."),
    ]


def test_a_number_that_a_notes_second_row_begins_with_starts_no_note() -> None:
    notes = rows("1 The response rate was roughly", "57 percent in all.", top=700.0, style=SMALL, pitch=10.0)
    blocks = laid_out(sheet(*rows(*PARAGRAPH), *rows(*PARAGRAPH, top=560.0), *notes)).blocks
    assert [b.label for b in blocks if b.kind is BlockKind.NOTE] == ["1"]


def test_captions_are_known_by_name_and_number() -> None:
    blocks = laid_out(
        sheet(*rows(*PARAGRAPH), Piece("Figure 2. Harbours by depth", 130.0), *rows(*PARAGRAPH, top=160.0))
    )
    assert ("caption", "Figure 2. Harbours by depth") in kinds(blocks)


def contents(*entries: tuple[str, str], leaders: bool) -> list[Piece]:
    made = []
    for i, (title, page) in enumerate(entries):
        top = 100.0 + 14.0 * i
        if leaders:
            made.append(Piece(f"{title} {'.' * 20} {page}", top))
        else:
            made += [Piece(title, top), Piece(page, top, 500.0)]
    return made


def test_contents_entries_are_known_by_leaders() -> None:
    pieces = contents(("Harbours", "3"), ("Rivers", "9"), leaders=True)
    blocks = laid_out(sheet(*pieces), sheet(*rows(*PARAGRAPH), number=2)).blocks
    assert [(said(b), b.label) for b in blocks if b.kind is BlockKind.CONTENTS_ENTRY] == [
        ("Harbours", "3"),
        ("Rivers", "9"),
    ]


def test_without_leaders_the_titles_must_stand_elsewhere_too() -> None:
    listed = contents(("Harbours", "2"), ("Rivers", "2"), ("Gauges", "3"), leaders=False)
    body = [*section("Harbours", 72.0), *section("Rivers", 150.0), *section("Gauges", 230.0)]
    with_body = laid_out(sheet(*listed), sheet(*body, number=2)).blocks
    alone = laid_out(sheet(*listed), sheet(*rows(*PARAGRAPH), number=2)).blocks
    assert sum(b.kind is BlockKind.CONTENTS_ENTRY for b in with_body) == 3
    assert not any(b.kind is BlockKind.CONTENTS_ENTRY for b in alone)


def test_what_stands_on_a_ground_is_a_box() -> None:
    ground = Fill(Box(60.0, 110.0, 400.0, 160.0), "#eef2f5")
    inside = [Piece("In focus", 116.0, LEFT, BOLD), *rows(PROSE, PROSE, top=130.0)]
    blocks = laid_out(sheet(*rows(*PARAGRAPH, top=60.0), *inside, *rows(*PARAGRAPH, top=200.0), fills=[ground])).blocks
    assert [said(b).split("\n")[0] for b in blocks if b.kind is BlockKind.BOX] == ["In focus", PROSE]


def test_a_bar_sets_apart_only_what_stands_beside_it() -> None:
    bar = Rule(Box(66.0, 118.0, 68.0, 146.0))
    beside = rows("Nobody had asked us before.", "Nobody did after.", top=120.0, style=ITALIC)
    blocks = laid_out(sheet(*rows(*PARAGRAPH, top=60.0), *beside, *rows(*PARAGRAPH, top=200.0), rules=[bar])).blocks
    assert [b.kind.value for b in blocks] == ["paragraph", "pull quote", "paragraph"]


def test_the_strokes_of_an_icon_beside_a_heading_mark_neither_a_quote_nor_an_item() -> None:
    icon = Fill(Box(24.0, 212.0, 60.0, 248.0), "#ffd600", path="shape")
    stroke = Rule(Box(54.0, 218.0, 55.0, 242.0))
    dot = Fill(Box(50.0, 226.0, 56.0, 232.0), "#3366cc", path="shape")
    page = sheet(
        Piece("Rivers", 40.0, style=Style(family="Serif", size=30.0)),
        *rows(*PARAGRAPH, top=90.0),
        Piece("Nobody asked", 220.0, 72.0, LARGE),
        *rows(*PARAGRAPH, top=260.0),
        rules=[stroke],
        fills=[icon, dot],
    )
    assert [b.kind.value for b in laid_out(page).blocks] == ["title", "paragraph", "heading", "paragraph"]


def opened(opening: str, rest: str, top: float, first: int) -> Line:
    whole = line(f"{opening} {rest}", top=top, first_glyph=first)
    n = len(opening) + 1  # a space is set like the letter before it
    spans = (StyleSpan(0, n, BOLD), StyleSpan(n, len(whole.text), BODY))
    return Line(
        whole.page, whole.text, whole.x0, whole.x1, whole.glyphs, whole.top, whole.bottom, whole.baseline, spans
    )


def test_bold_openings_with_a_stop_are_run_in_headings() -> None:
    made, drawn = [], 0
    for i, opening in enumerate(("Harbours.", "Rivers.")):
        for text in (opened(opening, PROSE[:40], 100.0 + 60 * i, drawn), None):
            row = text or line(PROSE, top=112.0 + 60 * i, first_glyph=drawn)
            made.append(row)
            drawn += sum(c != " " for c in row.text)
    page = Sheet(sheet(*rows(PROSE)).info.__class__(1, None, 612.0, 792.0, drawn), tuple(made))
    assert kinds(laid_out(page)) == [
        ("heading", "Harbours."), ("paragraph", PROSE[:40]), ("heading", "Rivers."), ("paragraph", PROSE[:40]),
    ]  # fmt: skip


def test_small_capitals_are_a_heading_as_large_as_their_capitals() -> None:
    """Typesetters draw small capitals as capitals of a smaller size: "I. INTRODUCTION" has two sizes and one look."""
    large, small = Style(family="Serif", size=10.0), Style(family="Serif", size=8.0)
    drawn = sheet(
        Piece("A Report on Harbours", 30.0, LEFT, LARGE), *rows("I. INTRODUCTION"), *rows(*PARAGRAPH, top=100.0)
    )
    mixed = [
        replace(row, styles=(StyleSpan(0, 4, large), StyleSpan(4, len(row.text), small)))
        if row.text == "I. INTRODUCTION"
        else row
        for row in drawn.lines
    ]
    assert ("heading", "I. INTRODUCTION") in kinds(laid_out(replace(drawn, lines=tuple(mixed))))
