"""The document as Markdown (`document.md`): for people, for search, for language models.

CommonMark with pipe tables and notes as GitHub and Pandoc know them. Texts carry no emphasis and no links: they are
what the report says, not how it is set.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pipeline.model.document import Document, Element, ElementKind
from pipeline.model.tables import Cell, Table
from pipeline.publishing.escaping import escaped, escaped_heading
from pipeline.publishing.passages import (
    Passage,
    PullQuotes,
    apart,
    bare_mark,
    captions_apart,
    heading_text,
    note_names,
    passages,
)

CellMarks = Callable[[Cell], Sequence[tuple[int, str]]]

INDENT = "  "  # a nested list item, for each level
DEEPEST_HEADING = 6  # Markdown has no more
_LIST_MARK = re.compile(r"(\w{1,9}[.)]|\(\w{1,9}\))")  # "1.", "iv)", "(a)": readable as they are printed


def to_markdown(document: Document, pull_quotes: PullQuotes = "keep") -> str:
    """The whole document; ends in a line end. `pull_quotes`: "keep" prints each where it stands between blocks, "drop"
    leaves out those that repeat a passage of the text."""
    writer = _Writer(document, note_names(document), heading_text(document), captions_apart(document))
    blocks = [block for passage in passages(document, pull_quotes) if (block := writer.block(passage))]
    return "\n\n".join(blocks) + "\n" if blocks else ""


@dataclass
class _Writer:
    """Writes passages; the title's first printing is the document's one heading of the first level."""

    document: Document
    names: list[str]
    numbers: dict[int, str]
    printed: set[str]
    titled: bool = False

    def __post_init__(self) -> None:
        self._notes = {note.element: name for note, name in zip(self.document.notes, self.names, strict=True)}

    def block(self, passage: Passage) -> str:
        """A passage as a block of Markdown, empty where it has no text."""
        first, index = passage.elements[0], passage.indices[0]
        match passage.kind:
            case ElementKind.TITLE:
                return self._title(passage.elements)
            case ElementKind.HEADING:
                return self._heading(first, self.numbers.get(index))
            case ElementKind.CONTENTS_ENTRY:
                return "\n".join(_contents_entry(e) for e in passage.elements)
            case ElementKind.LIST_ITEM:
                return "\n".join(self._item(e) for e in passage.elements)
            case ElementKind.BLOCK_QUOTE | ElementKind.PULL_QUOTE:
                return quoted([self._text(e) for e in passage.elements])
            case ElementKind.BOX:
                return quoted([self._box_part(e) for e in passage.elements])
            case ElementKind.NOTE:
                return f"[^{self._notes.get(index) or bare_mark(first.label or '')}]: {self._text(first)}"
            case ElementKind.TABLE if first.table:
                return self._table(first.table)
            case _:
                return self._text(first)

    def _title(self, lines: Sequence[Element]) -> str:
        text = " ".join("".join(escaped_heading(e.text.content)) for e in lines if e.text)
        if not text:
            return ""
        level, self.titled = (f"**{text}**" if self.titled else f"# {text}"), True
        return level

    def _heading(self, e: Element, number: str | None) -> str:
        signs = "#" * min((e.level or 1) + 1, DEEPEST_HEADING)
        return " ".join(part for part in (signs, number, self._marked(e, escaped_heading(e.text.content))) if part)

    def _item(self, e: Element) -> str:
        return f"{INDENT * (e.level or 0)}{list_mark(e.label)} {self._text(e)}"

    def _box_part(self, e: Element) -> str:
        return self._text(e) if e.level is None else f"**{self._text(e)}**"

    def _text(self, e: Element) -> str:
        return self._marked(e, escaped(e.text.content, block_start=True))

    def _marked(self, e: Element, characters: list[str]) -> str:
        return _with_marks(characters, [(ref.at, self._mark(ref.note, ref.label)) for ref in e.note_refs])

    def _mark(self, note: int | None, label: str) -> str:
        """A note's mark; one without a note is written as printed, raised, where it would point to another's."""
        if note is not None:
            return f"[^{self.names[note]}]"
        mark = bare_mark(label)
        return f"<sup>{html.escape(mark)}</sup>" if mark in self.names else f"[^{mark}]"

    def _cell_marks(self, cell: Cell) -> list[tuple[int, str]]:
        """The marks in a cell: of the document's notes as in text, of the table's own notes raised as printed."""
        return [
            (r.at, f"[^{self.names[r.note]}]" if r.note is not None else f"<sup>{html.escape(r.label)}</sup>")
            for r in cell.note_refs
        ]

    def _table(self, table: Table) -> str:
        caption = apart(table.caption, self.printed)
        notes = [note for text in table.notes if (note := apart(text, self.printed))]
        simple = not table.spans() and table.header_rows <= 1
        grid = _pipe_table(table, self._cell_marks) if simple else _html_table(table, self._cell_marks)
        return "\n\n".join(part for part in (_escaped(caption), grid, *map(_escaped, notes)) if part)


def _with_marks(characters: Sequence[str], marks: Sequence[tuple[int, str]]) -> str:
    """The characters with each note's mark at its exact place."""
    before: dict[int, str] = {}
    for at, mark in marks:
        before[at] = before.get(at, "") + mark
    return "".join(before.get(i, "") + c for i, c in enumerate([*characters, ""]))


def _escaped(text: str) -> str:
    return "".join(escaped(text, block_start=True))


def _contents_entry(e: Element) -> str:
    return f"{INDENT * max(0, (e.level or 1) - 1)}- {_escaped(e.text.content)}{f' {e.label}' if e.label else ''}"


def list_mark(label: str | None) -> str:
    """How an item begins: with its printed number or letter, else with "-" (and what else is printed there)."""
    printed = (label or "").strip()
    if _LIST_MARK.fullmatch(printed):
        return printed
    if not any(c.isalnum() for c in printed):
        return "-"  # a bullet, whatever its shape
    return f"{printed}." if printed.isalnum() and len(printed) <= 3 else f"- {printed}"


def quoted(parts: Sequence[str]) -> str:
    """Paragraphs as one block quote."""
    return "\n>\n".join(f"> {part}" for part in parts if part)


def _pipe_table(table: Table, marks: CellMarks) -> str:
    rows = [[""] * table.columns for _ in range(table.rows)]
    for cell in table.cells:
        characters = [c.replace("|", "\\|") for c in escaped(cell.text.content)]
        rows[cell.row][cell.column] = _with_marks(characters, marks(cell))
    if not table.header_rows:  # Markdown has no table without a header
        rows.insert(0, [""] * table.columns)
    rows.insert(1, ["---"] * table.columns)
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _html_table(table: Table, marks: CellMarks) -> str:
    """Markdown's own tables know no spans and one header row only."""
    rows: list[list[str]] = [[] for _ in range(table.rows)]
    for cell in sorted(table.cells, key=lambda c: (c.row, c.column)):
        tag = "th" if cell.header or cell.row < table.header_rows else "td"
        spans = [("rowspan", cell.row_span), ("colspan", cell.column_span)]
        extra = "".join(f' {name}="{count}"' for name, count in spans if count > 1)
        text = _with_marks([html.escape(c, quote=False) for c in cell.text.content], marks(cell))
        rows[cell.row].append(f"<{tag}{extra}>{text}</{tag}>")
    return "\n".join(["<table>", *(f"<tr>{''.join(row)}</tr>" for row in rows), "</table>"])
