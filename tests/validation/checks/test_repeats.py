from __future__ import annotations

import pytest

from pipeline.validation.checks.repeats import repeated_text_differs
from tests.validation.samples import material, values

ONCE = (
    "The Heron Society is a small, independent group of volunteers who count birds along the lower river each spring "
    "and autumn, publish what they find, and advise towns on how to keep reeds, meadows and ponds alive."
)


def twice(again: str, between: str = "Something else stands here, and it is short.") -> str:
    return f"## One\n\n{ONCE}\n\n{between}\n\n## Two\n\n{again}\n"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("small, independent", "small independent", ("a small, independent", "a small independent")),
        ("publish what", "publishes what", ("autumn, publish what", "autumn, publishes what")),
        ("how to keep", "to keep", ("on how to", "on to")),
    ],
)
def test_a_reprint_with_a_slip_is_found(old: str, new: str, expected: tuple[str, str]) -> None:
    assert values(repeated_text_differs, material(twice(ONCE.replace(old, new)))) == [expected]


def test_a_reprint_inside_a_longer_passage_is_found() -> None:
    longer = f"Let us begin with who we are. {ONCE.replace('small, independent', 'small independent')} So much for us."
    assert values(repeated_text_differs, material(twice(longer))) == [("a small, independent", "a small independent")]


@pytest.mark.parametrize(
    "again",
    [
        ONCE,  # quite alike
        ONCE.replace("each spring", "each winter"),  # another notion
        ONCE.replace("Heron Society", "Otter Society"),  # another name
        ONCE.replace("along the lower river", "along 40 miles of river"),  # a figure
        "The Otter Fund pays for boats, nets and the training of wardens in all towns of the upper river valley, and "
        "publishes each year what was spent on what, so that towns can plan.",  # another text
    ],
)
def test_what_is_no_reprint_is_not_found(again: str) -> None:
    assert values(repeated_text_differs, material(twice(again))) == []


def test_short_formulas_may_differ() -> None:
    text = "For more on this, see the annex.\n\nFor more on that, see the annex.\n"
    assert values(repeated_text_differs, material(text)) == []
