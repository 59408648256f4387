"""The title of the work, and what is printed with it: subtitle, authors, institutions.

A work has one title, in the largest type of its first page; a cover may set it in several sizes. Type that heads text
again further on is that of its headings: an excerpt, or a chapter printed by itself, begins with one and has no title.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from pipeline.layout.arrangement import Column
from pipeline.layout.body import Body
from pipeline.layout.centred import stand_in_middle_of_page
from pipeline.layout.chunks import Chunk
from pipeline.layout.contents import Entry
from pipeline.layout.headings import Look, bare_words, look_of, may_be_heading, normal, reads_as_title
from pipeline.layout.numbering import number_of
from pipeline.layout.quotes import is_prose
from pipeline.layout.rows import Key, key_of

Unit = Chunk | Entry

FRONT_LINES = 3  # a date, a number and a name: fewer may stand above any heading
PROSE = 100  # characters: two rows or more, longer than names and lines of an address
COVER_TYPE = 1.3  # of the body's size: on a cover, what is so large is part of the title
NAMING = 12  # letters of a title that is recognised where it is printed again: a shorter one is a word of the text
SAME_TYPE = 0.5  # points: lines of a title that are set alike


def title_keys(flat: Sequence[tuple[Column, Unit]], body: Body) -> frozenset[Key]:
    """The largest chunk of the first page that has larger type than the body's, with its subtitle; on a cover all that
    are large.

    What stands in that type further down, behind text, is a heading.
    """
    chunks = [u for _, u in flat if isinstance(u, Chunk)]
    first = [c for c in chunks if c.rows[0].line.page == chunks[0].rows[0].line.page]
    large = [c for c in first if body.larger(c.style) and reads_as_title(c.text)]
    if not large:
        return _front_title(first, chunks, body)
    largest = max(c.style.size for c in large)
    plain = sum(len(c.text) for c in first if not body.larger(c.style))
    cover = plain < sum(len(c.text) for c in large)
    least = min(largest - SAME_TYPE, COVER_TYPE * body.size) if cover else largest - SAME_TYPE
    title = []
    for chunk in first:
        if chunk in large and chunk.style.size > least:
            title.append(chunk)
        elif not cover and _is_text(chunk, body):
            break  # text: before and between the parts of a title stand names, dates and institutions
    if not title or (not cover and _heads_text_again(title, chunks, body)):
        return frozenset()
    return frozenset(key_of(c.rows[0]) for c in [*title, *_subtitle(title, first, chunks, body)])


def _front_title(first: Sequence[Chunk], chunks: Sequence[Chunk], body: Body) -> frozenset[Key]:
    """The title of a page whose type is all of one size, as courts and offices set their first page: below lines that
    say whose it is, when and before whom, the boldest centred one, and of several the last."""
    text = next((i for i, c in enumerate(first) if _is_text(c, body)), len(first))
    left, right = min((c.box.x0 for c in first), default=0.0), max((c.box.x1 for c in first), default=0.0)
    standing = [c for c in chunks if may_be_heading(c, body) and stand_in_middle_of_page(c.rows, left, right)]
    above = [c for c in first[:text] if not may_be_heading(c, body) and not c.rows[0].label_end]
    behind = {look_of(c) for c in standing if c not in first[:text]}
    centred = [c for c in standing if c in first[:text] and look_of(c) not in behind]
    if len(above) < FRONT_LINES or not centred:
        return frozenset()
    boldest = [c for c in centred if c.style.bold] or centred
    return frozenset({key_of(boldest[-1].rows[0])})


def _subtitle(title: Sequence[Chunk], first: Sequence[Chunk], chunks: Sequence[Chunk], body: Body) -> list[Chunk]:
    """What is set below the title in smaller type than its own, but on display, and nearer to it than to what follows.

    White groups what belongs together: a subtitle keeps close to its title, while the author's name is led away from
    both, and a section's heading keeps close to its text and has its type again further on.
    """
    last = first.index(title[-1])
    if last + 1 == len(first):
        return []
    subtitle, behind = first[last + 1], first[last + 2 : last + 3]
    if subtitle.style.size < COVER_TYPE * body.size or not reads_as_title(subtitle.text) or is_prose(subtitle.text):
        return []
    above = subtitle.box.top - title[-1].box.bottom
    below = behind[0].box.top - subtitle.box.bottom if behind else above
    below_text = bool(behind) and is_sentences(behind[0], body)
    apart = above < 0 or above > below or below_text
    return [] if apart or _heads_text_again([subtitle], chunks, body) else [subtitle]


def _heads_text_again(title: Sequence[Chunk], chunks: Sequence[Chunk], body: Body) -> bool:
    """Whether the title's type is that of a heading behind the first running text, numbered or not: chapters are set
    alike, and what stands before the first has no number."""
    looks = {_unnumbered(look_of(c)) for c in title}
    words = {bare_words(c.text) for c in title}
    start = next((i for i, c in enumerate(chunks) if is_running_prose(c, body)), len(chunks))
    return any(
        _unnumbered(look_of(c)) in looks and may_be_heading(c, body) and bare_words(c.text) not in words
        for c in chunks[start:]
    )


def _unnumbered(look: Look) -> Look:
    return replace(look, scheme="")


def is_running_prose(chunk: Chunk, body: Body) -> bool:
    """Whether a chunk is running text: some rows in the body's type, or in larger type where tables are most of the
    document and set small."""
    if len(chunk.text) < PROSE or chunk.style.bold != body.bold:
        return False
    return body.plain(chunk.style) or (len(chunk.rows) > 1 and body.larger(chunk.style) and is_prose(chunk.text))


def is_sentences(chunk: Chunk, body: Body) -> bool:
    """Whether a chunk is text of several rows that ends as a sentence, a note's mark aside; abstracts are set smaller
    than the body. Names and institutions end without a stop."""
    if body.larger(chunk.style) or len(chunk.text) < PROSE or len(chunk.rows) < 2:
        return False
    return _ends_as_sentence(chunk)


def _ends_as_sentence(chunk: Chunk) -> bool:
    return is_prose(chunk.text.rstrip("0123456789∗*†‡"))


def _is_text(chunk: Chunk, body: Body) -> bool:
    """Whether a chunk is running text, or an abstract."""
    return is_running_prose(chunk, body) or is_sentences(chunk, body)


def with_title(
    flat: Sequence[tuple[Column, Unit]],
    headings: Sequence[Chunk],
    title: frozenset[Key],
    told: Mapping[str, int],
    body: Body,
) -> frozenset[Key]:
    """What stands out between the title and the first running text, in a look that no later heading has: a subtitle, an
    author, an institution; no heading, unless a number or a witness says so. The last before the text may be one. Nor
    is what stands out above the title, on its page: a series, a court, the kind of work. The title printed again is
    none anywhere."""
    keys = [key_of(u.rows[0]) for _, u in flat]
    start = next((i for i, key in enumerate(keys) if key in title), len(flat))
    chunks = [(i, u) for i, (_, u) in enumerate(flat) if isinstance(u, Chunk)]
    prose = next((i for i, u in chunks if i > start and is_running_prose(u, body)), len(flat))
    text = next((i for i, u in chunks if i > start and _is_text(u, body) and _ends_as_sentence(u)), len(flat))
    found_headings = {key_of(u.rows[0]) for u in headings}
    later = {look_of(u) for i, u in chunks if i > prose and keys[i] in found_headings}
    chapters = {_unnumbered(look) for look in later}
    named = next((bare_words(u.text) for i, u in chunks if keys[i] in title), "")
    found = []
    for i, unit in chunks:
        if keys[i] not in found_headings or keys[i] in title:
            continue
        look = look_of(unit)
        repeats = len(named) > NAMING and bare_words(unit.text).startswith(named)  # a title page repeats the cover's
        heads_text = i + 1 == text and keys[i - 1] not in title
        is_chapter = chapters.issuperset(_unnumbered(look_of(u)) for k, u in chunks if k in (i, i + 1))
        known = look in later or is_chapter or normal(unit.text) in told or bool(number_of(unit.text))
        above = i < start < len(flat) and not any(len(u.text) >= PROSE for k, u in chunks if i < k < start)
        if repeats or ((above or (start < i < prose and not heads_text)) and not known):
            found.append(keys[i])
    return frozenset(found)
