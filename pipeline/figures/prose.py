"""Running text, which no figure takes in: labels are short, or stand alone."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import mean

from pipeline.model.geometry import union
from pipeline.model.lines import Line

LEADING = 1.8  # ems from baseline to baseline at most inside a paragraph; labels of charts stand further apart
LEVEL = 0.3  # ems between baselines that are level
SAME_SIZE = 0.1  # of the size between lines of one paragraph
MEASURE = 10.0  # ems at least: labels in the boxes of a diagram are set narrower
WORDS = 4.0  # a line on average at least
FULL = 0.7  # of the measure is filled by most lines but the last; the lines of a label are broken by their sense
LINES = 3
SENTENCE = 9  # words, of a line that is as good as a paragraph, or of what ends with a stop
STOPS = frozenset(".!?…")


def prose_lines(lines: Sequence[Line]) -> frozenset[int]:
    """The first glyphs of the upright lines that are running text."""
    found: set[int] = set()
    for chain in _chains(sorted((x for x in lines if not x.rotation), key=lambda x: (x.baseline, x.glyphs[0]))):
        if _is_prose(chain):
            found.update(line.glyphs[0] for line in chain)
    return frozenset(found)


def _chains(lines: Sequence[Line]) -> list[list[Line]]:
    """Lines of one size, each close below the one before it and begun at its left edge or set around its middle."""
    chains: list[list[Line]] = []
    open_chains: list[list[Line]] = []
    for line in lines:
        open_chains = [c for c in open_chains if line.baseline - c[-1].baseline <= LEADING * c[-1].size]
        home = next((c for c in reversed(open_chains) if _goes_on(c[-1], line)), None)
        if home is None:
            home = []
            chains.append(home)
            open_chains.append(home)
        home.append(line)
    return chains


def _goes_on(above: Line, line: Line) -> bool:
    step = line.baseline - above.baseline
    if step <= LEVEL * above.size or abs(line.size - above.size) > SAME_SIZE * above.size:
        return False
    a, b = above.box, line.box
    indent = 2 * line.size  # of a paragraph's first line, at most
    return abs(a.x0 - b.x0) <= indent or abs(a.center[0] - b.center[0]) <= line.size


def _is_prose(chain: Sequence[Line]) -> bool:
    """Whether lines fill a measure with words, or say whole sentences, in however narrow a box."""
    size, box = chain[0].size, union(line.box for line in chain)
    words = [len(line.text.split()) for line in chain]
    text = " ".join(line.text for line in chain)
    if text.isupper():
        return False
    if sum(words) >= SENTENCE and text.rstrip("”’\"')")[-1:] in STOPS:
        return True
    if box.width < MEASURE * size or mean(words) < WORDS:
        return False
    if len(chain) < LINES:
        return max(words) >= SENTENCE
    full = sum(line.box.width >= FULL * box.width for line in chain[:-1])
    return full >= FULL * (len(chain) - 1)
