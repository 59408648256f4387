"""The structure tree of a tagged PDF as a witness for headings' levels (ISO 32000-1, 14.8.4.3.2: H1 to H6).

Tags are as good as the program and the person that made them: many files tag every line as a paragraph, or everything
large as H1. So the tree is heard only where it agrees with the page: most of what it calls headings looks like one,
most of what looks like one is tagged so, and headings that look alike have one level. Else it says nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from pipeline.layout.chunks import Chunk
from pipeline.layout.headings import Look, look_of, normal
from pipeline.model.sheets import NO_MARK, Sheet

_HEADING = re.compile(r"^H([1-6])$")

# Share of headings that must agree, both ways: a tree that misses or invents every fifth was not made with care.
AGREE = 0.8
FEWEST = 3  # headings: two agree by chance


def tagged_levels(headings: Sequence[Chunk], others: Iterable[Chunk], sheets: Mapping[int, Sheet]) -> dict[str, int]:
    """The level that the tags give each heading, by its words (`normal`); none where they don't agree with the page.

    `headings` are the chunks that look like headings, `others` all other chunks, `sheets` the pages by number.
    """
    levels = {page: _levels_of_marks(sheet) for page, sheet in sheets.items() if sheet.tags}
    if not levels:
        return {}
    tagged = [(chunk, level) for chunk in headings if (level := _level(chunk, levels, sheets)) is not None]
    invented = sum(_level(chunk, levels, sheets) is not None for chunk in others)
    if len(tagged) < FEWEST or len(tagged) < AGREE * max(len(headings), len(tagged) + invented):
        return {}
    if not _like_looks_are_level([(look_of(chunk), level) for chunk, level in tagged]):
        return {}
    return {normal(chunk.text): level for chunk, level in tagged}


def _like_looks_are_level(found: Sequence[tuple[Look, int]]) -> bool:
    """Whether there are several levels, and most headings have the level that is commonest for their look."""
    by_look: dict[Look, Counter[int]] = {}
    for look, level in found:
        by_look.setdefault(look, Counter())[level] += 1
    usual = sum(max(counts.values()) for counts in by_look.values())
    return len({level for _, level in found}) > 1 and usual >= AGREE * len(found)


def _levels_of_marks(sheet: Sheet) -> dict[int, int]:
    """The level of each marked content that stands in a heading's element, the innermost one's."""
    found: dict[int, int] = {}
    for tag in sheet.tags:
        level = next((int(m[1]) for kind in reversed(tag.path) if (m := _HEADING.match(kind))), None)
        if level is not None:
            found.update(dict.fromkeys(tag.mcids, level))
    return found


def _level(chunk: Chunk, levels: Mapping[int, Mapping[int, int]], sheets: Mapping[int, Sheet]) -> int | None:
    """The level of most of the glyphs of a chunk's first line, None where most stand in no heading."""
    line = chunk.rows[0].line
    if line.page not in levels:
        return None
    marks = sheets[line.page].marks
    votes = Counter(levels[line.page].get(marks[g], 0) if marks[g] != NO_MARK else 0 for g in line.all_glyphs())
    level = max(votes, key=lambda v: (votes[v], -v))
    return level or None
