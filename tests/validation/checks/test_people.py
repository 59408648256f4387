from __future__ import annotations

import pytest

from pipeline.validation.checks.people import person_with_two_roles
from tests.validation.samples import material, person, values

ADA = [person("Ada Okafor")]


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        (
            "## A\n\nAda Okafor, director of reeds at the fund, spoke.\n\nAda Okafor, a teacher in Aldby, agreed.",
            ("director", "teacher"),
        ),
        (
            "## A\n\nIn May Superintendent Ada Okafor spoke.\n\nAda Okafor, chief financial officer, agreed.",
            ("Superintendent", "chief financial officer"),
        ),
    ],
)
def test_two_roles_without_a_common_noun_are_found(text: str, roles: tuple[str, str]) -> None:
    assert values(person_with_two_roles, material(text, people=ADA)) == [("Ada Okafor", *roles)]


@pytest.mark.parametrize(
    "text",
    [
        "## A\n\nAda Okafor, director of reeds, spoke.\n\nThe deputy left. Director Ada Okafor agreed.",
        "## A\n\nAda Okafor, director of reeds, spoke.\n\nAda Okafor, who teaches a teacher, agreed.",
        "## A\n\nAda Okafor, former teacher in Aldby, spoke.\n\nAda Okafor, director, agreed.",
        "## A\n\nAda Okafor, director of reeds, spoke.\n\nBo Lind, a teacher, agreed.",
        "Bo Lind, President Ada Okafor, Director",  # an imprint
    ],
)
def test_one_role_is_none(text: str) -> None:
    assert values(person_with_two_roles, material(text, people=ADA)) == []
