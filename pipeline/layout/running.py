"""Running headers, footers and page numbers: what is printed at the same place on page after page.

By repetition, never by place alone (Lin, "Header and footer extraction by page-association", SPIE 5010, 2003): a row
counts where one of its parts says the same at the same height on several pages, or has a number that keeps step with
the pages, or names the section. Of one such row follows more, since nothing of the text stands outside the running
matter: the row's other parts, the rows further out, and the rows that look like it at the same place of other pages
(a section's name that is printed once); a tagged file that agrees tells these instead. What no other page repeats is
known by how it is set or worded (`one_off`). A one-off heading at the top of a page stays.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

from pipeline.layout.artifacts import artifact_rows
from pipeline.layout.edges import NEAR_HEIGHT, EdgeRow, Key, edge_rows
from pipeline.layout.one_off import one_off_rows
from pipeline.layout.page_numbers import lone_numbers, numbers_in_step
from pipeline.layout.section_names import section_names
from pipeline.layout.stamps import stamps
from pipeline.model.blocks import Discard, DiscardReason
from pipeline.model.lines import Line
from pipeline.model.sheets import Sheet

REPEATED = 3  # pages at least; in a short document two are enough, if white parts the row well from the text
SHORT_DOCUMENT = 4  # pages
WELL_PARTED = 1.0  # of the font size
SAME_HEIGHT = 2.0  # points: a running line is set at one height; rounding of scaled pages is less
SAME_SIZE = 0.3  # points
COPIES = 0.5  # share of the rows of the text that pages repeat: copies of a form, of which each is the text
MOST_NUMBERS = 12  # of a running line, one of which is the page's: a court's stamp has a case, a date and pages
FEWEST_LETTERS = 2  # of what is repeated: bullets and figures stand at one height by chance
FEWEST_SIGNS = 5  # or a row of signs: a rule made of strokes

Look = tuple[float, bool, bool]  # size, weight and slope

_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Running:
    """Which lines are running matter and why, and the page numbers found printed."""

    reasons: dict[Key, DiscardReason]
    labels: dict[int, str]

    def without(self, sheet: Sheet) -> list[Line]:
        """The sheet's other lines."""
        return [line for i, line in enumerate(sheet.lines) if (sheet.number, i) not in self.reasons]

    def discards(self, sheet: Sheet) -> list[Discard]:
        """The sheet's running lines as discards."""
        return [
            Discard(sheet.number, tuple(line.all_glyphs()), self.reasons[(sheet.number, i)], line.box, line.text)
            for i, line in enumerate(sheet.lines)
            if (sheet.number, i) in self.reasons
        ]


def running_matter(sheets: Sequence[Sheet]) -> Running:
    """The running lines of all pages; none where they would be all that the document says."""
    rows = [row for sheet in sheets for row in edge_rows(sheet)]
    numbers = numbers_in_step(rows)
    known = {row.keys[0] for row in rows if any(key in numbers for key in row.keys)}
    needed = REPEATED if len(sheets) > SHORT_DOCUMENT else 2
    named: set[Key] = set()
    if needed == REPEATED or not _are_copies(sheets, rows):
        known |= _repeated(rows, needed)
        named = _names(rows, sheets, needed)
    artifacts = artifact_rows(rows, known | named)
    known |= _alike(rows, known | named) | named if artifacts is None else artifacts
    if artifacts is None:
        known |= {row.keys[0] for row in one_off_rows(rows, sheets)}
    numbers = lone_numbers(rows, numbers) | numbers
    known |= {row.keys[0] for row in rows if any(key in numbers for key in row.keys)}
    reasons: dict[Key, DiscardReason] = {}
    for row in _outside(rows, known):
        kind: DiscardReason = "running header" if row.top else "running footer"
        reasons |= {key: "page number" if key in numbers else kind for key in row.keys}
    reasons |= {(sheet.number, i): "margin stamp" for sheet in sheets for i in stamps(sheet)}
    if len(reasons) == sum(len(sheet.lines) for sheet in sheets):
        return Running({}, {})
    return Running(reasons, {key[0]: label for key, label in sorted(numbers.items())})


def _are_copies(sheets: Sequence[Sheet], rows: Sequence[EdgeRow]) -> bool:
    """Whether the pages repeat their text, too."""
    edge = {key for row in rows for key in row.keys}
    pages: dict[tuple[str, int], set[int]] = defaultdict(set)
    count = 0
    for sheet in sheets:
        for i, line in enumerate(sheet.lines):
            if (sheet.number, i) not in edge:
                pages[line.text, round(line.baseline)].add(sheet.number)
                count += 1
    return sum(len(found) for found in pages.values() if len(found) > 1) > COPIES * count


def _repeated(rows: Sequence[EdgeRow], needed: int) -> set[Key]:
    """The rows of which a part, or the whole but for numbers in step with the pages, is repeated on so many pages.

    The header of a table that goes on is repeated, too: it heads columns of rows that differ.
    """
    places: dict[tuple[bool, str], list[EdgeRow]] = defaultdict(list)
    for row in rows:
        if needed >= REPEATED or row.parted > WELL_PARTED * row.size:
            for said in _sayings(row):
                places[row.top, said].append(row)
    found: set[Key] = set()
    for _, group in sorted(places.items(), key=lambda x: x[0]):
        pages: dict[float, set[int]] = defaultdict(set)  # at each depth: rows of one kind stand at few
        for row in group:
            pages[row.depth].add(row.sheet.number)
        for row in group:
            near = [at for depth, at in pages.items() if abs(depth - row.depth) <= NEAR_HEIGHT * row.size]
            if len(set().union(*near)) >= needed:
                found.add(row.keys[0])
    of_tables: set[Key] = set()
    for row in sorted(rows, key=lambda r: -r.depth):
        inner = (row.sheet.number, row.inner[0][0]) if row.inner else None
        if row.heads_columns and (inner not in found or inner in of_tables):
            of_tables.add(row.keys[0])
    return found - of_tables


def _sayings(row: EdgeRow) -> set[str]:
    """What may be repeated of a row: its parts as they are, and the whole with one or all numbers counted from the
    page's."""
    said = row.text.casefold()
    numbers = list(_DIGITS.finditer(said))
    chosen = [{n.start()} for n in numbers] + [{n.start() for n in numbers}]
    counted = {_counted(said, row.sheet.number, places) for places in chosen[:MOST_NUMBERS] + chosen[-1:]}
    return {said for said in {line.text.casefold() for _, line in row.pieces} | counted if _is_telling(said)}


def _counted(said: str, page: int, places: Set[int]) -> str:
    """A text with the numbers that start at these places as their distance from the page's number."""
    return _DIGITS.sub(lambda m: f"#{int(m[0]) - page}" if m.start() in places else m[0], said)


def _is_telling(said: str) -> bool:
    letters = sum(c.isalpha() for c in said)
    return letters >= FEWEST_LETTERS or (
        letters == 0 and not any(c.isdigit() for c in said) and len(said) >= FEWEST_SIGNS
    )


def _names(rows: Sequence[EdgeRow], sheets: Sequence[Sheet], needed: int) -> set[Key]:
    """The rows with section names."""
    candidates = [(row.sheet, i, line) for row in rows for i, line in row.pieces]
    named = {(sheet.number, i) for sheet, i, _ in section_names(candidates, sheets, needed)}
    return {row.keys[0] for row in rows if any(key in named for key in row.keys)}


def _alike(rows: Sequence[EdgeRow], known: set[Key]) -> set[Key]:
    """The rows that stand and look on their pages as running rows do on others."""
    slots = Counter((row.top, row.depth, _look(row)) for row in rows if row.keys[0] in known)  # mostly a few
    return {row.keys[0] for row in rows if _fitting(slots, row.top, row.depth, _look(row)) >= 2}


def _fitting(slots: Mapping[tuple[bool, float, Look], int], top: bool, depth: float, look: Look) -> int:
    """How many running rows stand and look like that."""
    return sum(
        count
        for (at_top, at, other), count in slots.items()
        if at_top == top and abs(at - depth) <= SAME_HEIGHT and _same_look(other, look)
    )


def _look(row: EdgeRow) -> Look:
    style = max((line for _, line in row.pieces), key=len).style
    return style.size, style.bold, style.italic


def _same_look(a: Look, b: Look) -> bool:
    return abs(a[0] - b[0]) <= SAME_SIZE and a[1:] == b[1:]


def _outside(rows: Sequence[EdgeRow], known: set[Key]) -> Iterable[EdgeRow]:
    """The running rows and all that stand further out on their pages."""
    innermost: dict[tuple[int, bool], float] = {}
    for row in rows:
        if row.keys[0] in known:
            place = row.sheet.number, row.top
            innermost[place] = max(row.depth, innermost.get(place, 0.0))
    return [row for row in rows if row.depth <= innermost.get((row.sheet.number, row.top), -1.0)]
