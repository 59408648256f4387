"""Who is quoted, in how many words, and how often a quote is printed again as decoration."""

import sys
from pathlib import Path

import pandas as pd

folder = Path(sys.argv[1] if len(sys.argv) > 1 else "output/voices-from-the-field")

quotes = pd.read_json(folder / "quotes.json")
people = pd.read_json(folder / "people.json")

quotes["words"] = quotes["text"].str.split().str.len()
spoken = (
    quotes.dropna(subset=["speaker_id"])
    .groupby("speaker_id")
    .agg(quotes=("id", "size"), words=("words", "sum"), display_copies=("pull_quotes", "sum"))
)
table = people.set_index("id")[["name", "role", "organization"]].join(spoken, how="inner")
print(table.sort_values("words", ascending=False).to_string(index=False))
