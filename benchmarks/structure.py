"""Structure against ground truth: headings, paragraphs, lists, notes, quotes, tables and their order, as Markdown.

    python -m benchmarks.structure CORPUS [--scorer FILE] [--python FILE] [--to FOLDER]

CORPUS holds pdf/STEM.pdf and gt/STEM.gt.json. Each document is written as STEM.md, with all display quotes, into a
temporary folder (or FOLDER), and the scorer (CORPUS/score.py unless given) is run as `score.py gt FOLDER --per-doc`.
It needs packages that the project does not (numpy, beautifulsoup4, lxml): `--python` names an interpreter that has
them, else this one is tried. Prints the scorer's table, then how long reading a page takes and how much the rest of the
walk adds. Exit code 2 where the folder, the scorer or its packages are missing.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.corpus import MISSING, corpus_of, parser_of
from pipeline.assembly import assemble
from pipeline.layout import lay_out_sheets
from pipeline.lines import read_sheet
from pipeline.publishing.markdown import to_markdown
from pipeline.reading import Limits, read


def main() -> int:
    """Run the benchmark from the command line."""
    parser = parser_of(__doc__)
    parser.add_argument("--python", default=sys.executable, help="the interpreter that has the scorer's packages")
    parser.add_argument("--to", type=Path, help="keep the Markdown in this folder")
    arguments = parser.parse_args()
    corpus = corpus_of(arguments)
    if corpus is None:
        return MISSING
    with tempfile.TemporaryDirectory() as temporary:
        folder = arguments.to or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        timing = write_predictions(corpus.files, folder)
        command = [arguments.python, str(corpus.scorer), str(corpus.truth), str(folder), "--per-doc"]
        scored = subprocess.run(command, check=False, capture_output=True, text=True)
    print(scored.stdout, end="")
    if scored.returncode:
        print(scored.stderr, file=sys.stderr, end="")
        if "ModuleNotFoundError" in scored.stderr:
            print("the scorer needs more packages: pip install numpy beautifulsoup4 lxml rapidfuzz", file=sys.stderr)
        return MISSING
    print(timing)
    return 0


def write_predictions(files: list[Path], folder: Path) -> str:
    """Write each file's document as Markdown; a line on the time a page."""
    pages, reading, walking = 0, 0.0, 0.0
    for file in files:
        start = time.perf_counter()
        opened = read(file, Limits())
        sheets = [read_sheet(page) for page in opened]
        middle = time.perf_counter()
        markdown = to_markdown(assemble(lay_out_sheets(opened.source, sheets)), pull_quotes="keep")
        walking += time.perf_counter() - middle
        reading += middle - start
        pages += len(sheets)
        (folder / f"{file.stem}.md").write_text(markdown, encoding="utf-8", newline="\n")
    each = max(pages, 1)
    return f"{pages} pages: {reading / each:.3f} s a page to read, {walking / each:.3f} s more to walk to Markdown"


if __name__ == "__main__":
    sys.exit(main())
