"""Each quote once: printings of one quote are found again, different quotes are never merged (property tests)."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.extraction import extract
from pipeline.extraction.printings import group
from pipeline.extraction.quote_candidates import Candidate
from pipeline.extraction.speakers import Speaker
from pipeline.model.document import Document
from pipeline.model.profile import Profile
from pipeline.model.records import Quote
from tests.builders import text
from tests.markdown_document import from_markdown

NOUNS = "river harbour teacher winter garden ladder window valley engine kettle meadow pocket signal timber blanket"
VERBS = "carries measures forgets repairs follows borrows instructs answers gathers promises"
COMMON = "and we know that every one of them will never the same when it was with for our"
VOCABULARY = [*NOUNS.split(), *VERBS.split(), *COMMON.split()]

# Words as people say them: content words and function words mixed, so that different quotes share the common ones.
SENTENCES = st.lists(st.sampled_from(VOCABULARY), min_size=8, max_size=30)


def candidate(said: str, *, at: int = 0, name: str = "Ada Obi") -> Candidate:
    whole = text(said)
    return Candidate("statement", at, None, ((whole, 0, len(said)),), Speaker(name, whole, 0, 1))


def quotes_of(document: Document) -> list[Quote]:
    return extract(document, Profile()).quotes


def printed(said: str, copy: str) -> list[Quote]:
    return quotes_of(from_markdown(f"# A Report\n\n## Findings\n\nAda Obi, a farmer, said, “{said}.”\n\n>> {copy}\n"))


@st.composite
def trimmed(draw: st.DrawFn) -> tuple[str, str]:
    """A quote, and a copy that lost up to a fifth of its words at its ends."""
    said = draw(SENTENCES)
    lost = len(said) // 5
    first = draw(st.integers(0, lost))
    last = draw(st.integers(0, lost - first))
    return " ".join(said), " ".join(said[first : len(said) - last])


@st.composite
def changed(draw: st.DrawFn) -> tuple[str, str]:
    """A quote, and a copy with one word dropped or changed."""
    said = draw(SENTENCES)
    at = draw(st.integers(1, len(said) - 2))
    other = draw(st.sampled_from([[], ["pumpkin"]]))
    return " ".join(said), " ".join([*said[:at], *other, *said[at + 1 :]])


@st.composite
def shortened(draw: st.DrawFn) -> tuple[str, str]:
    """A quote, and a copy with an ellipsis for some words in its middle."""
    said = draw(SENTENCES)
    start = draw(st.integers(4, len(said) - 4))
    end = draw(st.integers(start, len(said) - 4))
    return " ".join(said), " ".join([*said[:start], "…", *said[end:]])


@given(trimmed())
def test_a_trimmed_copy_is_a_printing_of_the_quote(pair: tuple[str, str]) -> None:
    said, copy = pair
    [quote] = group([candidate(said), candidate(copy, at=9)])
    assert quote.canonical.text == said


@given(changed())
def test_a_copy_with_a_word_dropped_or_changed_is_a_printing(pair: tuple[str, str]) -> None:
    said, copy = pair
    assert len(group([candidate(said), candidate(copy, at=9)])) == 1


@given(shortened())
def test_a_copy_with_an_ellipsis_inside_is_a_printing(pair: tuple[str, str]) -> None:
    said, copy = pair
    assert len(group([candidate(said), candidate(copy, at=9)])) == 1


@settings(max_examples=30, deadline=None)
@given(SENTENCES, st.sampled_from(["“{}”", '"{}"', "‘{}’", "{}", "“{}” — Ada Obi, farmer"]), st.booleans())
def test_a_copy_in_other_marks_other_case_and_other_lines_is_found_again(
    words: list[str], marks: str, capital: bool
) -> None:
    said = " ".join(words)
    copy = said[0].upper() + said[1:] if capital else said
    [quote] = printed(said, marks.format(copy + "."))
    assert quote.pull_quotes == 1
    assert quote.text == said + "."
    assert [o.place for o in quote.occurrences] == ["running", "pull-quote"]
    assert quote.variants == []


def sentences_of(contents: list[str]) -> st.SearchStrategy[str]:
    """Sentences of these words with common ones between them, as many at most."""
    pair = st.tuples(st.sampled_from(contents), st.sampled_from(COMMON.split()))
    return st.lists(pair, min_size=4, max_size=15).map(lambda pairs: " ".join(word for p in pairs for word in p))


@given(sentences_of(NOUNS.split()), sentences_of(VERBS.split()))
def test_two_quotes_that_share_common_words_only_stay_two(one: str, other: str) -> None:
    assert len(group([candidate(one), candidate(other, at=9)])) == 2


@given(SENTENCES)
def test_the_same_words_of_two_speakers_stay_two(words: list[str]) -> None:
    said = " ".join(words)
    assert len(group([candidate(said), candidate(said, at=9, name="Ben Finch")])) == 2


def test_the_fuller_running_printing_is_canonical() -> None:
    short, full = "every river carries a harbour", "we know that every river carries a harbour in it"
    [quote] = group([candidate(short), candidate(full, at=9)])
    assert quote.canonical.text == full
