"""What would become markup is escaped, and nothing else is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from pipeline.publishing.escaping import escaped, escaped_heading

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def read_back(markdown: str) -> str:
    """What a Markdown reader shows of one paragraph; anything but a plain paragraph fails the test."""
    tokens = READER.parse(markdown)
    assert [t.type for t in tokens] == ["paragraph_open", "inline", "paragraph_close"], tokens
    children = tokens[1].children or []
    assert all(t.type in ("text", "text_special") for t in children), children
    return "".join(t.content for t in children)


@pytest.mark.parametrize(
    "text",
    [
        "Nearly 70 percent (7 of 10) agreed; see [the annex].",
        "A snake_case name, 5 * 3 = 15, and AT&T.",
        "Shares rose to 40%* against 35%.",
        "[And it is worth it] when it works.",
        "www.example.org/a_b?c=d&e=f",
        "x < y and y > z",
        "C:\\ drives – “quoted”, it's fine!",
    ],
)
def test_ordinary_text_stays_as_it_is(text: str) -> None:
    assert "".join(escaped(text, block_start=True)) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# 3 on the list", "\\# 3 on the list"),
        ("1984. A year", "1984\\. A year"),
        ("2) second", "2\\) second"),
        ("J. Baker kept the book", "J\\. Baker kept the book"),
        ("- no item", "\\- no item"),
        ("> more than five", "\\> more than five"),
        ("[^1]: no note", "\\[^1]: no note"),
        ("* * *", "\\* * *"),
        ("<script>alert(1)</script>", "\\<script>alert(1)\\</script>"),
        ("[text](address)", "[text]\\(address)"),
        ("*stressed*", "\\*stressed\\*"),
        ("&amp; as printed", "\\&amp; as printed"),
    ],
)
def test_what_would_be_markup_is_escaped(text: str, expected: str) -> None:
    assert "".join(escaped(text, block_start=True)) == expected
    assert read_back(expected) == text


def test_a_heading_keeps_the_hashes_at_its_end() -> None:
    heading = "## " + "".join(escaped_heading("The languages C and F #"))
    assert READER.parse(heading)[1].content == "The languages C and F \\#"


@given(st.lists(st.sampled_from([*"ab1 *_~`<>[]()!&#-+.|\\:;=^", "amp;", "http://a.b", "é"]), min_size=1, max_size=14))
def test_a_reader_of_markdown_sees_the_text_as_printed(pieces: list[str]) -> None:
    text = " ".join("".join(pieces).split())
    if text:
        assert read_back("".join(escaped(text, block_start=True))) == text
