"""The document as plain text: no markup at all, for search indexes, word counts and comparison."""

from __future__ import annotations

from pipeline.model.document import Document, Element, ElementKind
from pipeline.model.tables import Cell, Table
from pipeline.publishing.passages import (
    Passage,
    PullQuotes,
    apart,
    bare_mark,
    captions_apart,
    heading_text,
    passages,
)

INDENT = "  "


def to_text(document: Document, pull_quotes: PullQuotes = "keep") -> str:
    """The whole document, a blank line between blocks; the cells of a table's row are separated by tabs, a note's mark
    stands in square brackets at its place. `pull_quotes` as for `to_markdown`."""
    numbers = heading_text(document)
    printed = captions_apart(document)
    blocks = (_block(passage, numbers, printed) for passage in passages(document, pull_quotes))
    return "\n\n".join(block for block in blocks if block) + "\n"


def _block(passage: Passage, numbers: dict[int, str], printed: set[str]) -> str:
    first = passage.elements[0]
    if passage.kind is ElementKind.TITLE:
        return " ".join(e.text.content for e in passage.elements)
    if first.table:
        return _table(first.table, printed)
    lines = (_line(e, numbers.get(i)) for i, e in zip(passage.indices, passage.elements, strict=True))
    return "\n".join(line for line in lines if line)


def _line(e: Element, number: str | None) -> str:
    text = _with_marks(e)
    match e.kind:
        case ElementKind.LIST_ITEM:
            return f"{INDENT * (e.level or 0)}{e.label or '-'} {text}"
        case ElementKind.CONTENTS_ENTRY:
            return f"{INDENT * max(0, (e.level or 1) - 1)}{text}{f' {e.label}' if e.label else ''}"
        case ElementKind.NOTE:
            return f"[{bare_mark(e.label or '')}] {text}"
        case _:
            return f"{number} {text}" if number else text


def _with_marks(e: Element | Cell) -> str:
    text, before = "", 0
    for ref in sorted(e.note_refs, key=lambda ref: ref.at):
        text += f"{e.text.content[before : ref.at]}[{bare_mark(ref.label)}]"
        before = ref.at
    return text + e.text.content[before:]


def _table(table: Table, printed: set[str]) -> str:
    cells = [[""] * table.columns for _ in range(table.rows)]
    for cell in table.cells:
        cells[cell.row][cell.column] = _with_marks(cell)
    rows = ["\t".join(row) for row in cells]
    notes = [apart(note, printed) for note in table.notes]
    return "\n".join(line for line in (apart(table.caption, printed), *rows, *notes) if line)
