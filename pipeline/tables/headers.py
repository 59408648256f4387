"""Header rows: which bands are the header, and how its lines make rows."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from pipeline.tables.rows import TextLine
from pipeline.tables.values import is_value, is_year

FEWEST_NAMES = 3  # letters or numbers in a row: two may be anything
MOST_HEADINGS = 6  # lines of a header at most: more are text
MOST_LABELLED = 0.6  # of the lines with values have a label, too
MOST_VALUES = 0.5  # of a line's cells right of the first: from there on it is no header


def header_lines(bands: Sequence[Sequence[TextLine]], width: int) -> int:
    """How many of the bands at the top are the header: none of their lines looks like data.

    Bands are what rules divide; without rules (one band) it is 0. Where rows hold values, all bands above the first of
    them are header. Where there are words only, the header is the first band, and the next ones for as long as headings
    of groups leave columns without one.
    """
    filled = [k for k, band in enumerate(bands) if band]
    if len(filled) < 2:
        return 0
    labelled = _labelled([line for band in bands for line in band])
    count = 0
    for k in filled[:-1]:
        if any(_data(line, labelled) for line in bands[k]):
            break
        if count and _texts_only(bands[k:], labelled) and not any(line.spanning for line in bands[filled[0]]):
            break
        count = k + 1
        columns = {c for line in bands[k] for first, last in line.lasts.items() for c in range(first, last + 1)}
        if not any(line.spanning for line in bands[k]) and len(columns) >= width - 1:
            break
    return count


def leading_headings(lines: Sequence[TextLine], below: Sequence[TextLine] = ()) -> int:
    """How many lines at the top of a body without rules are its header: those before the first line of data, or
    as many as are bold, unlike the next. `below` are the lines under a rule further down.

    A label alone in the first column heads a group of rows, unless the header has no other label, and no other group
    of rows a heading like it.
    """
    labelled = _labelled(lines)
    first = next((k for k, line in enumerate(lines) if _data(line, labelled)), 0)
    bold = next((k for k, line in enumerate(lines) if not line.bold), 0)
    if bold and (not first or bold < first) and any(c > 0 for line in lines[:bold] for c in line.cells):
        return bold if bold <= MOST_HEADINGS else 0
    if first and (
        any(0 in line.cells for line in lines[: first - 1]) or _heads_a_group([*lines, *below], first - 1, labelled)
    ):
        while first and set(lines[first - 1].cells) == {0}:
            first -= 1
    return first if first <= MOST_HEADINGS else 0


def _heads_a_group(lines: Sequence[TextLine], k: int, labelled: bool) -> bool:
    """Whether line `k` is a label alone in the first column, as another further down, level with it, above data is."""
    if set(lines[k].cells) != {0}:
        return False
    left = lines[k].cells[0][0].box.x0
    return any(
        set(line.cells) == {0} and abs(line.cells[0][0].box.x0 - left) < 1.0 and _data(below, labelled)
        for line, below in pairwise(lines[k + 1 :])
    )


def _texts_only(bands: Sequence[Sequence[TextLine]], labelled: bool) -> bool:
    return not any(_data(line, labelled) for band in bands for line in band)


def _labelled(lines: Sequence[TextLine]) -> bool:
    """Whether rows have labels: most lines with values have text in the first column."""
    data = [line for line in lines if _data(line, labelled=False)]
    return sum(0 in line.cells for line in data) > MOST_LABELLED * len(data)


def _data(line: TextLine, labelled: bool) -> bool:
    """Whether a line has values (no years) in most cells right of the first, and a label where rows have one."""
    others = [line.text(c) for c in line.cells if c > 0]
    values = sum(is_value(t) and not is_year(t) for t in others)
    return bool(others) and values >= MOST_VALUES * len(others) and (not labelled or 0 in line.cells)


def stacked(lines: Sequence[TextLine]) -> list[list[TextLine]]:
    """A header's lines as rows: lines stack where their parts stand over the same columns.

    Where a line has several parts below one part of the line above, that one heads a group of columns, and the rows
    are two (the "cut-in heads" and "decked heads" of The Chicago Manual of Style, 3.52-3.55).
    """
    rows: list[list[TextLine]] = []
    for line in lines:
        if rows and not _names_columns(line) and all(_stacks(above, line) for above in rows[-1]):
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows


def _names_columns(line: TextLine) -> bool:
    """Whether the line gives each column a letter or number, in order, so that text can refer to it: (a) (b) (c)."""
    names = [line.text(c).strip("()[] ").casefold() for c in sorted(line.cells)]
    if len(names) < FEWEST_NAMES or not all(n.isdecimal() or (len(n) == 1 and n.isalpha()) for n in names):
        return False
    places = [int(n) if n.isdecimal() else ord(n) for n in names]
    return all(b - a == 1 for a, b in pairwise(places))


def _stacks(above: TextLine, below: TextLine) -> bool:
    """Whether parts that share a column share all of their columns."""
    for a, a_last in above.lasts.items():
        for b, b_last in below.lasts.items():
            if a <= b_last and b <= a_last and (a, a_last) != (b, b_last):
                return False
    return True
