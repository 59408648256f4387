"""Footnotes: smaller type at the foot of a column, set off by a rule or by their marks.

Printers set notes one or two sizes below the text (Bringhurst, 4.3.2), at the foot of the page or of the column,
mostly under a short rule. A zone counts where all below its top is small and it starts with a mark or under a rule.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.layout.body import HALF_POINT, Body
from pipeline.layout.rows import Row
from pipeline.model.geometry import Box, union
from pipeline.model.lines import Line
from pipeline.model.pages import Rule
from pipeline.model.sheets import Sheet

SYMBOLS = "*∗†‡§¶‖#"  # the star also as a sign of operation, as TeX sets it
MARK = re.compile(rf"^\s*(?:[\[(]?(\d{{1,3}})\]?[.):]?|([{re.escape(SYMBOLS)}]{{1,3}})|([a-z])(?=[.)]))(?=\s|\D)")
LONGEST_MARK = 4  # characters: a longer raised text is no mark
RULE_REACH = 1.6  # lines: a separator stands right above the first note
COLUMN_GAP = 1.2  # ems between the notes of two columns
TAB = 4.0  # ems between a mark and its note
BLANK_LINE = 1.2  # of the font size: more white than between the notes of a foot
AVERAGE_ADVANCE = 0.45  # of the font size: a letter of running text
LOWER_HALF = 0.35  # of the page's height: the zone starts below this


@dataclass(frozen=True, slots=True)
class Mark:
    """A note's own mark at the start of its row: what it says, and where its text starts."""

    label: str
    end: int


def mark_of(row: Row) -> Mark | None:
    """The mark that a note's row starts with: raised, or a number or symbol with a stop or white behind it."""
    opening = len(row.text) - len(row.text.lstrip("(["))
    raised = next(
        (i for i in range(opening, len(row.text)) if row.line.style_at(i).position != "superscript"), len(row.text)
    )
    if opening < raised < len(row.text) and row.text[raised] in ")]":
        raised += 1
    label = unicodedata.normalize("NFKC", row.text[:raised]).strip().strip("[]().,")
    if raised > opening and label and len(label) <= LONGEST_MARK:
        return _mark(row, label, raised)
    match = MARK.match(row.text)
    if not match:
        return None
    label = next(g for g in match.groups() if g)
    stopped = match[0].strip()[-1:] in ".):]"
    if not (stopped or row.text[match.end() : match.end() + 1].isspace() or label[0] in SYMBOLS):
        return None
    return _mark(row, label, match.end())


def is_raised(row: Row) -> bool:
    """Whether a row starts with a raised character, in brackets or not."""
    opening = len(row.text) - len(row.text.lstrip("(["))
    return opening < len(row.text) and row.line.style_at(opening).position == "superscript"


def _mark(row: Row, label: str, end: int) -> Mark | None:
    while end < len(row.text) and (row.text[end].isspace() or (row.text[end] in ".)" and end < len(row.text) - 1)):
        end += 1
    return Mark(label, end) if end < len(row.text) else None


def starts_note(row: Row, before: Row) -> bool:
    """Whether a row starts a note behind the one that starts in the row `before`: its mark is raised or a symbol, or is
    the next number and stands where that note's does. A number may begin a note's second row, too."""
    mark, last = mark_of(row), mark_of(before)
    if mark is None:
        return False
    if is_raised(row) or not mark.label.isdigit() or last is None:
        return True
    if not last.label.isdigit():
        return True
    if _stop_of(row, mark) != _stop_of(before, last):  # a list inside a note counts in another way
        return False
    follows = int(mark.label) in (int(last.label) + 1, 1)
    return follows and abs(row.x0 - before.x0) < row.line.size


def _stop_of(row: Row, mark: Mark) -> str:
    """The stop or bracket behind a mark's label, if there is one."""
    behind = row.text[row.text.find(mark.label) + len(mark.label) :][:1]
    return behind if behind in ".):]" else ""


def parted_notes(rows: Sequence[Row]) -> list[tuple[tuple[Row, ...], bool]]:
    """The rows of a foot note by note, and whether each part is a note.

    Notes are set solid. What stands below them after a blank line, without a mark, is none: a licence, an imprint.
    """
    parts: list[tuple[list[Row], bool]] = []
    first = rows[0]
    for above, row in zip((None, *rows), rows, strict=False):
        if above is None or starts_note(row, first):
            first = row
            parts.append(([], True))
        elif row.box.top - above.box.bottom > BLANK_LINE * row.line.size:
            parts.append(([], False))
        parts[-1][0].append(row)
    return [(tuple(part), is_note) for part, is_note in parts]


def foot_lines(
    sheet: Sheet, lines: Sequence[Line], body: Body, tables: Sequence[Box], before: Sequence[Line] = ()
) -> list[list[Line]]:
    """The lines of the page's footnotes, column by column. `tables` are where rules belong to tables, `before` the
    notes that the page before ended with."""
    small: list[Line] = []
    blocked: list[Line] = []
    for line in sorted(lines, key=lambda x: (-x.baseline, x.x0[0])):
        box = line.box
        if not body.smaller(line.style) or line.top < LOWER_HALF * sheet.info.height:
            blocked.append(line)
        elif not any(b.box.overlaps_x(box) > 0 for b in blocked):
            small.append(line)
    rules = [
        r
        for r in sheet.rules
        if r.horizontal
        and r.box.width >= 2 * body.size
        and not any(t.grown(2.0).holds_center_of(r.box) for t in tables)
    ]
    found: list[list[Line]] = []
    for column in _side_by_side(small):
        group = _from_first_mark(column, rules)
        ruled = _is_under_a_rule(group, rules) and _has_text_above(group, lines, body) if group else False
        if group and (ruled or _is_below_text(group, lines, body)):
            found.append(group)
        elif not group and _is_below_text(column, lines, body):
            beside = bool(found) and column[0].top >= found[-1][0].top - 0.5 * column[0].size
            if _go_on(found[-1] if beside else () if found else before, column):
                found.append(column)
    return found


def _go_on(notes: Sequence[Line], column: Sequence[Line]) -> bool:
    """Whether a column of small type goes on with the notes before it: in their size, and they have no room for one
    more word in their last row."""
    if not notes:
        return False
    last, first = notes[-1], column[0]
    room = max(line.box.x1 for line in notes) - last.box.x1
    word = len(first.text.split()[0]) * AVERAGE_ADVANCE * first.size
    return abs(first.size - last.size) < HALF_POINT and room < word


def _has_text_above(group: Sequence[Line], lines: Sequence[Line], body: Body) -> bool:
    """Whether a group starts with a mark or stands somewhere below the text: a gloss in the margin under a rule of its
    own does neither."""
    first = group[0]
    if mark_of(Row((first,), first)) or _lone_mark(first):
        return True
    around = union(line.box for line in group)
    return any(
        line.bottom <= first.top and body.plain(line.style) and line.box.overlaps_x(around) > 0 for line in lines
    )


def _is_below_text(group: Sequence[Line], lines: Sequence[Line], body: Body) -> bool:
    """Whether what stands right above is text: a heading or a row of the same small type, set solid, would be of one
    piece with the group (a list of references, an annex in small type)."""
    first = group[0]
    above = [
        x
        for x in lines
        if x.bottom <= first.top + 0.5 * first.size and x.box.overlaps_x(union(line.box for line in group)) > 0
    ]
    if not above:
        return False
    last = max(above, key=lambda x: x.bottom)
    if body.smaller(last.style):
        return first.top - last.bottom > BLANK_LINE * first.size
    return body.plain(last.style) or not body.distinct(last.style)


def _is_under_a_rule(group: Sequence[Line], rules: Sequence[Rule]) -> bool:
    reach = RULE_REACH * group[0].size
    box = union(line.box for line in group)
    return any(r.box.overlaps_x(box) > 0 and 0 <= box.top - r.box.top + 0.5 * group[0].size <= reach for r in rules)


def _side_by_side(lines: Sequence[Line]) -> list[list[Line]]:
    """Lines by column: those whose widths overlap, directly or through others, belong together, and marks with what
    stands behind them."""
    groups: list[tuple[float, float, list[Line]]] = []
    for line in sorted(lines, key=lambda x: (x.x0[0], x.baseline)):
        x0, x1 = line.box.x0, line.box.x1
        marks = bool(groups) and all(_lone_mark(x) for x in groups[-1][2])
        if groups and x0 < groups[-1][1] + (TAB if marks else COLUMN_GAP) * line.size:
            a, b, group = groups[-1]
            groups[-1] = (a, max(b, x1), [*group, line])
        else:
            groups.append((x0, x1, [line]))
    return [sorted(group, key=lambda x: (x.baseline, x.x0[0])) for _, _, group in groups]


def _from_first_mark(group: Sequence[Line], rules: Sequence[Rule]) -> list[Line]:
    """The group from the row with a mark that stands right under the last rule of the column, else from the first row
    that starts with a mark or stands under that rule.

    Under a rule the first row needs no mark: it may be a note that goes on from the page before. A table has more
    rules below its first, and its small figures may look like marks.
    """
    last = max((r.box.top for r in rules if any(r.box.overlaps_x(line.box) > 0 for line in group)), default=-1.0)
    under = [i for i, line in enumerate(group) if 0 <= line.top - last + 0.5 * line.size <= RULE_REACH * line.size]
    marked = [i for i, line in enumerate(group) if mark_of(Row((line,), line)) or _lone_mark(line)]
    start = next((i for i in under if i in marked), min([*marked, *under], default=len(group)))
    return list(group[start:])


def _lone_mark(line: Line) -> bool:
    return bool(re.fullmatch(rf"[\[(]?\d{{1,3}}\]?[.):]?|[{re.escape(SYMBOLS)}]{{1,3}}", line.text))
