"""Tables whole over pages, with their captions and the notes under them.

A caption and a table's notes stay elements of their own, since they are read where they stand; `Table.caption` and
`Table.notes` are the same texts again, tied to their table. A ledger counts such a glyph once.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.assembly.units import Unit
from pipeline.model.blocks import BlockKind, Discard
from pipeline.model.document import Element, ElementKind
from pipeline.model.geometry import union
from pipeline.model.text import Text
from pipeline.tables import continues, says_continued

# What the page may set between two parts of one table: what stands at its foot, or floats.
_BETWEEN = frozenset({BlockKind.NOTE, BlockKind.PULL_QUOTE, BlockKind.FIGURE, BlockKind.CAPTION})
FLOATS = frozenset({ElementKind.NOTE, ElementKind.PULL_QUOTE})

# What a caption without a number is taken for.
_SET_AS = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADING})

_NUMBERED = re.compile(r"^[^\W\d_]+\.?\s+(?:\d|[A-Z]\d*\b|[IVXLC]+\b)")  # "Table 3", "Tabelle A": a name and a number
_CONTINUED = re.compile(r"\bcont(?:inued|['’]?d|\.)|\bfortsetzung|\bsuite\b|\bcontinua", re.I)


def join_parts(units: Sequence[Unit]) -> tuple[list[Unit], list[Discard]]:
    """The units with each table's parts in one, and the captions that only say that a table goes on."""
    joined: list[Unit] = []
    discards: list[Discard] = []
    for unit in units:
        home = _home(unit, joined)
        if home is None:
            joined.append(unit)
            continue
        joined[home] = Unit((*joined[home].blocks, *unit.blocks))
        again = [k for k in range(home + 1, len(joined)) if _says_continued(joined[k])]
        discards += [_discard(joined[k]) for k in again]
        joined = [u for k, u in enumerate(joined) if k not in again]
    return joined, discards


def tie_captions(elements: Sequence[Element]) -> list[Element]:
    """The elements, each table with its caption (above it, else below) and the notes that stand under it."""
    tied = list(elements)
    for i, element in enumerate(elements):
        if element.table is None:
            continue
        above = _caption_above(elements, i)
        below = _captions_below(elements, i)
        caption = above or next((text for text in below if is_numbered(text)), None)
        notes = tuple(text for text in below if text is not caption and not is_numbered(text))
        table = replace(element.table, caption=caption or element.table.caption, notes=(*element.table.notes, *notes))
        tied[i] = replace(element, table=table)
    return tied


def is_numbered(caption: Text) -> bool:
    """Whether a caption is a table's or figure's own, with its number; others are notes."""
    return _NUMBERED.match(caption.content) is not None


def _home(unit: Unit, before: Sequence[Unit]) -> int | None:
    """The table that goes on in this one."""
    table = unit.blocks[0].table
    if table is None:
        return None
    for k in range(len(before) - 1, -1, -1):
        other = before[k]
        if other.last.table is not None:
            return k if continues(other.last.table, table) else None
        named = other.kind is BlockKind.CAPTION and _NUMBERED.match(other.last.lines[0].text)
        if not _says_continued(other) and (named or other.kind not in _BETWEEN):
            return None
    return None


def _says_continued(unit: Unit) -> bool:
    """Whether it is a table's caption again; one without a number may be set as a line of text or a heading."""
    first = unit.blocks[0].lines[0].text if unit.blocks[0].lines else ""
    if unit.kind is BlockKind.CAPTION:
        return _CONTINUED.search(first) is not None
    alone = sum(len(block.lines) for block in unit.blocks) == 1
    return unit.kind in _SET_AS and alone and says_continued(first)


def _discard(unit: Unit) -> Discard:
    lines = [line for block in unit.blocks for line in (*block.label_lines, *block.lines)]
    glyphs = tuple(sorted(glyph for line in lines for glyph in line.all_glyphs()))
    box = union(line.box for line in lines)
    return Discard(lines[0].page, glyphs, "repeated table header", box, " ".join(line.text for line in lines))


def _caption_above(elements: Sequence[Element], place: int) -> Text | None:
    for element in reversed(elements[:place]):
        if element.kind not in FLOATS:
            named = element.kind is ElementKind.CAPTION and _NUMBERED.match(element.text.content)
            return element.text if named else None
    return None


def _captions_below(elements: Sequence[Element], place: int) -> list[Text]:
    found: list[Text] = []
    for element in elements[place + 1 :]:
        if element.kind is ElementKind.CAPTION:
            found.append(element.text)
        elif element.kind not in FLOATS:
            break
    return found
