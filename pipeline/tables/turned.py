"""Tables set sideways: the page turned so that their lines run from left to right, and boxes turned back."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from dataclasses import replace

from pipeline.model.geometry import Box, union
from pipeline.model.lines import Line
from pipeline.model.sheets import Sheet
from pipeline.tables.words import Word

DESCENT = 0.2  # of the em box lies below the baseline, as the reader makes it
OUT_OF_VIEW = 180  # degrees: any turn but none, for lines that a view does not show

_TURN: dict[int, Callable[[Box], Box]] = {
    0: lambda b: b,
    90: lambda b: Box(b.top, -b.x1, b.bottom, -b.x0),
    270: lambda b: Box(-b.bottom, b.x0, -b.top, b.x1),
}
_BACK: dict[int, Callable[[Box], Box]] = {0: _TURN[0], 90: _TURN[270], 270: _TURN[90]}


def turned_sheet(sheet: Sheet, lines: Sequence[Line], rotation: int) -> Sheet:
    """The sheet with these lines, turned so that those of `rotation` (0, 90 or 270) are upright, and only those."""
    if rotation == 0:
        return replace(sheet, lines=tuple(lines))
    turn = _TURN[rotation]
    return replace(
        sheet,
        info=replace(sheet.info, width=sheet.info.height, height=sheet.info.width),
        lines=tuple(_upright(line, turn) if line.rotation == rotation else _hidden(line) for line in lines),
        rules=tuple(replace(r, box=turn(r.box)) for r in sheet.rules),
        fills=tuple(replace(f, box=turn(f.box)) for f in sheet.fills),
        images=tuple(replace(i, box=turn(i.box)) for i in sheet.images),
    )


def turned_back(box: Box, rotation: int) -> Box:
    """A box of the turned page as it stands on the page itself."""
    return _BACK[rotation](box)


def sideways_words(lines: Sequence[Line]) -> list[Word]:
    """Lines set sideways as one word each, so that cells of an upright table (labels in narrow columns) can hold them.

    They count as standing on one baseline, in the order in which they are read.
    """
    words = []
    for number, line in enumerate(lines):
        if line.rotation in (90, 270):
            box = union([line.box])
            order = box.x0 if line.rotation == 270 else -box.x0
            style = line.style
            words.append(Word(number, 0, len(line), line.text, box, order, style.size, style.bold))
    return words


def _upright(line: Line, turn: Callable[[Box], Box]) -> Line:
    box = turn(line.box)
    edges = zip(line.x0, line.y0, line.x1, line.y1, strict=True)
    boxes = [turn(Box(x0, top, x1, bottom)) for x0, top, x1, bottom in edges]
    return replace(
        line,
        x0=array("f", (character.x0 for character in boxes)),
        x1=array("f", (character.x1 for character in boxes)),
        y0=array("f"),
        y1=array("f"),
        top=box.top,
        bottom=box.bottom,
        baseline=box.bottom - DESCENT * box.height,
        rotation=0,
    )


def _hidden(line: Line) -> Line:
    return replace(line, rotation=OUT_OF_VIEW)
