"""Header rows: which bands are the header, and how its lines make rows."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.tables.rows import TextLine
from pipeline.tables.values import is_value, is_year

MOST_VALUES = 0.5  # of a line's cells right of the first: from there on it is no header


def header_lines(bands: Sequence[Sequence[TextLine]]) -> int:
    """How many of the bands at the top are the header: none of their lines looks like data, the next band does.

    Bands are what rules divide. Without rules (one band) it is 0.
    """
    filled = [k for k, band in enumerate(bands) if band]
    if len(filled) < 2:
        return 0
    count = 0
    for k in filled[:-1]:
        if any(_data(line) for line in bands[k]):
            break
        if count and not any(line.spanning for line in bands[filled[0]]) and _texts_only(bands[k:]):
            break
        count = k + 1
        if count and not any(line.spanning for band in bands[:count] for line in band):
            break
    return count


def _texts_only(bands: Sequence[Sequence[TextLine]]) -> bool:
    return not any(_data(line) for band in bands for line in band)


def _data(line: TextLine) -> bool:
    """Whether a line has values (no years) in most cells right of the first."""
    others = [line.text(c) for c in line.cells if c > 0]
    values = sum(is_value(t) and not is_year(t) for t in others)
    return bool(others) and values > MOST_VALUES * len(others)


def stacked(lines: Sequence[TextLine], em: float) -> list[list[TextLine]]:
    """A header's lines as rows: a line with a heading over several columns is a row of its own, others stack."""
    rows: list[list[TextLine]] = []
    for line in lines:
        if rows and not line.spanning and not any(above.spanning for above in rows[-1]):
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows
