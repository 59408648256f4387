"""Sums in tables of numbers: which rows and columns are totals, and which of them do not add up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from pipeline.tables import decimal_sign, read_number
from pipeline.tables.numbers import Sign

_TOTAL = re.compile(r"^(?:grand |overall |sub-?)?total\b|^totals\b|^sum\b|^all (?:rows|groups|regions|states)\b", re.I)
_SUBTOTAL = re.compile(r"^sub-?total\b", re.I)
FEWEST_PARTS = 2
# A line of totals that has one that adds up is a line of sums. A lone total is one where it is a count of at least so
# many parts, and off by less than this share of itself (a misprint; a selection or an average would be off by more),
# but by more than rounding to whole thousands, say, explains.
FEWEST_COUNTS = 3
MISPRINT = Decimal("0.1")
NEAR = Decimal("0.5")  # a wrong total is off by a misprint, not by another order: less than half of itself
ROUNDING = Decimal("0.5")  # units in the last printed place by which rounding may shift each part

Row = Sequence[str | None]


@dataclass(frozen=True, slots=True)
class WrongTotal:
    """A total that is not its sum: its place (row of the body, column), label, and both figures."""

    row: int
    column: int
    label: str
    printed: str
    sum: str


def wrong_totals(columns: Sequence[str], rows: Sequence[Row]) -> Iterator[WrongTotal]:
    """The totals of a table that do not add up, downwards and across."""
    sign = decimal_sign(cell for row in rows for cell in row if cell)
    yield from _down(rows, sign)
    heads = _column(rows, 0, sign)
    turned: list[list[str | None]] = [
        [columns[c], *(row[c] if c < len(row) else None for row in rows)]
        for c in range(1, len(columns))  # the first column says what the rows are
    ]
    for wrong in _down(turned, sign):
        row = wrong.column - 1
        if not _is_part(heads[row], wrong, sign):
            yield WrongTotal(row, wrong.row + 1, str(rows[row][0] or ""), wrong.printed, wrong.sum)


def _is_part(head: _Figure, wrong: WrongTotal, sign: Sign | None) -> bool:
    """Whether the total is right with the figure in the first column: that is a part, then, and no label."""
    total = _figure(wrong.printed, sign).value
    return head.value is not None and total == head.value + Decimal(wrong.sum.replace(",", ""))


def _down(rows: Sequence[Row], sign: Sign | None) -> Iterator[WrongTotal]:
    """Totals in rows against the numbers above them, column by column."""
    totals = [i for i, row in enumerate(rows) if row and _TOTAL.match((row[0] or "").strip())]
    width = max((len(row) for row in rows), default=0)
    for i in totals:
        columns = {c: _column(rows, c, sign) for c in range(1, width)}
        verdicts = {c: v for c, figures in columns.items() if (v := _verdict(figures, totals, i)) is not None}
        vouched = "right" in verdicts.values()
        for column, verdict in verdicts.items():
            lone = len(verdicts) == 1 and _counts(columns[column], i, verdict)
            if isinstance(verdict, Decimal) and (vouched or lone):
                yield WrongTotal(i, column, str(rows[i][0]), str(rows[i][column]), f"{verdict:,}")


@dataclass(frozen=True, slots=True)
class _Figure:
    """A cell as a number, None where it holds none; its printed decimals; whether it may be rounded, or is empty."""

    value: Decimal | None
    places: int = 0
    rounded: bool = False
    empty: bool = False


def _column(rows: Sequence[Row], column: int, sign: Sign | None) -> list[_Figure]:
    return [_figure(row[column] if column < len(row) else None, sign) for row in rows]


def _figure(cell: str | None, sign: Sign | None) -> _Figure:
    if not (cell or "").strip():
        return _Figure(Decimal(0), empty=True)
    found = read_number(cell or "", sign)
    if found is None:
        return _Figure(None)
    if found.value is None:  # a dash, nil: nothing to add
        return _Figure(Decimal(0))
    places = max(0, -int(found.value.as_tuple().exponent))
    # Whole numbers are counts and not rounded; figures with decimals or percent signs are.
    return _Figure(found.value, places, places > 0 or found.unit == "percent")


def _counts(figures: Sequence[_Figure], i: int, verdict: Decimal | str) -> bool:
    """Whether a lone total counts whole things and is a little off."""
    total = figures[i].value
    whole = not any(figure.rounded or figure.empty for figure in figures[: i + 1])
    if not isinstance(verdict, Decimal) or total is None or not whole or i < FEWEST_COUNTS:
        return False
    return ROUNDING * (i + 1) < abs(verdict - total) <= MISPRINT * abs(total)


def _verdict(figures: Sequence[_Figure], totals: Sequence[int], i: int) -> Decimal | str | None:
    """What the total is: "right", or else the sum that it should be; None where nothing can be said.

    An empty cell may stand for nothing, or for a figure that nobody entered: with one, only a right sum is told.
    """
    total = figures[i].value
    sums = list(_possible_sums(figures, totals, i))
    if not total or not sums:
        return None
    if any(abs(total - value) <= slack for value, slack in sums):
        return "right"
    if any(figure.empty for figure in figures[:i]):
        return None
    nearest = min((abs(total - value), value) for value, _ in sums)
    return nearest[1] if nearest[0] < NEAR * abs(total) else None


def _possible_sums(figures: Sequence[_Figure], totals: Sequence[int], i: int) -> Iterator[tuple[Decimal, Decimal]]:
    """Each sum that the total can be of, with how far rounding may shift it."""
    before = [k for k in totals if k < i]
    parts = [k for k in range(i) if k not in totals]
    since = [k for k in parts if not before or k > before[-1]]
    for chosen in (parts, since, before):
        added = [figures[k] for k in chosen]
        values = [figure.value for figure in added if figure.value is not None]
        if len(added) >= FEWEST_PARTS and len(values) == len(added):
            places = max(figure.places for figure in [*added, figures[i]])
            rounded = any(figure.rounded for figure in added)
            slack = ROUNDING * (len(values) + 1) * Decimal(10) ** -places if rounded else Decimal(0)
            yield sum(values, Decimal(0)), slack
