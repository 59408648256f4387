"""A display quote that repeats the text is a copy of it; one that stands alone is a block quote."""

from __future__ import annotations

from pipeline.assembly import assemble
from pipeline.model.blocks import Block, BlockKind
from pipeline.model.document import Document, ElementKind
from tests.builders import block, blocks

QUOTE = "Every season we plant the same seed in a different field, and every season we are surprised."
TEXT = f"The director was plain: “{QUOTE}” Nobody disagreed with her."


def shown(source: str, page: int = 1) -> Block:
    return block(source, BlockKind.PULL_QUOTE, page=page)


def copied(document: Document) -> list[str | None]:
    """What each display quote repeats."""
    return [
        document.elements[e.copy.element].text.content[e.copy.start : e.copy.end] if e.copy else None
        for e in document.elements
        if e.kind is ElementKind.PULL_QUOTE
    ]


def test_a_copy_pages_away_names_the_passage_that_it_repeats() -> None:
    assert copied(assemble(blocks(shown(f"“{QUOTE}”", page=1), block(TEXT, page=4)))) == [QUOTE.rstrip(".")]


def test_the_speaker_set_below_a_copy_is_no_part_of_it() -> None:
    assert copied(
        assemble(blocks(block(TEXT), shown("“We plant the same seed” — Ann Field, director of the farm school")))
    ) == ["we plant the same seed"]
    assert copied(assemble(blocks(block(TEXT), shown("“We plant the same seed”"), shown("— Ann Field, director")))) == [
        "we plant the same seed"
    ]


def test_a_copy_of_a_block_quote_names_the_block_quote() -> None:
    document = assemble(blocks(block("She said:"), block(QUOTE, BlockKind.BLOCK_QUOTE), shown(QUOTE, page=2)))
    assert [e.copy.element for e in document.elements if e.copy] == [1]


def test_a_display_quote_found_nowhere_else_is_a_block_quote() -> None:
    document = assemble(blocks(block(TEXT), shown("Nobody ever asked the river what it wanted.")))
    assert [e.kind for e in document.elements] == [ElementKind.PARAGRAPH, ElementKind.BLOCK_QUOTE]


def test_of_two_display_printings_the_one_that_the_text_introduces_is_the_original() -> None:
    document = assemble(blocks(shown(QUOTE, page=1), block("She said:", page=2), shown(QUOTE, page=2)))
    assert [e.kind for e in document.elements] == [
        ElementKind.PULL_QUOTE,
        ElementKind.PARAGRAPH,
        ElementKind.BLOCK_QUOTE,
    ]
    assert [e.copy.element for e in document.elements if e.copy] == [2]


def test_pieces_of_a_display_quote_are_one_where_their_originals_follow_each_other() -> None:
    document = assemble(
        blocks(
            block(TEXT),
            shown("“Every season we plant the same seed"),
            shown("in a different field, and every season"),
            shown("we are surprised.”"),
            shown("We plant the same seed"),
        )
    )
    assert copied(document) == [QUOTE.rstrip("."), "we plant the same seed"]


def test_a_copy_set_no_larger_than_the_text_is_known_by_having_no_introduction() -> None:
    document = assemble(
        blocks(
            block("She said:"),
            block(f"“{QUOTE}”", BlockKind.BLOCK_QUOTE),
            block("Nobody disagreed."),
            block(f"“{QUOTE}”", BlockKind.BLOCK_QUOTE, page=2),
        )
    )
    assert [e.kind for e in document.elements if e.copy or e.kind is ElementKind.BLOCK_QUOTE] == [
        ElementKind.BLOCK_QUOTE,
        ElementKind.PULL_QUOTE,
    ]


def test_pieces_are_one_although_another_display_quote_stands_between_them() -> None:
    other = "Nobody in the valley ever asked the river what it wanted from us."
    document = assemble(
        blocks(
            block("She said:"),
            shown(QUOTE),
            block("He answered:"),
            shown(other),
            shown("Every season we plant the same seed", page=2),
            shown(other, page=2),
            shown("in a different field, and every season we are surprised.", page=3),
        )
    )
    assert copied(document) == [QUOTE.rstrip("."), other.rstrip(".")]
