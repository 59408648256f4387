"""Notes on real pages: at the foot, below columns, over pages, at the end; and what is no note."""

from __future__ import annotations

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth

from pipeline.model.blocks import BlockKind, Blocks
from tests.layout.pages import (
    BOLD,
    COLUMN,
    FERRY,
    FLOOD,
    LEFT,
    MARKET,
    MILLS,
    REEDS,
    ROMAN,
    SCHOOL,
    SECOND,
    SIZE,
    WIDTH,
    Paper,
    elements,
)

FIRST = "Counted from the beacon to the mill, as the pilots have always done."
OTHER = "Minutes of the drainage board, third volume, where the page is torn."
LAST = "Told by the teacher, who keeps the diary in a drawer with a lock on it."
SMALL = 8.0


def notes(blocks: Blocks) -> list[tuple[str | None, str]]:
    return [(b.label, " ".join(row.text for row in b.lines)) for b in blocks.blocks if b.kind is BlockKind.NOTE]


def marked(paper: Paper, *marks: str) -> Paper:
    """A row with raised marks."""
    words = ["Ferries cross at the narrows", " and nobody has counted them", " since the bell was rung"]
    parts: list[tuple[str, str, float, float]] = []
    for word, mark in zip(words, marks, strict=False):
        parts += [(word, ROMAN, SIZE, 0.0), (mark, ROMAN, 6.0, 3.5)]
    return paper.spans(*parts)


def note(paper: Paper, mark: str, text: str, *, left: float = LEFT, width: float = WIDTH) -> Paper:
    """A note in small type with a raised mark."""
    top = paper.y
    paper.spans((mark, ROMAN, 5.0, 4.0), left=left, gap=0.0)
    return paper.text(text, size=SMALL, left=left + 6.0, width=width - 6.0, at=top, gap=1.0)


@pytest.mark.parametrize("marks", [("1", "2", "3"), ("*", "†", "‡"), ("a", "b", "c")])
@pytest.mark.parametrize("ruled", [True, False])
def test_small_type_with_marks_at_the_foot_is_notes(marks: tuple[str, str, str], ruled: bool) -> None:
    paper = marked(Paper().text(FLOOD), *marks).text(MILLS)
    if ruled:
        paper.rule(LEFT, 680.0, 100.0)
    paper.y = 686.0
    for mark, text in zip(marks, (FIRST, OTHER, LAST), strict=True):
        note(paper, mark, text)
    assert notes(paper.blocks()) == list(zip(marks, (FIRST, OTHER, LAST), strict=True))


def test_a_note_of_several_rows_is_one() -> None:
    paper = marked(Paper().text(FLOOD), "1").text(MILLS)
    paper.y = 680.0
    note(paper, "1", f"{FIRST} {OTHER} {LAST}")
    assert notes(paper.blocks()) == [("1", f"{FIRST} {OTHER} {LAST}")]


def test_each_column_has_its_notes_below_it() -> None:
    paper = Paper()
    for left, mark, text, more, said in (
        (LEFT, "1", FLOOD, FERRY, FIRST), (SECOND, "2", MILLS, REEDS, OTHER),
    ):  # fmt: skip
        paper.y = 90.0
        paper.text(text, left=left, width=COLUMN)
        paper.spans(("Nobody has counted them", ROMAN, SIZE, 0.0), (mark, ROMAN, 6.0, 3.5), left=left)
        paper.text(more, left=left, width=COLUMN)
        paper.rule(left, 686.0, 60.0)
        paper.y = 690.0
        note(paper, mark, said, left=left, width=COLUMN)
    blocks = paper.blocks()
    assert notes(blocks) == [("1", FIRST), ("2", OTHER)]
    texts = [" ".join(row.text for row in b.lines) for b in blocks.blocks if b.kind is BlockKind.PARAGRAPH]
    assert texts == [FLOOD, "Nobody has counted them1", FERRY, MILLS, "Nobody has counted them2", REEDS]


def test_notes_stand_above_the_page_number() -> None:
    paper = Paper()
    paper.furniture = lambda paper, number: paper.text(str(number), at=745.0) and None
    for mark, said in (("1", FIRST), ("2", OTHER)):
        marked(paper.text(FLOOD), mark).text(MILLS)
        paper.y = 700.0
        note(paper, mark, said)
        paper.page()
    blocks = paper.text(REEDS).blocks()
    assert notes(blocks) == [("1", FIRST), ("2", OTHER)]
    assert [page.label for page in blocks.pages] == ["1", "2", "3"]


def test_a_note_that_goes_on_at_the_next_foot_is_one_note() -> None:
    paper = marked(Paper().text(FLOOD), "1").text(MILLS).rule(LEFT, 690.0, 100.0)
    paper.y = 694.0
    note(
        paper,
        "1",
        "Counted from the beacon to the mill, as the pilots have always done, who would not say why it should",
    )
    paper.page().text(REEDS).rule(LEFT, 690.0, 100.0)
    paper.text("be counted otherwise by anybody else.", size=SMALL, at=694.0, left=LEFT + 6.0)
    document = paper.page().text(SCHOOL).document()
    assert [(n.label, str(n.text)) for n in document.notes] == [
        ("1", "Counted from the beacon to the mill, as the pilots have always done, who would not say why it should "
              "be counted otherwise by anybody else."),
    ]  # fmt: skip


def test_endnotes_under_their_heading_are_notes() -> None:
    paper = Paper().text("Living by the Water", font=BOLD, size=22.0, gap=12.0)
    marked(paper.text(FLOOD), "1", "2", "3").text(MILLS).heading("Mills").text(REEDS).page().heading("Notes")
    for number, text in enumerate((FIRST, OTHER, LAST), start=1):
        paper.text(f"{number}. {text}")
    assert notes(paper.blocks()) == [("1", FIRST), ("2", OTHER), ("3", LAST)]


def test_marks_and_notes_find_each_other() -> None:
    paper = marked(Paper().text(FLOOD), "1", "2").text(MILLS)
    paper.y = 690.0
    note(paper, "1", FIRST)
    note(paper, "2", OTHER)
    (element,) = [e for e in paper.document().elements if e.note_refs]
    assert str(element.text) == "Ferries cross at the narrows and nobody has counted them"
    assert [(r.at, r.label, r.note) for r in element.note_refs] == [(28, "1", 0), (56, "2", 1)]


def test_small_print_without_a_mark_in_the_text_is_no_note() -> None:
    paper = Paper().text(FLOOD).text(MILLS).text("Printed on paper that was made of reeds.", size=SMALL, at=700.0)
    assert notes(paper.blocks()) == []


def test_a_numbered_heading_is_no_endnote_where_the_text_has_a_mark_of_its_number() -> None:
    paper = marked(Paper().text("Living by the Water", font=BOLD, size=22.0, gap=12.0), "1", "2")
    paper.heading("1. Summary").text(FLOOD).heading("2. Mills").text(MILLS).text(MARKET).page().heading("Notes")
    for number, text in enumerate((FIRST, OTHER), start=1):
        paper.text(f"{number}. {text}")
    blocks = paper.blocks()
    assert notes(blocks) == [("1", FIRST), ("2", OTHER)]
    assert ("heading", "1. Summary") in [(b.kind.value, b.lines[0].text) for b in blocks.blocks]


def test_text_in_the_usual_size_at_the_foot_stays_text() -> None:
    paper = Paper().text(FLOOD).text(MILLS, at=690.0)
    assert elements(paper.document()) == [("paragraph", FLOOD), ("paragraph", MILLS)]


def test_raised_marks_in_brackets_are_marks_and_leave_no_brackets() -> None:
    paper = Paper().text(FLOOD)
    paper.spans(("It was counted in all regions (", ROMAN, SIZE, 0.0), ("6", ROMAN, 6.0, 3.5), (").", ROMAN, SIZE, 0.0))
    paper.text(MILLS).rule(LEFT, 680.0, 100.0)
    paper.y = 690.0
    paper.spans(("(", ROMAN, SMALL, 0.0), ("6", ROMAN, 5.0, 3.0), (f") {FIRST}", ROMAN, SMALL, 0.0))
    document = paper.document()
    assert [(n.label, str(n.text)) for n in document.notes] == [("6", FIRST)]
    (element,) = [e for e in document.elements if e.note_refs]
    assert str(element.text) == "It was counted in all regions."


def test_a_mark_a_tab_before_its_note_belongs_to_it() -> None:
    paper = marked(Paper().text(FLOOD), "1").text(MILLS).rule(LEFT, 690.0, 100.0)
    paper.text("1.", size=SMALL, at=694.0, gap=0.0).text(FIRST, size=SMALL, left=LEFT + 30.0, at=694.0)
    assert notes(paper.blocks()) == [("1", FIRST)]


def test_a_licence_below_the_notes_after_a_blank_line_is_no_note() -> None:
    paper = marked(Paper().text(FLOOD), "*").text(MILLS).rule(LEFT, 650.0, 100.0)
    paper.y = 654.0
    note(paper, "*", FIRST).text("Printed on paper that was made of reeds.", size=SMALL, at=690.0)
    blocks = paper.blocks()
    assert notes(blocks) == [("*", FIRST)]
    assert blocks.blocks[-1].kind is BlockKind.PARAGRAPH


def test_notes_begin_at_their_rule_below_small_figures() -> None:
    paper = marked(Paper().text(FLOOD), "1").text(MILLS)
    paper.rows("47 2.9 14.2", "51 3.1 15.0", size=SMALL).rule(LEFT, 690.0, 300.0)
    paper.text(f"1. {FIRST}", size=SMALL, at=694.0)
    assert notes(paper.blocks()) == [("1", FIRST)]


def test_a_star_before_its_word_is_no_marker() -> None:
    paper = Paper().spans(
        ("The default is ", ROMAN, SIZE, 0.0), ("*", ROMAN, 6.0, 3.5), ("CHANGE for all", ROMAN, SIZE, 0.0)
    )
    (first, *_) = paper.text(MILLS).document().elements
    assert str(first.text) == "The default is *CHANGE for all"


def test_a_page_all_of_small_type_has_no_notes() -> None:
    paper = Paper().text(FLOOD).text(MILLS).text(FERRY).page().heading("Works")
    for number in range(1, 30):
        paper.text(f"{number}. {FIRST}", size=SMALL, gap=2.0)
    assert notes(paper.blocks()) == []


def test_a_list_inside_a_note_counts_in_its_own_way() -> None:
    paper = marked(Paper().text(FLOOD), "1").text(MILLS).rule(LEFT, 660.0, 100.0)
    paper.text("1) Two things were found in the mill:", size=SMALL, at=664.0, gap=0.0)
    paper.text("1. a new wall,", size=SMALL, gap=0.0).text("2. an old drawing.", size=SMALL, gap=0.0)
    assert notes(paper.blocks()) == [("1", "Two things were found in the mill: 1. a new wall, 2. an old drawing.")]


def test_a_note_goes_on_at_the_foot_of_the_next_column_without_a_mark() -> None:
    first, rest = "Counted from the beacon to the mill, as always, and", "back again by the ferry."
    paper = marked(Paper().text(FERRY, width=COLUMN, gap=0.0), "1").text(
        f"{MILLS} {FLOOD} {MARKET} {SCHOOL}", width=COLUMN
    )
    start = paper.y
    note(paper, "1", first, width=COLUMN)
    paper.text(f"{REEDS} {MILLS} {FLOOD}", left=SECOND, width=COLUMN, at=90.0)
    paper.text(rest, left=SECOND, width=COLUMN, at=start, size=SMALL)
    assert [text for _, text in notes(paper.blocks())] == [first, rest]


def test_a_note_goes_on_at_the_foot_of_the_next_page_without_a_mark_or_rule() -> None:
    first, rest = (
        "Counted from the beacon to the mill, as the pilots have always done it since, and",
        "again by the ferry.",
    )
    paper = marked(Paper().text(FERRY), "1").text(MILLS)
    paper.y = 700.0
    note(paper, "1", first, width=stringWidth(first, ROMAN, SMALL) + 8.0)
    paper.page().text(REEDS).text(FLOOD, at=660.0).text(rest, at=712.0, size=SMALL)
    assert ("note", f"{first} {rest}") in elements(paper.document())


def test_the_last_note_of_a_list_goes_on_at_the_head_of_the_next_page() -> None:
    first, rest = (
        "Counted from the beacon to the mill, as the pilots have always done it since, and",
        "again by the ferry.",
    )
    paper = marked(Paper().text(f"{FERRY} {MILLS} {REEDS}"), "1").text(f"{MILLS} {MARKET} {FLOOD}")
    note(paper, "1", first, width=stringWidth(first, ROMAN, SMALL) + 8.0)
    paper.page().text(rest, size=SMALL)
    assert ("note", f"{first} {rest}") in elements(paper.document())


def test_a_gloss_under_a_rule_in_the_margin_at_the_foot_is_no_note() -> None:
    paper = Paper()
    for text in (FLOOD, FERRY, MILLS, FLOOD, FERRY, MILLS, FLOOD):
        paper.text(text, left=LEFT + 150.0, width=300.0)
    top = paper.y
    paper.text(FERRY, left=LEFT + 150.0, width=300.0)
    paper.rule(LEFT, top, 120.0).text("half of a share in a boat", left=LEFT, width=120.0, size=8.0, at=top + 2.0)
    assert "note" not in {b.kind.value for b in paper.blocks().blocks}
