"""A page's parts as blocks: each chunk gets its kind from the first rule that knows it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pipeline.layout.arrangement import Arrangement, Column
from pipeline.layout.body import Body
from pipeline.layout.captions import is_caption, is_source_line
from pipeline.layout.chunks import Chunk
from pipeline.layout.contents import Entry
from pipeline.layout.footnotes import mark_of
from pipeline.layout.quotes import is_block_quote, is_display, opens_quote
from pipeline.layout.structure import Structure, key_of
from pipeline.model.blocks import Block, BlockKind, Discard
from pipeline.model.geometry import union
from pipeline.model.lines import Line
from pipeline.model.pages import Image
from pipeline.model.tables import Table

Found = Block | Discard


def blocks_of_page(arrangement: Arrangement, structure: Structure) -> tuple[list[Block], list[Discard]]:
    """The page's blocks in reading order, and what is left out of them."""
    found: list[Found] = []
    page = arrangement.sheet.number
    for part in arrangement.parts:
        if isinstance(part, Table):
            box = next(r.box for r in part.regions if r.page == page)
            found.append(Block(BlockKind.TABLE, page, box, (), f"table: {part.method}", table=part))
        elif isinstance(part, Image):
            found.append(Block(BlockKind.FIGURE, page, part.box, (), "placed picture", image=part))
        else:
            found += _column_blocks(part, structure)
    for line in arrangement.turned:
        found.append(Block(BlockKind.PARAGRAPH, page, line.box, (line,), "turned text", flow="margin"))
    blocks = [f for f in found if isinstance(f, Block)]
    dropped = [f for f in found if isinstance(f, Discard)]
    return blocks, dropped


def _column_blocks(column: Column, structure: Structure) -> Iterator[Found]:
    previous: Block | None = None
    for unit in structure.units_of(column):
        if isinstance(unit, Entry):
            yield from _contents_blocks(unit, column, structure)
            continue
        if column.flow == "foot" or _is_endnote(unit, previous, structure):
            pieces = list(_note_blocks(unit, column))
        elif column.region:
            pieces = [_boxed_block(unit, column, structure)]
        else:
            pieces = [_body_block(unit, column, structure, previous)]
        yield from pieces
        previous = pieces[-1]


def _contents_blocks(entry: Entry, column: Column, structure: Structure) -> Iterator[Found]:
    page = column.rows[0].line.page
    yield Block(
        BlockKind.CONTENTS_ENTRY,
        page,
        union(r.box for r in entry.rows),
        entry.lines,
        "ends in a page number",
        level=structure.entry_levels[key_of(entry.rows[0])],
        label=entry.page,
        label_lines=(entry.page_line,),
        column=column.column,
    )
    if entry.leader:
        line = entry.leader
        yield Discard(page, tuple(line.all_glyphs()), "contents leader", line.box, line.text.strip())


def _note_blocks(chunk: Chunk, column: Column) -> Iterator[Block]:
    """A block for each note: rows up to the next that starts with a mark."""
    notes: list[list[int]] = []
    for i, row in enumerate(chunk.rows):
        if mark_of(row) or not notes:
            notes.append([])
        notes[-1].append(i)
    for note in notes:
        rows = [chunk.rows[i] for i in note]
        mark = mark_of(rows[0])
        lines = tuple(r.line for r in rows)
        label_lines: tuple[Line, ...] = ()
        if mark:
            label_lines = (lines[0].slice(0, mark.end),)
            lines = (lines[0].slice(mark.end, len(lines[0])), *lines[1:])
        yield Block(
            BlockKind.NOTE,
            rows[0].line.page,
            union(r.box for r in rows),
            lines,
            "small type at the foot" if column.flow == "foot" else "list of notes",
            label=mark.label if mark else None,
            label_lines=label_lines,
            flow=column.flow,
            column=column.column,
            short=chunk.short,
        )


def _is_endnote(chunk: Chunk, previous: Block | None, structure: Structure) -> bool:
    """Whether a numbered item stands in the list that the raised marks of the text point to."""
    row = chunk.rows[0]
    mark = mark_of(row)
    if not mark or mark.label not in structure.marks or not row.label_end:
        return False
    if previous and previous.kind is BlockKind.NOTE:
        return True
    return bool(previous and previous.kind is BlockKind.HEADING and mark.label == "1" and len(structure.marks) > 1)


def _boxed_block(chunk: Chunk, column: Column, structure: Structure) -> Block:
    style = chunk.style
    body = structure.body
    assert column.region
    quote = _is_pull_quote(chunk, body, structure) or (
        column.region.means in ("bar", "rules") and is_display(style, body)
    )
    if quote:
        return _block(BlockKind.PULL_QUOTE, chunk, column, f"set apart by a {column.region.means}, repeats the text")
    if chunk.rows[0].label_end or chunk.rows[0].shape_bullet:
        return _list_item(chunk, column)
    return _block(BlockKind.BOX, chunk, column, f"set apart by a {column.region.means}")


def _is_pull_quote(chunk: Chunk, body: Body, structure: Structure) -> bool:
    return is_display(chunk.style, body) and (structure.repeated(chunk.text) or opens_quote(chunk.text))


def _body_block(chunk: Chunk, column: Column, structure: Structure, previous: Block | None) -> Block:
    key = key_of(chunk.rows[0])
    body = structure.body
    text = chunk.text
    if key in structure.title:
        return _block(BlockKind.TITLE, chunk, column, "largest type of the first page")
    if _is_pull_quote(chunk, body, structure):
        return _block(BlockKind.PULL_QUOTE, chunk, column, "on display")
    if key in structure.levels:
        return _block(BlockKind.HEADING, chunk, column, "stands out", level=structure.levels[key])
    if is_caption(text):
        return _block(BlockKind.CAPTION, chunk, column, "named and numbered")
    if is_source_line(text) and body.smaller(chunk.style):
        return _block(BlockKind.CAPTION, chunk, column, "note or source line")
    if chunk.rows[0].label_end or chunk.rows[0].shape_bullet:
        return _list_item(chunk, column)
    if is_block_quote(chunk, body) and not _goes_on_in_item(chunk, previous):
        return _block(BlockKind.BLOCK_QUOTE, chunk, column, "inset at both sides")
    return _block(BlockKind.PARAGRAPH, chunk, column, "running text")


def _goes_on_in_item(chunk: Chunk, previous: Block | None) -> bool:
    """Whether a chunk is aligned with the text of the list item before it."""
    if previous is None or previous.kind is not BlockKind.LIST_ITEM or not previous.lines:
        return False
    return abs(chunk.rows[0].x0 - float(previous.lines[0].x0[0])) < 2.0


def _list_item(chunk: Chunk, column: Column) -> Block:
    row = chunk.rows[0]
    end = row.label_end
    lines = tuple(r.line for r in chunk.rows)
    label_lines: tuple[Line, ...] = ()
    label = "•"
    if end:
        label_lines = (lines[0].slice(0, end),)
        lines = (lines[0].slice(end, len(lines[0])), *lines[1:])
        label = label_lines[0].text.strip()
    depth = _depth(row.x0 - chunk.left, row.line.size)
    rule = "bullet drawn as a shape" if row.shape_bullet and not end else "starts with a label"
    return _block(
        BlockKind.LIST_ITEM, chunk, column, rule, level=depth, lines=lines, label=label, label_lines=label_lines
    )


def _depth(indent: float, size: float) -> int:
    return 0 if indent < 2.2 * size else 1


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
        chunk.box,
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
