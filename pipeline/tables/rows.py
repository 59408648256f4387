"""Which printed lines make one row: lines of one cell against rows of their own.

Where nothing is drawn between rows, four things tell: the space between lines (lines of a cell stand closer than rows,
where the rows are set apart at all), values (no cell holds two of them one below the other), empty columns (the second
line of a cell leaves the others empty), and greedy line breaking: a line was broken only where the next word did not
fit, so a line with room for the next line's first word ended on purpose.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.tables.values import is_value, without_leaders
from pipeline.tables.words import Word, text_of

WORD_SPACE = 0.25  # ems
APART = 1.25  # times the closest pitch: wider than lines of one text are set (leading varies by rounding only)
SPACED_ROWS = 0.15  # share of wide pitches from which rows may be set apart, unless closer lines are rows, too
CAPITALS = 5  # letters: fewer are an abbreviation
INDENT = 0.5  # ems: less is rounding or an overhanging letter
OPEN_END = ("-", "‐", ",", "(", "/", "&", "–", "—")
JOINING_WORDS = frozenset(
    ("and", "or", "of", "the", "for", "in", "to", "with", "by", "on", "from", "a", "an", "de", "la", "le", "du", "et")
)


@dataclass(frozen=True, slots=True)
class TextLine:
    """One printed line of a region: its words by the first column they stand in, and the last one where they reach
    over several."""

    cells: dict[int, list[Word]]
    lasts: dict[int, int]
    baseline: float
    top: float
    bottom: float

    @property
    def spanning(self) -> bool:
        """Whether a part of it reaches over several columns."""
        return any(last > first for first, last in self.lasts.items())

    @property
    def first_baseline(self) -> float:
        """The uppermost baseline, where texts beside each other are set at several heights."""
        return min(w.baseline for words in self.cells.values() for w in words)

    @property
    def bold(self) -> bool:
        """Whether all of its words are bold."""
        return all(w.bold for words in self.cells.values() for w in words)

    def text(self, column: int) -> str:
        """The words in a column, without dot leaders."""
        return without_leaders(text_of(self.cells[column]))


@dataclass(frozen=True, slots=True)
class Column:
    """How wide a column's text gets: its outermost edges, in points."""

    left: float
    right: float


def group_lines(lines: Sequence[TextLine], em: float) -> list[list[TextLine]]:
    """The lines of a body without drawn row lines, grouped to rows, in order."""
    if not lines:
        return []
    columns = _columns(lines)
    pitches = [b.first_baseline - a.baseline for a, b in pairwise(lines)]
    closest = min(pitches, default=0.0)
    close = [pair for pair, pitch in zip(pairwise(lines), pitches, strict=True) if pitch <= APART * closest]
    wide = len(pitches) - len(close)
    spaced = wide >= max(1, SPACED_ROWS * len(pitches)) and not any(_are_rows(a, b, columns, em) for a, b in close)
    rows = [[lines[0]]]
    for k, (above, below) in enumerate(pairwise(lines)):
        after = pitches[k + 1] if k + 1 < len(pitches) else None
        tight = pitches[k] <= APART * closest
        if tight and _one_row(rows[-1], above, below, columns, em, spaced, pitches[k], after):
            rows[-1].append(below)
        else:
            rows.append([below])
    return rows


def _columns(lines: Sequence[TextLine]) -> dict[int, Column]:
    columns: dict[int, Column] = {}
    for line in lines:
        if line.spanning:
            continue
        for c, words in line.cells.items():
            left, right = min(w.box.x0 for w in words), max(w.box.x1 for w in words)
            old = columns.get(c)
            columns[c] = Column(min(left, old.left), max(right, old.right)) if old else Column(left, right)
    return columns


def _one_row(
    row: Sequence[TextLine],
    above: TextLine,
    below: TextLine,
    columns: dict[int, Column],
    em: float,
    spaced: bool,
    pitch: float,
    after: float | None,
) -> bool:
    """Whether `below` is a further line of the row that `above` ends."""
    if above.spanning or below.spanning:
        return False
    filled = {c for line in row for c in line.cells}
    shared = filled & set(below.cells)
    if any(c in above.cells and is_value(above.text(c)) and is_value(below.text(c)) for c in shared):
        return False
    if any(c in above.cells and is_value(above.text(c)) and not goes_on(above.text(c), below.text(c)) for c in shared):
        return False  # nor does a text go on from a value
    if spaced:
        return bool(shared) or len(filled) < len(columns)
    if not shared:
        return False
    on = {c for c in shared if c in above.cells}
    broken = [c for c in sorted(on) if _broken(above.cells[c], below.cells[c], columns.get(c), em)]
    flowing = [c for c in sorted(on) if goes_on(above.text(c), below.text(c))]
    if set(below.cells) < filled or (set(below.cells) == filled and len(filled) > 1):
        if not on or any(is_value(below.text(c)) for c in below.cells):
            return False
        if set(below.cells) == {0}:
            return bool(flowing) or (bool(broken) and (_indented(above, below, em) or (after or 0.0) > 1.1 * pitch))
        if set(below.cells) == filled and not flowing:
            return False
        return all(c in broken or c in flowing for c in on)
    if filled < set(below.cells):  # a label's first lines stand above the line with the values
        if any(above.text(c) == below.text(c) for c in on):
            return False  # no entry says the same twice
        label = above.text(0) if 0 in above.cells else ""
        return bool(flowing) or (bool(broken) and not label.endswith(":") and not _indented(above, below, em))
    return False


def _are_rows(above: TextLine, below: TextLine, columns: dict[int, Column], em: float) -> bool:
    """Whether two lines, however close, can't be of one row: values, or several texts that ended on purpose."""
    both = [c for c in above.cells if c in below.cells]
    if any(is_value(above.text(c)) and is_value(below.text(c)) for c in both):
        return True
    if len(both) < 2 or any(goes_on(above.text(c), below.text(c)) for c in both):
        return False
    return not all(_broken(above.cells[c], below.cells[c], columns.get(c), em) for c in both)


def _broken(above: Sequence[Word], below: Sequence[Word], column: Column | None, em: float) -> bool:
    """Whether the first word below would not have fitted on the line above."""
    if column is None or is_heading(above, below):
        return False
    return not has_room(above, below, column.right - column.left, em)


def is_heading(above: Sequence[Word], below: Sequence[Word]) -> bool:
    """Whether the upper line is bold, or in capitals, and the lower one is not: a heading and what stands under it, not
    one text. Short words in capitals are names."""
    upper, lower = text_of(above), text_of(below)
    capitals = upper.isupper() and sum(c.isalpha() for c in upper) >= CAPITALS and lower.upper() != lower
    return capitals or (all(w.bold for w in above) and not any(w.bold for w in below))


def has_room(above: Sequence[Word], below: Sequence[Word], width: float, em: float) -> bool:
    """Whether the first word below would have fitted on the line above, in a column of this width."""
    taken = max(w.box.x1 for w in above) - min(w.box.x0 for w in above)
    first = min(below, key=lambda w: w.box.x0)
    return taken + WORD_SPACE * em + first.box.width <= width


def goes_on(above: str, below: str) -> bool:
    """Whether the words themselves go on: an open end, a joining word, or a small letter or bracket to begin with."""
    last = above.rsplit(None, 1)[-1].casefold() if above.split() else ""
    if above.endswith(OPEN_END) or last in JOINING_WORDS:
        return True
    return (below[:1].islower() or below.startswith("(")) and not is_value(below)


def _indented(above: TextLine, below: TextLine, em: float) -> bool:
    if 0 not in above.cells or 0 not in below.cells:
        return False
    return min(w.box.x0 for w in below.cells[0]) - min(w.box.x0 for w in above.cells[0]) > INDENT * em
