"""Tables against ground truth: precision, recall and F1 of cell relations, as the ICDAR 2013 competition counts them.

    python -m benchmarks.tables CORPUS [--scorer FILE]

CORPUS holds pdf/STEM.pdf and gt/STEM-str.xml; the scorer (CORPUS/score.py unless given) is a Python file with
`score(gt_dir, predictions)` and `show(result, per_doc)`. Prints a line a document and the averages, then how long
reading a page takes and how much finding its tables adds. Exit code 2 where the folder or the scorer is missing.
"""

from __future__ import annotations

import importlib.util
import sys
import time
from pathlib import Path
from types import ModuleType

from benchmarks.corpus import MISSING, corpus_of, parser_of
from pipeline.lines import read_sheet
from pipeline.reading import Limits, read
from pipeline.tables import link_parts, tables_of_sheets, to_json


def main() -> int:
    """Run the benchmark from the command line."""
    parser = parser_of(__doc__)
    arguments = parser.parse_args()
    corpus = corpus_of(arguments)
    if corpus is None:
        return MISSING
    predictions, timing = _predictions(corpus.files)
    module = _load(corpus.scorer)
    print(module.show(module.score(str(corpus.truth), predictions), True))
    print(timing)
    return 0


def _predictions(files: list[Path]) -> tuple[dict[str, object], str]:
    """What is found in each file, and a line on the time a page."""
    found: dict[str, object] = {}
    pages = reading = finding = 0.0
    for file in files:
        start = time.perf_counter()
        sheets = [read_sheet(page) for page in read(file, Limits())]
        middle = time.perf_counter()
        tables = [table for tables in tables_of_sheets(sheets) for table in tables]
        finding += time.perf_counter() - middle
        reading += middle - start
        pages += len(sheets)
        found[file.stem] = to_json(tables, link_parts(tables))
    each = max(pages, 1.0)
    line = f"{pages:.0f} pages: {reading / each:.3f} s a page to read, {finding / each:.3f} s more to find tables"
    return found, line


def _load(scorer: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("scorer", scorer)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{scorer} is no Python file")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    sys.exit(main())
