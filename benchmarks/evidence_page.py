"""How an evidence page behaves in Chromium: size, load time, and the longest task of each thing that a reader does.

    python benchmarks/evidence_page.py output/NAME/validation/report.html ...

A task is what blocks the page; the aim is that none takes longer than 200 ms, whatever the length of the report. Where
other work keeps the machine busy, a task waits more than it works: its processor time is printed beside it. The page is
loaded by a browser that nobody listens to: one whose network is watched decodes the whole file once more, in
one long task that no reader ever meets.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
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
START = 20  # seconds at most for the browser to listen
LOAD = 6  # seconds: long enough for the largest page, and for all that it does of itself afterwards
PAUSE = 1500  # ms: long enough for all that a deed sets off


@contextmanager
def browser(program: str) -> Iterator[str]:
    """A browser of its own, not yet watched; yields the address of its control."""
    with tempfile.TemporaryDirectory() as home:
        options = ["--headless", "--no-sandbox", "--window-size=1440,900", "--remote-debugging-port=0"]
        command = [program, *options, f"--user-data-dir={home}", "about:blank"]
        process = subprocess.Popen(command, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
        try:
            yield f"http://127.0.0.1:{port(Path(home) / 'DevToolsActivePort')}"
        finally:
            process.terminate()
            process.wait()


def port(told: Path) -> int:
    """The port that the browser chose, which it writes into a file of its home."""
    for _ in range(START * 10):
        if told.exists() and (found := re.match(r"\d+\n", told.read_text())):
            return int(found[0])
        time.sleep(0.1)
    sys.exit("The browser does not start.")


def measure(playwright: Any, control: str, file: Path) -> None:
    """Print one page's figures."""
    opening = urllib.request.Request(f"{control}/json/new?{file.resolve().as_uri()}", method="PUT")
    with urllib.request.urlopen(opening) as answer:
        address = json.load(answer)["url"]
    time.sleep(LOAD)
    watched = playwright.chromium.connect_over_cdp(control)
    tab = next(tab for context in watched.contexts for tab in context.pages if tab.url == address)
    tab.evaluate(WATCH)
    tab.wait_for_timeout(PAUSE)
    loaded = tab.evaluate("Math.round(performance.getEntriesByType('navigation')[0].loadEventEnd)")
    sheets, records = tab.locator(".sheet").count(), tab.locator(".record").count()
    print(f"{file}: {file.stat().st_size / 1e6:.2f} MB, {sheets} pages, {records} records")
    print(f"  loaded in {loaded} ms, longest task {longest(tab)} ms")
    for name, deed in DEEDS.items():
        with traced(watched, tab) as trace:
            tab.evaluate(deed)
            tab.wait_for_timeout(PAUSE)
        print(f"  {name}: {longest(tab)} ms ({busiest(trace)} ms of processor)")
    for name, x, way in (("scroll through the pages", 1200, 1500), ("scroll through the data", 300, 2500)):
        tab.mouse.move(x, 500)
        with traced(watched, tab) as trace:
            for _ in range(20):
                tab.mouse.wheel(0, way)
                tab.wait_for_timeout(50)
        print(f"  {name}: {longest(tab)} ms ({busiest(trace)} ms of processor)")
    watched.close()


@contextmanager
def traced(watched: Any, tab: Any) -> Iterator[list[dict[str, Any]]]:
    """Record what the browser does; the list holds it afterwards."""
    events: list[dict[str, Any]] = []
    watched.start_tracing(page=tab, categories=["toplevel", "disabled-by-default-devtools.timeline"])
    try:
        yield events
    finally:
        events += json.loads(watched.stop_tracing())["traceEvents"]


def busiest(trace: list[dict[str, Any]]) -> int:
    """The most processor time that a task of the pages' main threads took, in ms."""
    named = [e for e in trace if e["name"] == "thread_name"]
    main = {(e["pid"], e["tid"]) for e in named if e["args"]["name"] == "CrRendererMain"}
    spent = (e.get("tdur", 0) for e in trace if e["name"] == "RunTask" and (e["pid"], e["tid"]) in main)
    return round(max(spent, default=0) / 1000)


def longest(tab: Any) -> int:
    """The longest task since the last question, 0 where none took 50 ms."""
    return max(tab.evaluate("tasks.splice(0)"), default=0)


def main() -> None:
    """Measure the pages named on the command line."""
    program = next(filter(None, map(shutil.which, BROWSERS)), None)
    if program is None or len(sys.argv) < 2:
        sys.exit(__doc__ if program else "No browser: install one with apt-get install chromium.")
    with sync_playwright() as playwright:
        for name in sys.argv[1:]:
            with browser(program) as control:
                measure(playwright, control, Path(name))


if __name__ == "__main__":
    main()
