"""No glyph is lost or counted twice: each one of the blocks ends in one element or discard."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.assembly import assemble
from pipeline.model.blocks import Block, BlockKind, Blocks
from pipeline.model.document import Document
from pipeline.model.lines import Line
from pipeline.model.text import Text
from tests.builders import block, blocks

WORDS = st.sampled_from(
    [
        "rain",
        "river-",
        "Mill",
        "gauge.^1^",
        "field^2,3^",
        "“so",
        "it”",
        "went:",
        "R^2^",
        "note*",
        "[1]",
        "—",
        "2.1",
        "1 ",
    ]
)
LINES = st.lists(st.lists(WORDS, min_size=1, max_size=6).map(" ".join).map(str.strip), min_size=1, max_size=3)
KINDS = st.sampled_from([k for k in BlockKind if k not in (BlockKind.TABLE, BlockKind.FIGURE)])


@st.composite
def some_block(draw: st.DrawFn) -> Block:
    return block(
        "\n".join(draw(LINES)),
        draw(KINDS),
        label=draw(st.sampled_from([None, "1", "2.", "•", "*", "[1]"])),
        level=draw(st.sampled_from([None, 1, 2, 3])),
        page=draw(st.integers(1, 3)),
        column=draw(st.integers(0, 1)),
        short=draw(st.sampled_from([0.0, 200.0])),
        new_paragraph=draw(st.sampled_from([None, True, False])),
    )


def glyphs_of_lines(lines: Iterator[Line]) -> Counter[tuple[int, int]]:
    return Counter((line.page, glyph) for line in lines for glyph in line.all_glyphs())


def handed_in(given: Blocks) -> Counter[tuple[int, int]]:
    return glyphs_of_lines(line for b in given.blocks for line in (*b.lines, *b.label_lines))


def accounted(document: Document) -> Counter[tuple[int, int]]:
    texts: list[Text] = [text for e in document.elements for text in (e.text, e.label_text)]
    found = glyphs_of_lines(run.line for text in texts for run in text.runs)
    found.update((d.page, glyph) for d in document.discards for glyph in d.glyphs)
    return found


@settings(max_examples=150, deadline=None)
@given(st.lists(some_block(), min_size=1, max_size=12).map(lambda parts: sorted(parts, key=lambda b: b.page)))
def test_each_glyph_is_in_exactly_one_place(parts: list[Block]) -> None:
    given_blocks = blocks(*parts)
    document = assemble(given_blocks)
    assert accounted(document) == handed_in(given_blocks)


@settings(max_examples=50, deadline=None)
@given(st.lists(some_block(), min_size=1, max_size=12).map(lambda parts: sorted(parts, key=lambda b: b.page)))
def test_whatever_points_into_the_document_points_at_something(parts: list[Block]) -> None:
    document = assemble(blocks(*parts))
    for element in document.elements:
        assert all(0 <= ref.at <= len(element.text) for ref in element.note_refs)
        assert all(ref.note is None or ref.note < len(document.notes) for ref in element.note_refs)
        if element.copy is not None:
            assert element.copy.end <= len(document.elements[element.copy.element].text)
        if element.section is not None:
            assert element.section < len(document.sections)
    assert all(s.parent is None or document.sections[s.parent].level < s.level for s in document.sections)
