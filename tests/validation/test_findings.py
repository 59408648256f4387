from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from pipeline.model.corrections import Acknowledgement
from pipeline.validation.checks import CHECKS
from pipeline.validation.findings import MAX_WHOLE, findings_of, shorten
from pipeline.validation.registry import Observation

SOURCE = next(check for check in CHECKS if check.severity == "source")
ERROR = next(check for check in CHECKS if check.severity == "error")


@given(st.text(max_size=900), st.lists(st.text(max_size=300), max_size=12))
def test_a_finding_is_short_enough_to_be_read_in_a_list(message: str, values: list[str]) -> None:
    finding = findings_of([(SOURCE, Observation(message, tuple(values)))])[0]
    assert len(finding.message) <= 400
    assert len(finding.message) + len(json.dumps(finding.values, ensure_ascii=False)) <= MAX_WHOLE


def test_ids_are_made_of_code_and_values_alone() -> None:
    one = findings_of([(SOURCE, Observation("One way to say it.", ("reed", "reeds")))])[0]
    other = findings_of([(SOURCE, Observation("Another way.", ("reed", "reeds")))])[0]
    third = findings_of([(SOURCE, Observation("One way to say it.", ("reed", "weed")))])[0]
    assert one.id == other.id != third.id
    assert one.id.startswith(SOURCE.code)


def test_findings_alike_in_everything_have_ids_of_their_own() -> None:
    twice = findings_of([(SOURCE, Observation("Again.", ("reed",)))] * 2)
    assert len({finding.id for finding in twice}) == 2


def test_the_gravest_come_first_and_keep_their_order() -> None:
    observed = [
        (SOURCE, Observation("a", ("a",))),
        (ERROR, Observation("b", ("b",))),
        (SOURCE, Observation("c", ("c",))),
    ]
    assert [f.message for f in findings_of(observed)] == ["b", "a", "c"]


def test_an_acknowledged_finding_stays_and_is_marked() -> None:
    accepted = Acknowledgement(code=SOURCE.code, values=["reed"], reason="It is so.", by="Ada")
    marked, other = findings_of(
        [(SOURCE, Observation("m", ("reed",))), (SOURCE, Observation("m", ("weed",)))], [accepted]
    )
    assert marked.acknowledged is not None
    assert (marked.acknowledged.reason, marked.acknowledged.by) == ("It is so.", "Ada")
    assert other.acknowledged is None


def test_texts_are_cut_between_words() -> None:
    assert shorten("one two three", 9) == "one two…"
    assert shorten("one two", 9) == "one two"
    assert len(shorten("x" * 50, 9)) == 9
