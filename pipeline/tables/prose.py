"""Running text: blocks of lines broken only where the measure ends. What is prose is no table's cell.

Lines are linked to blocks from the bottom up as Hassan and Baumgartner do ("Table recognition and understanding from
PDF files", ICDAR 2007), where a line has one neighbour above and one below.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import mean, median

from pipeline.model.geometry import Box, union
from pipeline.model.lines import Line
from pipeline.tables.values import is_value
from pipeline.tables.words import Word

LEADING = 2.3  # ems at most from baseline to baseline inside a paragraph: double spacing of typescripts
PARAGRAPH_GAP = 1.2  # times the pitch of lines: more space ends a paragraph
SAME_SIZE = 0.1  # of the size between lines of one paragraph
FULL = 0.75  # of the block's width: lines of running text fill the measure, but for the last (ragged setting too)
MEASURE = 12.0  # ems at least: narrower columns hold labels; running text is set 20 to 40 ems wide
WORDS = 4.0  # a line on average at least
LINES = 3
ALIGNED_STARTS = 3  # paragraphs that begin level with a neighbour's first line before they count as cells
APART = 0.5  # ems of white between a table and text above or below it; lines of one cell stand closer
WIDE = 0.7  # of a region: text over more than its columns
MOSTLY = 0.8  # of a column's entries have other cells beside them
GOES_ON = 0.1  # of the lines begin small: in running text it is one in two
NARROWER = 0.8  # of a cell's width at most has what labels it
SAME_MEASURE = 0.85  # of the wider block's width is shared by blocks of one text column (indents take some)
LEVEL = 0.3  # ems between baselines that are level


@dataclass(frozen=True, slots=True)
class TextBlock:
    """Lines one below the other, by their numbers in the list of lines, and the box around them."""

    lines: tuple[int, ...]
    box: Box
    prose: bool


def text_blocks(lines: Sequence[Line]) -> list[TextBlock]:
    """All upright lines as blocks, from the top down."""
    upright = sorted((i for i, line in enumerate(lines) if not line.rotation), key=lambda i: (lines[i].baseline, i))
    below: dict[int, list[int]] = {i: [] for i in upright}
    above: dict[int, list[int]] = {i: [] for i in upright}
    for k, i in enumerate(upright):
        nearest: float | None = None
        for j in upright[k + 1 :]:
            step = lines[j].baseline - lines[i].baseline
            if step > LEADING * lines[i].size or (nearest is not None and step > nearest + LEVEL * lines[i].size):
                break
            if step > LEVEL * lines[i].size and _stacked(lines[i], lines[j]):
                nearest = step if nearest is None else nearest
                below[i].append(j)
                above[j].append(i)
    links = {
        i: js[0]
        for i, js in below.items()
        if len(js) == 1 and len(above[js[0]]) == 1 and _same_size(lines[i], lines[js[0]])
    }
    blocks = []
    begun: set[int] = set()
    for head in upright:
        if head in begun:
            continue
        chain = [head]
        while chain[-1] in links and _even(chain, links[chain[-1]], lines):
            chain.append(links[chain[-1]])
        begun.update(chain)
        blocks.append(_block(tuple(chain), lines))
    return _without_cells(blocks, lines)


def _even(chain: Sequence[int], following: int, lines: Sequence[Line]) -> bool:
    """Whether the next line stands no farther below than the lines of the paragraph before it."""
    if len(chain) < 2:
        return True
    pitch = lines[chain[-1]].baseline - lines[chain[-2]].baseline
    return lines[following].baseline - lines[chain[-1]].baseline <= PARAGRAPH_GAP * pitch


def _stacked(a: Line, b: Line) -> bool:
    return a.box.overlaps_x(b.box) > 0.0


def _same_size(a: Line, b: Line) -> bool:
    return abs(a.size - b.size) <= SAME_SIZE * max(a.size, b.size)


def _block(chain: tuple[int, ...], lines: Sequence[Line]) -> TextBlock:
    members = [lines[i] for i in chain]
    box = union(line.box for line in members)
    return TextBlock(chain, box, _is_prose(members, box))


def _is_prose(members: Sequence[Line], box: Box) -> bool:
    size = members[0].size
    words = [len(line.text.split()) for line in members]
    if box.width < MEASURE * size or mean(words) < WORDS:
        return False
    values = sum(is_value(w) for line in members for w in line.text.split())
    if values > 0.4 * sum(words):
        return False
    if len(members) < LINES:
        return len(members) == 2 and box.width > 2 * MEASURE * size and words[0] >= 2 * WORDS
    full = sum(line.box.width >= FULL * box.width for line in members[:-1])
    return full >= 0.7 * (len(members) - 1)


def _without_cells(blocks: list[TextBlock], lines: Sequence[Line]) -> list[TextBlock]:
    """Blocks set like prose that are cells: in their column, several begin level with narrower text beside them.

    Paragraphs of two text columns may begin level, too, but those are equally wide.
    """
    starts = [(lines[b.lines[0]].baseline, b) for b in blocks]
    columns: list[list[float]] = []  # the left edges of blocks that begin level with narrower ones, by column
    for block in blocks:
        first = lines[block.lines[0]]
        if block.box.width < MEASURE * first.size or not any(
            abs(baseline - first.baseline) <= LEVEL * first.size
            and other.box.overlaps_x(block.box) == 0.0
            and other.box.width < NARROWER * block.box.width
            for baseline, other in starts
        ):
            continue
        home = next((c for c in columns if abs(c[0] - block.box.x0) < first.size), None)
        if home is None:
            columns.append([block.box.x0])
        else:
            home.append(block.box.x0)
    cells = [c[0] for c in columns if len(c) >= ALIGNED_STARTS]
    plain = sorted(lines[i].baseline for b in blocks if not b.prose for i in b.lines)
    return [
        replace(b, prose=False)
        if any(abs(x - b.box.x0) < lines[b.lines[0]].size for x in cells) or _are_entries(b, lines, plain)
        else b
        for b in blocks
    ]


def _are_entries(block: TextBlock, lines: Sequence[Line], plain: Sequence[float]) -> bool:
    """Whether the block's lines are entries of a column: beside most of them stands something else than running text,
    and hardly one goes on from the line before with a small letter."""
    members = [lines[i] for i in block.lines]
    beside = 0
    for line in members:
        k = bisect_left(plain, line.baseline - LEVEL * line.size)
        beside += k < len(plain) and plain[k] <= line.baseline + LEVEL * line.size
    small = sum(line.text[:1].islower() for line in members)
    return len(members) >= LINES and beside >= MOSTLY * len(members) and small <= GOES_ON * len(members)


def without_text(box: Box, words: Sequence[Word], blocks: Sequence[TextBlock]) -> Box:
    """The box without running text over its width at its top and bottom, as boxes and pages have around a table.

    Where such text stands between its rows, too, it belongs to them, and the last of it to the last row; and so do
    lines that follow at a row's own pitch.
    """
    wide = [b for b in blocks if b.prose and box.holds_center_of(b.box) and b.box.width >= WIDE * box.width]
    lines = {i for b in wide for i in b.lines}
    rows = [w.box for w in words if w.line not in lines and box.holds_center_of(w.box)]
    if not wide or not rows:
        return box
    top, bottom = min(r.top for r in rows), max(r.bottom for r in rows)
    apart = APART * median(w.size for w in words)
    above = [b.box.bottom for b in wide if b.box.bottom < top - apart]
    below = [b.box.top for b in wide if b.box.top > bottom + apart]
    if len(above) + len(below) < len(wide):
        below = []
    return Box(
        box.x0,
        max([box.top, *(min(y, top) for y in above)]),
        box.x1,
        min([box.bottom, *(max(y, bottom) for y in below)]),
    )


def text_columns(blocks: Sequence[TextBlock]) -> list[tuple[float, float]]:
    """The stretches of x in which running text stands, where several are side by side on the page; else none.

    Text over the whole width (an abstract above two columns) does not hide the columns below it.
    """
    columns: list[list[TextBlock]] = []
    for block in sorted((b for b in blocks if b.prose), key=lambda b: (b.box.x0, b.box.top)):
        home = next((c for c in columns if _same_measure(c[0], block)), None)
        if home is None:
            columns.append([block])
        else:
            home.append(block)
    strong = [c for c in columns if sum(len(b.lines) for b in c) >= 2 * LINES]
    spans = sorted(((min(b.box.x0 for b in c), max(b.box.x1 for b in c)) for c in strong), key=lambda s: s[1] - s[0])
    chosen: list[tuple[float, float]] = []
    for span in spans:
        if all(span[1] <= other[0] or span[0] >= other[1] for other in chosen):
            chosen.append(span)
    return sorted(chosen) if len(chosen) > 1 else []


def _same_measure(a: TextBlock, b: TextBlock) -> bool:
    """Whether two blocks stand in one column: most of the wider one's measure is shared."""
    shared = min(a.box.x1, b.box.x1) - max(a.box.x0, b.box.x0)
    return shared > SAME_MEASURE * max(a.box.width, b.box.width)
