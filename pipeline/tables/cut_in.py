"""Headings of groups of rows that reach over all columns.

"Cut-in heads" stand in the middle over the columns, or begin at the left in a row that is theirs alone (The Chicago
Manual of Style, 3.56). A label above entries that are set in, or with a colon, is an entry of the first column itself
("stub", 3.57), and the first line of a long label is no heading, but has no room for the next word.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from pipeline.tables.columns import Boundary
from pipeline.tables.rows import TextLine, goes_on, has_room, is_heading
from pipeline.tables.values import is_value, is_year
from pipeline.tables.words import Word

CENTRED = 1.0  # ems from the middle of the columns
INDENT = 0.5  # ems: less is rounding or an overhanging letter
LEVEL = 0.25  # ems between edges that are level: a heading in the middle may come near an edge by chance
SOLID = 1.4  # ems from line to line in one cell at most
EVEN = 0.95  # of the usual step from row to row
FEWEST = 2  # headings of one table: one label without values may as well have none
FEWEST_COLUMNS = 3


def with_cut_in_heads(lines: Sequence[TextLine], columns: Sequence[Boundary], em: float) -> list[TextLine]:
    """The lines, headings of groups below the table's header spread over the columns that they head."""
    width = len(columns) - 1
    start = next((k for k, line in enumerate(lines) if _has_values(line)), len(lines))
    while start and len(lines[start - 1].cells) == 1:
        start -= 1
    if width < FEWEST_COLUMNS:
        return list(lines)
    heads: dict[int, tuple[int, int]] = {}
    plain: set[int] = set()
    for k in range(start, len(lines) - 1):
        line, below = lines[k], lines[k + 1]
        if len(line.cells) != 1 or len(below.cells) < 2 or is_value(line.text(min(line.cells))):
            continue
        if span := _centred(line, lines, columns, em):
            heads[k] = span
        elif 0 in line.cells and _heads_rows(lines, k, em):
            heads[k] = (0, width - 1)
            if not line.bold or all(other.bold for other in lines):
                plain.add(k)
    if len(plain) < FEWEST or not _evenly_set(plain, lines):
        heads = {k: span for k, span in heads.items() if k not in plain}
    return [_spread(line, heads[k]) if k in heads else line for k, line in enumerate(lines)]


def _has_values(line: TextLine) -> bool:
    texts = [line.text(c) for c in line.cells if c]
    return 0 in line.cells and any(is_value(text) and not is_year(text) for text in texts)


def _spread(line: TextLine, span: tuple[int, int]) -> TextLine:
    [words] = line.cells.values()
    return replace(line, cells={span[0]: words}, lasts={span[0]: span[1]})


def _centred(
    line: TextLine, lines: Sequence[TextLine], columns: Sequence[Boundary], em: float
) -> tuple[int, int] | None:
    """The columns in whose middle the line stands: all, or all but the first; None where it begins at the left, or is
    level with an edge of the column that it stands in.

    The second column's cells begin somewhere between the labels' right edge and the second column's text.
    """
    width = len(columns) - 1
    [(first, words)] = line.cells.items()
    x0, x1 = _ends(words)
    entries = [_ends(other.cells[first]) for other in lines if other is not line and first in other.cells]
    level = sum(min(abs(x0 - a), abs(x1 - b)) <= LEVEL * em for a, b in entries)
    if 2 * level > len(entries) or any(
        abs(x0 - _ends(other.cells[0])[0]) <= INDENT * em for other in lines if 0 in other.cells
    ):
        return None
    ends = [_ends(part) for other in lines for part in other.cells.values()]
    left, right = min(a for a, _ in ends), max(b for _, b in ends)
    if abs((x0 + x1) / 2 - (left + right) / 2) <= CENTRED * em:
        return 0, width - 1
    stub = max((_ends(other.cells[0])[1] for other in lines if other.lasts.get(0) == 0), default=left)
    second = min((_ends(other.cells[1])[0] for other in lines if other.lasts.get(1) == 1), default=columns[1].at)
    within = (stub + right) / 2 - CENTRED * em <= (x0 + x1) / 2 <= (second + right) / 2 + CENTRED * em
    return (1, width - 1) if within else None


def _alike(x0: float, x1: float, lines: Sequence[TextLine], em: float) -> bool:
    """Whether another line of one text, longer or shorter, has its middle at the same place."""
    alone = [_ends(words) for line in lines if len(line.cells) == 1 for words in line.cells.values()]
    return any(abs(a + b - x0 - x1) <= INDENT * em and abs(a - x0) > INDENT * em for a, b in alone)


def _heads_rows(lines: Sequence[TextLine], k: int, em: float) -> bool:
    """Whether the label that line `k` holds heads the rows below, which begin at the same place, and neither goes on
    from the label above nor into the one below."""
    line, below = lines[k], lines[k + 1]
    text = line.text(0)
    if 0 not in below.cells or (k and 0 not in lines[k - 1].cells) or not (text[:1].isupper() or text[:1].isdigit()):
        return False
    if text.endswith(":") or abs(_inset(line, below)) > INDENT * em:
        return False
    widest = max(x1 - x0 for x0, x1 in (_ends(other.cells[0]) for other in lines if 0 in other.cells))
    near = [(a, b) for a, b in ((lines[k - 1], line), (line, below)) if k and 0 in a.cells]
    if any(goes_on(a.text(0), b.text(0)) for a, b in near):
        return False
    if is_heading(line.cells[0], below.cells[0]):
        return True
    return _is_row(line, below, lines, em) or all(has_room(a.cells[0], b.cells[0], widest, em) for a, b in near)


def _is_row(line: TextLine, below: TextLine, lines: Sequence[TextLine], em: float) -> bool:
    """Whether a line stands as far above the next as rows do, where those are set wider than lines of one cell."""
    steps = [b.baseline - a.baseline for a, b in pairwise(lines) if len(a.cells) > 1 and len(b.cells) > 1]
    step = below.baseline - line.baseline
    return bool(steps) and step > SOLID * em and step >= EVEN * median(steps)


def _inset(line: TextLine, below: TextLine) -> float:
    return _ends(below.cells[0])[0] - _ends(line.cells[0])[0]


def _evenly_set(heads: set[int], lines: Sequence[TextLine]) -> bool:
    """Whether all other rows of the body have several cells: else labels without values are nothing special."""
    return all(len(line.cells) > 1 or k in heads for k, line in enumerate(lines) if k > min(heads))


def _ends(words: Sequence[Word]) -> tuple[float, float]:
    return min(w.box.x0 for w in words), max(w.box.x1 for w in words)
