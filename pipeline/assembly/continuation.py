"""Whether a text that stops at the end of a column goes on in the next one.

A typesetter breaks a line where the next word does not fit any more. So a last line with room for the next block's
first word was ended on purpose, and a full one was not (the test of Knuth and Plass's first-fit lines, read backwards).
Where that leaves doubt, hyphen, stop and capital decide.
"""

from __future__ import annotations

import re

from pipeline.model.blocks import Block, BlockKind

WORD_SPACE = 0.25  # of the font size: the usual space between words
# Of the font size, between the em boxes of two lines of one heading; two headings stand further apart.
HEADING_GAP = 0.5

_ENDED = re.compile(r"[.!?:;…。！？]['\"’”»)\]]*[\d*†‡]*$")  # a note's marker may follow the stop
_HYPHENATED = re.compile(r"[^\W\d_][-\u2010\u00ad]$")
_FIRST_LETTER = re.compile(r"[^\W\d_]")
_NAMED = re.compile(r"^[^\W\d_]+\s?:\s")
_ENUMERATOR = re.compile(r"^\W*(?:\d+(?:\.\d+)*[.)]?|[IVXLC]+[.)]|[A-Z][.)]|\w+ \d+\s?[:.])\s")


def goes_on(before: Block, after: Block, *, parted: bool) -> bool:
    """Whether `after` continues the text of `before`; `parted` says that a column, page or float stands between.

    What layout knows from indent or spacing is taken as it is. Blocks that stand one below the other were told apart
    by layout for its own reasons, and stay apart.
    """
    if after.new_paragraph is not None:
        return not after.new_paragraph and _same_or_item(before, after)
    if not parted:
        return False
    if goes_on_surely(before, after):
        return True
    if before.kind is not after.kind:
        return False
    return not _room_for_next_word(before, after)


def goes_on_surely(before: Block, after: Block) -> bool:
    """Whether the words alone say so: a hyphenated word, or no stop before and a small letter after."""
    first = _FIRST_LETTER.search(after.lines[0].text)
    if first is None or not first[0].islower() or after.new_paragraph:
        return False
    text = before.lines[-1].text
    return bool(_HYPHENATED.search(text)) or not _ENDED.search(text)


def heading_goes_on(before: Block, after: Block) -> bool:
    """Whether a heading's next block is its next line: same style, same column, one line further, no enumerator.

    A bare enumerator set apart from its heading ("2" beside or above "Results") is part of it too.
    """
    if before.kind is not BlockKind.HEADING or before.page != after.page or before.column != after.column:
        return False
    if before.level != after.level or not before.lines or not after.lines:
        return False
    last, first = before.lines[-1], after.lines[0]
    if _ENUMERATOR.match(first.text + " ") or last.style != first.style:
        return False
    alone = len(before.lines) == 1 and _ENUMERATOR.fullmatch(last.text + " ") is not None
    return alone or (first.top > last.top and first.top - last.bottom <= HEADING_GAP * first.size)


def note_goes_on(before: Block, after: Block) -> bool:
    """Whether small print without a marker is the rest of the note before it: in the next column, with no other start.

    On one page, or with a name of its own ("Note:", "Source:"), it is small print of another kind.
    """
    if not before.lines or after.page - before.page > 1:
        return False
    if goes_on_surely(before, after):
        return True
    return (
        another_column(before, after)
        and not _NAMED.match(after.lines[0].text)
        and not _room_for_next_word(before, after)
    )


def another_column(before: Block, after: Block) -> bool:
    """Whether a column or page ends between the two."""
    return before.page != after.page or before.column != after.column


def _same_or_item(before: Block, after: Block) -> bool:
    return before.kind is after.kind or before.kind is BlockKind.LIST_ITEM


def _room_for_next_word(before: Block, after: Block) -> bool:
    line = after.lines[0]
    start, end = next(line.words())
    return before.short >= line.box_of(start, end).width + WORD_SPACE * line.size
