"""The evidence page as a file: complete, self-contained, the same bytes each time, and safe whatever a report says."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from pipeline.model.findings import Acknowledged
from pipeline.model.ledger import PageBalance
from pipeline.model.records import DATASETS
from pipeline.publishing.html_report import evidence_page, verdict
from pipeline.publishing.page.balance import conservation, set_aside
from pipeline.publishing.page.cards import records_of
from pipeline.publishing.page.printings import compare
from pipeline.publishing.page.spots import Spots, element_places
from tests.builders import element
from tests.publishing.sample import Sample, with_discards


class Page(HTMLParser):
    """Ids, scripts and addresses of a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.scripts: list[str | None] = []
        self.addresses: list[str] = []
        self.handlers: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if "id" in given:
            self.ids.append(str(given["id"]))
        if tag == "script":
            self.scripts.append(given.get("type"))
        self.addresses += [str(v) for k, v in attrs if k in ("src", "href", "srcset", "action", "poster")]
        self.handlers += [k for k, _ in attrs if k.startswith("on")]


@pytest.fixture(scope="module")
def page(html: str) -> Page:
    return Page(html)


def test_each_record_finding_and_page_is_an_element_of_the_document_at_load(made: Sample, page: Page) -> None:
    wanted = [f"{name}/{record.id}" for name in DATASETS for record in records_of(made.records, name)]
    wanted += [f"findings/{finding.id}" for finding in made.report.findings]
    wanted += [f"page-{p.number}" for p in made.document.pages]
    assert set(wanted) <= set(page.ids)
    assert len(page.ids) == len(set(page.ids))


def test_the_file_loads_nothing(html: str, page: Page) -> None:
    assert [a for a in page.addresses if not a.startswith(("#", "data:image/webp;base64,"))] == []
    assert not re.search(r"url\(\s*[\"']?https?:|@import", html)


def test_text_of_the_report_is_never_markup(html: str, page: Page) -> None:
    assert page.scripts.count("module") == 1 and None not in page.scripts  # the page's own
    assert page.handlers == []
    assert '<script>alert("title")' not in html and "<img src=x" not in html and "Elm <b>" not in html
    assert "&lt;img src=x onerror=alert(2)&gt;" in html


def test_the_policy_admits_the_page_s_own_script_only(html: str) -> None:
    import base64
    import hashlib

    script = re.search(r'<script type="module">(.*?)</script>', html, re.S)
    assert script
    digest = base64.b64encode(hashlib.sha256(script[1].encode()).digest()).decode()
    assert f"script-src &#39;sha256-{digest}&#39;" in html or f"script-src 'sha256-{digest}'" in html
    assert "default-src 'none'" in html


def test_a_correction_shows_the_printed_value_who_corrected_it_and_why(html: str) -> None:
    assert "Corrected: the report prints <s>wardn</s>. Reason: A misprint." in html
    assert "(C. Urator)" in html


def test_what_the_report_does_not_say_is_said(html: str) -> None:
    assert "The report does not say: honorific, place." in html


def test_a_finding_says_why_what_to_do_and_which_records_stand_there(html: str) -> None:
    finding = html[html.index('id="findings/variant-1"') :]
    finding = finding[: finding.index("</article>")]
    assert "The two differ in one letter of a long word." in finding and "Correct one of them." in finding
    assert 'href="#organizations/water-bord"' in finding and "<mark>Bord</mark>" in finding
    assert finding.count("<img ") == 2


def test_the_same_input_gives_the_same_bytes(made: Sample, html: str) -> None:
    assert "".join(evidence_page(made.records, made.report, made.ledger, made.document, made.pdf)) == html


def test_pages_are_drawn_as_the_page_is_written_not_before(made: Sample, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[object] = []
    monkeypatch.setattr("pipeline.publishing.page.pictures._encoded", lambda picture: drawn.append(picture) or "")
    page = evidence_page(
        made.records, made.report.model_copy(update={"findings": []}), made.ledger, made.document, made.pdf
    )
    next(piece for piece in page if "</main>" in piece)
    assert not drawn
    assert "".join(page).endswith("</html>") and len(drawn) == len(made.document.pages)


def test_a_file_that_pdfium_can_not_open_gives_a_page_without_pictures(made: Sample, tmp_path: Path) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7 nothing else")
    html = "".join(evidence_page(made.records, made.report, made.ledger, made.document, broken))
    assert html.count("No picture of this page could be drawn.") == len(made.document.pages)


def test_the_ledger_is_told_in_a_sentence_that_never_rounds_a_loss_away(made: Sample) -> None:
    assert conservation(made.ledger).startswith(
        "All of the report's text is accounted for: of 220 printed characters, "
    )
    lost = made.ledger.model_copy(
        update={
            "glyphs": 1_000_000, "accounted": 999_999, "balanced": False,
            "pages": [PageBalance(page=3, glyphs=1_000_000, accounts=[], lost=1, doubled=0)],
        }
    )  # fmt: skip
    assert conservation(lost) == (
        "Only 99.99 % of the report's text is accounted for: of 1,000,000 printed characters 1 are lost or counted "
        "twice (page 3)."
    )


def test_a_long_list_of_discards_says_how_many_there_are(made: Sample) -> None:
    discard = with_discards(made.document)[0]
    [group] = set_aside([replace(discard, glyphs=(i,)) for i in range(100)], Spots(2))
    assert group.total == 100 and len(group.items) == 60 and group.glyphs == 100


def test_the_verdict_counts_what_there_is_to_look_at(made: Sample) -> None:
    assert verdict(made.report) == "No errors. 1 warning and 1 mistake in the report itself to look at."
    error = made.report.findings[0].model_copy(update={"severity": "error", "acknowledged": None})
    summary = made.report.summary.model_copy(update={"findings": {"error": 2}})
    bad = made.report.model_copy(update={"summary": summary, "findings": [error, error]})
    assert verdict(bad).startswith("Do not use this data yet: 2 findings")
    accepted = error.model_copy(update={"acknowledged": Acknowledged(reason="Known.", by="A. Curator")})
    good = bad.model_copy(update={"findings": [accepted, accepted]})
    assert verdict(good) == "All errors are acknowledged by a person, and nothing else to look at."
    empty = summary.model_copy(update={"findings": {}})
    assert (
        verdict(bad.model_copy(update={"summary": empty, "findings": []})) == "No errors, and nothing else to look at."
    )


def test_differences_of_a_printing_are_told_in_words() -> None:
    assert compare("we rise in spring and fall", "we rise in spring").sentences == ("ends earlier, without “and fall”",)
    assert compare("I never rise", "never rise").sentences == ("begins later, without “I”",)
    assert compare("rivers rise now", "rivers fall now soon").sentences == (
        "says “fall” instead of “rise”",
        "adds “soon”",
    )
    assert compare("“rivers” rise", '"rivers" rise').sentences == ()


def test_a_block_that_goes_on_in_another_column_has_a_box_for_each() -> None:
    from pipeline.model.text import Text
    from tests.builders import text

    lower, upper = text("below", top=700.0), text("above", top=100.0)
    places = element_places(replace(element("x"), text=Text.join([lower, upper])))
    assert [round(box.top) for box in places[1]] == [700, 100]
