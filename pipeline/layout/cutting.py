"""Lines cut in two: a label from its text, a run-in heading from its paragraph, a page number from its title."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.model.blocks import Discard
from pipeline.model.lines import SPACE_NOBODY_DREW, Line


@dataclass(frozen=True, slots=True)
class Cut:
    """The parts before and behind a cut; the space between them, where glyphs drew it, is a discard."""

    before: Line
    behind: Line
    blank: Discard | None


def cut_at(line: Line, start: int) -> Cut:
    """The line cut before the character at `start`; white space there belongs to neither part."""
    end = start
    while end > 0 and line.text[end - 1].isspace():
        end -= 1
    return Cut(line.slice(0, end), line.slice(start, len(line)), _blank(line, end, start))


def _blank(line: Line, end: int, start: int) -> Discard | None:
    drawn = {g for g in line.glyphs[end:start] if g != SPACE_NOBODY_DREW}
    drawn |= {g for c, g in line.merged if end <= c < start}
    if not drawn:
        return None
    return Discard(line.page, tuple(sorted(drawn)), "blank", line.box_of(end, start), line.text[end:start])
