"""What the reader hands over: what is drawn on each page, as values of our own.

Lengths are PDF points; the origin is the top left corner of the page as it is shown (rotation and crop box applied).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from pipeline.model.geometry import Box

Outline = Literal["rectangle", "rounded", "shape"]
Hidden = Literal["invisible", "clipped", "off-page", "background-coloured"]


@dataclass(frozen=True, slots=True)
class Font:
    """A font as drawn: its family without subset prefix and style words, and what the name and flags say of it."""

    name: str
    family: str
    bold: bool
    italic: bool
    fixed_pitch: bool = False


@dataclass(frozen=True, slots=True)
class Glyph:
    """One glyph as drawn.

    `index` is its place in the page's drawing order: the ledger knows a glyph by (page, index). `text` is its Unicode
    meaning, one or more characters (a ligature has several), or U+FFFD where the PDF gives none. `box` is the em box:
    advance width wide, from the font's ascent to its descent. `baseline` is the y of its baseline, `size` the font
    size as drawn, `rotation` the direction of writing in degrees clockwise (0, 90, 180, 270, or another for slanted
    text). `color` is the fill as `#rrggbb`. `hidden` says why a reader can't see it, or is None.
    """

    index: int
    text: str
    box: Box
    baseline: float
    font: Font
    size: float
    color: str = "#000000"
    rotation: int = 0
    hidden: Hidden | None = None
    tag: int | None = None  # marked content id, the key into the structure tree


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight drawn line, horizontal or vertical: a stroke, or a filled rectangle as thin as one."""

    box: Box
    color: str = "#000000"
    dashed: bool = False

    @property
    def horizontal(self) -> bool:
        """Whether it is wider than high."""
        return self.box.width >= self.box.height


@dataclass(frozen=True, slots=True)
class Fill:
    """A filled or stroked area that is no rule: a stripe, a box, a panel, a bullet drawn as a shape.

    `color` is the fill or None, `stroke` the outline or None. `path` tells rectangles, and boxes with rounded or cut
    corners, from all other shapes: curves, polygons, slanted strokes.
    """

    box: Box
    color: str | None
    stroke: str | None = None
    path: Outline = "rectangle"


@dataclass(frozen=True, slots=True)
class Image:
    """A placed picture. `sha256` is of its stored bytes (the same picture twice has the same), None if not at hand."""

    box: Box
    sha256: str | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A link annotation: an address, or a page of the document."""

    box: Box
    uri: str | None
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Tag:
    """A leaf of the structure tree: the content `mcids` of one page under the path of types from the root.

    `nodes` are the numbers of the path's elements in document order: leaves of one element share it. `spans` says how
    many rows and columns the innermost cell of a table covers that the leaf stands in.
    """

    path: tuple[str, ...]  # ("Document", "Sect", "P")
    nodes: tuple[int, ...]
    mcids: tuple[int, ...]
    spans: tuple[int, int] = (1, 1)


@dataclass(frozen=True, slots=True)
class Fault:
    """A part of a page (or of the file) that is broken, and why; what was read of it before is kept."""

    part: Literal["content", "links", "tags", "outline", "page labels", "metadata"]
    reason: str


@dataclass(frozen=True, slots=True)
class Page:
    """One page: number from 1, printed label or None, size, and all that is drawn on it, in drawing order.

    `faults` says what of it could not be read.
    """

    number: int
    label: str | None
    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    rules: tuple[Rule, ...] = ()
    fills: tuple[Fill, ...] = ()
    images: tuple[Image, ...] = ()
    links: tuple[Link, ...] = ()
    tags: tuple[Tag, ...] = ()
    rotation: int = 0
    faults: tuple[Fault, ...] = ()

    @property
    def box(self) -> Box:
        """The whole page."""
        return Box(0.0, 0.0, self.width, self.height)


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """A bookmark: its title, its level from 1, the page that it leads to, and the height there, if known."""

    title: str
    level: int
    page: int | None
    top: float | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """The file itself. `name` is the file's name without folder; `metadata` the document information as printed."""

    name: str
    sha256: str
    page_count: int
    metadata: dict[str, str] = field(default_factory=dict)
    language: str | None = None
    outline: tuple[OutlineEntry, ...] = ()
    tagged: bool = False
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True)
class Pages:
    """A PDF as a stream of pages: iterate as often as needed, each time the file is walked once, page by page.

    Nothing is kept of a page once it has been handed on.
    """

    source: Source
    open: Callable[[], Iterator[Page]]

    def __iter__(self) -> Iterator[Page]:
        return self.open()

    def __len__(self) -> int:
        return self.source.page_count
