"""Candidates for tables of a page, by every method, and the choice among those that overlap."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from statistics import median

from pipeline.model.geometry import Box
from pipeline.model.pages import Fill
from pipeline.model.sheets import Sheet
from pipeline.model.tables import Method
from pipeline.tables.drawings import is_chart, is_diagram
from pipeline.tables.grids import Frame, Grid, grid_of
from pipeline.tables.growing import grown
from pipeline.tables.lookalikes import are_side_by_side, is_lookalike
from pipeline.tables.prose import text_blocks, without_text
from pipeline.tables.regions import lattices, stacks
from pipeline.tables.runs import white_regions
from pipeline.tables.scoring import Evidence, evidence, first_row_is_bold
from pipeline.tables.strokes import Strokes, strokes_of
from pipeline.tables.tagged import box_of_told, told_grid, told_tables
from pipeline.tables.words import Word

FEWEST_CELLS = 4  # with text: two rows of two columns
WHOLE = 1.1  # exponent: two halves must be some percent better than the whole
EXACT = 14  # candidates that overlap, up to which every set of them is weighed
CLOSED = 0.8  # of a lattice's boundaries are ink: it needs no white space to be explained


@dataclass(frozen=True, slots=True)
class Candidate:
    """A region read as a grid by one method, and what speaks for it."""

    method: Method
    frame: Frame
    grid: Grid
    evidence: Evidence

    @property
    def worth(self) -> float:
        """By how much it explains the page: its words, weighed by the square of the score (a doubtful grid that
        takes in a few more words must not win over a sure one), and one whole rather than two halves."""
        return float(self.evidence.score**2 * len(self.frame.words) ** WHOLE)


def chosen(sheet: Sheet, words: Sequence[Word]) -> list[Candidate]:
    """The tables of a page's upright words, from the top down.

    Closed lattices come first, since ink that closes each cell needs no other explanation; what lies outside them is
    read by rules of one width, by white space and by the structure tree, and all compete by `Candidate.worth`.
    """
    if not words:
        return []
    em = median(w.size for w in words)
    strokes = strokes_of(sheet, sheet.lines)
    told = _told(sheet, words, strokes)
    blocks = text_blocks(sheet.lines)
    boxed = (b if _divided(b, strokes, em) else without_text(b, words, blocks) for b in lattices(strokes))
    lattice = _candidates(((b, "ruled") for b in boxed), words, strokes, sheet.fills)
    lattice = [_headed(c, told) for c in lattice]
    closed = [c.frame.box for c in lattice if c.evidence.drawn >= CLOSED]
    outside = [w for w in words if not any(b.contains_point(*w.box.center) for b in closed)]
    prose = {i for b in blocks if b.prose for i in b.lines}
    stacked = (without_text(b, words, blocks) for b in stacks(strokes.outside(closed), outside, em))
    regions: list[tuple[Box, Method]] = [(b, "part-ruled") for b in stacked]
    regions += [(b, "white-space") for b in white_regions(outside, blocks, strokes, em)]
    apart = ((b, m) for b, m in regions if all(b.intersection(c) is None for c in closed))
    others = _candidates(apart, words, strokes, sheet.fills)
    free = [w for w in outside if w.line not in prose]
    wider = [(grown(c.frame.box, c.grid, free, c.frame.em), c.method) for c in others if c.method == "part-ruled"]
    wider = [(b, m) for b, m in wider if all(b != c.frame.box for c in others)]
    candidates = lattice + others + _candidates(wider, words, strokes, sheet.fills)
    candidates += [c for c in told if all(c.frame.box.intersection(b) is None for b in closed)]
    return _best(candidates)


def _divided(box: Box, strokes: Strokes, em: float) -> bool:
    """Whether ink divides a lattice: without it, the lattice is a frame around anything."""
    inside = strokes.within(box, 0.0)
    across = any(s.kind == "ink" and box.top + em < s.at < box.bottom - em for s in inside.horizontal)
    return across or any(s.kind == "ink" and box.x0 + em < s.at < box.x1 - em for s in inside.vertical)


def _candidates(
    regions: Iterable[tuple[Box, Method]], words: Sequence[Word], strokes: Strokes, fills: Sequence[Fill]
) -> list[Candidate]:
    return [c for box, method in regions if (c := _candidate(box, method, words, strokes, fills)) is not None]


def _candidate(
    box: Box, method: Method, words: Sequence[Word], strokes: Strokes, fills: Sequence[Fill]
) -> Candidate | None:
    frame = _frame(box, words, strokes)
    grid = grid_of(frame) if frame else None
    if frame is None or grid is None or are_side_by_side(grid, strokes.within(box, frame.em), frame.em):
        return None
    return _weighed(method, frame, grid, fills)


def _told(sheet: Sheet, words: Sequence[Word], strokes: Strokes) -> list[Candidate]:
    """The tables that the page's structure tree tells, where it agrees with the page."""
    found = []
    for rows in told_tables(sheet, words):
        frame = _frame(box_of_told(rows), words, strokes)
        grid = told_grid(frame, rows) if frame else None
        candidate = _weighed("tagged", frame, grid, sheet.fills) if frame and grid else None
        found += [candidate] if candidate else []
    return found


def _headed(lattice: Candidate, told: Sequence[Candidate]) -> Candidate:
    """The lattice with the header that the tree tells for the same rows, where bold type says so, too.

    Ink parts cells, but does not say which of them are headings; and word processors tag the first row of every table
    as its header, also of a list of labels and values.
    """
    frame, grid = lattice.frame, lattice.grid
    same = (t for t in told if _clash(t, lattice) and len(t.grid.rows) == len(grid.rows))
    header = next((t.grid.header_rows for t in same), 0)
    if not header or not first_row_is_bold(grid):
        return lattice
    grid = replace(grid, header_rows=header)
    return replace(lattice, grid=grid, evidence=evidence(frame, grid))


def _frame(box: Box, words: Sequence[Word], strokes: Strokes) -> Frame | None:
    """The region with what stands in it, None where that is nothing."""
    inside = tuple(w for w in words if box.grown(1.0).contains_point(*w.box.center))
    return Frame(box, inside, strokes.within(box, 1.0), median(w.size for w in inside)) if inside else None


def _weighed(method: Method, frame: Frame, grid: Grid, fills: Sequence[Fill]) -> Candidate | None:
    """The grid with its evidence, None where that is too little, or speaks for something else than a table."""
    box, inside = frame.box, frame.words
    if sum(bool(c.words) for c in grid.cells) < FEWEST_CELLS:
        return None
    if is_chart(box, fills, inside, frame.em) or (method != "ruled" and is_diagram(box, fills, inside, frame.em)):
        return None
    found = evidence(frame, grid)
    if not found.enough or is_lookalike(grid, found):
        return None
    return Candidate(method, frame, grid, found)


def _best(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Of candidates that overlap, those that together explain most words best."""
    chosen: list[Candidate] = []
    for group in _overlapping(sorted(candidates, key=lambda c: (-c.worth, c.frame.box, c.method))):
        chosen += _heaviest(group)
    return sorted(chosen, key=lambda c: (c.frame.box.top, c.frame.box.x0))


def _overlapping(candidates: Sequence[Candidate]) -> list[list[Candidate]]:
    """Candidates in groups that share no place with each other."""
    groups: list[list[Candidate]] = []
    for one in candidates:
        touched = [g for g in groups if any(_clash(one, other) for other in g)]
        groups = [g for g in groups if g not in touched] + [[c for g in touched for c in g] + [one]]
    return groups


def _clash(a: Candidate, b: Candidate) -> bool:
    return a.frame.box.intersection(b.frame.box) is not None


def _heaviest(group: Sequence[Candidate]) -> list[Candidate]:
    """The set of candidates without overlap that is worth most; where they are very many, the best first."""
    if not group:
        return []
    first, rest = group[0], group[1:]
    taken = [first, *_heaviest([c for c in rest if not _clash(first, c)])]
    if len(group) > EXACT:
        return taken
    left = _heaviest(rest)
    return taken if sum(c.worth for c in taken) >= sum(c.worth for c in left) else left
