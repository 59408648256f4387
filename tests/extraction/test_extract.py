"""All datasets together: whole small reports of different kinds, and reports in other languages."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.extraction import extract
from pipeline.model.document import ElementKind, Zone
from pipeline.model.records import DATASETS
from pipeline.profiles import load_profile
from tests.builders import document, element
from tests.markdown_document import from_markdown

REPORTS = Path(__file__).parent / "reports"
DERIVED = {"id", "evidence", "cell_evidence", "corrected", "source_file", "sentence"}
ELSEWHERE = {"people", "quotes", "organizations"}  # specified by tests of their own
PROFILE = load_profile("none")


def said(report: Path) -> dict[str, Any]:
    """What a report's records say, without ids and evidence."""
    records = extract(from_markdown(report.read_text(encoding="utf-8")), PROFILE)
    plain = records.model_dump(mode="json", exclude=ELSEWHERE)
    return {name: _bare(value) for name, value in plain.items()}


def _bare(value: Any) -> Any:
    if isinstance(value, list):
        return [_bare(v) for v in value]
    if isinstance(value, dict):
        return {k: v for k, v in value.items() if k not in DERIVED and not k.endswith(("_id", "_ids"))}
    return value


@pytest.mark.parametrize("report", sorted(REPORTS.glob("*.md")), ids=lambda p: p.stem)
def test_a_report_of_another_kind_says_what_a_careful_reader_finds(report: Path) -> None:
    expected = json.loads(report.with_suffix(".json").read_text(encoding="utf-8"))
    found = said(report)
    for name in expected:
        assert found[name] == expected[name], name
    assert set(found) == set(expected)


@pytest.mark.parametrize("report", sorted(REPORTS.glob("*.md")), ids=lambda p: p.stem)
def test_every_record_has_evidence_an_id_of_its_own_and_references_that_resolve(report: Path) -> None:
    records = extract(from_markdown(report.read_text(encoding="utf-8")), PROFILE)
    for name in DATASETS:
        rows = [records.report] if name == "report" else getattr(records, name)
        assert all(row.evidence for row in rows), name
        assert len({row.id for row in rows}) == len(rows), name
    ids = {name: {row.id for row in getattr(records, name)} for name in DATASETS if name != "report"}
    assert {r.footnote_id for r in records.references} <= ids["footnotes"] | {None}
    for name in ("contents", "questions", "footnotes", "statistics", "tables"):
        assert {row.section_id for row in getattr(records, name)} <= ids["sections"] | {None}


FRENCH = """
# Eaux profondes

© 2020 Institut des Puits

## Sommaire

- Les puits 3

## Les puits

Trois thèmes ressortent de 40 entretiens, menés dans 12 communes[^1].

| Commune | Puits |
| --- | --- |
| Aldham | 12 |

[^1]: Moreau, A. (2019). Les puits. Paris: Presses.
"""


def test_a_report_in_another_language_gives_its_structure_and_no_guesses() -> None:
    records = extract(from_markdown(FRENCH, language="fr"), PROFILE)
    kept = {name for name in DATASETS if name != "report" and getattr(records, name)}
    assert kept == {"contents", "sections", "tables", "footnotes"}
    assert records.report.language == "fr"


def test_a_text_of_unknown_language_is_read_as_english() -> None:
    assert extract(from_markdown("## A\n\nIt fed 48 mills.", language=None), PROFILE).statistics


def test_the_same_text_on_other_pages_gives_the_same_records_evidence_aside() -> None:
    source = (REPORTS / "wells.md").read_text(encoding="utf-8")
    moved = source.replace("\n## ", "\n<!-- page -->\n\n## ")
    one, two = (extract(from_markdown(s), PROFILE).model_dump(mode="json") for s in (source, moved))
    assert _without_evidence(one) == _without_evidence(two)
    assert one != two


def _without_evidence(value: Any) -> Any:
    if isinstance(value, list):
        return [_without_evidence(v) for v in value]
    if isinstance(value, dict):
        return {
            k: _without_evidence(v) for k, v in value.items() if k not in ("evidence", "cell_evidence", "source_file")
        }
    return value


def test_an_empty_document_gives_empty_datasets() -> None:
    records = extract(from_markdown(""), PROFILE)
    assert all(not getattr(records, name) for name in DATASETS if name != "report")


WORDS = "Fen|Network|(FN)|members include|Theme 1:|said|Dr.|more than|half|A.|© |2011|(n.d.).|https://|www.|in|and|The"
PIECES = st.sampled_from([*(f"{w} " for w in WORDS.split("|")), *'“”".,;$%5\u0301ﬁ\U0001f600'])
KINDS = st.sampled_from([k for k in ElementKind if k not in (ElementKind.TABLE, ElementKind.CONTENTS_ENTRY)])
ELEMENTS = st.lists(
    st.builds(
        lambda kind, parts, zone: element("".join(parts), kind, zone=zone, label="1.", group=1, level=1),
        KINDS,
        st.lists(PIECES, max_size=12),
        st.sampled_from(list(Zone)),
    ),
    max_size=8,
)


@settings(max_examples=60, deadline=None)
@given(ELEMENTS)
def test_no_text_however_odd_makes_extraction_fail(elements: list[Any]) -> None:
    records = extract(document(elements), PROFILE)
    for name in DATASETS:
        rows = [records.report] if name == "report" else getattr(records, name)
        assert len({row.id for row in rows}) == len(rows)
