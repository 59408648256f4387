"""A page's glyphs as lines: each glyph in exactly one line or discard."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.lines.accents import level_accents
from pipeline.lines.baselines import BASELINE_TOLERANCE, lines_of_glyphs
from pipeline.lines.drawn_marks import set_aside_drawn_marks
from pipeline.lines.duplicates import set_aside_duplicates
from pipeline.lines.hidden import set_aside_hidden
from pipeline.lines.initials import level_initials
from pipeline.lines.packing import pack_line
from pipeline.lines.rotated import angle_of, by_rotation, set_aside_watermark, turned_back, upright
from pipeline.lines.scripts import Placed, attach_scripts, with_superiors
from pipeline.lines.superiors import superior_figures
from pipeline.model.blocks import Discard
from pipeline.model.geometry import union
from pipeline.model.lines import Line
from pipeline.model.pages import Glyph, Page


@dataclass(frozen=True, slots=True)
class PageLines:
    """A page's lines, top to bottom and left to right, and what was set aside."""

    lines: tuple[Line, ...]
    discards: tuple[Discard, ...]


def read_lines(page: Page) -> PageLines:
    """The lines of a page. A line has no wide gap inside: columns, cells and labels are lines of their own."""
    visible, hidden = set_aside_hidden(page.number, page.glyphs)
    single, doubles = set_aside_duplicates(page.number, visible)
    lines: list[Line] = []
    blanks: list[Glyph] = []
    plain, ornaments = set_aside_drawn_marks(page.number, single)
    straight, across = set_aside_watermark(page.number, plain)
    for rotation, glyphs in by_rotation(straight).items():
        found, left_over = (
            _turned_lines(page.number, glyphs, rotation) if rotation else _upright_lines(page.number, glyphs)
        )
        lines += found
        blanks += left_over
    lines.sort(key=lambda line: (line.baseline, line.x0[0], line.glyphs[0]))
    return PageLines(tuple(lines), (*hidden, *doubles, *ornaments, *across, *_blank(page.number, blanks)))


def _turned_lines(page: int, glyphs: Sequence[Glyph], rotation: int) -> tuple[list[Line], list[Glyph]]:
    """The same of glyphs that are written in another direction."""
    angle = angle_of(glyphs, rotation)
    originals = {g.index: g for g in glyphs}
    found, left_over = _upright_lines(page, [upright(g, angle) for g in glyphs])
    return [turned_back(line, originals, rotation) for line in found], [originals[b.index] for b in left_over]


def _upright_lines(page: int, glyphs: Sequence[Glyph]) -> tuple[list[Line], list[Glyph]]:
    """The lines of upright glyphs, and the drawn spaces that no line took in."""
    glyphs = level_initials(glyphs)
    drawn = [g for g in glyphs if not g.text.isspace()]
    spaces = sorted((g for g in glyphs if g.text.isspace()), key=lambda g: (g.box.x0, g.index))
    free = {g.index: g for g in spaces}
    by_row: dict[int, list[Glyph]] = {}
    for space in spaces:
        by_row.setdefault(round(space.baseline), []).append(space)
    lines = []
    superior = superior_figures(drawn)
    for scripted in attach_scripts(list(lines_of_glyphs(level_accents(drawn)))):
        placed = with_superiors(scripted, superior)
        baseline, size = _lowest(placed)
        near = [s for row in range(round(baseline) - 1, round(baseline) + 2) for s in by_row.get(row, ())]
        reach = BASELINE_TOLERANCE * size
        on_line = [s for s in near if s.index in free and abs(s.baseline - baseline) <= max(reach, 1.0)]
        line, taken = pack_line(page, placed, sorted(on_line, key=lambda g: (g.box.x0, g.index)))
        for index in taken:
            del free[index]
        lines.append(line)
    return lines, list(free.values())


def _lowest(placed: Placed) -> tuple[float, float]:
    """The baseline of a line's lowest glyph that is no script, and the size of the largest glyph there."""
    normal = [g for g, position in placed if position == "normal"]
    baseline = max([g.baseline for g in normal])
    return baseline, max([g.size for g in normal if g.baseline == baseline])


def _blank(page: int, spaces: Sequence[Glyph]) -> list[Discard]:
    """One discard for all drawn spaces that stand in no line."""
    if not spaces:
        return []
    indices = tuple(sorted(s.index for s in spaces))
    return [Discard(page, indices, "blank", union(s.box for s in spaces), " " * len(indices))]
