"""Chunks: rows of a column that nothing on the page parts: no space, no change of type, no indent, no short line.

Where one paragraph ends and the next begins is shown in one of these ways, and every typesetter's are among them: white
between paragraphs, an indented first line, or, with neither, a last line that breaks off early.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from pipeline.layout.centred import are_centred, are_flush_right, is_own_line
from pipeline.layout.labels import IN_BRACKETS, may_be_initial
from pipeline.layout.pitches import SIZE, SPACE, Pitches
from pipeline.layout.rows import Row, ended_early, key_of
from pipeline.model.geometry import Box, union
from pipeline.model.lines import Style

SPACE_AT_SCRIPT = 1.4  # browsers and word processors make room above a line for what is raised in it
INDENT = 0.6  # ems: printers indent by one em, at least by an en (Bringhurst, 2.3.2)
DEEPEST = 4.0  # ems: a first line further in is no paragraph's indent
LABEL_GAP = 0.6  # ems: more white than a word space behind a label
FEW = 3  # rows show how far lines reach
SEEN = 3  # rows above that show whether a row stands centred: two may happen to be of one width
DASHES = ("-", "\N{EN DASH}", "\N{HYPHEN}")
INITIAL = 1.15  # ems: no letter is so wide, but for an initial of two lines or more
WORD = re.compile(r"[^\W\d_]{2}")
BY_EDGE = frozenset({"indent", "outdent", "short line"})  # what parts rows that start at one edge
SENTENCE_END = '.!?:”"’)'


@dataclass(frozen=True)
class Chunk:
    """Rows that belong together, the column's edges there, and what parted them from the rows before."""

    rows: tuple[Row, ...]
    left: float
    right: float
    reason: str
    space_before: float | None = None  # points from the baseline above; None at the column's top

    @cached_property
    def box(self) -> Box:
        """The box around its rows."""
        return union(r.box for r in self.rows)

    @cached_property
    def text(self) -> str:
        """Its rows' texts, for rules that look at words."""
        return " ".join(r.text for r in self.rows)

    @cached_property
    def style(self) -> Style:
        """The style of most of its characters."""
        counts: Counter[Style] = Counter()
        for row in self.rows:
            for span in row.line.styles:
                counts[span.style] += span.end - span.start
        return max(counts, key=lambda s: counts[s])

    @property
    def indent(self) -> float:
        """How far the first row starts right of the others (negative: hanging); 0 for a single row."""
        if len(self.rows) == 1:
            return 0.0
        return self.rows[0].x0 - min(r.x0 for r in self.rows[1:])

    @property
    def short(self) -> float:
        """How far the last row ends before the column's right edge."""
        return max(0.0, self.right - self.rows[-1].x1)


def chunks_of(rows: Sequence[Row], left: float, right: float, pitches: Pitches) -> list[Chunk]:
    """The rows of one column cut where something parts them. Labels start chunks of their own."""
    chunks: list[Chunk] = []
    current: list[Row] = []
    reason, space = "top of the column", None
    runs = _runs(rows, pitches)
    ragged = {key_of(row) for run in runs if are_flush_right(run) for row in run}
    for k, (row, edge) in enumerate(zip(rows, _reached(runs, right), strict=True)):
        if current:
            why = _parted(current, row, (left, edge), pitches)
            if why in BY_EDGE and key_of(row) in ragged:
                why = None
            elif why is None and k + 1 < len(rows):
                why = _parted_by_next(current, row, rows[k + 1], edge)
            if why:
                chunks.append(Chunk(tuple(current), left, right, reason, space))
                reason, space = why, row.baseline - current[-1].baseline
                current = []
        current.append(row)
    if current:
        chunks.append(Chunk(tuple(current), left, right, reason, space))
    return chunks


def _runs(rows: Sequence[Row], pitches: Pitches) -> list[list[Row]]:
    """The rows by type of one size set close together."""
    runs: list[list[Row]] = []
    for row in rows:
        last = runs[-1][-1] if runs else None
        if last and abs(last.line.size - row.line.size) < SIZE and _close(last, row, pitches):
            runs[-1].append(row)
        else:
            runs.append([row])
    return runs


def _reached(runs: Sequence[Sequence[Row]], right: float) -> list[float]:
    """For each row, how far right lines reach there: of rows close together, the furthest (a quotation is narrower than
    its column); where there are few, the column's edge."""
    edges = [min(right, max(r.x1 for r in run)) if len(run) >= FEW else right for run in runs]
    return [edge for edge, run in zip(edges, runs, strict=True) for _ in run]


def _close(above: Row, row: Row, pitches: Pitches) -> bool:
    step = row.baseline - above.baseline
    return step <= SPACE * pitches.at(min(above.line.size, row.line.size), [above], step)


def _parted(current: Sequence[Row], row: Row, edges: tuple[float, float], pitches: Pitches) -> str | None:
    """What parts a row from those before it in a column with these edges, or None."""
    above, right = current[-1], edges[1]
    size = max(above.line.size, row.line.size)
    shared = _shared_size(above, row)
    if shared is None:
        return "other size"
    step = row.baseline - above.baseline
    pitch = pitches.at(shared, current, step)
    if _look_changes(above, row, ended_early(above, row, right)) and not (
        step <= SPACE * pitch and _goes_on_in_item(current[0], row)
    ):
        return "other type"
    if step > (SPACE_AT_SCRIPT if _has_script(row) and not ended_early(above, row, right) else SPACE) * pitch:
        return "space above"
    if step < 0.5 * size:
        return "beside"
    if _is_next_reference(current[0], row):
        return "next number in brackets"
    if row.shape_bullet or (row.label_end and _starts_item(current, row, right)):
        return "list label"
    if _opens_bold(row) and _opens_bold(current[0]) and not _ends_bold(above) and above.text[-1] in SENTENCE_END:
        return "bold opening"
    if current[0].label_end or current[0].shape_bullet:
        return _parted_from_item(current, row, size)
    if are_centred((*current[-SEEN:], row), *edges):
        return "line of its own" if is_own_line(above, row, *edges) else None
    start = min(r.x0 for r in current)
    if len(current) > 1 and _hangs(current, size) and row.x0 < start + INDENT * size:
        return "outdent"
    if len(current) > 1 and INDENT * size < row.x0 - min(r.x0 for r in current[1:]) < DEEPEST * size:
        return "indent"
    if len(current) == 1 and INDENT * size < row.x0 - start < DEEPEST * size:
        return "indent" if ended_early(above, row, right) else None
    if row.x0 < start - INDENT * size and (len(current) > 1 or ended_early(above, row, right)):
        return "outdent"
    reach = min(right, max(r.x1 for r in current)) if len(current) > 1 else right
    if above.text[-1:] in SENTENCE_END and ended_early(above, row, reach - size):
        return "short line"
    return None


def _parted_by_next(current: Sequence[Row], row: Row, following: Row, right: float) -> str | None:
    """What the row behind it shows to part a row from those before it, or None."""
    if _is_first_of_two(current, row, following, right):
        return "indent"
    return "other type" if _is_below_label(current, row, following, right) else None


def _is_below_label(current: Sequence[Row], row: Row, following: Row, right: float) -> bool:
    """Whether a row that stands where the text behind a label starts is the indented first row of a paragraph: the next
    goes on at the label's own edge, and the label's row was ended on purpose or is set in other type."""
    above = current[-1]
    if len(current) > 1 or not above.label_end or abs(following.x0 - above.x0) >= INDENT * row.line.size:
        return False
    ended = ended_early(above, row, right)
    return ended or _look_changes(above, row, ended)


def _is_first_of_two(current: Sequence[Row], row: Row, following: Row, right: float) -> bool:
    """Whether a row below a paragraph of one row begins another: both are indented alike, the next row is not."""
    above, size = current[-1], row.line.size
    alike = len(current) == 1 and abs(row.x0 - above.x0) < INDENT * size and not above.label_end
    indented = INDENT * size < row.x0 - following.x0 < DEEPEST * size
    return alike and indented and above.text[-1] in SENTENCE_END and not ended_early(row, following, right)


def _parted_from_item(current: Sequence[Row], row: Row, size: float) -> str | None:
    """What parts a row from a list item: a return to the left of its rows, or, where these go on left of the label as
    a paragraph's do, an indent."""
    if len(current) == 1:
        return None
    edge = min(r.x0 for r in current[1:])
    if row.x0 < edge - INDENT * size:
        return "left of the item"
    return "indent" if edge < current[0].x0 - INDENT * size and row.x0 > edge + INDENT * size else None


def _goes_on_in_item(first: Row, row: Row) -> bool:
    """Whether a row is aligned with the text of an item: it goes on, even where the item's opening words were bold."""
    return bool(first.label_end) and not row.label_end and abs(row.x0 - first.text_x0) < INDENT * row.line.size


def _starts_item(current: Sequence[Row], row: Row, right: float) -> bool:
    """Whether a label starts an item here, and is no number or dash that a line of prose happens to begin with.

    A label stands apart: away from the edge at which the text before it goes on, or with white behind it, or after a
    line that ended early. A capital letter that no item before it counts up to is a name's.
    """
    first, size = current[0], row.line.size
    if current[-1].text[-1:] in DASHES and row.text[0].isdigit():  # the end of a range: "pages 222–", "228."
        return False
    in_item = bool(first.label_end or first.shape_bullet)
    goes_on_at = first.text_x0 if in_item else min(r.x0 for r in current[1:] or current)
    apart = abs(row.x0 - goes_on_at) > INDENT * size
    gap = row.text_x0 - float(row.line.x1[row.label_end - 2])
    if gap > LABEL_GAP * size:
        return True
    if may_be_initial(row.line) and not _counts_on(first, row):
        return False
    return apart or ended_early(current[-1], row, right)


def _is_next_reference(entry: Row, row: Row) -> bool:
    """Whether two rows at one edge begin with numbers in brackets that follow each other."""
    before, after = IN_BRACKETS.match(entry.text), IN_BRACKETS.match(row.text)
    at_edge = abs(row.x0 - entry.x0) < INDENT * row.line.size
    return bool(before and after and at_edge and int(after[1]) == int(before[1]) + 1)


def _counts_on(item: Row, row: Row) -> bool:
    """Whether a row's capital letter is the next after an item's."""
    return may_be_initial(item.line) and ord(row.text[0]) == ord(item.text[0]) + 1


def _hangs(rows: Sequence[Row], size: float) -> bool:
    """Whether the first row stands out to the left of all others, as in bibliographies and glossaries, and not only by
    its initial, which is dropped into them."""
    initial = rows[0].line.x1[0] - rows[0].line.x0[0] > INITIAL * size
    return not initial and INDENT * size < min(r.x0 for r in rows[1:]) - rows[0].x0 < DEEPEST * size


def _opens_bold(row: Row) -> bool:
    """Whether its first word is bold: paragraphs that open so tell what they are about, and so do those after them."""
    return row.line.style_at(0).bold


def _ends_bold(row: Row) -> bool:
    return row.line.styles[-1].style.bold


def _shared_size(above: Row, row: Row) -> float | None:
    """The size of two rows' letters; where most are of two sizes, one that words of both are set in (beside small
    capitals, or code), or None."""
    if abs(above.line.size - row.line.size) < SIZE:
        return min(above.line.size, row.line.size)
    a, b = _word_sizes(above), _word_sizes(row)
    return max((x for x in a if any(abs(x - y) < SIZE for y in b)), default=None)


def _word_sizes(row: Row) -> set[float]:
    spans = (s for s in row.line.styles if s.style.position == "normal")
    return {s.style.size for s in spans if WORD.search(row.text[s.start : s.end])}


def _has_script(row: Row) -> bool:
    return any(span.style.position != "normal" for span in row.line.styles)


def _look_changes(above: Row, row: Row, ended_early: bool) -> bool:
    """Whether weight or colour change between two rows that are each of one look; behind a row that was ended on
    purpose, slope and underlining from end to end too."""
    a, b = _look(above), _look(row)
    if a is None or b is None:
        return False
    return a[:2] != b[:2] or (ended_early and a[2:] != b[2:])


def _look(row: Row) -> tuple[bool, str, bool, bool] | None:
    """Weight, colour, slope and underlining of a row, None where they change in it. Letters beyond ASCII alone tell
    nothing: another font may have lent them."""
    spans = [s for s in row.line.styles if s.style.position == "normal" and row.text[s.start : s.end].strip()]
    telling = [s for s in spans if any(c.isascii() and c.isalnum() for c in row.text[s.start : s.end])]
    looks = {(s.style.bold, s.style.color, s.style.italic, row.underlined) for s in telling or spans}
    return next(iter(looks)) if len(looks) == 1 else None
