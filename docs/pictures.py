"""The pictures in the README, taken anew from the committed output: `python -m docs.pictures` (needs Chromium)."""

from __future__ import annotations

import io
import shutil
import sys
from pathlib import Path
from typing import Any

from PIL import Image
from playwright.sync_api import sync_playwright

from pipeline.inspection import Stage, inspect_page

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "docs" / "pictures"
REPORT = ROOT / "raw" / "voices-from-the-field.pdf"
PAGE = ROOT / "output" / REPORT.stem / "validation" / "report.html"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
QUALITY = 80  # WebP: letters stay sharp
INSPECTED: dict[str, tuple[int, Stage]] = {
    "inspect-document.webp": (6, "document"),
    "inspect-tables.webp": (12, "tables"),
}


def evidence_pages(browser: Any) -> dict[str, bytes]:
    """The page with its first finding open, wide and light, and on a phone in the dark."""
    wide = browser.new_page(viewport={"width": 1440, "height": 900})
    wide.goto(PAGE.as_uri())
    finding = wide.eval_on_selector(".finding", "e => e.id")
    wide.goto(f"{PAGE.as_uri()}#{finding}")
    wide.reload()
    wide.wait_for_timeout(1000)
    phone = browser.new_page(viewport={"width": 390, "height": 780}, color_scheme="dark", device_scale_factor=2)
    phone.goto(PAGE.as_uri())
    phone.click("#people .record:nth-of-type(4) button.spot")
    phone.mouse.move(0, 0)
    phone.wait_for_timeout(1000)
    return {"evidence-page.webp": wide.screenshot(), "evidence-page-phone.webp": phone.screenshot()}


def main() -> None:
    """Write every picture."""
    program = next(filter(None, map(shutil.which, BROWSERS)), None)
    if program is None:
        sys.exit("No browser: install one with apt-get install chromium.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        taken = evidence_pages(browser)
        browser.close()
    taken |= {name: inspect_page(REPORT, page, stage) for name, (page, stage) in INSPECTED.items()}
    FOLDER.mkdir(exist_ok=True)
    for name, content in taken.items():
        picture = Image.open(io.BytesIO(content)).convert("RGB")
        picture.save(FOLDER / name, "WEBP", quality=QUALITY, method=6)


if __name__ == "__main__":
    main()
