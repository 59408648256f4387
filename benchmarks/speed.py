"""Time and memory of the walk: the report itself, and made-up reports of 10, 100 and 1,000 pages.

    python -m benchmarks.speed [--pages 10 100 1000]

Prints for each the processor seconds a page of every stage, their sum without reading against reading, and the peak
memory.
Each is measured in a process of its own.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

from reportlab.lib.pagesizes import letter
from reportlab.pdfgen.canvas import Canvas

from pipeline.children import Allowance, in_child
from pipeline.model.pages import Page, Pages

T = TypeVar("T")
REPORT = Path("raw") / "voices-from-the-field.pdf"
STAGES = ("reading", "layout", "assembly", "extraction", "validation", "publishing")
ALLOWANCE = Allowance(seconds=3600, mebibytes=8192)
SEED = 1
WORDS = 5000  # of a made-up vocabulary: about that of a report
LINES = 40  # a page
WIDTH = 80  # characters a line


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("--pages", type=int, nargs="*", default=[10, 100, 1000], help="lengths of made-up reports")
    arguments = parser.parse_args()
    print("processor seconds a page " + "".join(f"{stage:>12}" for stage in STAGES) + "   others/reading    peak MiB")
    with tempfile.TemporaryDirectory() as scratch:
        for pages in [None, *arguments.pages]:
            pdf = REPORT if pages is None else made_up(Path(scratch) / f"{pages}-pages.pdf", pages)
            print(f"{pdf.stem:24.24} " + line(in_child(measured, pdf, ALLOWANCE)), flush=True)


def line(found: dict[str, float]) -> str:
    """One row of the table."""
    each = [found[stage] / found["pages"] for stage in STAGES]
    ratio = sum(each[1:]) / each[0]
    return "".join(f"{seconds:12.3f}" for seconds in each) + f"{ratio:17.2f}{found['mebibytes']:12.0f}"


def measured(pdf: Path) -> dict[str, float]:
    """Seconds by stage, the number of pages, and the peak memory of this process."""
    from pipeline.assembly import assemble
    from pipeline.extraction import extract
    from pipeline.layout import lay_out
    from pipeline.profiles import load_profile
    from pipeline.publishing import publish
    from pipeline.reading import read
    from pipeline.validation import validate

    found: dict[str, float] = dict.fromkeys(("pages", "reading"), 0.0)

    def pages_read() -> Iterator[Page]:
        """The pages, counted, with the time that reading each takes."""
        stream = iter(pages)
        started = time.process_time()
        for page in stream:
            found["reading"] += time.process_time() - started
            found["pages"] += 1
            yield page
            started = time.process_time()

    def timed(stage: str, work: Callable[[], T]) -> T:
        started = time.process_time()
        value = work()
        found[stage] = time.process_time() - started
        return value

    pages = read(pdf)
    blocks = timed("layout", lambda: lay_out(Pages(pages.source, pages_read)))
    found["layout"] -= found["reading"]  # layout takes the pages as they are read
    document = timed("assembly", lambda: assemble(blocks))
    records = timed("extraction", lambda: extract(document, load_profile(pdf.stem)))
    validation = timed("validation", lambda: validate(document, records, pdf))
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch) / "out"
        timed(
            "publishing",
            lambda: publish(document, records, validation.report, validation.ledger, pdf, folder, version="0"),
        )
    found["mebibytes"] = _peak()
    return found


def _peak() -> float:
    import resource

    peak: Any = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return float(peak) / (1024 * 1024 if sys.platform == "darwin" else 1024)


def made_up(path: Path, pages: int) -> Path:
    """A report of so many pages: headings, paragraphs and page numbers in words of a made-up vocabulary."""
    chance = random.Random(SEED)
    letters = "aeioubcdfglmnprst"
    words = ["".join(chance.choices(letters, k=chance.randint(2, 9))) for _ in range(WORDS)]
    canvas = Canvas(str(path), pagesize=letter, invariant=True)
    for page in range(1, pages + 1):
        canvas.setFont("Helvetica-Bold", 16)
        canvas.drawString(72, 720, " ".join(chance.choices(words, k=4)).capitalize())
        canvas.setFont("Helvetica", 10)
        for row, content in enumerate(_lines(chance, words)):
            canvas.drawString(72, 690 - 14 * row, content)
        canvas.drawCentredString(306, 40, str(page))
        canvas.showPage()
    canvas.save()
    return path


def _lines(chance: random.Random, words: list[str]) -> Iterator[str]:
    """Lines of paragraphs; the last of each is short."""
    for row in range(LINES):
        width = WIDTH // 2 if row % 8 == 7 else WIDTH
        content = ""
        while len(content) < width:
            content += f"{chance.choice(words)} "
        yield content.strip() + ("." if row % 8 == 7 else "")


if __name__ == "__main__":
    main()
