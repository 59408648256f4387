"""A passage is found again where it is printed a second time, and only there."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.alignment import align

PASSAGE = (
    "The director was plain about it: “Every season we plant the same seed in a different field, and every season "
    "we are surprised by what comes up.” Nobody in the valley disagreed."
)
QUOTE = "Every season we plant the same seed in a different field, and every season we are surprised by what comes up."


def found(needle: str, haystack: str = PASSAGE) -> str | None:
    match = align(needle, haystack)
    return None if match is None else haystack[match.start : match.end]


def test_a_verbatim_copy_is_found_without_its_marks() -> None:
    assert found(f"“{QUOTE}”") == QUOTE.rstrip(".")


def test_a_copy_trimmed_at_start_and_end_is_found_with_its_new_capital() -> None:
    assert found("We plant the same seed in a different field") == "we plant the same seed in a different field"


def test_a_copy_that_drops_and_changes_a_word_is_found() -> None:
    assert found("Each season we plant the same seed in a field, and every season we are surprised") is not None


def test_a_misprint_is_no_other_word() -> None:
    match = align("We plant the same seed in a diferent field", PASSAGE)
    assert match is not None
    assert match.score == 1.0


def test_an_ellipsis_stands_for_any_number_of_words() -> None:
    assert found("Every season we plant . . . and are surprised by what comes up") is not None
    assert found("We plant the same seed … surprised by what comes up.") == (
        "we plant the same seed in a different field, and every season we are surprised by what comes up"
    )


def test_straight_quotes_and_other_apostrophes_make_no_difference() -> None:
    assert found('"It doesn\'t rain here in May"', "She sighed. “It doesn’t rain here in May,” she said.") == (
        "It doesn’t rain here in May"
    )


def test_what_the_needle_has_more_is_told_apart_from_what_was_found() -> None:
    needle = f"{QUOTE} Ann Field, director"
    match = align(needle, PASSAGE)
    assert match is not None
    assert needle[match.first : match.last] == QUOTE.rstrip(".")


def test_another_sentence_on_the_same_subject_is_not_a_copy() -> None:
    assert (
        found("Every season we buy new seed for a smaller field, and every year we are told that it is enough.") is None
    )


def test_words_strewn_over_a_long_text_are_not_a_copy() -> None:
    strewn = " ".join(
        f"{word} this is about other things" for word in ("planting", "seed", "brings", "rain", "to", "fields")
    )
    assert found("planting seed brings rain to fields", strewn) is None


def test_few_words_must_all_be_there() -> None:
    assert found("the same old seed") is None
    assert found("the same seed in") == "the same seed in"
    assert found("same seed") is None


WORDS = st.lists(st.sampled_from([f"{a}{b}{c}" for a in "bdfglm" for b in "aeiou" for c in "ndrst"]), min_size=1)


@settings(max_examples=60, deadline=None)
@given(
    before=WORDS,
    quote=st.lists(
        st.sampled_from([f"qu{v}{n}{i}" for v in "aeio" for n in "xyz" for i in range(9)]),
        min_size=12,
        max_size=40,
        unique=True,
    ),
    after=WORDS,
    data=st.data(),
)
def test_a_quote_trimmed_recased_rewrapped_and_requoted_is_found_again(
    before: list[str], quote: list[str], after: list[str], data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, 3))
    end = len(quote) - data.draw(st.integers(0, 3))
    dropped = data.draw(st.integers(start + 1, end - 2))
    kept = [word for i, word in enumerate(quote) if start <= i < end and i != dropped]
    copy = '"' + " ".join(kept).capitalize() + '."'
    haystack = f"{' '.join(before)} “{' '.join(quote)}” {' '.join(after)}"
    match = align(copy, haystack)
    assert match is not None
    assert haystack[match.start : match.end] == " ".join(quote[start:end])


@settings(max_examples=60, deadline=None)
@given(
    shared=st.lists(st.sampled_from(["the", "of", "a", "to", "and", "in", "we", "that"]), min_size=4, max_size=8),
    data=st.data(),
)
def test_two_quotes_with_common_words_stay_two(shared: list[str], data: st.DataObject) -> None:
    pool = [f"{a}{b}" for a in ("river", "stone", "cloud", "maple") for b in ("ford", "gate", "wick", "mere", "holt")]
    drawn = data.draw(st.permutations(pool))
    one, other = drawn[:8], drawn[8:16]
    first = " ".join(w for pair in zip(shared + shared, one, strict=False) for w in pair)
    second = " ".join(w for pair in zip(shared + shared, other, strict=False) for w in pair)
    assert align(first, f"Before it. “{second}” After it.") is None
