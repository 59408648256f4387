"""Cells' texts, made of the page's lines so that each glyph of the region is in exactly one cell."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.lines import Vocabulary, join_lines
from pipeline.model.lines import Line
from pipeline.model.text import NOT_IN_TEXT, Run, Text
from pipeline.tables.words import Word

SAME_BASELINE = 0.3  # ems between words of one printed line of a cell


def cell_text(words: Sequence[Word], lines: Sequence[Line], vocabulary: Vocabulary) -> Text:
    """The text of a cell's words, in reading order. Spaces that are drawn after a word go with it."""
    return text_of_slices(_slices(words, lines), vocabulary)


def with_leaders(cells: Sequence[Sequence[Word]], printed: Sequence[Word]) -> list[list[Word]]:
    """The cells' words, with the rows of dots among `printed` put to the word before them on their line, else after."""
    held = [list(words) for words in cells]
    by_line: dict[int, list[tuple[int, int]]] = {}
    for k, words in enumerate(cells):
        for word in words:
            by_line.setdefault(word.line, []).append((word.start, k))
    for leader in (w for w in printed if w.leader and w.line in by_line):
        before = [place for place in by_line[leader.line] if place[0] < leader.start]
        _, home = max(before) if before else min(by_line[leader.line])
        held[home].append(leader)
    return held


def text_of_slices(slices: Sequence[Line], vocabulary: Vocabulary) -> Text:
    """The text of slices of lines, in order; a space drawn at a slice's end is kept, but is no part of the text."""
    bare = [s.slice(0, len(s.text.rstrip())) for s in slices]
    text = join_lines(bare, vocabulary)
    runs = []
    for run, whole in zip(text.runs, slices, strict=True):
        at = run.at + array("i", [NOT_IN_TEXT] * (len(whole) - len(run.line)))
        runs.append(Run(whole, at))
    return Text(text.content, tuple(runs))


@dataclass(slots=True)
class _Piece:
    """A slice of a line, and where its words stand (on the turned page, where the table is set sideways)."""

    line: Line
    baseline: float
    x0: float
    x1: float
    size: float


def _slices(words: Sequence[Word], lines: Sequence[Line]) -> list[Line]:
    """Neighbouring words of a line as one slice; slices on one baseline as one line."""
    stretches: list[list[Word]] = []
    end = -1
    for word in sorted(words, key=lambda w: (w.line, w.start)):
        if stretches and stretches[-1][-1].line == word.line and end == word.start:
            stretches[-1].append(word)
        else:
            stretches.append([word])
        end = _with_spaces(lines[word.line], word.end)
    pieces = []
    for stretch in stretches:
        first, last = stretch[0], stretch[-1]
        line = lines[first.line]
        cut = line.slice(first.start, _with_spaces(line, last.end))
        pieces.append(_Piece(cut, first.baseline, first.box.x0, last.box.x1, first.size))
    joined: list[_Piece] = []
    for piece in _by_baseline(sorted(pieces, key=lambda p: (p.baseline, p.x0, p.line.glyphs[0]))):
        if joined and _beside(joined[-1], piece):
            left = joined[-1].line
            joined[-1].line = left.joined(piece.line) if not left.text.endswith(" ") else _closed_up(left, piece.line)
            joined[-1].x1 = piece.x1
        else:
            joined.append(piece)
    return [piece.line for piece in joined]


def _with_spaces(line: Line, end: int) -> int:
    while end < len(line) and line.text[end].isspace():
        end += 1
    return end


def _by_baseline(pieces: Sequence[_Piece]) -> list[_Piece]:
    """Pieces row by row: those on nearly one baseline from left to right."""
    rows: list[list[_Piece]] = []
    for piece in pieces:
        if rows and piece.baseline - rows[-1][0].baseline < SAME_BASELINE * min(piece.size, rows[-1][0].size):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [piece for row in rows for piece in sorted(row, key=lambda p: (p.x0, p.line.glyphs[0]))]


def _beside(left: _Piece, right: _Piece) -> bool:
    return (
        abs(left.baseline - right.baseline) < SAME_BASELINE * min(left.size, right.size)
        and left.x1 <= right.x0 + 1.0
        and left.line.rotation == right.line.rotation
    )


def _closed_up(left: Line, right: Line) -> Line:
    """Two slices where the left one ends in a drawn space: joined without another."""
    whole = left.joined(right)
    at = len(left)
    head, tail = whole.slice(0, at), whole.slice(at + 1, len(whole))
    return Line(
        page=whole.page,
        text=head.text + tail.text,
        x0=head.x0 + tail.x0,
        x1=head.x1 + tail.x1,
        glyphs=head.glyphs + tail.glyphs,
        top=whole.top,
        bottom=whole.bottom,
        baseline=whole.baseline,
        styles=head.styles + tuple(type(s)(s.start + at, s.end + at, s.style) for s in tail.styles),
        merged=head.merged + tuple((c + at, g) for c, g in tail.merged),
        rotation=whole.rotation,
        y0=head.y0 + tail.y0,
        y1=head.y1 + tail.y1,
    )
