from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.model.document import Document, TextLink
from pipeline.validation.checks.links import link_target_differs
from tests.builders import document, element
from tests.validation.samples import material, values


def linked(printed: str, uri: str, cut: int = 0) -> Document:
    text = f"See {printed} for more."
    start = text.index(printed)
    return document([replace(element(text), links=(TextLink(start + cut, start + len(printed), uri),))])


@pytest.mark.parametrize(
    ("printed", "uri"),
    [
        ("www.heronsociety.org", "http://www.otterfund.org/"),
        ("https://heron.org/a", "https://herron.org/a"),
        ("ada@heron.org", "mailto:bo@heron.org"),
    ],
)
def test_a_link_that_leads_elsewhere_is_found(printed: str, uri: str) -> None:
    assert values(link_target_differs, material(linked(printed, uri))) == [(printed, uri)]


@pytest.mark.parametrize(
    ("printed", "uri"),
    [
        ("www.heron.org", "https://heron.org/"),
        ("heron.org/reeds.", "https://www.heron.org/reeds"),
        ("www.heron.org", "https://heron.com/en"),  # one owner
        ("news.heron.org", "https://heron.org/news"),
        ("https://journals.example.org/1", "https://doi.org/10.1/1"),  # a resolver
        ("heron.org", "https://gate.example/visit?to=https://heron.org"),  # a gateway
        ("ada@heron.org", "mailto:Ada@heron.org?subject=Reeds"),
        ("the society’s pages", "https://heron.org"),  # no printed address
        ("sec.3.2", "https://heron.org"),  # no address either
        ("http://reed.org/http://heron.org/a", "http://heron.org/a/"),  # two without a space
    ],
)
def test_a_link_that_leads_where_it_says_is_none(printed: str, uri: str) -> None:
    assert values(link_target_differs, material(linked(printed, uri))) == []


def test_a_link_box_may_cut_letters_off() -> None:
    assert values(link_target_differs, material(linked("www.heron.org", "https://heron.org", cut=2))) == []
