from __future__ import annotations

import pytest

from pipeline.validation.checks.names import name_variant
from pipeline.validation.spelling import misspelt, spaced_differently
from tests.validation.samples import material, organization, person, values


def text_names(*names: str) -> list[object]:
    return [organization(name, source="text", mentions=1) for name in names]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Harrowgate School District", "Harrowgat School District"),  # a letter left out
        ("Council of Northern State Museums", "Council of Northern States Museums"),  # one put in
        ("Brennan Learning Fund", "Brenan Learning Fund"),  # a doubled letter
        ("Castleford Water Board", "Catsleford Water Board"),  # two swapped
        ("Organization for Harbour Safety", "Organisation for Harbour Safety"),  # one changed in a long word
        ("Fundación Río Verde", "Fundacion Río Verde"),  # an accent
        ("Wickham Childrens Trust", "Wickham Children’s Trust"),  # an apostrophe
    ],
)
def test_a_letter_apart_in_one_word_is_a_variant(one: str, other: str) -> None:
    text = f"The {one} opened in 1999. Nobody asked why.\n\nLater the {other} closed."
    assert values(name_variant, material(text, organizations=text_names(one, other))) == [(one, other)]


def test_the_other_spelling_need_not_be_a_record() -> None:
    text = "The Harrowgate School District opened.\n\nA Harrowgat School District report says so."
    found = values(name_variant, material(text, organizations=text_names("Harrowgate School District")))
    assert found == [("Harrowgate School District", "Harrowgat School District")]


def test_a_name_written_together_is_a_variant() -> None:
    text = "| Name | What it does |\n| --- | --- |\n| River Works | RiverWorks is a group. |\n"
    found = values(name_variant, material(text, organizations=[organization("River Works")]))
    assert found == [("River Works", "RiverWorks")]


def test_a_persons_name_may_differ_in_its_last_letters() -> None:
    text = "Tomas Ferreira spoke first.\n\nThen Tomas Ferreiras left."
    assert values(name_variant, material(text, people=[person("Tomas Ferreira")])) == [
        ("Tomas Ferreira", "Tomas Ferreiras")
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("North Vale School District", "South Vale School District"),  # other first letters
        ("Harbour Learning Network", "Harbour Learning Networks"),  # a plural
        ("Department of Fisheries", "Departments of Fisheries"),  # a plural before "of"
        ("Vale Program Phase I", "Vale Program Phase II"),  # a numeral
        ("National Policy Board", "National Police Board"),  # other short words
        ("Vale Act of 1971", "Vale Act of 1972"),
        ("Council of Northern Museums", "Council of Northern Libraries"),
        ("Republic of Tarovia", "Republic of Tarovian"),  # an ending
        ("Office for Learner Rights", "Office of Learner Rights"),  # a small word
    ],
)
def test_different_names_are_no_variants(one: str, other: str) -> None:
    text = f"The {one} opened in spring.\n\nLater the {other} closed."
    assert values(name_variant, material(text, organizations=text_names(one, other))) == []


def test_two_names_in_one_sentence_are_two_names() -> None:
    text = "Both Harrowgate School District and Harrowgat School District took part."
    names = text_names("Harrowgate School District", "Harrowgat School District")
    assert values(name_variant, material(text, organizations=names)) == []


def test_two_rows_of_the_table_are_two_organizations() -> None:
    text = "The Harrowgate Trust gave much.\n\nThe Harrowgat Trust gave more."
    rows = [organization("Harrowgate Trust"), organization("Harrowgat Trust")]
    assert values(name_variant, material(text, organizations=rows)) == []


def test_capitals_of_a_heading_are_no_variant() -> None:
    text = "## RIVER WORKS\n\nThe River Works opened."
    assert values(name_variant, material(text, organizations=text_names("River Works"))) == []


def test_plain_prose_has_no_variants() -> None:
    text = "She said that learning takes time. Learning, he said, takes times like these. Learners learn."
    assert values(name_variant, material(text, people=[person("Ada Okafor")])) == []


def test_a_word_is_not_a_misspelling_of_itself() -> None:
    assert not misspelt("Trust", "TRUST")


def test_only_an_inner_capital_shows_that_a_name_is_written_together() -> None:
    assert spaced_differently("River Works", "RiverWorks")
    assert not spaced_differently("River Works", "Riverworks")
