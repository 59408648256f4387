"""A page taken apart: tables, figures, regions and footnotes by themselves, all else in columns, in reading order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import inf
from typing import Literal

from pipeline.layout.body import Body
from pipeline.layout.columns import Stretch, in_reading_order
from pipeline.layout.footnotes import foot_lines
from pipeline.layout.furniture import shape_bullets
from pipeline.layout.items import Item
from pipeline.layout.pictures import pictures_of
from pipeline.layout.regions import Region, regions_of
from pipeline.layout.rows import Drawn, Key, Row, rows_of
from pipeline.layout.underlines import underlined_lines
from pipeline.model.figures import Figure
from pipeline.model.geometry import Box
from pipeline.model.lines import Line
from pipeline.model.pages import Image
from pipeline.model.sheets import Sheet
from pipeline.model.tables import Table

Flow = Literal["body", "box", "margin", "foot", "front"]


@dataclass(frozen=True, slots=True)
class Column:
    """Rows of one column of a page, its place among the columns, and the region that it stands in."""

    rows: tuple[Row, ...]
    flow: Flow
    column: int
    reason: str
    between: tuple[float, float]  # the gutters beside it
    region: Region | None = None


@dataclass(frozen=True, slots=True)
class Arrangement:
    """A page's parts in reading order, and the turned lines that stand in no column."""

    sheet: Sheet
    parts: tuple[Column | Table | Figure | Image, ...]
    turned: tuple[Line, ...] = ()
    tables: tuple[Table, ...] = field(default=())
    captions: frozenset[Key] = frozenset()  # of figures: the rows that begin them

    @property
    def last_notes(self) -> tuple[Line, ...]:
        """The rows of the last column of notes at the page's foot."""
        feet = [part for part in self.parts if isinstance(part, Column) and part.flow == "foot"]
        return tuple(row.line for row in feet[-1].rows) if feet else ()


def arrange_all(
    pages: Sequence[tuple[Sheet, Sequence[Line], Sequence[Table | Figure]]], body: Body
) -> list[Arrangement]:
    """Each page's parts; a page's notes may go on with those of the page before."""
    found: list[Arrangement] = []
    for sheet, lines, floats in pages:
        found.append(arrange(sheet, lines, floats, body, found[-1].last_notes if found else ()))
    return found


def arrange(
    sheet: Sheet,
    lines: Sequence[Line],
    floats: Sequence[Table | Figure],
    body: Body,
    notes_before: Sequence[Line] = (),
) -> Arrangement:
    """The page's parts. `lines` are those in no table, no figure and no running matter, `notes_before` the notes that
    the page before ended with."""
    tables = [f for f in floats if isinstance(f, Table)]
    upright = [line for line in lines if line.rotation == 0]
    turned = tuple(line for line in lines if line.rotation != 0)
    table_boxes = [r.box for t in tables for r in t.regions if r.page == sheet.number]
    regions = regions_of(sheet, upright, body, table_boxes)
    boxed: list[list[Line]] = [[] for _ in regions]
    free: list[Line] = []
    for line in upright:
        home = next((i for i, region in enumerate(regions) if region.holds(line)), None)
        (free if home is None else boxed[home]).append(line)
    foot = foot_lines(sheet, free, body, table_boxes, notes_before)
    in_foot = {line.glyphs[0] for group in foot for line in group}
    free = [line for line in free if line.glyphs[0] not in in_foot]
    drawn = Drawn(shape_bullets(sheet, upright), underlined_lines(sheet, upright))
    wholes: list[Table | Figure | Image | int] = [
        *floats,
        *pictures_of(sheet, upright, body.size),
        *range(len(regions)),
    ]
    boxes = [_whole_box(whole, regions, sheet.number) for whole in wholes]
    parts: list[Column | Table | Figure | Image] = []
    for stretch in in_reading_order(_items(free, boxes, body), body.size):
        waiting: list[Line] = []
        for item in stretch.items:
            if not item.whole:
                waiting.append(free[item.key])
                continue
            parts += _columns(waiting, "body", stretch, drawn)
            waiting = []
            whole = wholes[item.key]
            if isinstance(whole, int):
                parts += _boxed(boxed[whole], regions[whole], body, drawn)
            else:
                parts.append(whole)
        parts += _columns(waiting, "body", stretch, drawn)
    for i, group in enumerate(foot):
        parts.append(Column(tuple(rows_of(group, drawn)), "foot", i, "small type at the foot", (-inf, inf)))
    captions = (f.caption for f in floats if isinstance(f, Figure))
    named = frozenset((sheet.number, first) for first in captions if first is not None)
    return Arrangement(sheet, tuple(parts), turned, tuple(tables), named)


def _boxed(lines: Sequence[Line], region: Region, body: Body, drawn: Drawn) -> list[Column]:
    """A region's lines in columns of their own."""
    found: list[Column] = []
    for stretch in in_reading_order(_items(lines, [], body), body.size):
        inside = [lines[i.key] for i in stretch.items]
        found += _columns(inside, "box", stretch, drawn, region)
    return found


def _columns(
    lines: Sequence[Line],
    flow: Flow,
    stretch: Stretch,
    drawn: Drawn,
    region: Region | None = None,
) -> list[Column]:
    if not lines:
        return []
    rows = tuple(rows_of(lines, drawn))
    return [Column(rows, flow, stretch.column, stretch.reason, stretch.between, region)]


def _items(lines: Sequence[Line], wholes: Sequence[Box], body: Body) -> list[Item]:
    texts = [
        Item(line.box, i, plain=body.plain(line.style), label=line.text.endswith(":")) for i, line in enumerate(lines)
    ]
    return texts + [Item(b, i, True) for i, b in enumerate(wholes)]


def _whole_box(whole: Table | Figure | Image | int, regions: Sequence[Region], page: int) -> Box:
    if isinstance(whole, int):
        return regions[whole].box
    if isinstance(whole, Table):
        return next(r.box for r in whole.regions if r.page == page)
    return whole.box
