from __future__ import annotations

import pytest

from pipeline.validation.checks.marks import mixed_quotation_marks
from tests.validation.samples import material, values


def test_straight_and_curly_quotations_in_one_report_are_mixed() -> None:
    text = 'They call it "the reed bed" here.\n\nOthers say “the marsh” to it.'
    assert values(mixed_quotation_marks, material(text)) == [('it "the reed', "say “the marsh”")]


@pytest.mark.parametrize(
    "text",
    [
        'They call it "the reed bed", others "the marsh".',
        "They call it “the reed bed”, others “the marsh”.",
        'They call it “the reed bed”; it is 6" deep and 5\'10" wide.',  # inches
        'It is “the reed bed”; the code is name = "reed"; no more.',
        'It is “the reed bed”; the code is call("reed"); no more.',
        'It’s “the reed bed”, a lone " stands here.',
        "They don't say “don’t”.",  # apostrophes are no quotation marks
    ],
)
def test_one_kind_of_marks_is_not_mixed(text: str) -> None:
    assert values(mixed_quotation_marks, material(text)) == []
