from __future__ import annotations

from array import array
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from pipeline.model.blocks import Discard, PageInfo
from pipeline.model.document import Copy, Document, Element, ElementKind
from pipeline.model.geometry import Box
from pipeline.model.tables import Cell, Table
from pipeline.model.text import Run, Text
from pipeline.validation.ledger import draw_up_ledger
from tests.builders import document, line

BOX = Box(0, 0, 10, 10)


def drawn(words: str, first_glyph: int, page: int = 1) -> Text:
    one = line(words, page=page, first_glyph=first_glyph)
    return Text(words, (Run(one, array("i", range(len(words)))),))


def with_glyphs(elements: list[Element], glyphs: int, discards: tuple[Discard, ...] = ()) -> Document:
    return replace(document(elements), pages=(PageInfo(1, "1", 612.0, 792.0, glyphs),), discards=discards)


def letters(words: str) -> int:
    return len(words.replace(" ", ""))


WORDS = st.lists(st.text("abcde", min_size=1, max_size=6), min_size=1, max_size=6).map(" ".join)


@given(st.lists(st.tuples(st.sampled_from(list(ElementKind)), WORDS, st.booleans()), max_size=12))
def test_any_page_of_random_blocks_and_discards_balances(parts: list[tuple[ElementKind, str, bool]]) -> None:
    elements, discards, count = [], [], 0
    for kind, words, discarded in parts:
        number = letters(words)
        if discarded:
            discards.append(Discard(1, tuple(range(count, count + number)), "running header", BOX, words))
        else:
            elements.append(Element(kind, drawn(words, count)))
        count += number
    ledger = draw_up_ledger(with_glyphs(elements, count, tuple(discards)))
    assert ledger.balanced
    assert ledger.accounted == ledger.glyphs == count
    assert sum(account.glyphs for account in ledger.pages[0].accounts) == count


@given(WORDS, st.integers(min_value=1, max_value=40))
def test_a_glyph_in_no_account_is_lost(words: str, missing: int) -> None:
    ledger = draw_up_ledger(with_glyphs([Element(ElementKind.PARAGRAPH, drawn(words, 0))], letters(words) + missing))
    assert not ledger.balanced
    assert ledger.pages[0].lost == missing


def test_a_glyph_in_two_accounts_is_counted_twice() -> None:
    shared = drawn("one two", 0)
    twice = with_glyphs([Element(ElementKind.PARAGRAPH, shared), Element(ElementKind.NOTE, shared.slice(0, 3))], 6)
    page = draw_up_ledger(twice).pages[0]
    assert (page.lost, page.doubled) == (0, 3)


def test_a_glyph_that_the_reader_never_handed_over_is_an_imbalance() -> None:
    ledger = draw_up_ledger(with_glyphs([Element(ElementKind.PARAGRAPH, drawn("abc", 0))], 2))
    assert not ledger.balanced


def test_a_label_is_in_its_elements_account() -> None:
    item = Element(ElementKind.LIST_ITEM, drawn("milk", 2), label="1.", label_text=drawn("1.", 0))
    ledger = draw_up_ledger(with_glyphs([item], 6))
    assert [(a.account, a.glyphs) for a in ledger.pages[0].accounts] == [("list item", 6)]


def test_a_display_copy_has_an_account_of_its_own() -> None:
    copy = Element(ElementKind.PULL_QUOTE, drawn("again", 0), copy=Copy(1, 0, 5))
    ledger = draw_up_ledger(with_glyphs([copy, Element(ElementKind.PARAGRAPH, drawn("again", 5))], 10))
    assert [a.account for a in ledger.pages[0].accounts] == ["paragraph", "pull quote copy"]


def test_a_tables_cells_caption_notes_and_repeated_headers_are_accounted_for() -> None:
    caption, note, again = drawn("Cap", 4), drawn("nt", 7), drawn("H", 9)
    cells = (
        Cell(0, 0, 1, 1, drawn("H", 0), True, ()),
        Cell(1, 0, 1, 1, drawn("abc", 1), False, ()),
    )
    grid = Table(2, 1, 1, cells, (), "ruled", 1.0, "", caption, (note,), (again,))
    whole = Text.join([cell.text for cell in cells])
    elements = [Element(ElementKind.CAPTION, caption), Element(ElementKind.TABLE, whole, table=grid)]
    ledger = draw_up_ledger(with_glyphs(elements, 10))
    assert ledger.balanced
    assert {a.account: a.glyphs for a in ledger.pages[0].accounts} == {
        "caption": 3,
        "table": 6,
        "repeated table header": 1,
    }


def test_kept_text_has_a_box_for_each_element() -> None:
    elements = [Element(ElementKind.PARAGRAPH, drawn("abc", 0)), Element(ElementKind.PARAGRAPH, drawn("de", 3))]
    account = draw_up_ledger(with_glyphs(elements, 5)).pages[0].accounts[0]
    assert account.boxes == [[72.0, 72.0, 87.0, 82.0], [72.0, 72.0, 82.0, 82.0]]


def test_discards_keep_their_reason_and_their_place() -> None:
    ledger = draw_up_ledger(with_glyphs([], 2, (Discard(1, (0, 1), "page number", BOX, "12"),)))
    assert ledger.pages[0].accounts[0].model_dump() == {
        "account": "page number",
        "discarded": True,
        "glyphs": 2,
        "boxes": [[0.0, 0.0, 10.0, 10.0]],
    }
