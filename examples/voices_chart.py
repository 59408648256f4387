"""Whose voices a report lets us hear: words quoted from each person, which are printed twice, and who is not quoted."""

import sys
from pathlib import Path

import matplotlib

matplotlib.use("Agg")  # a file, no window
import matplotlib.pyplot as plt
import pandas as pd

folder = Path(sys.argv[1] if len(sys.argv) > 1 else "output/voices-from-the-field")
target = Path(sys.argv[2] if len(sys.argv) > 2 else "voices.png")

report = pd.read_json(folder / "report.json", typ="series")
people = pd.read_json(folder / "people.json")
quotes = pd.read_json(folder / "quotes.json").dropna(subset=["speaker"])
quotes["words"] = quotes["text"].str.split().str.len()
quotes["repeated"] = quotes["words"].where(quotes["pull_quotes"] > 0, 0)
quoted = quotes.groupby("speaker")[["words", "repeated"]].sum()
voices = quoted.reindex(quoted.index.union(people["name"]), fill_value=0).sort_values("words", kind="stable")

figure, axes = plt.subplots(figsize=(8, 2 + 0.36 * len(voices)))
axes.barh(voices.index, voices["words"], color="#9ec5e8", label="quoted once")
axes.barh(voices.index, voices["repeated"], color="#17528f", label="printed again as a pull-quote")
axes.bar_label(axes.containers[0], [str(n) if n else "not quoted" for n in voices["words"]], padding=4)
axes.spines[["top", "right", "left"]].set_visible(False)
axes.tick_params(left=False)
axes.set_xlabel("words quoted")
axes.set_title(f"Whose voices “{report['title'].split(':')[0]}” lets us hear", loc="left", fontweight="bold")
axes.annotate(
    f"Source: {report['publisher']}, {report['year']}",
    (1, -0.16),
    xycoords="axes fraction",
    ha="right",
    color="#5d594f",
)
axes.legend(frameon=False, loc="lower right")
figure.tight_layout()
figure.savefig(target, dpi=150)
print(f"{len(quoted)} speakers, {voices['words'].sum()} words: {target}")
