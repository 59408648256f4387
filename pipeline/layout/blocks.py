"""A page's parts as blocks: each chunk gets its kind from the first rule that knows it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace

from pipeline.layout.arrangement import Arrangement, Column
from pipeline.layout.body import Body
from pipeline.layout.captions import is_caption, is_source_line, names_a_figure, names_a_float
from pipeline.layout.chunks import Chunk
from pipeline.layout.contents import Entry
from pipeline.layout.cutting import cut_at
from pipeline.layout.footnotes import is_raised, mark_of, parted_notes
from pipeline.layout.headings import one_look, stands_out
from pipeline.layout.lists import Depths
from pipeline.layout.numbering import number_of
from pipeline.layout.quotes import CLOSING, is_block_quote, is_display, is_part_of_prose, is_prose, opens_quote
from pipeline.layout.rows import Key, key_of
from pipeline.layout.structure import Structure
from pipeline.layout.turned import pieces_of
from pipeline.model.blocks import Block, BlockKind, Discard
from pipeline.model.figures import Figure
from pipeline.model.geometry import union
from pipeline.model.lines import Line
from pipeline.model.pages import Image
from pipeline.model.tables import Table

Found = Block | Discard

FLOATS = frozenset({BlockKind.PULL_QUOTE, BlockKind.CAPTION})
BESIDE_TEXT = FLOATS | {BlockKind.NOTE}
PARTED_BY_LOOK = frozenset({"other size", "other type", "space above"})
ABSTRACT = "inset below the first heading"
ALIGNED = 2.0  # points: edges that are set alike differ by rounding, and by a quotation mark hung in the margin


@dataclass
class Reader:
    """Goes through a document's columns in reading order and remembers what came before."""

    structure: Structure
    depths: Depths = field(default_factory=Depths)
    previous: Block | None = None
    text: Block | None = None  # the last one that is neither a float nor a note
    hang: float = 0.0  # of the last paragraph's rows behind its first one, which stands out to the left, in points
    quotes: bool = False  # whether the last block quote opened with a quotation mark that has not been closed yet
    captions: Set[Key] = frozenset()  # the rows that begin captions of figures, on the page that is gone through
    item_inset: float = 0.0  # of the last list item's text from its column's left edge, in points

    def page(self, arrangement: Arrangement) -> Iterator[Found]:
        """The page's blocks in reading order, and what is left out of them."""
        page, self.captions = arrangement.sheet.number, arrangement.captions
        for part in arrangement.parts:
            if isinstance(part, Table):
                box = next(r.box for r in part.regions if r.page == page)
                yield Block(BlockKind.TABLE, page, box, (), f"table: {part.method}", table=part)
            elif isinstance(part, Figure):
                yield Block(BlockKind.FIGURE, page, part.box, part.lines, part.reason, image=Image(part.box))
            elif isinstance(part, Image):
                yield Block(BlockKind.FIGURE, page, part.box, (), "placed picture", image=part)
            else:
                yield from self._column(part)
        for place, piece in enumerate(pieces_of(arrangement.turned)):
            box, parted = union(line.box for line in piece), place > 0 or None  # by white from the piece before
            yield Block(
                BlockKind.PARAGRAPH, page, box, tuple(piece), "turned text", flow="margin", new_paragraph=parted
            )

    def _column(self, column: Column) -> Iterator[Found]:
        for unit in self.structure.units_of(column):
            if isinstance(unit, Entry):
                yield from _contents(unit, column, self.structure.entry_levels[key_of(unit.rows[0])])
                continue
            behind_float = self.previous is not None and _floats(self.previous, unit, column)
            for found in self._chunk(unit, column):
                if behind_float and isinstance(found, Block) and found.kind is BlockKind.PARAGRAPH:
                    found = replace(found, new_paragraph=None)
                yield found
                if isinstance(found, Block):
                    self.previous = found
                    if found.kind not in BESIDE_TEXT:
                        self.text = found
                    self.quotes = found.kind is BlockKind.BLOCK_QUOTE and _quotes_on(found, self.quotes)
                    if found.kind is BlockKind.PARAGRAPH and len(found.lines) > 1:
                        self.hang = max(0.0, -found.indent)
                    if found.kind in (BlockKind.HEADING, BlockKind.PARAGRAPH) and column.flow == "body":
                        self.depths.close()

    def _chunk(self, chunk: Chunk, column: Column) -> Iterator[Found]:
        if key_of(chunk.rows[0]) in self.captions:
            return _caption(chunk, column)
        end = chunk.rows[0].label_end
        if end and column.flow == "body" and names_a_figure(chunk.text[end:]):
            return _ornamented_caption(chunk, column, end)
        if column.flow == "foot" or _is_endnote(chunk, self.previous, self.structure):
            return _notes(chunk, column, self.structure.told_labels)
        if column.region and key_of(chunk.rows[0]) not in self.structure.title:
            return self._boxed(chunk, column)
        return self._running(chunk, column)

    def _boxed(self, chunk: Chunk, column: Column) -> Iterator[Found]:
        assert column.region
        means, style, body = column.region.means, chunk.style, self.structure.body
        if is_caption(chunk.text):
            yield _block(BlockKind.CAPTION, chunk, column, "named and numbered")
        elif means in ("bar", "rules") and is_display(style, body):
            yield _block(BlockKind.PULL_QUOTE, chunk, column, f"on display by a {means}")
        elif _is_pull_quote(chunk, body, self.structure):
            yield _block(BlockKind.PULL_QUOTE, chunk, column, f"set apart by a {means}, repeats the text")
        elif means == "bar" and opens_quote(chunk.text):
            yield _block(BlockKind.BLOCK_QUOTE, chunk, column, "a quotation beside a bar")
        elif self.structure.is_labelled(chunk):
            yield from self._item(chunk, column)
        else:
            yield _block(BlockKind.BOX, chunk, column, f"set apart by a {means}")

    def _running(self, chunk: Chunk, column: Column) -> Iterator[Found]:
        key, structure = key_of(chunk.rows[0]), self.structure
        body, text = structure.body, chunk.text
        if key in structure.title:
            yield _block(BlockKind.TITLE, chunk, column, "largest type of the first page")
        elif _is_pull_quote(chunk, body, structure):
            yield _block(BlockKind.PULL_QUOTE, chunk, column, "on display")
        elif key in structure.run_ins:
            yield from self._run_in(chunk, column)
        elif key in structure.levels:
            yield _block(BlockKind.HEADING, chunk, column, "stands out", level=structure.levels[key])
        elif is_caption(text) or (names_a_float(text) and stands_out(chunk.style, text, body)):
            yield _block(BlockKind.CAPTION, chunk, column, "named and numbered")
        elif is_source_line(text) and body.smaller(chunk.style):
            yield _block(BlockKind.CAPTION, chunk, column, "note or source line")
        elif self.quotes and is_block_quote(chunk, body, structure.indent):
            yield _block(BlockKind.BLOCK_QUOTE, chunk, column, "goes on with the quotation")
        elif self.structure.is_labelled(chunk):
            yield from self._item(chunk, column)
        elif is_block_quote(chunk, body, structure.indent) and self._is_abstract(chunk):
            yield _block(BlockKind.PARAGRAPH, chunk, column, ABSTRACT)
        elif is_block_quote(chunk, body, structure.indent) and not self._goes_on(chunk):
            yield _block(BlockKind.BLOCK_QUOTE, chunk, column, "inset at both sides")
        else:
            yield _block(BlockKind.PARAGRAPH, chunk, column, "running text")

    def _run_in(self, chunk: Chunk, column: Column) -> Iterator[Found]:
        """A heading, and the paragraph that it opens."""
        key = key_of(chunk.rows[0])
        opening = self.structure.run_ins[key]
        lines = [r.line for r in chunk.rows]
        cut = cut_at(lines[opening.row], opening.start)
        level = self.structure.levels[key]
        head = (*lines[: opening.row], cut.before)
        yield _block(BlockKind.HEADING, chunk, column, "opens the paragraph", level=level, lines=head)
        if cut.blank:
            yield cut.blank
        rest = (cut.behind, *lines[opening.row + 1 :])
        yield _block(BlockKind.PARAGRAPH, chunk, column, "running text behind its heading", lines=rest)

    def _is_abstract(self, chunk: Chunk) -> bool:
        """Whether an inset chunk follows a heading on the title's page, or an abstract so found: papers set theirs
        narrower and smaller than the text. A quotation follows text that leads up to it."""
        last, page = self.previous, chunk.rows[0].line.page
        if last is None or opens_quote(chunk.text) or not any(page == p for p, _ in self.structure.title):
            return False
        return last.page == page and (last.kind is BlockKind.HEADING or last.rule == ABSTRACT)

    def _goes_on(self, chunk: Chunk) -> bool:
        """Whether a chunk is aligned with the text of the list item before it, in its own column or the next, or at a
        column's head with the rows of a paragraph that hangs (entries of a bibliography)."""
        inset = min(r.x0 for r in chunk.rows) - chunk.left
        if self.text and self.text.kind is BlockKind.LIST_ITEM:
            return abs(inset - self.item_inset) < ALIGNED
        return chunk.reason == "top of the column" and self.hang > 0 and abs(inset - self.hang) < ALIGNED

    def _item(self, chunk: Chunk, column: Column) -> Iterator[Found]:
        row = chunk.rows[0]
        lines = tuple(r.line for r in chunk.rows)
        label_lines: tuple[Line, ...] = ()
        label, rule = "•", "bullet drawn as a shape"
        if row.label_end:
            cut = cut_at(lines[0], row.label_end)
            label_lines, lines = (cut.before,), (cut.behind, *lines[1:])
            label, rule = self.structure.told_labels.get(key_of(row), cut.before.text), "starts with a label"
            if cut.blank:
                yield cut.blank
        self.item_inset = row.text_x0 - chunk.left
        depth = self.depths.of(row.x0 - chunk.left, row.line.size)
        yield _block(
            BlockKind.LIST_ITEM, chunk, column, rule, level=depth, lines=lines, label=label, label_lines=label_lines
        )


def _caption(chunk: Chunk, column: Column) -> Iterator[Found]:
    """The caption of a figure, without the ornament that some houses set before the name."""
    lines = tuple(r.line for r in chunk.rows)
    end = chunk.rows[0].label_end
    if end and not any(c.isalnum() for c in lines[0].text[:end]):
        cut = cut_at(lines[0], end)
        mark, lines = cut.before, (cut.behind, *lines[1:])
        yield Discard(mark.page, tuple(mark.all_glyphs()), "decoration", mark.box, mark.text)
        if cut.blank:
            yield cut.blank
    yield _block(BlockKind.CAPTION, chunk, column, "beside its figure", lines=lines)


def _quotes_on(quote: Block, open_before: bool) -> bool:
    """Whether a quotation goes on behind a block: the sections of a statute stand in one pair of marks, and what is
    quoted in paragraphs is closed behind the last (Chicago Manual of Style, 13.30)."""
    text = quote.lines[-1].text.rstrip(" .,;")
    return (open_before or opens_quote(quote.lines[0].text)) and text[-1:] not in CLOSING


def _floats(before: Block, chunk: Chunk, column: Column) -> bool:
    """Whether what stands right above a chunk was put between the rows of the text: what parts the two then says
    nothing of the paragraph."""
    here = before.page == chunk.rows[0].line.page and before.column == column.column and before.flow == column.flow
    return here and before.kind in FLOATS and chunk.reason in PARTED_BY_LOOK


def _ornamented_caption(chunk: Chunk, column: Column, end: int) -> Iterator[Found]:
    """A caption behind a bullet, with which many textbooks and magazines mark where a figure is spoken of."""
    first, *rest = (r.line for r in chunk.rows)
    cut = cut_at(first, end)
    glyphs = tuple(cut.before.all_glyphs())
    yield Discard(first.page, glyphs, "decoration", cut.before.box, cut.before.text)
    if cut.blank:
        yield cut.blank
    yield _block(BlockKind.CAPTION, chunk, column, "named and numbered", lines=(cut.behind, *rest))


def _contents(entry: Entry, column: Column, level: int) -> Iterator[Found]:
    page = column.rows[0].line.page
    yield Block(
        BlockKind.CONTENTS_ENTRY,
        page,
        entry.box,
        entry.lines,
        "has a page number",
        level=level,
        label=entry.page,
        label_lines=(entry.page_line,),
        column=column.column,
    )
    if (line := entry.between) and (glyphs := tuple(line.all_glyphs())):
        yield Discard(page, glyphs, "contents leader" if line.text.strip() else "blank", line.box, line.text.strip())


def _notes(chunk: Chunk, column: Column, told_labels: Mapping[Key, str]) -> Iterator[Found]:
    """A block for each note: rows up to the next that starts with a mark."""
    rule = "small type at the foot" if column.flow == "foot" else "list of notes"
    for rows, is_note in parted_notes(chunk.rows):
        part = Chunk(rows, chunk.left, chunk.right, chunk.reason)
        if not is_note:
            yield _block(BlockKind.PARAGRAPH, part, column, "below the notes, after a blank line")
            continue
        first = part.rows[0]
        mark = mark_of(first)
        told = told_labels.get(key_of(first))
        label = told.rstrip(".") if told else mark.label if mark else None
        lines = tuple(r.line for r in part.rows)
        label_lines: tuple[Line, ...] = ()
        if label:
            cut = cut_at(lines[0], first.label_end if told else mark.end if mark else 0)
            label_lines, lines = (cut.before,), (cut.behind, *lines[1:])
            if cut.blank:
                yield cut.blank
        yield _block(BlockKind.NOTE, part, column, rule, lines=lines, label=label, label_lines=label_lines)


def _is_endnote(chunk: Chunk, previous: Block | None, structure: Structure) -> bool:
    """Whether a chunk is one of the list of notes that the raised marks of the text point to.

    A raised number before a paragraph is a note's and nothing else; one on the line counts where the list begins with 1
    under a heading. Marks that have notes at the foot of their pages have none there.
    """
    key = key_of(chunk.rows[0])
    mark = mark_of(chunk.rows[0])
    label = structure.told_labels.get(key, mark.label if mark else "").rstrip(".")
    if label not in structure.unnoted or key in structure.levels:
        return False
    if mark and label.isdigit() and is_raised(chunk.rows[0]):
        return True
    if not chunk.rows[0].label_end:
        return False
    if previous and previous.kind is BlockKind.NOTE and previous.flow != "foot":
        return True
    return bool(previous and previous.kind is BlockKind.HEADING and label == "1" and len(structure.unnoted) > 1)


def _is_pull_quote(chunk: Chunk, body: Body, structure: Structure) -> bool:
    """Whether a chunk is prose set to be seen, all of it, and repeats the text or opens with a quotation mark."""
    if structure.is_labelled(chunk) or number_of(chunk.text) or not one_look(chunk):
        return False
    if not is_display(chunk.style, body) or not (is_prose(chunk.text) or is_part_of_prose(chunk.text)):
        return False
    return structure.repeated(chunk) or opens_quote(chunk.text)


def _block(
    kind: BlockKind,
    chunk: Chunk,
    column: Column,
    rule: str,
    *,
    level: int | None = None,
    lines: Sequence[Line] | None = None,
    label: str | None = None,
    label_lines: tuple[Line, ...] = (),
) -> Block:
    parted = chunk.reason
    return Block(
        kind,
        chunk.rows[0].line.page,
        union(line.box for line in (*label_lines, *(lines or ()))) if lines else chunk.box,
        tuple(lines if lines is not None else (r.line for r in chunk.rows)),
        rule,
        level=level,
        label=label,
        label_lines=label_lines,
        flow=column.flow,
        column=column.column,
        indent=chunk.indent,
        short=chunk.short,
        new_paragraph=None if parted == "top of the column" else True,
    )
