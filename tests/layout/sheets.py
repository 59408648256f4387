"""Sheets made of plain strings: rows of text at places, in styles, numbered so that each glyph is known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.layout import lay_out_sheets
from pipeline.model.blocks import Block, Blocks, PageInfo
from pipeline.model.lines import Line, Style
from pipeline.model.pages import Fill, Image, OutlineEntry, Rule, Source
from pipeline.model.sheets import Sheet
from tests.builders import BODY, line

HEADING = Style(family="Serif", size=14.0, bold=True)
BOLD = Style(family="Serif", size=10.0, bold=True)
ITALIC = Style(family="Serif", size=10.0, italic=True)
SMALL = Style(family="Serif", size=8.0)
LARGE = Style(family="Serif", size=20.0, bold=True)
PROSE = "the river rose again in spring and nobody had asked"  # 51 characters: a full row of the column made here
LEFT, WIDTH = 72.0, 5.0


@dataclass(frozen=True)
class Piece:
    """A row of text: what it says, where its left edge and its top are, and how it is set."""

    text: str
    top: float
    left: float = LEFT
    style: Style = BODY


def sheet(
    *pieces: Piece,
    number: int = 1,
    rules: Sequence[Rule] = (),
    fills: Sequence[Fill] = (),
    images: Sequence[Image] = (),
    width: float = 612.0,
) -> Sheet:
    """A page of these rows."""
    lines: list[Line] = []
    drawn = 0
    for piece in pieces:
        lines.append(
            line(piece.text, page=number, top=piece.top, left=piece.left, style=piece.style, first_glyph=drawn)
        )
        drawn += sum(c != " " for c in piece.text)
    lines.sort(key=lambda x: (x.baseline, x.x0[0]))
    info = PageInfo(number, None, width, 792.0, drawn)
    return Sheet(info, tuple(lines), (), tuple(rules), tuple(fills), tuple(images))


def rows(*texts: str, top: float = 72.0, left: float = LEFT, style: Style = BODY, pitch: float = 12.0) -> list[Piece]:
    """Rows under each other."""
    return [Piece(text, top + i * pitch, left, style) for i, text in enumerate(texts)]


def laid_out(*sheets: Sheet, outline: Sequence[OutlineEntry] = ()) -> Blocks:
    """The blocks of a document of these pages."""
    return lay_out_sheets(Source("report.pdf", "0" * 64, len(sheets), outline=tuple(outline)), sheets)


def said(block: Block) -> str:
    """A block's text, a row a line."""
    return "\n".join(row.text for row in block.lines)


def kinds(blocks: Blocks) -> list[tuple[str, str]]:
    """Kind and first words of each block in order."""
    return [(b.kind.value, said(b).split("\n")[0]) for b in blocks.blocks]


def accounts(blocks: Blocks, page: int) -> Counter[int]:
    """How often each glyph of a page is accounted for, in blocks, tables and discards."""
    held: Counter[int] = Counter(g for d in blocks.discards if d.page == page for g in d.glyphs)
    for block in blocks.of_page(page):
        held.update(g for row in (*block.lines, *block.label_lines) for g in row.all_glyphs())
        if block.table:
            texts = [c.text for c in block.table.cells] + list(block.table.notes) + list(block.table.repeated_headers)
            runs = [run for text in texts for run in text.runs] + list(
                block.table.caption.runs if block.table.caption else ()
            )
            held.update({g for run in runs for g in run.line.all_glyphs()})
    return held
