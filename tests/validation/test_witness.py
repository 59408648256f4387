from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.model.blocks import Discard
from pipeline.model.document import Element
from pipeline.model.evidence import Evidence
from pipeline.model.geometry import Box
from pipeline.validation.witness import hear_witness
from pipeline.validation.witness.comparison import only_in_first
from tests.validation.pdfs import document_of, write_pdf

TEXT = "The heron stands in the reeds.\nIt waits for a fish that is late."


def evidence(element: Element) -> list[Evidence]:
    return element.text.evidence()


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
@pytest.mark.parametrize("crop", [None, (50, 40, 380, 280)])
def test_evidence_holds_however_the_page_is_turned_and_cut(
    tmp_path: Path, rotation: int, crop: tuple[int, int, int, int] | None
) -> None:
    pdf = write_pdf(tmp_path / "a.pdf", TEXT, rotation=rotation, crop=crop)
    document = document_of(pdf)
    spots = [entry for element in document.elements for entry in evidence(element)]
    page = hear_witness(pdf, document, spots).pages[0]
    assert page.entries == len(spots) > 0
    assert page.false_evidence == ()
    assert (page.only_ours, page.only_theirs) == ((), ())


def test_evidence_that_names_another_text_does_not_hold(tmp_path: Path) -> None:
    pdf = write_pdf(tmp_path / "a.pdf", TEXT)
    document = document_of(pdf)
    first, second = (evidence(element)[0] for element in document.elements)
    wrong = first.model_copy(update={"boxes": second.boxes})
    page = hear_witness(pdf, document, [first, wrong, second]).pages[0]
    assert [entry for entry, _ in page.false_evidence] == [wrong]
    assert "fish" in page.false_evidence[0][1]


def test_readers_may_take_what_stands_side_by_side_in_another_order(tmp_path: Path) -> None:
    pdf = write_pdf(tmp_path / "a.pdf", TEXT)
    document = document_of(pdf)
    [entry] = evidence(document.elements[0])
    first, second = entry.exact.split(" ", 1)
    turned = entry.model_copy(update={"exact": f"{second} {first}"})
    assert hear_witness(pdf, document, [turned]).pages[0].false_evidence == ()


def test_a_label_s_box_may_catch_the_letter_beside_it(tmp_path: Path) -> None:
    pdf = write_pdf(tmp_path / "a.pdf", "Fig. 1a shows a heron.")
    document = document_of(pdf)
    text = document.elements[0].text
    [whole] = text.evidence(text.content.index("1a"), text.content.index("1a") + 2)
    label, other = (whole.model_copy(update={"exact": exact}) for exact in ("1", "2"))
    assert [entry for entry, _ in hear_witness(pdf, document, [label, other]).pages[0].false_evidence] == [other]


def test_of_letters_that_the_witness_has_no_sign_for_it_says_nothing(tmp_path: Path) -> None:
    pdf = write_pdf(tmp_path / "a.pdf", "The heron waits.")
    document = document_of(pdf)
    math = document_of(write_pdf(tmp_path / "b.pdf", "The heron waits. CO")).elements[0]
    line = math.text.runs[0].line
    run = replace(math.text.runs[0], line=replace(line, text=line.text.replace("CO", "\U0001d436\U0001d442")))
    italic = replace(document, elements=(replace(math, text=replace(math.text, runs=(run,))),))
    assert hear_witness(pdf, italic, []).pages[0].only_ours == ()


def test_words_that_the_document_lost_are_seen_by_the_witness_with_their_place(tmp_path: Path) -> None:
    pdf = write_pdf(tmp_path / "a.pdf", TEXT)
    document = document_of(pdf)
    poorer = replace(document, elements=document.elements[:1])
    page = hear_witness(pdf, poorer, []).pages[0]
    assert [word.text for word in page.only_theirs] == ["It", "waits", "for", "a", "fish", "that", "is", "late"]
    fish = next(word.box for word in page.only_theirs if word.text == "fish")
    assert fish is not None
    assert document.elements[1].text.runs[0].line.box.holds_center_of(fish)


def test_words_that_the_witness_does_not_see_are_ours_alone(tmp_path: Path) -> None:
    pdf = write_pdf(tmp_path / "a.pdf", TEXT)
    document = document_of(pdf)
    invented = Discard(1, (), "running header", Box(0, 0, 10, 10), "kingfisher")
    page = hear_witness(pdf, replace(document, discards=(invented,)), []).pages[0]
    assert [word.text for word in page.only_ours] == ["kingfisher"]


def test_invisible_text_need_not_be_seen(tmp_path: Path) -> None:
    pdf = write_pdf(tmp_path / "a.pdf", TEXT)
    document = document_of(pdf)
    hidden = Discard(1, (), "invisible", Box(0, 0, 10, 10), "Itwaitsforafishthatislate.")
    page = hear_witness(pdf, replace(document, elements=document.elements[:1], discards=(hidden,)), []).pages[0]
    assert (page.only_ours, page.only_theirs) == ((), ())


def test_an_empty_page_is_known_as_bare(tmp_path: Path) -> None:
    pdf = write_pdf(tmp_path / "a.pdf", TEXT, "")
    pages = hear_witness(pdf, document_of(pdf), []).pages
    assert [(page.letters > 0, page.bare_page) for page in pages] == [(True, False), (False, True)]


def test_a_file_that_pdfium_refuses_is_told_and_no_error(tmp_path: Path) -> None:
    pdf = write_pdf(tmp_path / "a.pdf", TEXT)
    document = document_of(pdf)
    broken = tmp_path / "b.pdf"
    broken.write_bytes(b"no PDF at all")
    testimony = hear_witness(broken, document, [])
    assert testimony.refused
    assert testimony.pages == ()


WORDS = st.lists(st.text("abc", min_size=1, max_size=5), max_size=12)


@given(WORDS)
def test_readers_that_differ_in_order_agree(words: list[str]) -> None:
    other = sorted(words)
    assert only_in_first(words, other) == only_in_first(other, words) == []


@given(WORDS)
def test_readers_that_part_words_differently_agree(words: list[str]) -> None:
    assert only_in_first(words, ["".join(words)]) == []
    assert only_in_first(["".join(words)], words) == []


@pytest.mark.parametrize(
    ("first", "second", "only"),
    [
        (["reed", "reed"], ["reed"], ["reed"]),  # twice is not once
        (["Re\u0301ed"], ["reed"], []),  # accents and case are the same word
        (["ﬁsh"], ["fish"], []),
        (["—", "•"], [], []),  # marks are no words
        (["heron"], ["her", "on"], []),
        (["heron"], ["here", "on"], ["heron"]),
    ],
)
def test_what_counts_as_seen(first: list[str], second: list[str], only: list[str]) -> None:
    assert [first[i] for i in only_in_first(first, second)] == only


def test_of_right_to_left_words_either_order_will_do() -> None:
    assert only_in_first(["שלום", "heron"], ["םולש", "noreh"]) == [1]
