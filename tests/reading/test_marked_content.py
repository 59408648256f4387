"""Marked content: it nests, and it can say what its glyphs stand for."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.reading import read
from tests.reading.raw_pdf import raw_pdf, text_of


def drawn(tmp_path: Path, content: bytes) -> Path:
    return raw_pdf(tmp_path / "report.pdf", b"BT /F1 12 Tf 72 700 Td " + content + b" ET")


@pytest.mark.parametrize(
    ("glyphs", "stated", "said"),
    [
        (b"x", b"(fi)", "fi"),
        (b"abc", b"(xyz)", "xyz"),
        (b"a", b"<FEFF03B3>", "γ"),
        (b"abc", b"(xy)", "abc"),
        (b"-", b"<FEFF00AD>", "-"),
        (b"-", b"()", "-"),
        (b" ", b"(-)", " "),
    ],
)
def test_glyphs_say_what_the_file_states_where_it_is_clear_which(
    tmp_path: Path, glyphs: bytes, stated: bytes, said: str
) -> None:
    content = b"/Span << /ActualText " + stated + b" >> BDC (" + glyphs + b") Tj EMC (!) Tj"
    assert text_of(drawn(tmp_path, content)) == said + "!"


def test_what_is_nested_without_an_id_belongs_to_what_encloses_it(tmp_path: Path) -> None:
    content = (
        b"/P << /MCID 3 >> BDC (a) Tj /Span << /Lang (en) >> BDC (b) Tj EMC (c) Tj /Artifact BMC (d) Tj EMC EMC (e) Tj"
    )
    (page,) = read(drawn(tmp_path, content))
    assert [glyph.tag for glyph in page.glyphs] == [3, 3, 3, None, None]
