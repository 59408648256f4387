"""Words: the smallest pieces that cells are made of, and the rows and chunks that they stand in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.model.geometry import Box, union
from pipeline.model.lines import Line

CAP_HEIGHT = 0.7  # of the font size: the height of capitals and figures; what overlaps by that stands side by side
SOLID = 0.1  # of the font size: type set solid leaves 0.3 between figures of two lines; what is nearer is side by side
DOTS = frozenset(".·…_")
LEADER_DOTS = 4  # fewer are an ellipsis, or the sign for "not available"
LEADER_WORDS = 3
UNIT_REACH = 8.0  # ems from a currency sign set at the left of its column to its figure
SIGNS = frozenset("$€£¥")
CHUNK_GAP = 0.5  # of the font size: the gap from which two words need not belong together; a word space is 0.25


@dataclass(frozen=True, slots=True)
class Word:
    """line.text[start:end], where `line` is the number of a line in the list that the words were made of."""

    line: int
    start: int
    end: int
    text: str
    box: Box
    baseline: float
    size: float
    bold: bool = False
    fixed_pitch: bool = False
    leader: bool = False


def words_of(lines: Sequence[Line]) -> list[Word]:
    """The words of upright lines, in the lines' order."""
    words = []
    for number, line in enumerate(lines):
        if line.rotation:
            continue
        style, baseline = line.style, line.baseline
        top = baseline - CAP_HEIGHT * style.size
        spans = list(line.words())
        leaders = _leaders([line.text[start:end] for start, end in spans])
        for (start, end), leader in zip(spans, leaders, strict=True):
            text = line.text[start:end]
            box = line.box_of(start, start + (len(text) if leader else _length_without_leader(text)))
            core = Box(box.x0, top, box.x1, baseline)
            words.append(
                Word(number, start, end, text, core, baseline, style.size, style.bold, style.fixed_pitch, leader)
            )
    return words


def _leaders(texts: Sequence[str]) -> list[bool]:
    """Which words of a line are rows of dots that lead the eye to the next column: many, or several one by one."""
    found = [len(t) >= LEADER_DOTS and set(t) <= DOTS for t in texts]
    start = 0
    for k in range(len(texts) + 1):
        if k == len(texts) or not set(texts[k]) <= DOTS:
            if k - start >= LEADER_WORDS:
                found[start:k] = [True] * (k - start)
            start = k + 1
    return found


def _length_without_leader(text: str) -> int:
    """How many characters come before a row of dots at the word's end."""
    if text[-1:] not in DOTS:
        return len(text)
    bare = text.rstrip("".join(sorted(DOTS)))
    return len(bare) if bare and len(text) - len(bare) >= LEADER_DOTS else len(text)


def text_rows(words: Iterable[Word]) -> list[list[Word]]:
    """Words that stand side by side, from the top down, each row from left to right.

    Side by side are words whose heights overlap, or nearly: numbers centred beside a label of two lines stand between
    its lines, each half a line from either, and no text has lines that close.
    """
    rows: list[list[Word]] = []
    bottom = float("-inf")
    for word in sorted(words, key=lambda w: (w.box.top, w.box.x0, w.line, w.start)):
        if rows and word.box.top < bottom + SOLID * word.size:
            rows[-1].append(word)
            bottom = max(bottom, word.box.bottom)
        else:
            rows.append([word])
            bottom = word.box.bottom
    for row in rows:
        row.sort(key=lambda w: (w.box.x0, w.baseline, w.line, w.start))
    return rows


def chunks_of(row: Sequence[Word], gap: float = CHUNK_GAP) -> list[list[Word]]:
    """A row's words in stretches without a gap of `gap` ems or more inside."""
    chunks: list[list[Word]] = []
    right = float("-inf")
    for word in row:
        if chunks and word.box.x0 - right < gap * word.size:
            chunks[-1].append(word)
            right = max(right, word.box.x1)
        else:
            chunks.append([word])
            right = word.box.x1
    return _with_currency(chunks)


def _with_currency(chunks: list[list[Word]]) -> list[list[Word]]:
    """Currency signs, which are set flush left in a column, with the figures that they belong to."""
    joined: list[list[Word]] = []
    for chunk in chunks:
        alone = joined and len(joined[-1]) == 1 and set(joined[-1][0].text) <= SIGNS
        figure = chunk[0].text[:1].isdigit() or chunk[0].text[:1] in "(-−–."
        if alone and figure and chunk[0].box.x0 - joined[-1][0].box.x1 < UNIT_REACH * chunk[0].size:
            joined[-1].extend(chunk)
        else:
            joined.append(chunk)
    return joined


def box_of(words: Iterable[Word]) -> Box:
    """The box around words. Raises ValueError where there is none."""
    return union(w.box for w in words)


def text_of(words: Sequence[Word]) -> str:
    """The words in reading order, with single spaces."""
    ordered = sorted(words, key=lambda w: (w.baseline, w.box.x0, w.line, w.start))
    return " ".join(w.text for w in ordered)


def widest_gap(row: Sequence[Word]) -> float:
    """The widest gap between neighbours of a row, in points; 0 for a single word."""
    return max((b.box.x0 - a.box.x1 for a, b in pairwise(row)), default=0.0)
