"""Quotes: kinds, speakers, and each quote once."""

from __future__ import annotations

import pytest

from pipeline.extraction import extract
from pipeline.model.profile import Profile
from pipeline.model.records import Quote
from tests.markdown_document import from_markdown


def quotes(prose: str) -> list[Quote]:
    document = from_markdown(f"# A Report\n\n## Findings\n\n{prose}\n")
    return extract(document, Profile()).quotes


def summary(prose: str) -> list[tuple[str, str | None, str]]:
    return [(q.kind, q.speaker, q.text) for q in quotes(prose)]


SAID = "the river takes what it wants"


@pytest.mark.parametrize(
    "prose",
    [
        f"Ada Obi, a farmer, said that “{SAID}”.",
        f"“{SAID},” said Principal Ada Obi.",
        f"According to Ada Obi, a farmer, “{SAID}.”",
        f"Ada Obi, a farmer, spoke. She added that “{SAID}.”",
        f"Ada Obi, a farmer, spoke. “{SAID}.”",
        f"Ada Obi, a farmer, spoke. Obi also shared that “{SAID}.”",
        f"Ada Obi, a farmer, spoke. This gave her the wish to affirm that “{SAID}.”",
        f"‘{SAID},’ said Ada Obi, a farmer.",
        f'Ada Obi, a farmer, said, "{SAID}."',
        f"For Ada Obi, a farmer, “{SAID}.”",
    ],
)
def test_five_words_with_a_named_speaker_are_a_statement(prose: str) -> None:
    [quote] = quotes(prose)
    assert (quote.kind, quote.speaker, quote.text.strip(".,")) == ("statement", "Ada Obi", SAID)


@pytest.mark.parametrize(
    "prose",
    [
        f"One farmer said that “{SAID}.”",
        f"Ada Obi, a farmer, spoke. One teacher said that “{SAID}.”",
        f"Ada Obi, a farmer, spoke. “{SAID},” said a nurse.",
        f"Ada Obi, a farmer, recalled a student who said “{SAID}.”",
        f"The Elm Trust stated that “{SAID}.”",
        f"Ada Obi, a farmer, led the so-called “{SAID}” campaign.",
        f"Ada Obi, a farmer, led a “{SAID}” campaign.",
        "Ada Obi, a farmer, spoke of “soft” skills.",
    ],
)
def test_words_without_a_named_speaker_and_few_words_are_terms(prose: str) -> None:
    [quote] = quotes(prose)
    assert (quote.kind, quote.speaker) == ("term", None)


@pytest.mark.parametrize(
    "prose",
    [
        "The report “Hidden costs of rain” was read.",
        "They watched a film called “Home by the Sea” twice.",
        "The essay, “Rain and Rye: A Study,” was read.",
        "It works.[^1]\n\n[^1]: iGrain. “The case for rye.” (2016). Retrieved from <https://igrain.org>.",
        "[12] A. Obi, B. Finch, “The case for rye,” Grain, 2016.",
        "## References\n\nObi, Ada. “The case for rye.” *Grain* 12 (2016): 33–49.",
    ],
)
def test_titles_of_works_are_no_quotes(prose: str) -> None:
    assert quotes(prose) == []


def test_a_set_off_quote_is_introduced_by_the_sentence_before() -> None:
    assert summary(f"When asked, Ada Obi, a farmer, remarked:\n\n> “{SAID}.”") == [("block", "Ada Obi", f"{SAID}.")]


def test_a_set_off_quote_whose_introduction_names_nobody_has_no_speaker() -> None:
    assert summary(f"Ada Obi, a farmer, spoke first.\n\nOne nurse remarked:\n\n> “{SAID}.”") == [
        ("block", None, f"{SAID}.")
    ]


def test_a_paragraph_that_is_one_quotation_after_a_colon_is_set_off() -> None:
    assert summary(f"Ada Obi, a farmer, remarked:\n\n“{SAID}.”") == [("block", "Ada Obi", f"{SAID}.")]


@pytest.mark.parametrize(
    "signature", ["— Ada Obi, farmer", "\n> — Ada Obi, farmer", "(Ada Obi, farmer)", "said Ada Obi, a farmer"]
)
def test_a_set_off_quote_may_be_signed(signature: str) -> None:
    assert summary(f"People spoke.\n\n> “{SAID}.” {signature}") == [("block", "Ada Obi", f"{SAID}.")]


def test_a_set_off_quote_may_be_signed_without_marks() -> None:
    assert summary("People spoke.\n\n> The river takes what it wants. — Ada Obi, farmer") == [
        ("block", "Ada Obi", "The river takes what it wants.")
    ]


def test_a_set_off_quote_may_be_signed_on_a_line_of_its_own() -> None:
    assert summary("People spoke.\n\n> The river takes what it wants.\\\n> Ada Obi, volunteer coordinator") == [
        ("block", "Ada Obi", "The river takes what it wants.")
    ]


def test_an_indented_paragraph_without_marks_introduction_or_signature_is_no_quote() -> None:
    assert quotes("The river rose.\n\n> The river rose twice in one wet year.") == []


def test_an_inset_paragraph_that_tells_of_quotations_is_prose() -> None:
    assert [q.kind for q in quotes(f"> “{SAID},” said Ada Obi, a farmer, and went. “{SAID} and more.”")] == [
        "statement"
    ]


def test_he_said_means_the_person_of_the_sentence_before_also_twice() -> None:
    prose = f"Ada Obi, a farmer, spoke. “{SAID},” she says. “And so do all of us here.”"
    assert [q.speaker for q in quotes(prose)] == ["Ada Obi", "Ada Obi"]


def test_authors_cited_with_a_year_are_no_speakers() -> None:
    [quote] = quotes(f"Ada Obi, a farmer, spoke. Others found that “{SAID}” (Obi & Finch, 2019).")
    assert quote.speaker is None


def test_a_nickname_is_no_quote() -> None:
    assert quotes("Ada “Rain” Obi, a farmer, spoke.") == []


def test_doubled_single_marks_are_quotation_marks() -> None:
    assert summary("They say ‘‘so be it’’ there.") == [("term", None, "so be it")]


def test_marks_inside_a_quotation_belong_to_it() -> None:
    assert summary("Ada Obi, a farmer, said, “My father’s rule was ‘never in May’ and it held.”") == [
        ("statement", "Ada Obi", "My father’s rule was ‘never in May’ and it held.")
    ]


def test_a_quotation_goes_on_in_the_next_paragraph_that_opens_anew() -> None:
    [quote] = quotes("Ada Obi, a farmer, said, “The river takes what it wants.\n\n“And so do we.” Nobody spoke.")
    assert quote.text == "The river takes what it wants. And so do we."
    assert len(quote.occurrences) == 1


def test_a_display_copy_is_an_occurrence_of_the_quote() -> None:
    prose = f"Ada Obi, a farmer, said, “I know that {SAID}, and more.”\n\n>> “Know that {SAID}, and more.”"
    [quote] = quotes(prose)
    assert quote.pull_quotes == 1
    assert [o.place for o in quote.occurrences] == ["running", "pull-quote"]
    assert [(d.op, d.from_, d.to) for d in quote.occurrences[1].difference] == [("replace", "I know", "Know")]
    assert quote.variants == [f"Know that {SAID}, and more."]


def test_a_copy_in_other_marks_is_no_variant() -> None:
    [quote] = quotes(
        "Ada Obi, a farmer, said, “It’s the river’s turn to talk.”\n\n>> \"It's the river's turn to talk.\""
    )
    assert (quote.pull_quotes, quote.variants) == (1, [])
    assert quote.occurrences[1].difference == []


def test_a_display_copy_of_the_authors_own_prose_is_no_quote() -> None:
    assert quotes("The river rose twice in one wet year.\n\n>> The river rose twice in one wet year.") == []


def test_a_display_quote_without_a_copy_is_a_block_quote() -> None:
    assert summary("The river rose.\n\n>> “We never thought it would come to this.”") == [
        ("block", None, "We never thought it would come to this.")
    ]


def test_two_quotes_of_one_speaker_with_common_words_stay_two() -> None:
    prose = (
        "Ada Obi, a farmer, said, “We need to start with those students who never had a chance.” "
        "Obi added, “We need to start with those teachers who fear the new rules.”"
    )
    assert len(quotes(prose)) == 2


def test_a_quote_printed_twice_in_the_text_is_one_record() -> None:
    prose = f"Ada Obi, a farmer, said, “{SAID}.”\n\nAs Ada Obi, a farmer, put it, “{SAID}.”"
    [quote] = quotes(prose)
    assert [o.place for o in quote.occurrences] == ["running", "running"]


def test_a_signed_display_copy_says_whose_a_quotation_is() -> None:
    prose = "Ada Obi, a farmer, came.\n\nThe mill stopped. “We never saw the wheel turn after that spring.”"
    [quote] = quotes(f"{prose}\n\n>> “We never saw the wheel turn.” — Ada Obi, farmer")
    assert (quote.kind, quote.speaker, quote.pull_quotes) == ("statement", "Ada Obi", 1)


def test_the_verb_of_a_relative_clause_is_not_the_speakers() -> None:
    [quote] = quotes(
        "Ada Obi, a farmer, gave an answer that several members wrote down: “The wheel stopped that spring.”"
    )
    assert quote.speaker == "Ada Obi"
