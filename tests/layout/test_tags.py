"""The structure tree tells headings' levels where it agrees with the page, and does no harm where it doesn't."""

from __future__ import annotations

from array import array
from dataclasses import replace

from pipeline.model.blocks import BlockKind
from pipeline.model.lines import Style
from pipeline.model.pages import Tag
from pipeline.model.sheets import NO_MARK, Sheet
from tests.layout.sheets import HEADING, ITALIC, PROSE, laid_out, rows, sheet

# Type alone would rank these by size: 14, 12, 10. The tree says that the slanted ones are parts of the bold ones.
MIDDLE = Style(family="Serif", size=12.0, bold=True)
HEADS = [("Harbours", HEADING), ("Piers", MIDDLE), ("Costs", ITALIC), ("Ferries", HEADING), ("Crews", ITALIC)]


def page() -> Sheet:
    pieces = []
    for k, (text, style) in enumerate(HEADS):
        top = 72.0 + 100 * k
        pieces += [*rows(text, top=top, style=style), *rows(PROSE, PROSE, "and so it did.", top=top + 30)]
    return sheet(*rows("A tagged report", top=20.0, style=Style(family="Serif", size=30.0)), *pieces)


def tagged(levels: dict[str, str]) -> Sheet:
    """The page with each row marked, and the rows named here tagged as given, all others as paragraphs."""
    plain = page()
    marks = array("i", [NO_MARK] * plain.info.glyphs)
    tags = []
    for number, row in enumerate(plain.lines):
        for glyph in row.all_glyphs():
            marks[glyph] = number
        tags.append(Tag(("Document", levels.get(row.text, "P"), "Span"), (0, number, number), (number,)))
    return replace(plain, tags=tuple(tags), marks=marks)


def heading_levels(page: Sheet) -> list[tuple[str, int | None]]:
    return [(b.lines[0].text, b.level) for b in laid_out(page).blocks if b.kind is BlockKind.HEADING]


UNTAGGED = [("Harbours", 1), ("Piers", 2), ("Costs", 3), ("Ferries", 1), ("Crews", 3)]


def test_without_tags_type_ranks_the_headings() -> None:
    assert heading_levels(page()) == UNTAGGED


def test_tags_that_agree_with_the_page_tell_the_levels() -> None:
    told = {"Harbours": "H1", "Piers": "H2", "Costs": "H2", "Ferries": "H1", "Crews": "H2"}
    assert heading_levels(tagged(told)) == [("Harbours", 1), ("Piers", 2), ("Costs", 2), ("Ferries", 1), ("Crews", 2)]


def test_a_tree_that_calls_everything_large_one_level_is_not_heard() -> None:
    assert heading_levels(tagged({text: "H1" for text, _ in HEADS})) == UNTAGGED


def test_a_tree_that_tags_paragraphs_as_headings_is_not_heard() -> None:
    told = {"Harbours": "H1", "Piers": "H2", "Costs": "H2", "Ferries": "H1", "Crews": "H2", PROSE: "H3"}
    assert heading_levels(tagged(told)) == UNTAGGED


def test_a_tree_that_misses_headings_is_not_heard() -> None:
    assert heading_levels(tagged({"Harbours": "H1", "Costs": "H2", "Crews": "H2"})) == UNTAGGED


def test_a_tree_that_gives_like_headings_unlike_levels_is_not_heard() -> None:
    told = {"Harbours": "H1", "Piers": "H2", "Costs": "H1", "Ferries": "H3", "Crews": "H2"}
    assert heading_levels(tagged(told)) == UNTAGGED
