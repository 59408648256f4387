"""What each stage made of a report, as drawings of its pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from pipeline.assembly import assemble
from pipeline.inspection.marks import Drawing, Mark
from pipeline.layout import lay_out
from pipeline.lines import read_sheet
from pipeline.model.blocks import Block, Discard, PageInfo
from pipeline.model.document import Document, Element
from pipeline.model.lines import Line
from pipeline.model.pages import Glyph, Pages
from pipeline.model.tables import Table
from pipeline.publishing.page.palette import DISCARD_COLOR, KIND_COLORS
from pipeline.publishing.page.spots import element_places, shortened
from pipeline.tables import tables_of_sheets

GLYPH, LINE, HEADER = KIND_COLORS["paragraph"], KIND_COLORS["list item"], KIND_COLORS["heading"]


def glyphs(pages: Pages) -> Iterator[Drawing]:
    """What is drawn: each glyph's em box, in the order of drawing."""
    for page in pages:
        yield Drawing(page.number, page.width, page.height, tuple(_glyph(g) for g in page.glyphs))


def _glyph(glyph: Glyph) -> Mark:
    text = "a drawn space" if glyph.text.isspace() else glyph.text
    note = f"{glyph.font.family} {glyph.size:g} pt, {glyph.color}, number {glyph.index}"
    if glyph.hidden:
        return Mark((glyph.box,), glyph.hidden, DISCARD_COLOR, text, note, aside=True)
    return Mark((glyph.box,), "glyph", GLYPH, text, note)


def lines(pages: Pages) -> Iterator[Drawing]:
    """Glyphs as lines, and what was set aside on the way."""
    for page in pages:
        sheet = read_sheet(page)
        marks = [_line(i, line) for i, line in enumerate(sheet.lines, 1)] + _discards(sheet.discards)
        yield Drawing(page.number, page.width, page.height, tuple(marks))


def _line(number: int, line: Line) -> Mark:
    style = line.style
    weight = " bold" * style.bold + " italic" * style.italic
    note = f"{style.family} {style.size:g} pt{weight}, {style.color}, baseline {line.baseline:.1f}"
    return Mark((line.box,), "line", LINE, line.text, note, number)


def tables(pages: Pages) -> Iterator[Drawing]:
    """The cells of each table, and by which evidence it was found."""
    sheets = [read_sheet(page) for page in pages]
    for sheet, found in zip(sheets, tables_of_sheets(sheets), strict=True):
        marks = [m for table in found for m in _table(table, sheet.number)]
        yield Drawing(sheet.number, sheet.info.width, sheet.info.height, tuple(marks))


def _table(table: Table, page: int) -> Iterator[Mark]:
    note = f"{table.method}, {table.confidence:.2f}: {table.reason}"
    place = tuple(region.box for region in table.regions if region.page == page)
    yield Mark(place, "table", KIND_COLORS["table"], f"{table.rows} rows, {table.columns} columns", note)
    for cell in table.cells:
        boxes = tuple(region.box for region in cell.regions if region.page == page)
        if boxes:
            where = f"row {cell.row + 1}, column {cell.column + 1}"
            spans = f", spans {cell.row_span} by {cell.column_span}" if cell.row_span * cell.column_span > 1 else ""
            kind, color = ("header cell", HEADER) if cell.header else ("cell", LINE)
            yield Mark(boxes, kind, color, cell.text.content, where + spans)


def blocks(pages: Pages) -> Iterator[Drawing]:
    """Blocks by kind with the rules that decided, and what was set aside."""
    return _blocks(pages, aside=True)


def order(pages: Pages) -> Iterator[Drawing]:
    """Blocks in the order of reading, an arrow from each to the next."""
    return _blocks(pages, aside=False)


def _blocks(pages: Pages, *, aside: bool) -> Iterator[Drawing]:
    laid = lay_out(pages)
    found: dict[int, list[Mark]] = {}
    for number, block in enumerate(laid.blocks, 1):
        found.setdefault(block.page, []).append(_block(number, block))
    if aside:
        for discard in laid.discards:
            found.setdefault(discard.page, []).extend(_discards([discard]))
    yield from _drawings(laid.pages, found, arrows=not aside)


def _block(number: int, block: Block) -> Mark:
    text = " ".join(line.text for line in (*block.label_lines, *block.lines))
    level = f", level {block.level}" if block.level is not None else ""
    note = f"rule: {block.rule}{level}, {block.flow}"
    return Mark((block.box,), block.kind.value, KIND_COLORS[block.kind.value], shortened(text), note, number)


def document(pages: Pages) -> Iterator[Drawing]:
    """The document's elements: whole over columns and pages, copies tied to their passages, all in order."""
    made = assemble(lay_out(pages))
    found: dict[int, list[Mark]] = {}
    for number, element in enumerate(made.elements, 1):
        for page, boxes in element_places(element).items():
            kind = element.kind.value
            mark = Mark(
                tuple(boxes), kind, KIND_COLORS[kind], shortened(element.text.content), _said(made, element), number
            )
            found.setdefault(page, []).append(mark)
    for discard in made.discards:
        found.setdefault(discard.page, []).extend(_discards([discard]))
    yield from _drawings(made.pages, found, arrows=True)


def _said(made: Document, element: Element) -> str:
    parts = [f"rules: {', '.join(element.rules)}"] if element.rules else []
    if element.section is not None:
        parts.append(f"in section “{shortened(made.sections[element.section].title.content, 60)}”")
    if element.copy:
        parts.append(f"repeats number {element.copy.element + 1}")
    if element.label:
        parts.append(f"label {element.label}")
    parts += [f"note {ref.label} {'found' if ref.note is not None else 'missing'}" for ref in element.note_refs]
    return "; ".join(parts)


def _discards(discards: Iterable[Discard]) -> list[Mark]:
    return [
        Mark((d.box,), d.reason, DISCARD_COLOR, d.text.strip(), f"set aside: {d.reason}", aside=True) for d in discards
    ]


def _drawings(pages: Iterable[PageInfo], found: Mapping[int, list[Mark]], *, arrows: bool) -> Iterator[Drawing]:
    for page in pages:
        yield Drawing(page.number, page.width, page.height, tuple(found.get(page.number, ())), arrows)


DRAWN: dict[str, Callable[[Pages], Iterator[Drawing]]] = {
    "glyphs": glyphs,
    "lines": lines,
    "tables": tables,
    "blocks": blocks,
    "order": order,
    "document": document,
}
