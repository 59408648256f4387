"""The evidence page as its reader meets it, in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.publishing.sample import PERSON

# Resolves when an element has kept its place for half a second.
RESTING = """async element => {
  let still = 0, before = NaN;
  while (still < 5) {
    await new Promise(done => setTimeout(done, 100));
    const now = element.getBoundingClientRect().top;
    still = now === before ? still + 1 : 0;
    before = now;
  }
}"""
WIDE = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}


class Visit:
    """The page in a browser tab; what went wrong there and what it asked the network for is remembered."""

    def __init__(self, browser: Any, file: Path, **options: Any) -> None:
        self.context = browser.new_context(**({"viewport": WIDE} | options))
        self.tab = self.context.new_page()
        self.file = file
        self.faults: list[str] = []
        self.requests: list[str] = []
        self.tab.on("console", lambda m: self.faults.append(m.text) if m.type in ("error", "warning") else None)
        self.tab.on("pageerror", lambda e: self.faults.append(str(e)))
        self.tab.on("dialog", lambda d: (self.faults.append(f"dialog: {d.message}"), d.dismiss()))
        self.tab.on("request", lambda r: self.requests.append(r.url))
        self.go()

    def go(self, address: str = "") -> None:
        self.tab.goto("about:blank")
        self.tab.goto(f"{self.file.as_uri()}{address}")

    def press(self, selector: str) -> None:
        """Click something, once it has come to rest."""
        self.at_rest(selector).click()

    def tap(self, selector: str) -> None:
        """Touch something, once it has come to rest, and let the page answer."""
        self.at_rest(selector).tap()
        self.settle()

    def at_rest(self, selector: str) -> Any:
        """Something come into view and to rest: what comes near is laid out late, and moves what stands below."""
        target = self.tab.locator(selector).first
        target.scroll_into_view_if_needed()
        target.evaluate(RESTING)
        return target

    def shown(self, selector: str) -> bool:
        """Whether something is shown, as soon as the page has come to it."""
        self.tab.locator(selector).wait_for(state="visible")
        return bool(self.tab.locator(selector).is_visible())

    def settle(self) -> None:
        """Let the page answer what was done to it: the change of an address is told to it as an event of its own."""
        self.tab.evaluate("new Promise(done => requestAnimationFrame(() => setTimeout(done)))")

    def chosen(self) -> list[str]:
        """The ids of the records and findings that are outlined."""
        self.settle()
        return list(self.tab.eval_on_selector_all("article.chosen", "all => all.map(e => e.id)"))

    def outlined(self) -> int:
        """How many boxes are outlined on the pages."""
        self.settle()
        return int(self.tab.locator(".chosen-layer i:not(.other)").count())


@pytest.fixture
def visit(browser: Any, page_file: Path) -> Iterator[Visit]:
    page = Visit(browser, page_file)
    yield page
    page.context.close()
    assert page.faults == []
    assert [url for url in page.requests if not url.startswith(("file:", "data:", "about:"))] == []


def test_a_value_leads_to_its_spot_on_the_page(visit: Visit) -> None:
    visit.press(f'[id="{PERSON}"] button.value:text-is("warden")')
    assert visit.chosen() == [PERSON]
    assert visit.outlined() == 1
    assert visit.tab.locator("#inspector b").inner_text() == "warden"
    assert visit.tab.evaluate("location.hash") == f"#{PERSON}"
    box = visit.tab.locator(".chosen-layer i:not(.other)").bounding_box()
    pane = visit.tab.locator(".sheets").bounding_box()
    assert box and pane and pane["y"] <= box["y"] <= pane["y"] + pane["height"]


def test_a_spot_leads_to_the_values_made_from_it(visit: Visit) -> None:
    visit.press(f'[id="{PERSON}"] button.value:text-is("warden")')
    assert visit.outlined() == 1
    box = visit.tab.locator(".chosen-layer i:not(.other)").bounding_box()
    assert box
    visit.tab.click("#inspector >> text=Close")
    visit.tab.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    said = visit.tab.locator("#inspector").inner_text()
    assert "Read from this spot" in said and "Mary Alder people, role" in said
    assert "paragraph" in said  # the block and its place in the reading order
    visit.tab.click("#inspector >> text=Mary Alder")
    assert visit.chosen() == [PERSON]


@pytest.mark.parametrize(
    ("address", "spots"), [(f"#{PERSON}", 3), ("#findings/variant-1", 2), ("#quotes/rivers-rise", 1)]
)
def test_each_record_and_finding_has_an_address(visit: Visit, address: str, spots: int) -> None:
    visit.go(address)
    assert visit.chosen() == [address[1:]]
    assert visit.outlined() >= spots
    assert visit.tab.locator(f'[id="{address[1:]}"]').is_visible()


def test_each_page_has_an_address(visit: Visit) -> None:
    visit.go("#page-2")
    assert visit.tab.locator("#go").input_value() == "2"
    visit.tab.wait_for_selector("#page-2 img")
    sheet, pane = visit.tab.locator("#page-2").bounding_box(), visit.tab.locator(".sheets").bounding_box()
    assert sheet and pane and sheet["y"] < pane["y"] + pane["height"]


def test_findings_are_filtered_and_the_true_number_is_said(visit: Visit) -> None:
    visit.tab.select_option('select[name="severity"]', "source")
    assert [e.get_attribute("id") for e in visit.tab.locator(".finding:visible").all()] == ["findings/variant-1"]
    assert visit.tab.locator("#filter-result").inner_text() == "1 of 2 shown"
    visit.tab.select_option('select[name="code"]', "witness-differs")
    assert visit.tab.locator("#findings .nothing").is_visible()
    visit.tab.select_option('select[name="severity"]', "")
    visit.tab.select_option('select[name="code"]', "")
    visit.tab.select_option('select[name="dataset"]', "organizations")
    assert visit.tab.locator(".finding:visible").count() >= 1


def test_the_search_finds_records_whatever_case_and_accents(visit: Visit) -> None:
    visit.tab.fill("#search", "mÁry alder")
    expect(visit.tab.locator("#search-result")).to_contain_text("records")
    shown = [e.get_attribute("id") for e in visit.tab.locator("#records .record:visible").all()]
    assert shown == [PERSON, "quotes/rivers-rise"]
    assert visit.tab.locator('#people [data-count="people"]').inner_text() == "1 of 1"
    assert visit.tab.locator("#organizations, #overview, #ledger").locator("visible=true").count() == 0
    visit.tab.fill("#search", "")
    expect(visit.tab.locator("#search-result")).to_be_empty()
    assert visit.tab.locator("#records .record[hidden]").count() == 0
    assert visit.tab.locator("#overview").is_visible()


def test_a_search_that_finds_nothing_says_so(visit: Visit) -> None:
    visit.tab.fill("#search", "no such words")
    expect(visit.tab.locator("#found-nothing")).to_contain_text("“no such words”")
    assert visit.tab.locator("#records section:visible, #findings:visible").count() == 0


def test_an_address_outweighs_a_search_and_a_filter_that_hide_it(visit: Visit) -> None:
    visit.tab.fill("#search", "no such words")
    expect(visit.tab.locator("#found-nothing")).to_be_visible()
    visit.tab.evaluate(f"location.hash = '{PERSON}'")
    expect(visit.tab.locator(f'[id="{PERSON}"]')).to_be_visible()
    assert visit.tab.locator("#search").input_value() == ""
    visit.tab.select_option('select[name="code"]', "witness-differs")
    visit.tab.evaluate("location.hash = 'findings/variant-1'")
    expect(visit.tab.locator('[id="findings/variant-1"]')).to_be_visible()
    assert visit.chosen() == ["findings/variant-1"]


def test_all_can_be_done_with_the_keyboard(visit: Visit) -> None:
    visit.tab.keyboard.press("Tab")
    assert visit.tab.evaluate("document.activeElement.textContent") == "Skip to the findings"
    visit.tab.locator(f'[id="{PERSON}"] button.value').first.focus()
    visit.tab.keyboard.press("Enter")
    assert visit.outlined() == 1
    visit.tab.keyboard.press("Escape")
    assert visit.outlined() == 0
    block = visit.tab.locator("#page-1 .blocks button").first
    block.focus()
    for _ in range(8):
        visit.tab.keyboard.press("ArrowDown")
        if "Mary Alder" in (visit.tab.evaluate("document.activeElement.ariaLabel") or ""):
            break
    visit.tab.keyboard.press("Enter")
    assert "Mary Alder" in visit.tab.locator("#inspector").inner_text()


def test_layers_and_zoom_change_what_the_pages_show(visit: Visit) -> None:
    visit.tab.wait_for_selector("#page-1 .blocks button")
    assert visit.tab.locator("#page-1 .blocks b").first.is_hidden()
    visit.tab.check('input[name="order"]')
    assert visit.tab.locator("#page-1 .blocks b").first.inner_text() == "1"
    before = visit.tab.locator("#page-1 .stage").bounding_box()
    visit.tab.click('[aria-label="Larger"]')
    after = visit.tab.locator("#page-1 .stage").bounding_box()
    assert before and after and after["width"] > before["width"] * 1.1


def test_on_a_phone_one_side_is_shown_at_a_time(browser: Any, page_file: Path) -> None:
    visit = Visit(browser, page_file, viewport=PHONE, is_mobile=True, has_touch=True)
    assert visit.tab.locator("#overview").is_visible() and not visit.tab.locator("#go").is_visible()
    assert visit.tab.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    visit.tap(f'[id="{PERSON}"] button.spot')
    assert visit.shown("#go") and visit.outlined() >= 1
    spot = visit.tab.locator(".chosen-layer i:not(.other)").first.bounding_box()
    assert spot and 0 <= spot["x"] < PHONE["width"] and 0 <= spot["y"] < PHONE["height"]
    visit.tap("#inspector >> text=Go to the record")
    assert visit.shown(f'[id="{PERSON}"]') and not visit.tab.locator("#go").is_visible()
    visit.context.close()
    assert visit.faults == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [WIDE, PHONE])
def test_axe_finds_nothing(browser: Any, page_file: Path, scheme: str, size: dict[str, int]) -> None:
    visit = Visit(browser, page_file, viewport=size, color_scheme=scheme)
    axe = Axe()
    for state in (f"#{PERSON}", "#page-2"):
        visit.go(state)
        if state == "#page-2":
            visit.tab.check('input[name="order"]')
        found = axe.run(visit.tab)
        assert found.violations_count == 0, found.generate_report()
    visit.context.close()


def test_on_paper_all_records_are_there_and_the_tools_are_not(visit: Visit) -> None:
    visit.tab.emulate_media(media="print")
    assert visit.tab.locator("#pages").is_hidden() and visit.tab.locator(".search").is_hidden()
    assert visit.tab.locator(f'[id="{PERSON}"]').is_visible()
    assert visit.tab.evaluate("document.body.scrollHeight") > 1000


def test_pictures_are_made_when_a_page_comes_near(browser: Any, page_file: Path) -> None:
    visit = Visit(browser, page_file, viewport={"width": 1440, "height": 300})
    visit.tab.wait_for_selector("#page-1 img")
    assert visit.tab.locator("#page-2 img").count() == 0
    visit.tab.click('[aria-label="Next page"]')
    visit.tab.wait_for_selector("#page-2 img")
    visit.context.close()
