"""Regions: what the page sets apart by a ground, a frame, a bar at its side or rules above and below.

Sidebars and display quotes are set apart so that a reader does not take them for the running text; whatever is drawn
to do so encloses them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from pipeline.layout.body import Body
from pipeline.layout.headings import reads_as_title
from pipeline.layout.ornaments import is_stroke_of_ornament
from pipeline.layout.quotes import is_display, is_part_of_prose, is_prose
from pipeline.model.geometry import Box, union
from pipeline.model.lines import Line
from pipeline.model.pages import Rule
from pipeline.model.sheets import Sheet

Means = Literal["ground", "frame", "bar", "rules"]

NARROWEST = 6.0  # ems of body text: a smaller ground is a highlight or a button
PAGE_GROUND = 0.55  # of the page's area: more is the page's own ground
PAGE_BAR = 0.5  # of the page's height: a bar as long is the page's own ornament
PAPER = "#ffffff"
JOIN = 1.5  # points: a frame's rules meet at its corners
FULL = 0.95  # of the box: rules that make a frame are as long as its sides
HIGHEST = 24.0  # ems: a display quote between rules is no higher
STRIP = 4.0  # ems of its own type: two lines, and as much colour above and below as a line is high
LOWEST_BAR = 1.5  # ems: a line of text and a little more
MIDDLE = 0.5  # ems: a column rule stands in the middle of its gutter, but for the padding of cells and boxes
SNUG = 3.0  # ems: a bar stands close to the text that it marks


@dataclass(frozen=True, slots=True)
class Region:
    """A place set apart and by which means."""

    box: Box
    means: Means

    def holds(self, line: Line) -> bool:
        """Whether a line's middle lies inside."""
        return self.box.holds_center_of(line.box)


def regions_of(sheet: Sheet, lines: Sequence[Line], body: Body, tables: Sequence[Box]) -> list[Region]:
    """The regions that hold text and are no table, the outermost only, top to bottom."""
    found = [*_grounds(sheet, body.size), *_frames(sheet.rules, body.size), *_bars(sheet, body)]
    found += _between_rules(sheet.rules, lines, body.size)
    kept: list[Region] = []
    for region in sorted(found, key=lambda r: (-r.box.area, r.box)):
        inside = [line for line in lines if region.holds(line)]
        in_table = any(table.intersection(region.box) for table in tables)
        nested = any(k.box.holds_center_of(region.box) for k in kept)
        display = region.means != "rules" or all(is_display(line.style, body) for line in inside)
        if inside and display and not in_table and not nested and not _is_heading(inside, region, body):
            kept.append(region)
    return sorted(kept, key=lambda r: (r.box.top, r.box.x0))


def _is_heading(inside: Sequence[Line], region: Region, body: Body) -> bool:
    """Whether all that a place holds is a heading: words in type of their own that are no sentence, in a strip as high
    as they are.

    Many house styles print section headings on a strip of colour or in a frame as wide as the column. Such a strip sets
    nothing apart: the text that it heads stands below it, on the page's own ground.
    """
    em = max(line.size for line in inside)
    if region.means == "bar" or region.box.height > STRIP * em or not all(body.distinct(line.style) for line in inside):
        return False
    text = " ".join(line.text for line in inside)
    return reads_as_title(text) and not is_prose(text) and not is_part_of_prose(text)


def _between_rules(rules: Sequence[Rule], lines: Sequence[Line], em: float) -> list[Region]:
    """What stands between two like rules that follow each other, text above and below or not."""
    level = sorted({r.box for r in rules if r.horizontal and r.box.width >= NARROWEST * em}, key=lambda b: b.top)
    found = []
    for i, top in enumerate(level):
        for bottom in level[i + 1 :]:
            if abs(bottom.x0 - top.x0) <= JOIN and abs(bottom.x1 - top.x1) <= JOIN and bottom.top - top.bottom > em:
                if bottom.top - top.bottom <= HIGHEST * em:
                    found.append(Region(union([top, bottom]), "rules"))
                break
    return found


def _grounds(sheet: Sheet, em: float) -> list[Region]:
    """Filled rectangles, stripes of one colour that touch being one, and outlined ones."""
    large = [
        f
        for f in sheet.fills
        if f.box.width >= NARROWEST * em and f.box.height >= em and f.box.area <= PAGE_GROUND * sheet.box.area
    ]
    filled = [f.box for f in large if f.color not in (None, PAPER)]
    outlined = [f.box for f in large if f.color is None and f.stroke not in (None, PAPER) and f.path != "shape"]
    grounds = [Region(box, "ground") for box in _merged(filled)]
    return grounds + [Region(box, means) for box in outlined if (means := _outline(box, sheet.rules))]


def _outline(box: Box, rules: Sequence[Rule]) -> Means | None:
    """By which means an outlined box sets apart; a border may be drawn on some of its sides only."""
    inside = [r for r in rules if box.grown(JOIN).holds_center_of(r.box)]
    level = [r.box for r in inside if r.horizontal and r.box.width >= FULL * box.width]
    upright = [r.box for r in inside if not r.horizontal and r.box.height >= FULL * box.height]
    top = any(abs(r.top - box.top) < JOIN for r in level)
    bottom = any(abs(r.bottom - box.bottom) < JOIN for r in level)
    if not level and not upright:
        return "frame"
    if upright and top and bottom:
        return "frame"
    return "rules" if top and bottom else None


def _merged(boxes: Sequence[Box]) -> list[Box]:
    """Boxes of one width that touch, as one (a ground painted paragraph by paragraph)."""
    done: list[Box] = []
    for box in sorted(boxes, key=lambda b: (b.x0, b.top)):
        last = done[-1] if done else None
        same = last and abs(last.x0 - box.x0) < JOIN and abs(last.x1 - box.x1) < JOIN
        if last and same and box.top - last.bottom < JOIN:
            done[-1] = union([last, box])
        else:
            done.append(box)
    return done


def _frames(rules: Sequence[Rule], em: float) -> list[Region]:
    """Rectangles that four rules make."""
    level = sorted((r.box for r in rules if r.horizontal and r.box.width >= NARROWEST * em), key=lambda b: b.top)
    upright = [r.box for r in rules if not r.horizontal]
    frames = []
    for i, top in enumerate(level):
        for bottom in level[i + 1 :]:
            if abs(bottom.x0 - top.x0) > JOIN or abs(bottom.x1 - top.x1) > JOIN or bottom.top - top.bottom < em:
                continue
            box = union([top, bottom])
            sides = [u for u in upright if u.overlaps_y(box) >= FULL * box.height]
            left = any(abs(u.center[0] - box.x0) <= JOIN for u in sides)
            right = any(abs(u.center[0] - box.x1) <= JOIN for u in sides)
            if left and right:
                frames.append(Region(box, "frame"))
                break
    return frames


def _bars(sheet: Sheet, body: Body) -> list[Region]:
    """Text beside an upright bar: what stands right of it, as high as the bar, down to its ends."""
    lowest = LOWEST_BAR * body.size
    bars = [r.box for r in sheet.rules if not r.horizontal and r.box.height >= lowest]
    slim = [f.box for f in sheet.fills if f.path == "rectangle" and f.box.width <= body.size]
    bars += [box for box in slim if box.height >= lowest]
    found = []
    for bar in sorted(bars):
        level = [line for line in sheet.lines if bar.top - JOIN <= line.box.center[1] <= bar.bottom + JOIN]
        beside = [line for line in level if 0 < line.box.x0 - bar.x1 <= SNUG * body.size]
        before = [line for line in level if 0 < bar.x0 - line.box.x1 <= SNUG * body.size]
        if not beside or bar.height >= PAGE_BAR * sheet.box.height or _parts_columns(bar, before, beside, body):
            continue
        if not is_stroke_of_ornament(bar, beside[0].box, sheet.fills):
            found.append(Region(union([bar, *(line.box for line in beside)]), "bar"))
    return found


def _parts_columns(bar: Box, before: Sequence[Line], beside: Sequence[Line], body: Body) -> bool:
    """Whether a bar is a rule between two columns, and marks neither: text set like the body on both sides, or text
    that stands as far from it on one side as on the other (what a bar marks stands closer than what it is kept from).
    """
    if not _is_body(before, body):
        return False
    gaps = bar.x0 - max(line.box.x1 for line in before), min(line.box.x0 for line in beside) - bar.x1
    return _is_body(beside, body) or abs(gaps[0] - gaps[1]) <= MIDDLE * body.size


def _is_body(lines: Sequence[Line], body: Body) -> bool:
    """Whether most lines are set like the body: a bar between two columns of such lines parts them and marks none."""
    return sum(body.plain(line.style) for line in lines) > len(lines) / 2
