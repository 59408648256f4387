"""Contents lists: entries that end in a page number, over leader dots or at the far end of the measure.

A list is known by its form alone: several rows near each other that end in page numbers, which never fall. Entries
may take several rows; only the last has the number.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.layout.rows import Row
from pipeline.model.lines import Line

FEWEST = 3  # entries: two rows that end in numbers are no list
FEWEST_WITH_LEADERS = 2  # where dots lead to the number
APART = 2.0  # ems of white before a number that has no leader
NEAR = 4.0  # lines: entries stand closer to each other than that

_LEADER_END = re.compile(r"(?P<leader>(?:\s*[.·…_]){3,}\s*)(?P<page>[\divxlcIVXLC]{1,6})?\s*$")
_PAGE = re.compile(r"(?:\d{1,4}|[ivxlc]{1,6}|[IVXLC]{1,6})$")


@dataclass(frozen=True, slots=True)
class Ending:
    """Where an entry's leader starts, and where its page number does."""

    leader: int
    page: int


@dataclass(frozen=True, slots=True)
class Entry:
    """A contents entry: its rows, and its last row's ending."""

    rows: tuple[Row, ...]
    ending: Ending

    @property
    def page(self) -> str:
        """The page number as printed."""
        return self.rows[-1].text[self.ending.page :].strip()

    @property
    def lines(self) -> tuple[Line, ...]:
        """The title's lines."""
        last = self.rows[-1].line
        head = (last.slice(0, self.ending.leader),) if self.ending.leader else ()
        return (*(r.line for r in self.rows[:-1]), *head)

    @property
    def leader(self) -> Line:
        """The leader dots, with the spaces around them."""
        return self.rows[-1].line.slice(self.ending.leader, self.ending.page)

    @property
    def page_line(self) -> Line:
        """The page number."""
        last = self.rows[-1].line
        return last.slice(self.ending.page, len(last))


def ending_of(row: Row) -> Ending | None:
    """The page number that a row ends in, if it looks like a contents entry's."""
    text = row.text
    match = _LEADER_END.search(text)
    if match and match["page"]:
        return Ending(match.start("leader"), match.start("page"))
    cut = text.rfind(" ")
    if cut <= 0 or not _PAGE.fullmatch(text[cut + 1 :]):
        return None
    gap = row.line.x0[cut + 1] - row.line.x1[cut - 1]
    return Ending(cut, cut + 1) if gap >= APART * row.line.size else None


def entries_in(rows: Sequence[Row], pitch: float) -> dict[int, Entry]:
    """The contents entries among a column's rows, each under the index of its first row."""
    ends = {i: end for i, row in enumerate(rows) if (end := ending_of(row))}
    found: dict[int, Entry] = {}
    for run in _runs(sorted(ends), rows, pitch):
        leaders = sum(ends[i].page - ends[i].leader > 3 for i in run)
        if len(run) < (FEWEST_WITH_LEADERS if leaders >= FEWEST_WITH_LEADERS else FEWEST) or not _rising(
            run, rows, ends
        ):
            continue
        for i in run:
            first = _first_row(i, rows, run)
            found[first] = Entry(tuple(rows[first : i + 1]), ends[i])
    return found


def _runs(indices: Sequence[int], rows: Sequence[Row], pitch: float) -> list[list[int]]:
    runs: list[list[int]] = []
    for i in indices:
        if runs and rows[i].baseline - rows[runs[-1][-1]].baseline <= NEAR * pitch:
            runs[-1].append(i)
        else:
            runs.append([i])
    return runs


def _rising(run: Sequence[int], rows: Sequence[Row], ends: dict[int, Ending]) -> bool:
    """Whether the numbers never fall, front matter's Roman ones aside."""
    numbers = [int(t) for i in run if (t := rows[i].text[ends[i].page :].strip()).isdigit()]
    return all(a <= b for a, b in pairwise(numbers))


def _first_row(i: int, rows: Sequence[Row], run: Sequence[int]) -> int:
    """The first row of the entry that ends in row i: rows without a number, of one style, closer than entries are."""
    first = i
    k = i - 1
    while k >= 0 and k not in run and run[0] <= i:
        step = rows[k + 1].baseline - rows[k].baseline
        style, other = rows[k].style, rows[i].style
        if step > 1.45 * rows[i].line.size or style.size != other.size or style.bold != other.bold:
            break
        first = k
        k -= 1
    return first
