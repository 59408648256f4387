"""The word classes of English that the rules refer to."""

from __future__ import annotations

from dataclasses import fields

import pytest

from pipeline.extraction.english import English, english, region_codes, regions


@pytest.mark.parametrize("name", [field.name for field in fields(English)])
def test_each_class_holds_words_in_lower_case_without_gaps(name: str) -> None:
    words: frozenset[str] = getattr(english(), name)
    assert words
    assert all(word and word == word.casefold().strip() and "\n" not in word for word in words)


@pytest.mark.parametrize("name", ["no_titles", "lay_roles"])
def test_classes_of_roles_are_parts_of_the_role_nouns(name: str) -> None:
    assert getattr(english(), name) <= english().role_nouns


def test_heads_of_bodies_are_no_heads_of_other_things() -> None:
    assert not english().organization_heads & english().other_heads


def test_states_and_countries_are_regions_and_towns_are_none() -> None:
    assert {"ohio", "new york", "scotland", "kenya", "district of columbia"} <= regions()
    assert "springfield" not in regions()
    assert {"OH", "NY"} <= region_codes()
