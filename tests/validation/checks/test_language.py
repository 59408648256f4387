from __future__ import annotations

import pytest

from pipeline.validation.checks.language import language_not_supported
from tests.builders import document, element
from tests.validation.samples import material, values


def test_another_language_than_english_is_found() -> None:
    assert values(language_not_supported, material(document([element("Der Reiher.")], language="de"))) == [("de",)]


@pytest.mark.parametrize("language", ["en", "en-GB"])
def test_english_is_none(language: str) -> None:
    assert values(language_not_supported, material(document([element("A heron.")], language=language))) == []
