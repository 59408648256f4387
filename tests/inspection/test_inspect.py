"""Pages drawn with what each stage made of them."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from pipeline.errors import UsageError
from pipeline.inspection import STAGES, Stage, inspect_page, inspect_report

TEXT = "Rivers rise in spring, when the snow of the hills has gone, and they fall again in autumn."


@pytest.fixture(scope="module")
def pdf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two pages of a heading and a paragraph."""
    path = tmp_path_factory.mktemp("pdf") / "rivers & <b>towns.pdf"
    canvas = Canvas(str(path), pagesize=(420, 300))
    for title in ("Floods <script>", "Costs"):
        canvas.setFont("Helvetica-Bold", 18)
        canvas.drawString(60, 240, title)
        canvas.setFont("Helvetica", 10)
        for i in range(4):
            canvas.drawString(60, 210 - 12 * i, TEXT[: 60 if i < 3 else 20])
        canvas.showPage()
    canvas.save()
    return path


@pytest.mark.parametrize("stage", STAGES)
def test_each_stage_draws_every_page(pdf: Path, stage: Stage) -> None:
    html = inspect_report(pdf, stage)
    assert html.count('<section id="page-') == 2 and html.count("<img ") == 2
    assert "<script" not in html and "<b>towns" not in html
    picture = Image.open(io.BytesIO(inspect_page(pdf, 2, stage)))
    assert picture.format == "PNG" and picture.width > 420


def test_a_box_says_its_kind_and_the_rule_that_decided(pdf: Path) -> None:
    html = inspect_report(pdf, "blocks")
    titles = re.findall(r"<title>(heading|title)[^<]*rule: [^<]*Floods &lt;script&gt;</title>", html)
    assert titles
    assert re.search(r"<title>paragraph[^<]*rule: [^<]*Rivers rise", html)


def test_the_drawing_has_colour_where_a_block_stands_and_none_elsewhere(pdf: Path) -> None:
    picture = Image.open(io.BytesIO(inspect_page(pdf, 1, "blocks"))).convert("RGB")
    scale = (picture.width - 28) / 420

    def colourful(x: float, top: float) -> bool:
        red, green, blue = picture.getpixel((round(x * scale) + 14, round(top * scale) + 14))[:3]
        return max(red, green, blue) - min(red, green, blue) > 8

    assert colourful(250, 300 - 208)  # between two words of the paragraph, on its tint
    assert not colourful(200, 280)


def test_the_order_of_reading_is_drawn_as_arrows(pdf: Path) -> None:
    assert 'class="arrows"' in inspect_report(pdf, "order")
    assert 'class="arrows"' not in inspect_report(pdf, "lines")


def test_the_same_file_gives_the_same_bytes(pdf: Path) -> None:
    assert inspect_page(pdf, 1, "document") == inspect_page(pdf, 1, "document")
    assert inspect_report(pdf, "document") == inspect_report(pdf, "document")


def test_a_page_that_is_not_there_is_refused(pdf: Path) -> None:
    with pytest.raises(UsageError, match="no page 3"):
        inspect_page(pdf, 3)
