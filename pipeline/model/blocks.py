"""What layout hands to assembly: blocks in reading order, page by page, and what was set aside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from pipeline.model.geometry import Box
from pipeline.model.lines import Line
from pipeline.model.pages import Fault, Image, Link, Source
from pipeline.model.tables import Table


class BlockKind(StrEnum):
    """What a block is, from its typography and place alone."""

    TITLE = "title"  # the work's title on a cover or title page, or the parts of it
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list item"
    BLOCK_QUOTE = "block quote"  # set off from the text, at body size or below
    PULL_QUOTE = "pull quote"  # displayed: large, coloured, boxed, in a margin or across columns
    BOX = "box"  # a paragraph (or heading, by `level`) of a sidebar
    NOTE = "note"  # a footnote or endnote; `label` holds its marker
    CONTENTS_ENTRY = "contents entry"  # `label` holds the page number as printed
    CAPTION = "caption"
    TABLE = "table"
    FIGURE = "figure"


DiscardReason = Literal[
    "running header",
    "running footer",
    "page number",
    "margin stamp",
    "duplicate print",
    "repeated table header",
    "contents leader",
    "invisible",
    "clipped",
    "off-page",
    "background-coloured",
    "watermark",
    "blank",  # drawn spaces that stand in no line
    "decoration",  # ornaments and bullets without meaning
    "list label",  # kept in the block's `label`, no character of its text
    "note marker",  # kept in the block's `label`
]


@dataclass(frozen=True, slots=True)
class Discard:
    """Glyphs of a page that are in no block, and why. `text` is what they say, `box` where they stand."""

    page: int
    glyphs: tuple[int, ...]
    reason: DiscardReason
    box: Box
    text: str


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph-like unit of one page (a paragraph that runs over a column or a page is several).

    `lines` are the text's lines in order, without the label. `label` is a list item's, note's or contents entry's own
    mark as printed, and `label_lines` the part of the page it is printed at. `level` is a heading's (1 is the outermost
    of the document) or a list item's depth (from 0). `indent` is how far the first line starts right of the others
    (negative: hanging), `short` how far the last line ends before the right edge of its column, in points.
    `rule` names the rule that decided the kind. `flow` says which stream of text it is part of.
    """

    kind: BlockKind
    page: int
    box: Box
    lines: tuple[Line, ...]
    rule: str
    level: int | None = None
    label: str | None = None
    label_lines: tuple[Line, ...] = ()
    table: Table | None = None
    image: Image | None = None
    flow: Literal["body", "box", "margin", "foot", "front"] = "body"
    column: int = 0
    indent: float = 0.0
    short: float = 0.0
    new_paragraph: bool | None = None  # True or False where layout knows from indent or spacing, None where it can't


@dataclass(frozen=True, slots=True)
class PageInfo:
    """What remains of a page when its glyphs are gone."""

    number: int
    label: str | None  # as printed on the page where found there, else the PDF's own page label
    width: float
    height: float
    glyphs: int  # how many the reader handed over
    unmapped: int = 0  # glyphs without a Unicode meaning
    links: tuple[Link, ...] = ()
    faults: tuple[Fault, ...] = ()  # what of the page could not be read


@dataclass(frozen=True, slots=True)
class Blocks:
    """A report's blocks in reading order, its pages, and all discards."""

    source: Source
    pages: tuple[PageInfo, ...]
    blocks: tuple[Block, ...]
    discards: tuple[Discard, ...]
    body_size: float  # the font size of most of the text, in points

    def of_page(self, number: int) -> Sequence[Block]:
        """The blocks of one page, in reading order."""
        return [b for b in self.blocks if b.page == number]
