"""From the page to the document, whatever the page looks like: no glyph is lost, none counted twice."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from pipeline.assembly import assemble
from pipeline.layout import lay_out
from pipeline.reading import Limits, read
from pipeline.validation.ledger import draw_up_ledger
from pipeline.validation.witness import hear_witness

PRINTED = ["reed", "pond", "heron", "1.", "•", "(a)", "Otter:", "meadow-", "12", "“so”", "3.4%"]
WORDS = st.lists(st.sampled_from(PRINTED), min_size=1, max_size=9)
BLOCK = st.fixed_dictionaries(
    {
        "x": st.integers(20, 420),
        "y": st.integers(20, 760),
        "size": st.sampled_from([6, 9, 10, 12, 20]),
        "leading": st.sampled_from([0.9, 1.2, 1.6]),
        "rotation": st.sampled_from([0, 0, 0, 0, 90, 180]),
        "ground": st.booleans(),
        "lines": st.lists(WORDS.map(" ".join), min_size=1, max_size=6),
    }
)
PAGES = st.lists(st.lists(BLOCK, min_size=1, max_size=7), min_size=1, max_size=3)


def draw(path: Path, pages: list[list[dict[str, object]]]) -> None:
    canvas = Canvas(str(path), pagesize=(595, 842), invariant=True)
    for blocks in pages:
        for block in blocks:
            draw_block(canvas, block)
        canvas.showPage()
    canvas.save()


def draw_block(canvas: Canvas, block: dict[str, object]) -> None:
    size, leading = float(str(block["size"])), float(str(block["leading"]))
    lines = list(block["lines"])  # type: ignore[call-overload]
    canvas.saveState()
    canvas.translate(float(str(block["x"])), float(str(block["y"])))
    canvas.rotate(float(str(block["rotation"])))
    if block["ground"]:
        canvas.setFillGray(0.9)
        canvas.rect(-5, -size * leading * len(lines), 300, size * leading * (len(lines) + 1), stroke=0, fill=1)
        canvas.setFillGray(0)
    canvas.setFont("Times-Roman", size)
    for k, line in enumerate(lines):
        canvas.drawString(0, -k * leading * size, line)
    canvas.restoreState()


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(PAGES)
def test_the_ledger_of_any_page_balances_and_both_witnesses_agree(pages: list[list[dict[str, object]]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        pdf = Path(folder) / "a.pdf"
        draw(pdf, pages)
        document = assemble(lay_out(read(pdf, Limits())))
        ledger = draw_up_ledger(document)
        assert ledger.balanced
        assert ledger.glyphs == ledger.accounted
        assert hear_witness(pdf, document, []).page_count == len(document.pages)
