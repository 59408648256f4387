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
MOST_HEADING_LINES = 3  # of the rest of a heading: more in one style is a text
INDENT = 0.6  # ems: printers indent by one em, at least by an en
DEEPEST_INDENT = 4.0  # ems: a first line further in is no paragraph's indent

# What the rest of a heading may have been taken for.
_REST_OF_HEADING = frozenset({BlockKind.HEADING, BlockKind.PULL_QUOTE, BlockKind.PARAGRAPH, BlockKind.BLOCK_QUOTE})
_ENDED = re.compile(r"[.!?:;…。！？]['\"’”»)\]]*[\d*†‡]*$")  # a note's marker may follow the stop
_HYPHENATED = re.compile(r"[^\W\d_][-\u2010\u00ad]$")
_FIRST_LETTER = re.compile(r"[^\W\d_]")
_NAMED = re.compile(r"^[^\W\d_]+\s?:\s")
_ENUMERATOR = re.compile(r"^\W*(?:\d+(?:\.\d+)*[.)]?|[IVXLC]+[.)]|[A-Z][.)]|\w+ \d+\s?[:.])\s")


def goes_on(before: Block, after: Block) -> bool:
    """Whether `after` continues the text of `before`.

    What layout knows from indent or spacing is taken as it is; at the top of a column it knows nothing, but that an
    indented first line begins a paragraph.
    """
    if after.new_paragraph is not None:
        return not after.new_paragraph and _same_or_item(before, after)
    if goes_on_surely(before, after):
        return True
    if before.kind is not after.kind or after.indent > INDENT * after.lines[0].size or _opens_bold(before, after):
        return False
    return not _room_for_next_word(before, after)


def _opens_bold(before: Block, after: Block) -> bool:
    """Whether a text opens with a bold word behind one that ends without: the name of what its paragraph is about."""
    return after.lines[0].style_at(0).bold and not before.lines[-1].styles[-1].style.bold


def goes_on_surely(before: Block, after: Block) -> bool:
    """Whether the words alone say so: a hyphenated word, or no stop before and a small letter after."""
    first = _FIRST_LETTER.search(after.lines[0].text)
    if first is None or not first[0].islower() or after.new_paragraph:
        return False
    text = before.lines[-1].text
    return bool(_HYPHENATED.search(text)) or not _ENDED.search(text)


def heading_goes_on(before: Block, after: Block) -> bool:
    """Whether a heading's next block is its next line: same style, one line further or over a column or page, no
    enumerator.

    A line of a heading alone on a page or in a column looks like a display quote or like text; its style tells. A bare
    enumerator set apart from its heading ("2" beside or above "Results") is part of it too.
    """
    if (
        before.kind is not BlockKind.HEADING
        or after.kind not in _REST_OF_HEADING
        or not before.lines
        or not after.lines
    ):
        return False
    last, first = before.lines[-1], after.lines[0]
    if len(after.lines) > MOST_HEADING_LINES or any(line.style != last.style for line in after.lines):
        return False
    if _ENUMERATOR.match(first.text + " ") or (after.kind is BlockKind.HEADING and before.level != after.level):
        return False
    if another_column(before, after):
        return after.page - before.page in (0, 1) and not _room_for_next_word(before, after)
    alone = len(before.lines) == 1 and _ENUMERATOR.fullmatch(last.text + " ") is not None
    return alone or (first.top > last.top and first.top - last.bottom <= HEADING_GAP * first.size)


def first_line_goes_on(before: Block, after: Block) -> bool:
    """Whether a quotation's indented first line, told apart from the rest, belongs to it.

    The column is wider than an inset quotation, so its first line seems to end early; within the quotation's own width
    there was no room for the next word.
    """
    if before.kind is not after.kind or before.kind is not BlockKind.BLOCK_QUOTE or len(before.lines) != 1:
        return False
    if another_column(before, after) or not after.lines:
        return False
    first, second = before.lines[0], after.lines[0]
    below = second.top > first.top and second.top - first.bottom <= HEADING_GAP * second.size
    indented = 0 < first.x0[0] - second.x0[0] <= DEEPEST_INDENT * second.size
    start, end = next(second.words())
    needed = second.box_of(start, end).width + WORD_SPACE * second.size
    right = max(float(max(line.x1)) for line in after.lines)
    return below and indented and float(max(first.x1)) + needed > right


def note_goes_on(before: Block, after: Block) -> bool:
    """Whether small print without a marker is the rest of the note before it: in the next column, with no other start.

    On one page, or with a name of its own ("Note:", "Source:"), it is small print of another kind.
    """
    if after.new_paragraph is False:
        return True
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
