"""The evidence page of a report with more records than a browser should read at once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from pipeline.publishing.html_report import evidence_page
from pipeline.publishing.page.batches import BATCH, WRITTEN_OUT, Batches
from tests.publishing.sample import Sample

PEOPLE = WRITTEN_OUT + 3 * BATCH
FIRST, LAST = "people/number-0", f"people/number-{PEOPLE - 1}"


@pytest.fixture(scope="module")
def long_file(made: Sample, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample's page, with its one person many times over."""
    [person] = made.records.people
    crowd = [
        person.model_copy(update={"id": f"number-{i}", "name": f"Person Number {i}", "role": f"warden of bridge {i}"})
        for i in range(PEOPLE)
    ]
    records = made.records.model_copy(update={"people": crowd, "quotes": []})
    path = tmp_path_factory.mktemp("long") / "report.html"
    path.write_text(
        "".join(evidence_page(records, made.report, made.ledger, made.document, made.pdf)), encoding="utf-8"
    )
    return path


@pytest.fixture
def tab(browser: Any, long_file: Path) -> Iterator[Page]:
    """The page in a browser that has no idle time, so that only what is asked for is done."""
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.add_init_script("window.requestIdleCallback = () => 0;")
    page.goto(long_file.as_uri())
    yield page
    page.close()


def role(tab: Page, address: str) -> Any:
    return tab.locator(f'[id="{address}"] button.value', has_text="warden of bridge")


def test_batches_hold_every_card_once_and_in_order() -> None:
    cards = [str(n) for n in range(WRITTEN_OUT + BATCH + 1)]
    made = Batches().of(cards)
    assert [card for batch in made for card in batch.cards] == cards
    assert max(len(batch.cards) for batch in made) == BATCH
    assert [batch.waiting for batch in made] == [False] * (WRITTEN_OUT // BATCH) + [True, True]


def test_sections_share_what_is_written_out() -> None:
    batches = Batches()
    assert not any(batch.waiting for batch in batches.of(["card"] * WRITTEN_OUT))
    assert [batch.waiting for batch in batches.of(["card"])] == [True]


def test_each_record_has_its_address_and_headline_before_any_script_runs(browser: Any, long_file: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(long_file.as_uri())
    assert page.locator("#people .record h3 a").count() == PEOPLE
    assert role(page, FIRST).count() == 1 and role(page, LAST).count() == 0
    context.close()


def test_a_record_that_is_asked_for_by_its_address_is_whole(tab: Page, long_file: Path) -> None:
    assert role(tab, LAST).count() == 0
    tab.goto(f"{long_file.as_uri()}#{LAST}")
    expect(role(tab, LAST)).to_be_visible()
    assert tab.locator(f'[id="{LAST}"]').get_attribute("class") == "record chosen"


def test_records_that_come_near_are_whole(tab: Page) -> None:
    tab.locator(f'[id="{LAST}"]').evaluate("element => element.scrollIntoView()")
    expect(role(tab, LAST)).to_have_count(1)


def test_the_search_knows_what_waits(tab: Page) -> None:
    tab.fill("#search", f"of bridge {PEOPLE - 1}")
    expect(tab.locator("#search-result")).to_contain_text("1 of")
    assert tab.locator("#people .record:visible h3").all_text_contents() == [f"Person Number {PEOPLE - 1}"]
    assert tab.locator("#people .batch:visible").count() == 1  # nothing holds the place of what does not fit
    tab.fill("#search", "")
    expect(tab.locator("#search-result")).to_be_empty()
    assert tab.locator(".batch[hidden], .record[hidden]").count() == 0


def test_the_last_of_two_searches_stands(tab: Page) -> None:
    tab.fill("#search", "warden")
    tab.fill("#search", "no such words")
    expect(tab.locator("#search-result")).to_contain_text("0 of")
    tab.wait_for_timeout(300)
    assert tab.locator("#people .record:visible").count() == 0


def test_on_paper_all_is_whole(tab: Page) -> None:
    tab.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert role(tab, LAST).count() == 1
    assert tab.locator(".batch script").count() == 0


def test_what_waits_becomes_whole_when_there_is_nothing_else_to_do(browser: Any, long_file: Path) -> None:
    page = browser.new_page()
    page.goto(long_file.as_uri())
    expect(page.locator(".batch script")).to_have_count(0)
    page.close()
