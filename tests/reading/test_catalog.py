"""What a file says of itself: outline, page labels, metadata, language, links and tags."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from pipeline.model.pages import OutlineEntry, Page
from pipeline.reading import read
from tests.reading.raw_pdf import raw_pdf


def labels(path: Path) -> list[str | None]:
    return [page.label for page in read(path)]


def three_pages(path: Path, *, outline: bool = False, roman: int = 0) -> Path:
    """Three pages that say their number, the first `roman` of them labelled i, ii, …, the others from 1."""
    canvas = Canvas(str(path), pagesize=(400, 300), invariant=True)
    if roman:
        canvas.addPageLabel(0, "ROMAN_LOWER")
        canvas.addPageLabel(roman, "ARABIC", 1)
    for number in range(1, 4):
        canvas.drawString(72, 200, f"Page {number}")
        if outline:
            canvas.bookmarkHorizontal(f"p{number}", 0, 220)
            canvas.addOutlineEntry(f"Part {number}", f"p{number}", level=0 if number < 3 else 1)
        canvas.showPage()
    canvas.setTitle("Harbours")
    canvas.save()
    return path


def test_the_outline_is_read_with_levels_pages_and_heights(tmp_path: Path) -> None:
    outline = read(three_pages(tmp_path / "a.pdf", outline=True)).source.outline
    assert [(e.title, e.level, e.page) for e in outline] == [("Part 1", 1, 1), ("Part 2", 1, 2), ("Part 3", 2, 3)]
    assert {e.top for e in outline} == {80.0}


def test_a_bookmark_that_leads_nowhere_is_kept_without_a_page(tmp_path: Path) -> None:
    outline = "<< /First 7 0 R /Last 7 0 R /Count 1 >>"
    entry = "<< /Title (Nowhere) /Parent 6 0 R /Dest (unknown) >>"
    source = read(raw_pdf(tmp_path / "a.pdf", catalog="/Outlines 6 0 R", more=(outline, entry))).source
    assert source.outline == (OutlineEntry("Nowhere", 1, None),)


def test_pages_have_the_labels_that_the_catalog_gives(tmp_path: Path) -> None:
    assert labels(three_pages(tmp_path / "a.pdf", roman=2)) == ["i", "ii", "1"]


def test_pages_without_labels_have_none(tmp_path: Path) -> None:
    assert labels(three_pages(tmp_path / "a.pdf")) == [None, None, None]


def test_metadata_language_and_count_are_the_files(tmp_path: Path) -> None:
    path = three_pages(tmp_path / "harbours.pdf")
    source = read(path).source
    assert (source.name, source.page_count, source.metadata["Title"]) == ("harbours.pdf", 3, "Harbours")
    assert (source.language, source.tagged) == (None, False)
    assert read(raw_pdf(tmp_path / "b.pdf", catalog="/Lang (en-GB)")).source.language == "en-GB"


def tagged(tmp_path: Path) -> Page:
    """A heading and a paragraph of two stretches of marked content, as the structure tree says."""
    content = (
        b"BT /F1 12 Tf 72 700 Td /H1 << /MCID 0 >> BDC (Costs) Tj EMC "
        b"0 -20 Td /P << /MCID 1 >> BDC (They ) Tj EMC /P << /MCID 2 >> BDC (rose.) Tj EMC ET"
    )
    tree = "<< /Type /StructTreeRoot /K 7 0 R >>"
    document = "<< /Type /StructElem /S /Document /P 6 0 R /K [8 0 R 9 0 R] >>"
    heading = "<< /Type /StructElem /S /H1 /P 7 0 R /Pg 3 0 R /K 0 >>"
    paragraph = "<< /Type /StructElem /S /P /P 7 0 R /Pg 3 0 R /K [1 2] >>"
    catalog = "/MarkInfo << /Marked true >> /StructTreeRoot 6 0 R"
    (page,) = read(raw_pdf(tmp_path / "a.pdf", content, catalog=catalog, more=(tree, document, heading, paragraph)))
    return page


def test_the_structure_tree_is_read_and_glyphs_know_their_content(tmp_path: Path) -> None:
    page = tagged(tmp_path)
    assert [(tag.path, tag.mcids) for tag in page.tags] == [(("Document", "H1"), (0,)), (("Document", "P"), (1, 2))]
    said = {m: "".join(g.text for g in page.glyphs if g.tag == m) for m in (0, 1, 2)}
    assert said == {0: "Costs", 1: "They ", 2: "rose."}


def test_what_stands_in_a_cell_knows_what_the_cell_spans(tmp_path: Path) -> None:
    content = (
        b"BT /F1 12 Tf 72 700 Td /P << /MCID 0 >> BDC (Costs) Tj EMC 0 -20 Td /P << /MCID 1 >> BDC (Mud) Tj EMC ET"
    )
    more = (
        "<< /Type /StructTreeRoot /K 7 0 R >>",
        "<< /Type /StructElem /S /TR /P 6 0 R /K [8 0 R 10 0 R] >>",
        "<< /Type /StructElem /S /TH /P 7 0 R /Pg 3 0 R /K [9 0 R] /A << /O /Table /RowSpan 2 /ColSpan 3 >> >>",
        "<< /Type /StructElem /S /P /P 8 0 R /Pg 3 0 R /K 0 >>",
        "<< /Type /StructElem /S /TD /P 7 0 R /Pg 3 0 R /K 1 /A << /O /Table /RowSpan 0 /ColSpan /All >> >>",
    )
    catalog = "/MarkInfo << /Marked true >> /StructTreeRoot 6 0 R"
    (page,) = read(raw_pdf(tmp_path / "a.pdf", content, catalog=catalog, more=more))
    assert [(tag.path, tag.spans) for tag in page.tags] == [(("TR", "TH", "P"), (2, 3)), (("TR", "TD"), (1, 1))]
    assert page.tags[0].nodes[0] == page.tags[1].nodes[0]


@pytest.mark.parametrize("corners", ["72 690 120 715", "120 715 72 690"])
def test_a_links_corners_may_come_in_any_order(tmp_path: Path, corners: str) -> None:
    link = f"<< /Subtype /Link /Rect [{corners}] /A << /S /URI /URI (https://example.org/a) >> >>"
    (page,) = read(raw_pdf(tmp_path / "a.pdf", page=f"/Annots [{link}]"))
    assert [(tuple(x.box), x.uri) for x in page.links] == [((72, 77, 120, 102), "https://example.org/a")]
