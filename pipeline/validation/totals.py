"""Sums in tables of numbers: which rows and columns are totals, and which of them do not add up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

_TOTAL = re.compile(r"^(?:grand |overall |sub-?)?total\b|^totals\b|^sum\b|^all (?:rows|groups|regions|states)\b", re.I)
_SUBTOTAL = re.compile(r"^sub-?total\b", re.I)
# A number as tables print it: sign or brackets for negative, thousands by comma or thin space, percent, currency, and a
# note's marker after it.
_NUMBER = re.compile(
    r"^(?P<open>\()?\s*(?P<sign>[-−–+])?\s*[$€£]?\s*(?P<digits>\d{1,3}(?:[,\u00a0\u2009\u202f ]\d{3})+|\d+)"
    r"(?P<fraction>\.\d+)?\s*%?\s*(?P<close>\))?\s*[*†‡§a-e]?$"
)
_NOTHING = frozenset({"-", "–", "—", "", "nil", "none"})
FEWEST_PARTS = 2
WITNESSES = 1  # other totals of the same line that add up, before one that does not is said to be wrong
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
    yield from _down(rows)
    turned: list[list[str | None]] = [
        [columns[c] if columns else "", *(row[c] if c < len(row) else None for row in rows)]
        for c in range(1, len(columns))  # the first column says what the rows are
    ]
    for wrong in _down(turned):
        label = str(rows[wrong.column - 1][0] or "")
        yield WrongTotal(wrong.column - 1, wrong.row + 1, label, wrong.printed, wrong.sum)


def number(cell: str | None) -> Decimal | None:
    """The number in a cell; None where it holds anything else."""
    found = _NUMBER.match((cell or "").strip())
    if found is None or bool(found["open"]) != bool(found["close"]):
        return None
    digits = re.sub(r"\D", "", found["digits"]) + (found["fraction"] or "")
    try:
        value = Decimal(digits)
    except InvalidOperation:  # digits of another script that Decimal does not take in one number with a fraction
        return None
    return -value if found["open"] or found["sign"] in ("-", "−", "–") else value


def _down(rows: Sequence[Row]) -> Iterator[WrongTotal]:
    """Totals in rows against the numbers above them, column by column."""
    totals = [i for i, row in enumerate(rows) if row and _TOTAL.match((row[0] or "").strip())]
    width = max((len(row) for row in rows), default=0)
    for i in totals:
        verdicts = [(c, _verdict(rows, totals, i, c)) for c in range(1, width)]
        right = sum(verdict == "right" for _, verdict in verdicts)
        for column, verdict in verdicts:
            if isinstance(verdict, Decimal) and right >= WITNESSES:
                yield WrongTotal(i, column, str(rows[i][0]), str(rows[i][column]), f"{verdict:,}")


def _verdict(rows: Sequence[Row], totals: Sequence[int], i: int, column: int) -> Decimal | str | None:
    """ "right", the sum where the total is not it, or None where nothing can be said."""
    total = number(_cell(rows, i, column))
    sums = list(_possible_sums(rows, totals, i, column))
    if total is None or not sums:
        return None
    if any(abs(total - value) <= slack for value, slack in sums):
        return "right"
    nearest = min((abs(total - value), value) for value, _ in sums)
    return nearest[1] if nearest[0] < NEAR * abs(total) else None


def _possible_sums(
    rows: Sequence[Row], totals: Sequence[int], i: int, column: int
) -> Iterator[tuple[Decimal, Decimal]]:
    """Each sum that the total can be of, with how far rounding may shift it."""
    before = [k for k in totals if k < i]
    parts = [k for k in range(i) if k not in totals]
    since = [k for k in parts if not before or k > before[-1]]
    for chosen in (parts, since, before):
        cells = [_cell(rows, k, column) for k in chosen]
        values = [Decimal(0) if (cell or "").strip() in _NOTHING else number(cell) for cell in cells]
        if len(values) >= FEWEST_PARTS and all(v is not None for v in values):
            places = max(_places(cell) for cell in [*cells, _cell(rows, i, column)])
            # Whole numbers are counts and not rounded; figures with decimals or percent signs are.
            rounded = places > 0 or any("%" in (cell or "") for cell in cells)
            slack = ROUNDING * (len(values) + 1) * Decimal(10) ** -places if rounded else Decimal(0)
            yield sum((v for v in values if v is not None), Decimal(0)), slack


def _cell(rows: Sequence[Row], row: int, column: int) -> str | None:
    return rows[row][column] if column < len(rows[row]) else None


def _places(cell: str | None) -> int:
    value = number(cell)
    return max(0, -int(value.as_tuple().exponent)) if value is not None else 0
