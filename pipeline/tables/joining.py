"""Tables that go on over a page or a column: which parts belong together, and the parts made one.

A part belongs to the one before where it has the same columns and either repeats its header or has none. Typesetters
repeat headers so that each page can be read alone (The Chicago Manual of Style, 3.87); the repeated rows are no rows.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from pipeline.lines import Vocabulary
from pipeline.model.tables import Cell, Region, Table
from pipeline.model.text import Text
from pipeline.tables.texts import text_of_slices
from pipeline.tables.values import is_value, says_continued, without_continued

SAME_PLACE = 0.04  # of the table's width between the column edges of two parts: the page may be set a little wider
ENDED = (".", "!", "?", ":", ";", "”", '"')
PHRASE = 4  # words: shorter texts are labels, which may begin small
_ADDRESS = re.compile(r"(?:https?://|www\.)|\S+@", re.I)
MOSTLY = 0.8  # of a table's rows have a label in the first column, where an empty one there means a row goes on


def continues(first: Table, second: Table) -> bool:
    """Whether `second` is a further part of the table `first` (that nothing else stands between, the caller knows)."""
    step = second.regions[0].page - first.regions[-1].page
    if step not in (0, 1) or first.columns != second.columns:
        return False
    if second.caption is not None and not says_continued(second.caption.content):
        return False
    if _repeated_rows(first, second):
        return True
    if not _same_columns(first, second):
        return False
    return second.header_rows == 0 or first.header_rows == 0 or _header_is_body(first, second)


def join_tables(parts: Sequence[Table], vocabulary: Vocabulary | None = None) -> Table:
    """The parts as one table: repeated header rows set aside, a row that the page broke made whole.

    Raises ValueError where there is no part.
    """
    if not parts:
        raise ValueError("no part to join")
    words = vocabulary or Vocabulary(Counter())
    table = parts[0]
    for part in parts[1:]:
        table = _joined(table, part, words)
    return table


def link_parts(tables: Sequence[Table]) -> list[int | None]:
    """For each of a file's tables, in order, the index of the one before that it goes on from, or None.

    Only the last table of a page can go on, in the first of the next page (or of the next column).
    """
    links: list[int | None] = [None] * len(tables)
    for k in range(1, len(tables)):
        if continues(tables[k - 1], tables[k]):
            links[k] = k - 1
    return links


def join_linked(
    tables: Sequence[Table], links: Sequence[int | None], vocabulary: Vocabulary | None = None
) -> list[Table]:
    """The tables with the parts of each in one, in the order of their first parts."""
    chains: list[list[Table]] = []
    home: dict[int, int] = {}
    for k, (table, link) in enumerate(zip(tables, links, strict=True)):
        if link is None:
            home[k] = len(chains)
            chains.append([table])
        else:
            home[k] = home[link]
            chains[home[k]].append(table)
    return [join_tables(chain, vocabulary) for chain in chains]


def _joined(first: Table, second: Table, vocabulary: Vocabulary) -> Table:
    repeated = _repeated_rows(first, second)
    headers = tuple(_row_text(second, row) for row in range(repeated))
    body = [c for c in second.cells if c.row >= repeated]
    cells = list(first.cells)
    broken = repeated < second.rows and _row_goes_on(first, second, repeated)
    shift = first.rows - repeated - (1 if broken else 0)
    for cell in body:
        if broken and cell.row == repeated:
            k = next(i for i, c in enumerate(cells) if _covers(c, first.rows - 1, cell.column))
            cells[k] = _one_cell(cells[k], cell, vocabulary)
        else:
            cells.append(replace(cell, row=cell.row + shift, header=False))
    return replace(
        first,
        rows=second.rows + shift,
        cells=tuple(sorted(cells, key=lambda c: (c.row, c.column))),
        regions=_regions(first.regions, second.regions),
        confidence=min(first.confidence, second.confidence),
        notes=(*first.notes, *second.notes),
        repeated_headers=(*first.repeated_headers, *headers, *second.repeated_headers),
    )


def _repeated_rows(first: Table, second: Table) -> int:
    """How many rows at the top of `second` say what the header of `first` says, or only that it is continued."""
    if first.columns != second.columns:
        return 0
    rows = max(first.header_rows, 1)
    above = _caption_rows(second)
    for start in sorted({0, above}):
        pairs = [(_says(first, row), _says(second, start + row)) for row in range(rows)]
        if all(any(one) and one == other for one, other in pairs):
            return start + rows
    return above


def _caption_rows(table: Table) -> int:
    """1 where the table begins with its caption in a row over all columns that says "continued", else 0."""
    first = next((c for c in table.cells if c.row == 0 and c.column == 0), None)
    said_again = first is not None and first.column_span == table.columns and says_continued(first.text.content)
    return 1 if said_again and table.rows > 1 else 0


def _says(table: Table, row: int) -> list[str]:
    """What a row's cells say, without white and case, and without the "continued" of a caption."""
    cells = [c for c in table.cells if c.row == row]
    return ["".join(without_continued(c.text.content).split()).casefold() for c in cells]


def _same_columns(first: Table, second: Table) -> bool:
    """Whether the columns stand at the same places, each measured from its own table's left edge: their boundaries,
    or the white between their texts (a boundary lies anywhere in it)."""
    if _share_white(first, second):
        return True
    one, other = _edges(first), _edges(second)
    width = max(first.regions[-1].box.width, second.regions[0].box.width)
    return all(abs(a - b) <= SAME_PLACE * width for a, b in zip(one, other, strict=True))


def _share_white(first: Table, second: Table) -> bool:
    """Whether the rows of both, set one below the other, leave the same columns of white."""
    one, other = column_texts(first, first.regions[-1].page), column_texts(second, second.regions[0].page)
    if len(one) < first.columns or len(other) < first.columns:
        return False
    shift = one[0][0] - other[0][0]
    for dx in (0.0, shift):
        right = [max(one[k][1], other[k][1] + dx) for k in range(first.columns)]
        left = [min(one[k][0], other[k][0] + dx) for k in range(first.columns)]
        if all(a < b for a, b in zip(right, left[1:], strict=False)):
            return True
    return False


def column_texts(table: Table, page: int) -> dict[int, tuple[float, float]]:
    """From where to where the text of each column stands on a page, in points; turned lines left out."""
    found: dict[int, tuple[float, float]] = {}
    for cell in table.cells:
        if cell.column_span > 1:
            continue
        for run in cell.text.runs:
            box = run.line.box
            if run.line.page == page and not run.line.rotation:
                old = found.get(cell.column, (box.x0, box.x1))
                found[cell.column] = (min(old[0], box.x0), max(old[1], box.x1))
    return found


def _edges(table: Table) -> list[float]:
    region = table.regions[-1]
    edges: dict[int, float] = {}
    for cell in table.cells:
        for place in cell.regions:
            if place.page == region.page:
                edges.setdefault(cell.column, place.box.x0 - region.box.x0)
    return [edges.get(c, 0.0) for c in range(table.columns)]


def _header_is_body(first: Table, second: Table) -> bool:
    """Whether what stands first in `second` is set as the body of `first` is, not as its header."""
    header = {s for c in first.cells if c.header for _, _, s in c.text.styles()}
    top = {s for c in second.cells if c.row == 0 for _, _, s in c.text.styles()}
    body = {s for c in first.cells if not c.header for _, _, s in c.text.styles()}
    return bool(top) and top <= body and not top <= header


def _row_goes_on(first: Table, second: Table, row: int) -> bool:
    """Whether the first body row of `second` is the rest of the last row of `first`.

    Its shorter cells have ended on the page before, so some are empty here that were filled there, and a longer one
    goes on in the middle of a sentence, or begins here where not two of its lines fitted there. Where none is empty,
    each must be longer than a label, and go on.
    """
    last = {c.column: c for c in first.cells if _covers(c, first.rows - 1, c.column)}
    rest = {c.column: c for c in second.cells if c.row == row}
    columns = [k for k in sorted(rest) if k in last and last[k].text]
    pairs = [(last[k].text.content, rest[k].text.content) for k in columns if rest[k].text]
    labels = [bool(c.text) for c in (*first.cells, *second.cells) if c.column == 0 and not c.header]
    unlabelled = 0 in rest and not rest[0].text and sum(labels) >= MOSTLY * len(labels)
    over = [rest[k].text.content for k in rest if rest[k].text and k in last and not last[k].text]
    if over:  # all of a cell went over, since two of its lines at least stay together
        return unlabelled and not pairs and all(len(text.split()) >= PHRASE for text in over)
    if not pairs:
        return False
    if any(is_value(b) and not b[:1].islower() for _, b in pairs):
        return False
    flowing = [not a.endswith(ENDED) and (b[:1].islower() or b[:1] == "(") and not _ADDRESS.match(b) for a, b in pairs]
    if len(pairs) < len(columns):
        return any(flowing) or unlabelled
    return all(f and len(b.split()) >= PHRASE for f, (_, b) in zip(flowing, pairs, strict=True))


def _covers(cell: Cell, row: int, column: int) -> bool:
    return cell.row <= row < cell.row + cell.row_span and cell.column <= column < cell.column + cell.column_span


def _one_cell(above: Cell, below: Cell, vocabulary: Vocabulary) -> Cell:
    lines = [run.line for text in (above.text, below.text) for run in text.runs]
    text = text_of_slices(lines, vocabulary) if lines else Text()
    return replace(above, text=text, regions=(*above.regions, *below.regions))


def _row_text(table: Table, row: int) -> Text:
    return Text.join([c.text for c in table.cells if c.row == row and c.text])


def _regions(first: tuple[Region, ...], second: tuple[Region, ...]) -> tuple[Region, ...]:
    return (*first, *second)
