from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from pipeline.model.blocks import Discard
from pipeline.model.geometry import Box
from pipeline.model.pages import Fault
from pipeline.validation.checks.conservation import (
    evidence_differs,
    glyphs_without_meaning,
    ledger_imbalance,
    page_count_differs,
    page_part_unreadable,
    page_unreadable,
    page_without_text,
    witness_differs,
    witness_refused,
)
from pipeline.validation.ledger import draw_up_ledger
from pipeline.validation.material import Material
from pipeline.validation.witness import hear_witness
from tests.validation.pdfs import document_of, write_pdf
from tests.validation.samples import HERE, records, values

ALL = (
    ledger_imbalance,
    witness_refused,
    page_count_differs,
    page_without_text,
    glyphs_without_meaning,
    witness_differs,
    evidence_differs,
    page_unreadable,
    page_part_unreadable,
)


def looked_at(tmp_path: Path, *pages: str) -> Material:
    pdf = write_pdf(tmp_path / "a.pdf", *(pages or ("The heron stands in the reeds.",)))
    document = document_of(pdf)
    spots = [entry for element in document.elements for entry in element.text.evidence()]
    return Material(document, records(), draw_up_ledger(document), hear_witness(pdf, document, spots))


def test_a_sound_page_gives_no_finding(tmp_path: Path) -> None:
    material = looked_at(tmp_path)
    assert [values(check, material) for check in ALL] == [[]] * len(ALL)


def test_lost_glyphs_are_an_imbalance(tmp_path: Path) -> None:
    material = looked_at(tmp_path)
    poorer = replace(material.document, elements=())
    found = values(ledger_imbalance, replace(material, ledger=draw_up_ledger(poorer)))
    assert found == [("page 1: 30 lost",)]


def test_a_page_more_or_less_is_told(tmp_path: Path) -> None:
    material = looked_at(tmp_path, "One.", "Two.")
    assert material.testimony is not None
    fewer = replace(material.testimony, page_count=1)
    assert values(page_count_differs, replace(material, testimony=fewer)) == [("2 pages", "1 page")]


def test_pages_without_text_are_told_together(tmp_path: Path) -> None:
    found = list(page_without_text(with_pictures(looked_at(tmp_path, "One.", "", "Three.", ""))))
    assert [o.values for o in found] == [("page 2", "page 4")]
    assert found[0].message == "No text is drawn on pages 2, 4, only pictures or lines."
    assert [e.page for e in found[0].evidence] == [2, 4]


def with_pictures(material: Material) -> Material:
    """The second reader sees something on every page."""
    assert material.testimony is not None
    pages = tuple(replace(page, bare_page=False) for page in material.testimony.pages)
    return replace(material, testimony=replace(material.testimony, pages=pages))


def test_a_page_that_was_left_blank_lacks_nothing(tmp_path: Path) -> None:
    assert values(page_without_text, looked_at(tmp_path, "One.", "", "Three.")) == []


def test_a_page_with_nothing_but_its_number_has_text(tmp_path: Path) -> None:
    material = with_pictures(looked_at(tmp_path, "One.", ""))
    number = Discard(2, (0,), "page number", Box(0, 0, 1, 1), "2")
    document = replace(material.document, discards=(number,))
    assert values(page_without_text, replace(material, document=document)) == []


def test_glyphs_without_a_unicode_meaning_are_counted(tmp_path: Path) -> None:
    material = looked_at(tmp_path)
    pages = tuple(replace(page, unmapped=3) for page in material.document.pages)
    document = replace(material.document, pages=pages)
    assert values(glyphs_without_meaning, replace(material, document=document)) == [("page 1: 3 of 30",)]


def test_words_that_only_one_reader_sees_are_told_by_page(tmp_path: Path) -> None:
    pdf = write_pdf(tmp_path / "b.pdf", "The heron stands in the reeds.\nIt waits.")
    document = document_of(pdf)
    poorer = replace(document, elements=document.elements[:1])
    material = Material(poorer, records(), draw_up_ledger(poorer), hear_witness(pdf, poorer, []))
    found = list(witness_differs(material))
    assert [o.values for o in found] == [("It", "waits")]
    assert found[0].message == "Page 1: 2 words that only PDFium sees."
    assert [e.page for e in found[0].evidence] == [1, 1]


def test_what_pdfium_guesses_for_a_glyph_without_meaning_is_no_difference(tmp_path: Path) -> None:
    pdf = write_pdf(tmp_path / "b.pdf", "The heron\nX")
    document = document_of(pdf)
    pages = tuple(replace(page, unmapped=1) for page in document.pages)
    poorer = replace(document, elements=document.elements[:1], pages=pages)
    material = Material(poorer, records(), draw_up_ledger(poorer), hear_witness(pdf, poorer, []))
    assert values(witness_differs, material) == []


def test_evidence_that_does_not_hold_is_told_by_page(tmp_path: Path) -> None:
    pdf = write_pdf(tmp_path / "b.pdf", "The heron stands in the reeds.")
    document = document_of(pdf)
    testimony = hear_witness(pdf, document, [HERE])
    material = Material(document, records(), draw_up_ledger(document), testimony)
    assert values(evidence_differs, material) == [("here",)]


def test_a_witness_that_refuses_is_told(tmp_path: Path) -> None:
    material = looked_at(tmp_path)
    broken = tmp_path / "c.pdf"
    broken.write_bytes(b"%PDF-1.7 and no more")
    refused = replace(material, testimony=hear_witness(broken, material.document, []))
    assert values(witness_refused, refused) == [()]
    assert values(page_count_differs, refused) == []


def test_a_page_that_breaks_off_is_told(tmp_path: Path) -> None:
    material = looked_at(tmp_path)
    pages = tuple(replace(p, faults=(Fault("content", "bad operator"),)) for p in material.document.pages)
    broken = replace(material, document=replace(material.document, pages=pages))
    assert values(page_unreadable, broken) == [("page 1",)]
    assert values(page_part_unreadable, broken) == []


def test_a_part_without_text_that_is_broken_is_told_apart(tmp_path: Path) -> None:
    material = looked_at(tmp_path)
    pages = tuple(replace(p, faults=(Fault("links", "loop"),)) for p in material.document.pages)
    broken = replace(material, document=replace(material.document, pages=pages))
    assert values(page_unreadable, broken) == []
    assert values(page_part_unreadable, broken) == [("links", "page 1", "loop")]
