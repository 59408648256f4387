"""The report's tables as data frames: a cell that another one spans over repeats its text."""

import json
import sys
from pathlib import Path

import pandas as pd

folder = Path(sys.argv[1] if len(sys.argv) > 1 else "output/voices-from-the-field")

for table in json.loads((folder / "tables.json").read_text(encoding="utf-8")):
    rows = [list(row) for row in table["rows"]]
    for row, column, height, width in table["spans"]:
        for r in range(max(row, 0), row + height):
            for c in range(column, column + width):
                rows[r][c] = rows[row][column]
    frame = pd.DataFrame(rows, columns=table["columns"] or None)
    print(f"{table['title'] or table['id']}: {len(frame)} rows, page {table['evidence'][0]['page']}")
    print(frame.head().to_string(max_colwidth=40))
