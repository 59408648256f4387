"""Contents lists: titles with page numbers, over leader dots, at the far end of the measure, or before the titles.

A list is known by its form: several rows near each other with page numbers that never fall. Where no leaders show it,
its titles must be printed elsewhere too, as headings are, and each row says one thing: else it is a table. Entries may
take several rows, and the number may stand at the first, the last or half way between them; white space between
entries, if there is any, tells which rows are one entry.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from pipeline.layout.rows import Row
from pipeline.model.geometry import Box, union
from pipeline.model.lines import Line

FEWEST = 3  # entries: two rows that end in numbers are no list
FEWEST_WITH_LEADERS = 2  # where dots lead to the number
NAMED = 0.5  # share of the titles that stand elsewhere too
APART = 0.8  # ems of white before a number without leader: a quad or so, where words stand a quarter of it apart
QUAD = 1.0  # ems of white behind a number that stands before its title: a list of text has less behind its numbers
NEAR = 9.0  # ems from one page number to the next: an entry may take five rows
TIGHT = 1.12  # of the smallest step: rows of one entry are no further apart
WIDEST = 2.0  # of the font size: rows of one entry are set solid or with little lead
HALF = 0.6  # of the font size: rows that are nearer stand beside each other
DISTINCT = 0.75  # of the titles: sections are named apart, while the rows of a numbered table have like first cells
OUT_OF_STEP = 0.04  # of the leader's step: its dots are set by machine, at one distance but for rounding
WHOLE_TITLES = 0.5  # share of the titles that are one piece: a table's rows have several cells beside their number
NAME = 16  # letters that tell one title from another

_NUMBER = r"(?:(?:[A-Z]|\d{1,2})[-–](?:\d{1,3}|[ivx]{1,5})|\d{1,4}|[ivxlc]{1,6}|[IVXLC]{1,6})"  # "5-3": by chapters
_LEADER_END = re.compile(r"(?P<leader>(?:\s*[.·…_]){3,}\s*)(?P<page>" + _NUMBER + r")\s*$")
_NUMBERING = re.compile(r"(?:\d{1,3}(?:\.\d{1,3})*|[A-Z]|[IVXLC]{1,6})[.)]?")
_PAGE = re.compile(_NUMBER)


@dataclass(frozen=True, slots=True)
class Numbered:
    """Where a row's title is, and where its page number (characters from, to). `leader` says that dots lead to it."""

    title: tuple[int, int]
    page: tuple[int, int]
    leader: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """A contents entry: its rows, which of them has the number, and where in it."""

    rows: tuple[Row, ...]
    at: int
    numbered: Numbered

    @property
    def page(self) -> str:
        """The page number as printed."""
        return self.page_line.text.strip()

    @property
    def lines(self) -> tuple[Line, ...]:
        """The title's lines."""
        start, end = self.numbered.title
        lines = [row.line for row in self.rows]
        lines[self.at] = lines[self.at].slice(start, end)
        return tuple(line for line in lines if line.text)

    @property
    def between(self) -> Line | None:
        """What stands between title and number: leader dots, or spaces."""
        (start, end), (page_start, page_end) = self.numbered.title, self.numbered.page
        line = self.rows[self.at].line
        between = line.slice(end, page_start) if page_start >= end else line.slice(page_end, start)
        return between if between.text else None

    @property
    def page_line(self) -> Line:
        """The page number."""
        return self.rows[self.at].line.slice(*self.numbered.page)

    @property
    def box(self) -> Box:
        """The box around it."""
        return union(row.box for row in self.rows)

    @property
    def own_stop(self) -> bool:
        """Whether the leader's first dot is the title's full stop: not in step with the others."""
        line = self.between
        if line is None or not line.text.startswith("."):
            return False
        places = [float(line.x0[i]) for i, c in enumerate(line.text) if c == "."]
        steps = [b - a for a, b in pairwise(places)]
        return len(steps) > 2 and abs(steps[0] - median(steps[1:])) > OUT_OF_STEP * median(steps[1:])

    def with_stop(self) -> Entry:
        """The same with the first dot of its leader as the title's own full stop."""
        start, end = self.numbered.title
        return replace(self, numbered=replace(self.numbered, title=(start, end + 1)))

    @property
    def whole(self) -> bool:
        """Whether its title is one piece in the row with the page number, behind its own numbering."""
        texts = [piece.text.strip() for piece in self.rows[self.at].pieces]
        if self.page in texts:
            texts.remove(self.page)
        if len(texts) > 1 and _NUMBERING.fullmatch(texts[0]):
            del texts[0]
        return len(texts) < 2

    @property
    def left(self) -> float:
        """Where its title starts."""
        return min(float(line.x0[0]) for line in self.lines)


class ContentsFinder:
    """Finds contents lists among rows; knows what lines the document prints, to see titles again."""

    def __init__(self, lines: Iterable[Line], titles: Iterable[str]) -> None:
        self._names = Counter(name for line in lines if (name := _name(line.text)))
        self._names.update(name for title in titles if (name := _name(title)))

    def entries(self, rows: Sequence[Row]) -> dict[int, Entry]:
        """The contents entries, each under the index of its first row."""
        found: dict[int, Entry] = {}
        for numbers_of in (_at_the_end, _at_the_start):
            numbers = {i: n for i, row in enumerate(rows) if (n := numbers_of(row))}
            for run in _runs(sorted(numbers), rows):
                groups = _groups(run, rows, numbers, {i for i, row in enumerate(rows) if self._starts(row)})
                entries = {g[0]: e for g in groups if (e := _entry(g, rows, numbers))}
                if self._is_list(list(entries.values())):
                    found |= entries
            if found:
                return found
        return found

    def _starts(self, row: Row) -> bool:
        """Whether a title that stands elsewhere starts here; what goes on in small letters starts none."""
        first = next((c for c in row.text if c.isalpha()), "")
        return not first.islower() and self._names[_name(row.text)] > 1

    def _is_list(self, entries: Sequence[Entry]) -> bool:
        """Whether they are a contents list: numbers that never fall, and leaders or titles that stand elsewhere."""
        numbers = [int(e.page) for e in entries if e.page.isdigit()]
        if not entries or any(a > b for a, b in pairwise(numbers)) or not all(e.lines for e in entries):
            return False
        if sum(e.numbered.leader for e in entries) >= FEWEST_WITH_LEADERS:
            return True
        if sum(e.whole for e in entries) < WHOLE_TITLES * len(entries):
            return False
        named = sum(self._names[_name(e.lines[0].text)] > 1 for e in entries)
        return len(entries) >= FEWEST and named >= NAMED * len(entries) and numbers[:1] != numbers[-1:]


def _name(text: str) -> str:
    """The first letters of a title, without number, case and punctuation."""
    letters = "".join(filter(str.isalpha, text.casefold()))
    return letters[:NAME] if len(letters) > 3 else ""


def _at_the_end(row: Row) -> Numbered | None:
    text = row.text
    if match := _LEADER_END.search(text):
        return Numbered((0, match.start("leader")), match.span("page"), leader=True)
    cut = text.rfind(" ")
    if not _PAGE.fullmatch(text[cut + 1 :]):
        return None
    if cut < 0:
        return Numbered((0, 0), (0, len(text)))
    gap = row.line.x0[cut + 1] - row.line.x1[cut - 1]
    alone = row.pieces[-1].text == text[cut + 1 :]
    return Numbered((0, cut), (cut + 1, len(text))) if alone or gap >= APART * row.line.size else None


def _at_the_start(row: Row) -> Numbered | None:
    cut = row.text.find(" ")
    if cut <= 0 or not _PAGE.fullmatch(row.text[:cut]):
        return None
    gap = row.line.x0[cut + 1] - row.line.x1[cut - 1]
    return Numbered((cut + 1, len(row.text)), (0, cut)) if gap >= QUAD * row.line.size else None


def _runs(indices: Sequence[int], rows: Sequence[Row]) -> list[list[int]]:
    """Numbered rows near each other."""
    runs: list[list[int]] = []
    for i in indices:
        if runs and rows[i].baseline - rows[runs[-1][-1]].baseline <= NEAR * rows[i].line.size:
            runs[-1].append(i)
        else:
            runs.append([i])
    return runs


def _entry(group: Sequence[int], rows: Sequence[Row], numbers: dict[int, Numbered]) -> Entry | None:
    """The entry of some rows, or None where they do not have one number."""
    counted = [i for i in group if i in numbers]
    if len(counted) != 1:
        return None
    return Entry(tuple(rows[i] for i in group), group.index(counted[0]), numbers[counted[0]])


def _spaced(titles: Sequence[int], rows: Sequence[Row], numbers: dict[int, Numbered]) -> float | None:
    """The step from which on rows belong to different entries; None where the list has no white between entries."""
    steps = [(rows[b].baseline - rows[a].baseline, a, b) for a, b in pairwise(titles)]
    tight = TIGHT * min((s for s, a, _ in steps if s > HALF * rows[a].line.size), default=0.0)
    inside = [(a, b) for s, a, b in steps if s <= tight]
    return None if any(a in numbers and b in numbers for a, b in inside) else tight


def _groups(run: Sequence[int], rows: Sequence[Row], numbers: dict[int, Numbered], starts: Set[int]) -> list[list[int]]:
    """The run's rows entry by entry.

    A new one begins where rows stand further apart than within entries, where a known title begins, behind a leader's
    number, and at the latest where there would be a second number.
    """
    titles = [i for i in range(len(rows)) if not _is_bare(i, numbers)]
    spaced = _spaced([i for i in titles if run[0] <= i <= run[-1]], rows, numbers)
    groups = _split(titles, run, rows, numbers, spaced, starts)
    if spaced is not None and any(sum(i in numbers for i in g) > 1 for g in groups):
        groups = _split(titles, run, rows, numbers, None, starts)
    return groups


def _split(
    titles: Sequence[int],
    run: Sequence[int],
    rows: Sequence[Row],
    numbers: dict[int, Numbered],
    spaced: float | None,
    starts: Set[int],
) -> list[list[int]]:
    if not titles:
        return []
    groups: list[list[int]] = []
    for i in titles:
        last = groups[-1][-1] if groups else None
        if last is None or _parts(last, i, groups[-1], rows, numbers, spaced, starts):
            groups.append([i])
        else:
            groups[-1].append(i)
    for i in run:
        if _is_bare(i, numbers):
            nearest = min(groups, key=lambda g: (_distance(rows[i], [rows[k] for k in g]), g[0]))
            nearest.append(i)
            nearest.sort()
    return [g for g in groups if any(i in run for i in g)]


def _parts(
    last: int,
    i: int,
    group: Sequence[int],
    rows: Sequence[Row],
    numbers: dict[int, Numbered],
    spaced: float | None,
    starts: Set[int],
) -> bool:
    """Whether a row begins an entry behind the rows of a group."""
    step = rows[i].baseline - rows[last].baseline
    if not _same_type(rows[last], rows[i]) or step > WIDEST * rows[i].line.size:
        return True
    if spaced is not None:
        return step > spaced
    if last in numbers and numbers[last].leader:
        return True
    return i in starts or (i in numbers and any(k in numbers for k in group))


def _is_bare(i: int, numbers: dict[int, Numbered]) -> bool:
    """Whether a row is nothing but a page number."""
    return i in numbers and numbers[i].title == (0, 0)


def _distance(number: Row, rows: Sequence[Row]) -> float:
    """How far a number stands from the middle of some rows, down the page; 0 within them."""
    box, y = union(r.box for r in rows), number.box.center[1]
    return max(0.0, box.top - y, y - box.bottom)


def _same_type(a: Row, b: Row) -> bool:
    x, y = a.style, b.style
    return abs(x.size - y.size) < 0.6 and x.bold == y.bold
