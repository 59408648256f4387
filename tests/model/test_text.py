"""Texts know where they are printed, however they are cut and joined."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pipeline.lines import Vocabulary, join_lines
from pipeline.model.geometry import Box
from pipeline.model.text import ABOVE_BASELINE, BELOW_BASELINE, EMPTY, Text
from tests.builders import BODY, line, marked_line, text

LETTERS = st.text(alphabet="abc déß-", min_size=1, max_size=12).map(lambda s: s.strip()).filter(bool)
TEXTS = st.lists(LETTERS, min_size=1, max_size=5)


def printed(parts: list[str]) -> Text:
    """The texts of these strings, each on a line of its own, joined."""
    return Text.join([text(part, top=72.0 + 14.0 * i) for i, part in enumerate(parts)])


def joined(*rows: str) -> Text:
    """The text of a paragraph of these rows, in a document that knows their words whole."""
    lines = [line(row, top=72.0 + 14.0 * i, first_glyph=100 * i) for i, row in enumerate(rows)]
    return join_lines(lines, Vocabulary.of([*lines, line("implementation")]))


@given(TEXTS, st.data())
def test_a_slice_reads_as_the_slice_of_the_string(parts: list[str], data: st.DataObject) -> None:
    whole = printed(parts)
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, len(whole)))
    assert str(whole.slice(start, end)) == whole.content[start:end]


@given(TEXTS, st.data())
def test_a_slice_of_a_slice_is_the_slice_at_once(parts: list[str], data: st.DataObject) -> None:
    whole = printed(parts)
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, len(whole)))
    first = data.draw(st.integers(0, end - start))
    assert whole.slice(start, end).slice(first) == whole.slice(start + first, end)


@given(TEXTS, st.data())
def test_a_slice_of_a_join_is_the_part_that_was_joined(parts: list[str], data: st.DataObject) -> None:
    k = data.draw(st.integers(0, len(parts) - 1))
    start = sum(len(part) + 1 for part in parts[:k])
    cut = printed(parts).slice(start, start + len(parts[k]))
    assert cut == text(parts[k], top=72.0 + 14.0 * k)


@given(TEXTS)
def test_joined_slices_draw_each_glyph_once(parts: list[str]) -> None:
    whole = printed(parts)
    middle = len(whole) // 2
    drawn = [
        g for half in (whole.slice(0, middle), whole.slice(middle)) for r in half.runs for g in r.line.all_glyphs()
    ]
    assert sorted(drawn) == sorted(g for r in whole.runs for g in r.line.all_glyphs())


@given(TEXTS, st.data())
def test_evidence_has_a_box_a_line_that_encloses_its_characters(parts: list[str], data: st.DataObject) -> None:
    whole = printed(parts)
    start = data.draw(st.integers(0, len(whole) - 1))
    end = data.draw(st.integers(start + 1, len(whole)))
    entries = whole.evidence(start, end)
    boxes = [Box(*b) for entry in entries for b in entry.boxes]
    cut = [run.line for run in whole.slice(start, end).runs if run.line.text.strip()]
    assert len(boxes) == len(cut)
    for box, row in zip(boxes, cut, strict=True):
        assert row.top <= box.top < box.bottom <= row.bottom + 0.01
        for i, letter in enumerate(row.text):
            middle = (row.x0[i] + row.x1[i]) / 2
            assert letter.isspace() or box.x0 <= middle <= box.x1


def test_what_nobody_drew_has_no_evidence() -> None:
    assert EMPTY.evidence() == []
    assert printed(["a", "b"]).evidence(1, 2) == []


def test_evidence_says_what_is_printed_and_what_stands_around_it() -> None:
    (entry,) = text("the river rose again").evidence(4, 9, field="name", labels={1: "iv"})
    assert (entry.exact, entry.prefix, entry.suffix) == ("river", "the ", " rose again")
    assert (entry.field, entry.page, entry.page_label) == ("name", 1, "iv")


def test_a_box_ends_short_of_a_neighbour_that_touches_it_but_not_of_a_space() -> None:
    (inside,) = text("harbours").evidence(0, 7)
    (whole,) = text("harbour s").evidence(0, 7)
    assert inside.boxes[0][2] == whole.boxes[0][2] - 0.25 * 5.0
    assert inside.boxes[0][0] == whole.boxes[0][0]


def test_a_box_keeps_off_the_descenders_of_the_line_above() -> None:
    (entry,) = text("river", top=100.0).evidence()
    (_, top, _, bottom) = entry.boxes[0]
    assert (top, bottom) == (108.0 - ABOVE_BASELINE * BODY.size, 108.0 + BELOW_BASELINE * BODY.size)


def test_a_word_broken_at_a_lines_end_has_evidence_at_both_places_with_its_hyphen() -> None:
    whole = joined("the imple-", "mentation of it")
    assert str(whole) == "the implementation of it"
    (entry,) = whole.evidence(4, 18)
    assert (entry.exact, len(entry.boxes)) == ("imple- mentation", 2)
    assert "".join(run.line.text for run in whole.slice(4, 18).runs) == "imple-mentation"


def test_the_halves_of_a_broken_word_leave_the_hyphen_out() -> None:
    whole = joined("the imple-", "mentation of it")
    assert [e.exact for e in whole.evidence(4, 9)] == ["imple"]


def test_a_soft_hyphen_is_drawn_but_no_text() -> None:
    whole = joined("the imple\u00ad", "mentation and co\u00adop")
    assert str(whole) == "the implementation and coop"
    assert [e.exact for e in whole.evidence(4, 18)] == ["imple\u00ad mentation"]


def test_a_text_over_pages_has_an_entry_a_page() -> None:
    whole = Text.join([text("the river"), text("rose again", page=2)])
    assert [(e.page, e.exact) for e in whole.evidence(4, 14)] == [(1, "river"), (2, "rose")]
    assert whole.pages == (1, 2)


def test_styles_cover_the_text_without_holes() -> None:
    marked = marked_line("the river^1^ rose")
    whole = join_lines([marked, line("again", top=86.0)], Vocabulary.of([marked]))
    spans = [(start, end, style.position) for start, end, style in whole.styles()]
    assert spans == [(0, 9, "normal"), (9, 10, "superscript"), (10, 21, "normal")]


@given(LETTERS)
def test_stripping_takes_white_space_and_nothing_else(content: str) -> None:
    padded = text(f"  {content} ")
    assert padded.strip() == padded.slice(2, 2 + len(content))
