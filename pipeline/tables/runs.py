"""Runs of lines set in columns by white space alone: where a table without rules may stand.

Nurminen ("Algorithmic extraction of data in tables in PDF documents", 2013, 3.3) and Hassan and Baumgartner (2007) look
for lines with several pieces and gather neighbours that keep to the same columns; here, too, with running text set
aside before, and with each text column of the page looked at alone.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from pipeline.model.geometry import Box, union
from pipeline.tables.columns import FEW_ROWS, Boundary, white_columns
from pipeline.tables.prose import TextBlock, text_columns
from pipeline.tables.rows import goes_on
from pipeline.tables.strokes import Strokes
from pipeline.tables.textlines import extents_of, parts_of
from pipeline.tables.values import CAPTION, is_value, is_year
from pipeline.tables.words import Word, box_of, chunks_of, text_of, text_rows

COLUMN_GAP = 1.0  # ems: lines with such a gap inside are set in columns
BREAK = 2.2  # times the usual pitch: more space than that between rows ends a table
BREAK_EMS = 3.2  # ems; groups of rows are set apart by a blank line at most
HEADINGS = 2  # lines at most above the first row with several cells: a heading over several columns
CAPTION_LEADING = 1.6  # ems from line to line of a caption
BRIDGED = 0.2  # of the rows have a word across the gutter, where a table takes in several text columns
RECENT = 40  # rows of a run tell its columns: more would only cost time
KEPT = 0.7  # of the white columns outlive a row that belongs to the table
LEVEL = 0.3  # ems between left edges that are level
STUB_INDENT = 4.0  # ems by which labels of a sub-group stand in

Row = list[Word]


def white_regions(words: Sequence[Word], blocks: Sequence[TextBlock], strokes: Strokes, em: float) -> list[Box]:
    """Boxes of runs of lines set in columns: over the page's width, and within each of its text columns."""
    prose = {i for b in blocks if b.prose for i in b.lines}
    boxes_of_prose = [b.box for b in blocks if b.prose]
    free = [w for w in words if w.line not in prose]
    columns = text_columns(blocks)
    gutters = [(a[1], b[0]) for a, b in pairwise(columns)]
    boxes: dict[Box, None] = {}
    for run in _runs(free, boxes_of_prose, em):
        if all(_bridged(run, gutter, strokes) for gutter in gutters):
            boxes[union(box_of(row) for row in run)] = None
    for left, right in columns:
        zone = [w for w in free if left - em <= w.box.x0 and w.box.x1 <= right + em]
        for run in _runs(zone, boxes_of_prose, em):
            if any(_ruled_across(run, gutter, strokes) for gutter in gutters):
                continue
            boxes[union(box_of(row) for row in run)] = None
    return list(boxes)


def _bridged(run: Sequence[Row], gutter: tuple[float, float], strokes: Strokes) -> bool:
    """Whether something of the run stands across a gutter between the page's text columns, or nothing at both sides."""
    left, right = gutter
    box = box_of([w for row in run for w in row])
    if box.x1 <= right or box.x0 >= left:
        return True
    if _ruled_across(run, gutter, strokes):
        return True
    middle = (left + right) / 2
    return sum(any(w.box.x0 < middle < w.box.x1 for w in row) for row in run) > BRIDGED * len(run)


def _ruled_across(run: Sequence[Row], gutter: tuple[float, float], strokes: Strokes) -> bool:
    """Whether a rule (or the edge of a ground) inside the run's height goes on across the gutter."""
    box = box_of([w for row in run for w in row])
    return any(box.top < s.at < box.bottom and s.start < gutter[0] and s.end > gutter[1] for s in strokes.horizontal)


def _runs(words: Sequence[Word], prose: Sequence[Box], em: float) -> Iterator[list[Row]]:
    for segment in _segments(text_rows(words), prose, em):
        run: list[Row] = []
        caption: Row | None = None
        for row in segment:
            caption = row if _is_caption(row, caption) else None
            if caption:
                yield from _tidied(run, em)
                run = []
                continue
            columned = _columned(row)
            if not any(_columned(r) for r in run):
                run = [*run, row] if columned else [*run[-HEADINGS + 1 :], row]
            elif _belongs(row, run, em):
                run.append(row)
            else:
                yield from _tidied(run, em)
                run = [row]
        yield from _tidied(run, em)


def _is_caption(row: Row, before: Row | None) -> bool:
    """Whether a row begins a caption, or goes on with the one before: alone, close below, and level with its text."""
    if CAPTION.match(text_of(row)):
        return True
    if before is None or _columned(row) or row[0].baseline - before[0].baseline > CAPTION_LEADING * row[0].size:
        return False
    return any(abs(row[0].box.x0 - chunk[0].box.x0) < row[0].size for chunk in chunks_of(before))


def _belongs(row: Row, run: list[Row], em: float) -> bool:
    """Whether a row goes on with the run: it keeps to the columns, and a single chunk stands where a cell would."""
    run = run[-RECENT:]
    rows = [r for r in run if _columned(r)]
    columns = _bounded(white_columns(rows, em))
    parts = parts_of(row, columns, em, extents_of(rows, columns))
    if CAPTION.match(text_of(row)):
        return False
    if len(parts) > 1:
        if _fits(parts):
            return True
        known = white_columns(run, em)
        wider = white_columns([*run, row], em)
        if len(run) < FEW_ROWS:
            return len(wider) >= KEPT * len(known)
        return len(wider) >= len(known) and _fits(parts_of(row, _bounded(wider), em))
    piece, first, last = parts[0]
    if first == 0 < last and _heads_a_group(piece, rows, em):
        return True
    if first != last:
        return False
    if first == 0:
        stub = sorted(r[0].box.x0 for r in run if r[0].box.center[0] < columns[1].at)
        begun = len(stub) > 1 and stub[1] - stub[0] < em  # a header set in the middle tells no left edge
        return not begun or _is_first_label(piece, run) or stub[0] - em < piece[0].box.x0 < stub[0] + STUB_INDENT * em
    return first in {f for _, f, _ in parts_of(run[-1], columns, em)}


def _heads_a_group(piece: Row, rows: Sequence[Row], em: float) -> bool:
    """Whether a text that reaches over the first column, level with its labels, and bold, unlike one of them, heads a
    group of the rows."""
    labels = [row[0] for row in rows]
    level = any(abs(w.box.x0 - piece[0].box.x0) < LEVEL * em for w in labels)
    return level and all(w.bold for w in piece) and not all(w.bold for w in labels)


def _is_first_label(piece: Row, run: Sequence[Row]) -> bool:
    """Whether a text under nothing but headings stands left of them all: the column of labels has no heading."""
    headings = [w for row in run for w in row]
    return max(w.box.x1 for w in piece) < min(w.box.x0 for w in headings) and not any(
        is_value(w.text) and not is_year(w.text) for w in headings
    )


def _fits(parts: Sequence[tuple[Row, int, int]]) -> bool:
    return all(first == last for _, first, last in parts)


def _bounded(inner: Sequence[Boundary]) -> list[Boundary]:
    return [Boundary(float("-inf"), "space"), *inner, Boundary(float("inf"), "space")]


def _segments(rows: Sequence[Row], prose: Sequence[Box], em: float) -> Iterator[list[Row]]:
    """Rows parted where far more space than usual, or running text, lies between."""
    pitches = [b[0].baseline - a[0].baseline for a, b in itertools.pairwise(rows)]
    usual = median(pitches) if pitches else 0.0
    segment: list[Row] = []
    for k, row in enumerate(rows):
        if segment and (pitches[k - 1] > max(BREAK * usual, BREAK_EMS * em) or _text_between(rows[k - 1], row, prose)):
            yield segment
            segment = []
        segment.append(row)
    if segment:
        yield segment


def _text_between(above: Row, below: Row, prose: Sequence[Box]) -> bool:
    around = box_of([*above, *below])
    return any(above[0].baseline < b.center[1] < below[0].baseline and b.overlaps_x(around) > 0 for b in prose)


def _columned(row: Row) -> bool:
    """Whether a row has several cells for sure: a wide gap, or values set apart."""
    if len(chunks_of(row, COLUMN_GAP)) > 1:
        return True
    return sum(is_value(text_of(c)) for c in chunks_of(row)) > 1


def _tidied(run: list[Row], em: float) -> Iterator[list[Row]]:
    """The run without rows at its ends that are none of its own: what stands in the first column only or runs over."""
    if sum(_columned(row) for row in run) < 2:
        return
    inner = white_columns(run, em)
    if not inner:
        return
    columns = _bounded(inner)
    while run and not _ends(run[-1], run[:-1], columns, em):
        run = run[:-1]
    if not any(_columned(row) for row in run):
        return
    if _is_title(run, columns, em):
        run = run[1:]
    head = next(k for k, row in enumerate(run) if _columned(row))
    start = max((k + 1 for k, row in enumerate(run[: head + 1]) if not _begins(row, columns, em)), default=0)
    run = run[start:]
    if len(run) > 1:
        yield run


def _is_title(run: Sequence[Row], columns: Sequence[Boundary], em: float) -> bool:
    """Whether the first row is a single chunk set in the middle of all columns: a title, not a heading of some."""
    if _columned(run[0]):
        return False
    whole = box_of([w for row in run[1:] for w in row])
    middle = box_of(run[0]).center[0]
    right = [w.box for row in run[1:] for w in row if w.box.center[0] > columns[1].at]
    headed = [(columns[1].at + whole.x1) / 2, *([union(right).center[0]] if right else [])]
    return abs(middle - whole.center[0]) < min(*(abs(middle - h) for h in headed), 2 * em)


def _begins(row: Row, columns: Sequence[Boundary], em: float) -> bool:
    """Whether a table may begin with the row: there is text right of the first column, and none runs out of that."""
    if CAPTION.match(text_of(row)):
        return False
    parts = parts_of(row, columns, em)
    return any(first > 0 for _, first, _ in parts) and not any(first == 0 < last for _, first, last in parts)


def _ends(row: Row, above: Sequence[Row], columns: Sequence[Boundary], em: float) -> bool:
    """Whether a table may end with the row: it has several cells, or goes on with the text of the row above."""
    parts = parts_of(row, columns, em)
    if CAPTION.match(text_of(row)):
        return False
    if len(parts) > 1:
        return _fits(parts)
    before = {f: p for p, f, _ in parts_of(above[-1], columns, em)} if above else {}
    piece, first, last = parts[0]
    return first == last and first in before and goes_on(text_of(before[first]), text_of(piece))
