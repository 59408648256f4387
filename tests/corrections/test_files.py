from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from pipeline.corrections import append_correction, correction_for, load_corrections
from pipeline.errors import CorrectionsError, UsageError
from pipeline.model.corrections import Correction
from pipeline.validation.validate import as_written
from tests.validation.samples import organization, person, records

ONE = Correction.model_validate(
    {
        "dataset": "people",
        "id": "ada-okafor",
        "field": "role",
        "from": None,
        "to": "Head: “Reeds” #1",
        "reason": "Her own page.",
        "by": "Cleo",
    }
)
BY_HAND = """\
# Kept by Bo.
corrections:
  # the second edition has it right
  - dataset: report
    id: a-report
    field: year
    from: 2020
    to: 2021   # see the imprint
    reason: Misprint.
    by: Bo

acknowledgements:
  - {code: shared-url, values: [heron.example], reason: One house., by: Bo}
"""


def test_no_file_says_nothing() -> None:
    assert load_corrections(None).corrections == []


def test_a_file_by_hand_is_read(tmp_path: Path) -> None:
    path = tmp_path / "c.yaml"
    path.write_text(BY_HAND, encoding="utf-8")
    read = load_corrections(path)
    assert (read.corrections[0].from_, read.corrections[0].to) == (2020, 2021)
    assert read.acknowledgements[0].values == ["heron.example"]


@pytest.mark.parametrize(
    ("old", "new", "where", "reason"),
    [
        ("field: year", "feild: year", "line 6", "no such key; is field meant?"),
        ("dataset: report", "dataset: reports", "line 4", "is not one of"),
        ("by: Bo\n\n", "by: ''\n\n", "line 10", "by"),
        ("    from: 2020\n", "", "line 4", "'from' is a required property"),
        ("corrections:", "corrections: [", "line", "it is no YAML"),
    ],
)
def test_a_file_that_breaks_its_schema_is_refused_with_its_line(
    tmp_path: Path, old: str, new: str, where: str, reason: str
) -> None:
    path = tmp_path / "c.yaml"
    path.write_text(BY_HAND.replace(old, new), encoding="utf-8")
    with pytest.raises(CorrectionsError) as caught:
        load_corrections(path)
    assert where in caught.value.where
    assert reason in caught.value.reason


def test_an_appended_correction_leaves_every_other_line_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "c.yaml"
    path.write_text(BY_HAND, encoding="utf-8")
    append_correction(path, ONE)
    lines = iter(path.read_text(encoding="utf-8").splitlines())
    assert all(line in lines for line in BY_HAND.splitlines())  # each after the one before it
    assert load_corrections(path).corrections[1] == ONE
    assert len(load_corrections(path).acknowledgements) == 1


@pytest.mark.parametrize(
    "before",
    [
        "",
        "# only a remark\n",
        "corrections: []\n",
        "corrections: []   # none yet\n",
        "acknowledgements: []",
        "corrections: []\nacknowledgements: []\n",
        BY_HAND.replace("  - dataset", "- dataset").replace("\n    ", "\n  "),
    ],
)
def test_a_correction_can_be_appended_to_any_file(tmp_path: Path, before: str) -> None:
    path = tmp_path / "corrections" / "c.yaml"
    if before:
        path.parent.mkdir()
        path.write_text(before, encoding="utf-8")
    append_correction(path, ONE)
    append_correction(path, ONE)
    assert load_corrections(path).corrections[-2:] == [ONE, ONE]
    remarks = [line for line in before.splitlines() if line.startswith("#")]
    assert all(remark in path.read_text(encoding="utf-8") for remark in remarks)
    assert [p.name for p in path.parent.iterdir()] == ["c.yaml"]


def test_a_broken_file_is_not_added_to(tmp_path: Path) -> None:
    path = tmp_path / "c.yaml"
    path.write_text("corections: []\n", encoding="utf-8")
    with pytest.raises(CorrectionsError, match="is corrections meant"):
        append_correction(path, ONE)
    assert path.read_text(encoding="utf-8") == "corections: []\n"


@pytest.fixture
def output(tmp_path: Path) -> Path:
    made = records(people=[person("Ada Okafor", role="Head"), person("Heron")], organizations=[organization("Heron")])
    for name, data in as_written(made).items():
        (tmp_path / f"{name}.json").write_text(json.dumps(data), encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("identifier", "field", "value", "dataset", "present", "meant"),
    [
        ("ada-okafor", "role", "Lead", "people", "Head", "Lead"),
        ("ada-okafor", "role", "2021", "people", "Head", "2021"),  # text stays text
        ("ada-okafor", "role", "null", "people", "Head", None),
        ("a-report", "year", "2021", "report", 2020, 2021),
        ("ada-okafor", "place", "1984", "people", None, "1984"),
        ("organizations/heron", "mentions", "3", "organizations", 0, 3),
    ],
)
def test_a_correction_starts_from_the_present_value(
    output: Path, identifier: str, field: str, value: str, dataset: str, present: Any, meant: Any
) -> None:
    made = correction_for(output, identifier, field, value, reason="r", by="Bo")
    assert (made.dataset, made.from_, made.to) == (dataset, present, meant)


@pytest.mark.parametrize(
    ("identifier", "field", "reason"),
    [
        ("nobody", "role", "no dataset has a record nobody"),
        ("heron", "name", "stands in several datasets"),
        ("ada-okafor", "colour", "there is no key colour"),
        ("ada-okafor", "evidence", "not for people to write"),
        ("ada-okafor", "kind", "its kind can't be 'x'"),
        ("a-report", "year", "its year can't be 'x'"),
    ],
)
def test_a_correction_of_what_is_not_there_is_a_wrong_call(
    output: Path, identifier: str, field: str, reason: str
) -> None:
    with pytest.raises(UsageError, match=reason):
        correction_for(output, identifier, field, "x", reason="r", by="Bo")


@pytest.mark.parametrize(("reason", "by"), [("", "Bo"), ("r", "")])
def test_a_correction_says_why_and_by_whom(output: Path, reason: str, by: str) -> None:
    with pytest.raises(UsageError, match="at least 1 character"):
        correction_for(output, "ada-okafor", "role", "Lead", reason=reason, by=by)


def test_a_value_that_stands_there_already_is_no_correction(output: Path) -> None:
    with pytest.raises(UsageError, match="is 'Head' already"):
        correction_for(output, "ada-okafor", "role", "Head", reason="r", by="Bo")


def test_a_folder_without_datasets_is_a_wrong_call(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such file"):
        correction_for(tmp_path, "ada-okafor", "role", "x", reason="r", by="Bo")
