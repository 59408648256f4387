"""Quotation marks: what they enclose, whichever marks are used."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.extraction.quotation_marks import quotations


def inner(content: str) -> list[str]:
    return [content[q.inner_start : q.inner_end] for q in quotations(content)]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("He said “go home” and left.", ["go home"]),
        ('He said "go home" and left.', ["go home"]),
        ("He said ‘go home’ and left.", ["go home"]),
        ("He said 'go home' and left.", ["go home"]),
        ("He said «go home» and left.", ["go home"]),
        ('He said “go home" and left.', ["go home"]),
        ('He said "go home” and left.', ["go home"]),
        ("“One,” she said, “and two.”", ["One,", "and two."]),
        ("“He told me ‘go home’ and left.”", ["He told me ‘go home’ and left."]),
        ("‘He told me “go home” and left.’", ["He told me “go home” and left."]),
        ("‘The teachers’ views matter,’ she said.", ["The teachers’ views matter,"]),
        ("‘I can’t and I won’t,’ she said.", ["I can’t and I won’t,"]),
        ("Both ‘soft skills’ and the students’ needs count.", ["soft skills"]),
        ("the students’ needs and the ’90s", []),
        ('It is 5\'10" tall and 6" wide.', []),
        ("rock 'n' roll isn't dead", ["n"]),
        ("(“in brackets”)", ["in brackets"]),
        ("the word—“dash”—here", ["dash"]),
    ],
)
def test_a_quotation_is_what_its_marks_enclose(content: str, expected: list[str]) -> None:
    assert inner(content) == expected


def test_a_quotation_that_nothing_closes_runs_to_the_end() -> None:
    [quoted] = quotations("She said, “The river rose. It kept on rising.")
    assert not quoted.closed
    assert quoted.inner_end == len("She said, “The river rose. It kept on rising.")


WORDS = st.lists(st.sampled_from(["river", "don’t", "rose", "teachers’", "it", "all,", "x"]), min_size=1, max_size=8)


@given(before=WORDS, quoted=WORDS, after=WORDS)
def test_double_marks_hold_whatever_apostrophes_stand_inside(
    before: list[str], quoted: list[str], after: list[str]
) -> None:
    said = " ".join(quoted)
    assert inner(f"{' '.join(before)} “{said}” {' '.join(after)}") == [said]


@given(st.text(alphabet="ab ’‘“”\"'«».,()", max_size=40))
def test_quotations_lie_in_the_text_in_order_and_do_not_overlap(content: str) -> None:
    end = 0
    for quoted in quotations(content):
        assert end <= quoted.start < quoted.inner_start <= quoted.inner_end <= quoted.end <= len(content)
        end = quoted.end
