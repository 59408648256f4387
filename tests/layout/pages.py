"""Small PDFs, set like reports are, and what the walk makes of them: a specification gives pages and the outcome.

Lengths are points, measured from the top left corner of the page, as everywhere in the pipeline.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from pipeline.assembly import assemble
from pipeline.layout import lay_out
from pipeline.model.blocks import Block, Blocks
from pipeline.model.document import Document
from pipeline.reading import read
from tests.layout.sheets import accounts

ROMAN, BOLD, ITALIC, SANS, SANS_BOLD = "Times-Roman", "Times-Bold", "Times-Italic", "Helvetica", "Helvetica-Bold"
LEFT, TOP, WIDTH, SIZE = 72.0, 90.0, 468.0, 10.0
PORTRAIT = (612.0, 792.0)
COLUMN, SECOND = 222.0, 318.0  # width of one of two columns, and where the second begins

# Paragraphs of three rows or more in a column of WIDTH.
FLOOD = (
    "The river rose again in spring, and the gauges at both bridges failed on the same night. Families who live below "
    "the mill had moved their furniture upstairs by then, because they had learned to watch the herons rather than the "
    "bulletins. When the water fell, four cellars were found to have new walls that no plan shows."
)
FERRY = (
    "Ferries cross at the narrows from six in the morning until the schools have closed. Their crews are paid by the "
    "crossing, so that fog costs them a day, and the younger of them have begun to leave for the quarries. An old "
    "pilot keeps a book of all the days on which the bell was rung, and lends it to all."
)
MILLS = (
    "Three of the mills still turn, although nothing has been ground in them since the bakery moved to the town. Their "
    "owners open them on feast days and let children pour the grain. What the visitors pay keeps the sluices tight, "
    "and tight sluices keep the meadows dry, which the board has not managed."
)
REEDS = (
    "Reed cutters start when the first frost has taken the leaves. They work in pairs along the northern shore, one "
    "cutting and one binding, and stack the bundles so that the wind can pass through. A good pair fills a barge in "
    "two days, and there has been no accident on the ice since the beacons were put up along the deep channel."
)
SCHOOL = (
    "The school has kept a diary of the weather for ninety years, written by whoever was eleven years old. Pages are "
    "missing for two winters, and one is full of drawings of a whale. Nobody has compared it with the figures of the "
    "airfield, but the teacher says that the children were right about the storm of the white roofs."
)
MARKET = (
    "On market days the square belongs to the growers, who arrive before the baker has lit his lamp. Prices are agreed "
    "by noon, and whatever is left goes to the kitchen behind the chapel. Most of those who eat there have worked in "
    "the fields themselves, so that they know from the soup how the harvest was on either side of the hill."
)

Outcome = list[tuple[str, str, int | None]]


class Paper:
    """Sets text on pages from the top down; each call begins below what stands there, unless `at` says where."""

    def __init__(self, size: tuple[float, float] = PORTRAIT) -> None:
        self._folder = TemporaryDirectory()
        self.path = Path(self._folder.name) / "paper.pdf"
        self.canvas = Canvas(str(self.path), pagesize=size, invariant=True)
        self.size = size
        self.y = TOP
        self.furniture: Callable[[Paper, int], None] | None = None
        self.number = 1

    def text(
        self,
        text: str,
        *,
        font: str = ROMAN,
        size: float = SIZE,
        left: float = LEFT,
        width: float = WIDTH,
        at: float | None = None,
        gap: float = 8.0,
        indent: float = 0.0,
        lead: float = 1.2,
        color: str = "#000000",
        align: str = "left",
    ) -> Paper:
        """A paragraph, broken into rows; `gap` is the white below it, `indent` of its first row."""
        self.y = self.y if at is None else at
        self.canvas.setFillColor(color)
        for k, row in enumerate(_rows(text, font, size, width, indent)):
            start = left + (indent if k == 0 else 0.0)
            if align == "center":
                start = left + (width - stringWidth(row, font, size)) / 2
            self._put(row, start, self.y + 0.8 * size, font, size)
            self.y += lead * size
        self.y += gap
        return self

    def heading(self, text: str, *, size: float = 14.0, font: str = BOLD, **placed: float | str) -> Paper:
        """A heading with white above it."""
        if "at" not in placed and self.y > TOP:
            self.y += 8.0
        return self.text(text, font=font, size=size, gap=4.0, **placed)  # type: ignore[arg-type]

    def rows(self, *rows: str, left: float = LEFT, lead: float = 1.2, size: float = SIZE, font: str = ROMAN) -> Paper:
        """Rows that are ended on purpose, set solid."""
        for row in rows:
            self.text(row, left=left, gap=0.0, lead=lead, size=size, font=font)
        self.y += 8.0
        return self

    def spans(self, *spans: tuple[str, str, float, float], left: float = LEFT, gap: float = 8.0) -> Paper:
        """A row of (text, font, size, rise) one after the other."""
        x = left
        for text, font, size, rise in spans:
            self._put(text, x, self.y + 0.8 * SIZE - rise, font, size)
            x += stringWidth(text, font, size)
        self.y += 1.2 * SIZE + gap
        return self

    def right(self, text: str, edge: float, y: float, *, font: str = ROMAN, size: float = SIZE) -> Paper:
        """A row that ends at `edge`, its top at `y`; the place of what follows is not moved."""
        self._put(text, edge - stringWidth(text, font, size), y + 0.8 * size, font, size)
        return self

    def margin(self, text: str, left: float, below: float, *, font: str = ROMAN, size: float = SIZE) -> Paper:
        """A row beside what is set next, so far below its first; the place of what follows is not moved."""
        self._put(text, left, self.y + 0.8 * SIZE + below, font, size)
        return self

    def down(self, points: float) -> Paper:
        """White."""
        self.y += points
        return self

    def rule(self, left: float, y: float, width: float, thickness: float = 0.5) -> Paper:
        """A horizontal rule."""
        self.canvas.setLineWidth(thickness)
        self.canvas.line(left, self.size[1] - y, left + width, self.size[1] - y)
        return self

    def ground(self, left: float, top: float, width: float, height: float, color: str = "#e8eef2") -> Paper:
        """A coloured ground, to be drawn before what stands on it."""
        self.canvas.setFillColor(color)
        self.canvas.rect(left, self.size[1] - top - height, width, height, stroke=0, fill=1)
        return self

    def dot(self, x: float, y: float, radius: float = 1.6) -> Paper:
        """A round bullet drawn as a shape."""
        self.canvas.setFillColor("#000000")
        self.canvas.circle(x, self.size[1] - y, radius, stroke=0, fill=1)
        return self

    def page(self, size: tuple[float, float] | None = None) -> Paper:
        """Go to the next page."""
        if self.furniture:
            self.furniture(self, self.number)
        self.canvas.showPage()
        self.size = size or self.size
        self.canvas.setPageSize(self.size)
        self.y = TOP
        self.number += 1
        return self

    def blocks(self) -> Blocks:
        """What layout makes of the pages; each of their glyphs is in one block or discard."""
        self.page()
        self.canvas.save()
        blocks = lay_out(read(self.path))
        for page in blocks.pages:
            assert accounts(blocks, page.number) == Counter(range(page.glyphs)), f"page {page.number} is out of balance"
        return blocks

    def document(self) -> Document:
        """What assembly makes of the blocks."""
        return assemble(self.blocks())

    def _put(self, row: str, x: float, baseline: float, font: str, size: float) -> None:
        self.canvas.setFont(font, size)
        self.canvas.drawString(x, self.size[1] - baseline, row)


def outcome(blocks: Blocks | Sequence[Block]) -> Outcome:
    """Kind, text (its rows joined by a space) and level of each block, in reading order."""
    listed = blocks.blocks if isinstance(blocks, Blocks) else blocks
    return [(b.kind.value, " ".join(row.text for row in b.lines), b.level) for b in listed]


def elements(document: Document) -> list[tuple[str, str]]:
    """Kind and text of each element, in reading order."""
    return [(e.kind.value, str(e.text)) for e in document.elements]


def paragraphs(*texts: str) -> Outcome:
    """What paragraphs of these texts come out as."""
    return [("paragraph", text, None) for text in texts]


def set_aside(blocks: Blocks) -> list[tuple[int, str, str]]:
    """Page, reason and text of what is in no block, but for spaces."""
    return [(d.page, d.reason, d.text.strip()) for d in blocks.discards if d.text.strip()]


def _rows(text: str, font: str, size: float, width: float, indent: float) -> list[str]:
    """The rows of a paragraph; the first is shorter by its indent."""
    if not indent:
        return list(simpleSplit(text, font, size, width))
    first = simpleSplit(text, font, size, width - indent)[0]
    rest = text[len(first) :].strip()
    return [first, *(simpleSplit(rest, font, size, width) if rest else [])]
