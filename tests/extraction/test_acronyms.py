"""Acronyms in brackets, and other brackets after a name."""

from __future__ import annotations

import pytest

from pipeline.extraction.acronyms import acronym_after, is_acronym, split_brackets, stands_for


@pytest.mark.parametrize("text", ["TWA", "DfE", "R&D", "C40", "NHS-X", "UNEP"])
def test_an_acronym_is_one_word_with_more_capitals_than_small_letters(text: str) -> None:
    assert is_acronym(text)


@pytest.mark.parametrize("text", ["Tarn", "ret.", "a club", "2019", "McDonald"])
def test_other_words_in_brackets_are_none(text: str) -> None:
    assert not is_acronym(text)


@pytest.mark.parametrize(
    ("acronym", "name"),
    [
        ("TWA", "Tarn Water Authority"),
        ("DfE", "Department for Education"),
        ("CASTA", "Council for Arts, Sports, Trade and Agriculture"),
        ("KMFRI", "Kenya Marine and Fisheries Research Institute"),
    ],
)
def test_an_acronym_stands_for_a_name_with_its_letters_in_order(acronym: str, name: str) -> None:
    assert stands_for(acronym, name)


@pytest.mark.parametrize(("acronym", "name"), [("TWA", "Elm City Council"), ("ATW", "Tarn Water Authority")])
def test_an_acronym_does_not_stand_for_a_name_with_other_letters(acronym: str, name: str) -> None:
    assert not stands_for(acronym, name)


def test_the_acronym_follows_in_brackets() -> None:
    content = "The Tarn Water Authority (TWA) met."
    assert acronym_after(content, content.index(" (")) == (26, 29)
    assert acronym_after(content, 3) is None


@pytest.mark.parametrize(
    ("printed", "name", "acronym", "note"),
    [
        ("Tarn Trust", "Tarn Trust", None, None),
        ("Tarn Trust (TT)", "Tarn Trust", "TT", None),
        ("Tarn Trust (formerly Boat Club)", "Tarn Trust", None, "formerly Boat Club"),
        ("Tarn Trust (formerly Boat Club) (TT)", "Tarn Trust", "TT", "formerly Boat Club"),
        ("Tarn Trust (TT) (formerly Boat Club)", "Tarn Trust", "TT", "formerly Boat Club"),
        ("(no name)", "(no name)", None, None),
    ],
)
def test_brackets_after_a_printed_name_are_acronym_or_note(
    printed: str, name: str, acronym: str | None, note: str | None
) -> None:
    end, acronym_span, note_span = split_brackets(printed)
    assert printed[:end] == name
    assert (printed[slice(*acronym_span)] if acronym_span else None) == acronym
    assert (printed[slice(*note_span)] if note_span else None) == note
