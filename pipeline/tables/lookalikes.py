"""What is set like a table without being one: lists, contents lists, pairs of label and text, formulas."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from pipeline.tables.grids import Grid
from pipeline.tables.scoring import Evidence
from pipeline.tables.strokes import Stroke, Strokes
from pipeline.tables.values import is_value, without_leaders
from pipeline.tables.words import text_of

# Labels of list items: bullets, dashes, numbers and letters with full stop or bracket (Chicago Manual of Style, 6.127).
_LABEL = re.compile(
    r"^(?:[•‣◦▪▫■□●○◆►➢✓✔❖*·–—-]|\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-z]|[ivxlc]{1,5})[.)]?|§\s?\d+|\[[^\]]+\])$", re.I
)
_PAGE = re.compile(r"^(?:\d{1,4}|[ivxlc]{1,6})$", re.I)

MOST = 0.8
DRAWN = 0.3  # of the boundaries are drawn: someone meant a grid
CLEARLY_DRAWN = 0.6  # needed where there is little else to go by
FIXED_PITCH = 0.8  # of the words: typescript, or code
SMALL = 6  # positions: fewer than two rows of three columns are no table unless drawn
TEXT_WORDS = 4  # on average at least: an item of a list is a phrase
MANY_PAGES = 3  # entries of a contents list at least
RULES = 3  # of a table: above it, below its header, below it
SYMBOLS = 0.5  # of the words are a single letter or sign: a formula


def is_lookalike(grid: Grid, found: Evidence) -> bool:
    """Whether a grid that nobody drew is rather one of these."""
    height, width = len(grid.rows) - 1, len(grid.columns) - 1
    if _is_contents(grid, width):
        return True
    if found.drawn >= CLEARLY_DRAWN:
        return False
    if height * width < SMALL or (width == 2 and found.values < 0.5):
        return True
    if found.drawn >= DRAWN or found.values >= 0.5:
        return False
    return (not found.heading and _is_list(grid, width)) or _is_code(grid) or _is_formula(grid)


def are_side_by_side(grid: Grid, around: Strokes, em: float) -> bool:
    """Whether these are several tables, each between rules of its own: all rules leave the same gap, with columns on
    either side of it. Rules that part at each column only set headings off."""
    strokes = sorted((s for s in around.horizontal if s.kind == "ink"), key=lambda s: (s.start, s.end, s.at))
    groups: list[list[Stroke]] = []
    end = float("-inf")
    for stroke in strokes:
        if stroke.start - end < em or not groups:
            groups = groups or [[]]
        else:
            groups.append([])
        groups[-1].append(stroke)
        end = max(end, stroke.end)
    return len(groups) > 1 and all(_rules_a_table(group, grid, em) for group in groups)


def _rules_a_table(strokes: Sequence[Stroke], grid: Grid, em: float) -> bool:
    """Whether strokes run over several columns, above a header, below it, and at the end."""
    start, end = min(s.start for s in strokes), max(s.end for s in strokes)
    places = sorted(s.at for s in strokes)
    levels = 1 + sum(b - a > em for a, b in pairwise(places))
    return levels >= RULES and any(start + em < b.at < end - em for b in grid.columns[1:-1])


def _column(grid: Grid, k: int) -> list[str]:
    return [text_of(c.words) for c in grid.cells if c.column == k and c.column_span == 1 and c.words]


def _is_list(grid: Grid, width: int) -> bool:
    """Whether a column of bullets, numbers or bracketed keys stands before one of texts."""
    for k in range(width - 1):
        labels, texts = _column(grid, k), _column(grid, k + 1)
        labelled = sum(bool(_LABEL.match(t)) for t in labels) >= MOST * len(labels)
        words = sum(len(t.split()) for t in texts)
        if labels and labelled and words >= TEXT_WORDS * len(texts):
            return True
    return False


def _is_code(grid: Grid) -> bool:
    words = [w for c in grid.cells for w in c.words]
    return sum(w.fixed_pitch for w in words) >= FIXED_PITCH * len(words)


def _is_contents(grid: Grid, width: int) -> bool:
    """Whether the last column has page numbers that grow, and the others titles (or their numbers) before leaders."""
    pages = _column(grid, width - 1)
    titles = [_column(grid, k) for k in range(width - 1)]
    if len(pages) < MANY_PAGES or width > 3 or sum(bool(_PAGE.match(p)) for p in pages) < MOST * len(pages):
        return False
    numbers = [int(p) for p in pages if p.isdigit()]
    if any(b < a for a, b in pairwise(numbers)):
        return False
    texts = titles[-1]
    led = sum(without_leaders(t) != t for t in texts)
    words = sum(not is_value(t) for t in texts)
    return bool(texts) and (led >= 0.5 * len(texts) or (words >= MOST * len(texts) and len(numbers) > 1))


def _is_formula(grid: Grid) -> bool:
    words: Sequence[str] = [w.text for c in grid.cells for w in c.words]
    return sum(len(w) == 1 and not w.isdigit() for w in words) >= SYMBOLS * len(words)
