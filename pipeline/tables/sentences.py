"""Sentences about a row that are set under it over all columns.

Lists of products, measures or projects give each entry a row of short cells and, below it, a text as wide as the table.
Such a text is broken where the table's measure ends, so that its last line may stand in the first column alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.tables.rows import TextLine, has_room
from pipeline.tables.values import is_value

SOLID = 1.6  # ems from line to line of one text at most
LEVEL = 0.5  # ems between the left edges of its lines


def with_whole_sentences(lines: Sequence[TextLine], width: int, em: float) -> list[TextLine]:
    """The lines, those of one text over several of the `width` columns made one that spans them all."""
    measure = max((_ends(line)[1] for line in lines), default=0.0) - min(
        (_ends(line)[0] for line in lines), default=0.0
    )
    done: list[TextLine] = []
    open_text = False  # whether the last of `done` is such a text
    for line in lines:
        if open_text and _follows(done[-1], line, measure, em):
            done[-1] = _joined(done[-1], line, width)
            continue
        done.append(line)
        open_text = set(line.cells) == {0} and line.spanning
    return done


def _follows(text: TextLine, line: TextLine, measure: float, em: float) -> bool:
    if set(line.cells) != {0} or line.baseline - text.baseline > SOLID * em or is_value(line.text(0)):
        return False
    if abs(_ends(line)[0] - _ends(text)[0]) > LEVEL * em:
        return False
    last = [w for w in text.cells[0] if abs(w.baseline - text.baseline) < LEVEL * em]
    return not has_room(last, line.cells[0], measure, em)


def _joined(text: TextLine, line: TextLine, width: int) -> TextLine:
    words = [*text.cells[0], *line.cells[0]]
    return replace(line, cells={0: words}, lasts={0: width - 1}, top=text.top)


def _ends(line: TextLine) -> tuple[float, float]:
    words = [w for part in line.cells.values() for w in part]
    return min(w.box.x0 for w in words), max(w.box.x1 for w in words)
