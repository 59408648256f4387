"""Tables: cells on a grid, with what they span and where they stand."""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from typing import Any, Literal

from pipeline.model.geometry import Box
from pipeline.model.text import NoteRef, Text

Method = Literal["ruled", "part-ruled", "shaded", "white-space", "tagged"]


@dataclass(frozen=True, slots=True)
class Region:
    """A place on a page."""

    page: int
    box: Box


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its place in the grid from 0, what it spans, its text, and where it is (a region a page).

    `note_refs` are the markers in its text; one whose note stands under the table, and is none of the document's, has
    no `note`.
    """

    row: int
    column: int
    row_span: int
    column_span: int
    text: Text
    header: bool
    regions: tuple[Region, ...]
    note_refs: tuple[NoteRef, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A grid of cells; each position is covered by exactly one cell (an empty one has an empty text).

    `header_rows` counts the rows of the header, which come first. `regions` has a region for each page it is on.
    `repeated_headers` are header rows that the typesetter printed again on later pages: they are no rows.
    `confidence` lies between 0 and 1 and is the score by which `method` won; `reason` puts it in words.
    """

    rows: int
    columns: int
    header_rows: int
    cells: tuple[Cell, ...]
    regions: tuple[Region, ...]
    method: Method
    confidence: float
    reason: str
    caption: Text | None = None
    notes: tuple[Text, ...] = ()
    repeated_headers: tuple[Text, ...] = ()

    def grid(self) -> list[list[str | None]]:
        """The texts as rows, None where a spanning cell covers a position."""
        rows: list[list[str | None]] = [[None] * self.columns for _ in range(self.rows)]
        for cell in self.cells:
            rows[cell.row][cell.column] = cell.text.content
        return rows

    def spans(self) -> list[tuple[int, int, int, int]]:
        """(row, column, row span, column span) of each cell that covers more than one position, in grid order."""
        return sorted(
            (c.row, c.column, c.row_span, c.column_span) for c in self.cells if c.row_span * c.column_span > 1
        )

    def cell_at(self, row: int, column: int) -> Cell:
        """The cell that covers a position. Raises KeyError outside the grid."""
        for cell in self.cells:
            if cell.row <= row < cell.row + cell.row_span and cell.column <= column < cell.column + cell.column_span:
                return cell
        raise KeyError((row, column))

    def to_pandas(self) -> Any:
        """A pandas DataFrame: the header's rows as column labels (several levels where there are several), texts as
        they stand, a spanning cell's text at each position that it covers. Raises ImportError without the extra
        `pandas`.
        """
        pandas = importlib.import_module("pandas")
        filled = [[""] * self.columns for _ in range(self.rows)]
        for cell in self.cells:
            for row in range(cell.row, cell.row + cell.row_span):
                for column in range(cell.column, cell.column + cell.column_span):
                    filled[row][column] = cell.text.content
        head, body = filled[: self.header_rows], filled[self.header_rows :]
        if not head:
            return pandas.DataFrame(body)
        if len(head) == 1:
            return pandas.DataFrame(body, columns=head[0])
        return pandas.DataFrame(body, columns=pandas.MultiIndex.from_arrays(head))
