"""Files that can't be read are refused with one clear line; what is broken in part is read as far as it goes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter
from reportlab.pdfgen.canvas import Canvas

from pipeline.errors import DamagedPdf, EncryptedPdf, InputError, LimitReached, NotAPdf, NoText
from pipeline.reading import Limits, read, streams
from tests.reading.raw_pdf import HELLO, raw_pdf, text_of


def refusal(path: Path, kind: type[InputError] | type[LimitReached], limits: Limits = Limits()) -> str:  # noqa: B008
    with pytest.raises(kind) as caught:
        list(read(path, limits))
    message = str(caught.value)
    assert message.startswith(path.name)
    assert "\n" not in message
    return message


def test_an_empty_file_is_no_pdf(tmp_path: Path) -> None:
    (tmp_path / "empty.pdf").touch()
    assert "the file is empty" in refusal(tmp_path / "empty.pdf", NotAPdf)


def test_another_kind_of_file_is_no_pdf(tmp_path: Path) -> None:
    (tmp_path / "page.pdf").write_text("<html>404</html>")
    assert "does not begin like a PDF" in refusal(tmp_path / "page.pdf", NotAPdf)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    assert "Check the path" in refusal(tmp_path / "missing.pdf", NotAPdf)


def test_a_truncated_file_is_damaged(tmp_path: Path) -> None:
    whole = raw_pdf(tmp_path / "whole.pdf").read_bytes()
    cut = tmp_path / "cut.pdf"
    cut.write_bytes(whole[: len(whole) // 4])
    assert "Fetch the file again" in refusal(cut, DamagedPdf)


def test_a_file_whose_table_of_objects_is_lost_is_read(tmp_path: Path) -> None:
    path = raw_pdf(tmp_path / "report.pdf")
    whole = path.read_bytes()
    path.write_bytes(whole[: whole.index(b"xref")] + whole[whole.index(b"trailer") : whole.index(b"startxref")])
    assert text_of(path) == "Hello world"


def test_a_file_without_pages_is_damaged_not_empty(tmp_path: Path) -> None:
    path = raw_pdf(tmp_path / "report.pdf")
    path.write_bytes(path.read_bytes().replace(b"/Type /Page ", b"/Type /Rage "))
    assert "no page can be found" in refusal(path, DamagedPdf)


def test_a_page_without_text_needs_recognition(tmp_path: Path) -> None:
    assert "optical character recognition" in refusal(raw_pdf(tmp_path / "scan.pdf", b"0 0 100 100 re f"), NoText)


def encrypted(path: Path, user_password: str) -> Path:
    writer = PdfWriter(clone_from=PdfReader(raw_pdf(path)))
    writer.encrypt(user_password, owner_password="owner", algorithm="RC4-128")
    writer.write(path)
    return path


def test_an_encrypted_file_is_refused_where_it_needs_a_password(tmp_path: Path) -> None:
    assert "password" in refusal(encrypted(tmp_path / "secret.pdf", "user"), EncryptedPdf)


def test_an_encrypted_file_with_an_empty_user_password_opens(tmp_path: Path) -> None:
    assert text_of(encrypted(tmp_path / "open.pdf", "")) == "Hello world"


def test_what_was_drawn_before_a_broken_stretch_is_kept_and_the_fault_noted(tmp_path: Path) -> None:
    broken_form = "<< /Type /XObject /Subtype /Form /BBox [0 0] /Length 0 >>\nstream\n\nendstream"
    path = raw_pdf(tmp_path / "report.pdf", HELLO + b" /X Do", resources="/XObject << /X 6 0 R >>", more=(broken_form,))
    (page,) = read(path)
    assert "".join(g.text for g in page.glyphs) == "Hello world"
    assert [fault.part for fault in page.faults] == ["content"]


def test_a_page_that_breaks_before_any_text_is_damaged(tmp_path: Path) -> None:
    broken_form = "<< /Type /XObject /Subtype /Form /BBox [0 0] /Length 0 >>\nstream\n\nendstream"
    path = raw_pdf(tmp_path / "report.pdf", b"/X Do", resources="/XObject << /X 6 0 R >>", more=(broken_form,))
    assert "no text can be read" in refusal(path, DamagedPdf)


def test_broken_links_and_tags_cost_no_text(tmp_path: Path) -> None:
    path = raw_pdf(
        tmp_path / "report.pdf",
        page="/StructParents 0 /Annots [6 0 R]",
        catalog="/StructTreeRoot << /Type /StructTreeRoot /ParentTree << /Nums [0 [<< /S /P >>]] >> >>",
        more=("<< /Subtype /Link /Rect [(a) 0 1 1] /A << /URI (https://example.org) >> >>",),
    )
    (page,) = read(path)
    assert "".join(g.text for g in page.glyphs) == "Hello world"
    assert {fault.part for fault in page.faults} == {"links", "tags"}


def test_a_broken_outline_costs_no_page(tmp_path: Path) -> None:
    path = raw_pdf(tmp_path / "report.pdf", catalog="/Outlines 6 0 R", more=("<< /First (no reference) /Last 7 >>",))
    pages = read(path)
    assert len(list(pages)) == 1
    assert pages.source.outline == ()


def test_links_lead_where_they_say_and_stand_where_they_are_drawn(tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    canvas = Canvas(str(path), pagesize=(300, 200))
    canvas.drawString(50, 100, "a link")
    canvas.linkURL("https://example.org/a", (50, 95, 90, 115))
    canvas.save()
    for turned, box in ((0, (50, 85, 90, 105)), (90, (95, 50, 115, 90))):
        writer = PdfWriter(clone_from=PdfReader(path))
        writer.pages[0].rotate(turned)
        writer.write(tmp_path / "turned.pdf")
        (page,) = read(tmp_path / "turned.pdf")
        assert [link.uri for link in page.links] == ["https://example.org/a"]
        assert tuple(round(v) for v in page.links[0].box) == box


def test_an_odd_number_of_hexadecimal_digits_is_read_as_the_standard_says(tmp_path: Path) -> None:
    digits = HELLO.hex().encode() + b"2"
    path = raw_pdf(tmp_path / "report.pdf", digits)
    path.write_bytes(path.read_bytes().replace(b"<< /Length", b"<< /Filter /ASCIIHexDecode /Length"))
    assert text_of(path) == "Hello world"


@pytest.mark.parametrize("stated", [0, 9, 9999])
def test_a_stream_is_read_to_its_end_whatever_length_is_stated(tmp_path: Path, stated: int) -> None:
    path = raw_pdf(tmp_path / "report.pdf", HELLO + b" BT /F1 9 Tf (more) Tj ET")
    path.write_bytes(re.sub(rb"/Length \d+ ", b"/Length %d " % stated, path.read_bytes()))
    assert text_of(path) == "Hello worldmore"


def test_too_many_pages_or_bytes_are_refused(tmp_path: Path) -> None:
    path = raw_pdf(tmp_path / "report.pdf")
    assert "more than 0" in refusal(path, LimitReached, Limits(pages=0))
    assert "bytes, more than 10" in refusal(path, LimitReached, Limits(file_bytes=10))


def test_a_page_that_draws_without_end_is_stopped(tmp_path: Path) -> None:
    path = raw_pdf(tmp_path / "report.pdf", HELLO * 20)
    assert "page 1: it draws more than 100 objects" in refusal(path, LimitReached, Limits(objects_a_page=100))


def test_forms_that_draw_forms_count_too(tmp_path: Path) -> None:
    def form(number: int, content: str) -> str:
        inner = f"/XObject << /X {number + 1} 0 R >>" if number < 9 else ""
        return (
            f"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << {inner} >> /Length {len(content)} >>\n"
            f"stream\n{content}\nendstream"
        )

    doubling = "/X Do " * 20
    forms = tuple(form(n, doubling if n < 9 else "0 0 m 1 1 l S") for n in range(6, 10))
    path = raw_pdf(tmp_path / "report.pdf", b"/X Do", resources="/XObject << /X 6 0 R >>", more=forms)
    assert "objects on one page" in refusal(path, LimitReached, Limits(objects_a_page=1000))


def test_a_stream_that_unpacks_to_more_than_memory_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = raw_pdf(tmp_path / "bomb.pdf", HELLO + b" " * 1_000_000, packed=True)
    assert text_of(path) == "Hello world"
    monkeypatch.setattr(streams, "STREAM_BYTES", 100_000)
    assert "unpacks to more than 100000 bytes" in refusal(path, LimitReached)


def test_a_packed_stream_that_is_cut_short_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    more = b"".join(b" %d %d m" % (n * n, n * n * n) for n in range(500))
    path = raw_pdf(tmp_path / "report.pdf", HELLO + more, packed=True)
    raw = path.read_bytes()
    end = raw.index(b"\nendstream")
    path.write_bytes(raw[: end - 20] + b"\0" * 20 + raw[end:])
    assert text_of(path).startswith("Hello world")


def test_a_length_stated_by_reference_is_followed(tmp_path: Path) -> None:
    """A writer that streams its output knows a stream's length only afterwards, and states it in another object."""
    path = raw_pdf(tmp_path / "report.pdf", length="6 0 R", more=(str(len(HELLO)),))
    assert text_of(path) == "Hello world"
