"""How an evidence page behaves in Chromium: size, load time, and the longest task of each thing that a reader does.

    python benchmarks/evidence_page.py output/NAME/validation/report.html ...

A task is what blocks the page; the aim is that none takes longer than 200 ms, whatever the length of the report.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
WATCH = """
window.tasks = [];
new PerformanceObserver((list) => { for (const entry of list.getEntries()) tasks.push(Math.round(entry.duration)); })
  .observe({ type: "longtask", buffered: true });
"""
TYPE = "(text) => { const s = document.querySelector('#search'); s.value = text; s.dispatchEvent(new Event('input')); }"
DEEDS = {
    "open a late page": "() => { location.hash = document.querySelector('.sheet:last-of-type').id; }",
    "open the last record": "() => { location.hash = [...document.querySelectorAll('.record[id]')].at(-1).id; }",
    "search": f"() => ({TYPE})('the')",
    "search for nothing": f"() => ({TYPE})('')",
    "open the ledger": "() => { location.hash = 'ledger'; }",
    "show the order": "() => document.querySelector('input[name=order]').click()",
    "enlarge": "() => document.querySelector('[data-zoom=\"1\"]').click()",
}
PAUSE = 900  # ms: long enough for all that a deed sets off


def measure(browser: Any, file: Path) -> None:
    """Print one page's figures."""
    tab = browser.new_page(viewport={"width": 1440, "height": 900})
    tab.add_init_script(WATCH)
    tab.goto(file.resolve().as_uri())
    tab.wait_for_timeout(PAUSE)
    loaded = tab.evaluate("Math.round(performance.getEntriesByType('navigation')[0].loadEventEnd)")
    sheets = tab.locator(".sheet").count()
    print(f"{file}: {file.stat().st_size / 1e6:.2f} MB, {sheets} pages, {tab.locator('.record').count()} records")
    print(f"  loaded in {loaded} ms, longest task {longest(tab)} ms")
    for name, deed in DEEDS.items():
        tab.evaluate(deed)
        tab.wait_for_timeout(PAUSE)
        print(f"  {name}: {longest(tab)} ms")
    tab.mouse.move(1200, 500)
    for _ in range(20):
        tab.mouse.wheel(0, 1500)
        tab.wait_for_timeout(50)
    print(f"  scroll through the pages: {longest(tab)} ms")
    tab.close()


def longest(tab: Any) -> int:
    """The longest task since the last question, 0 where none took 50 ms."""
    return max(tab.evaluate("tasks.splice(0)"), default=0)


def main() -> None:
    """Measure the pages named on the command line."""
    program = next(filter(None, map(shutil.which, BROWSERS)), None)
    if program is None or len(sys.argv) < 2:
        sys.exit(__doc__ if program else "No browser: install one with apt-get install chromium.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        for name in sys.argv[1:]:
            measure(browser, Path(name))
        browser.close()


if __name__ == "__main__":
    main()
