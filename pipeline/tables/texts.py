"""Cells' texts, made of the page's lines so that each glyph of the region is in exactly one cell."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

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


def _slices(words: Sequence[Word], lines: Sequence[Line]) -> list[Line]:
    """Neighbouring words of a line as one slice; slices on one baseline as one line."""
    stretches: list[tuple[int, int, int]] = []
    for word in sorted(words, key=lambda w: (w.line, w.start)):
        end = _with_spaces(lines[word.line], word.end)
        if stretches and stretches[-1][0] == word.line and stretches[-1][2] == word.start:
            stretches[-1] = (word.line, stretches[-1][1], end)
        else:
            stretches.append((word.line, word.start, end))
    slices = sorted((lines[n].slice(a, b) for n, a, b in stretches), key=lambda s: (s.baseline, s.x0[0], s.glyphs[0]))
    joined: list[Line] = []
    for one in _by_baseline(slices):
        if joined and _beside(joined[-1], one):
            joined[-1] = joined[-1].joined(one) if not joined[-1].text.endswith(" ") else _closed_up(joined[-1], one)
        else:
            joined.append(one)
    return joined


def _with_spaces(line: Line, end: int) -> int:
    while end < len(line) and line.text[end].isspace():
        end += 1
    return end


def _by_baseline(slices: Sequence[Line]) -> list[Line]:
    """Slices row by row: those on nearly one baseline from left to right."""
    rows: list[list[Line]] = []
    for one in slices:
        if rows and one.baseline - rows[-1][0].baseline < SAME_BASELINE * min(one.size, rows[-1][0].size):
            rows[-1].append(one)
        else:
            rows.append([one])
    return [one for row in rows for one in sorted(row, key=lambda s: (s.x0[0], s.glyphs[0]))]


def _beside(left: Line, right: Line) -> bool:
    return (
        abs(left.baseline - right.baseline) < SAME_BASELINE * min(left.size, right.size)
        and left.x1[-1] <= right.x0[0] + 1.0
        and left.rotation == right.rotation
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
    )
