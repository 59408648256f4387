"""Whole invented reports of other subjects and styles: who and what is found in them, and nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from pipeline.extraction import extract
from pipeline.model.evidence import Evidence
from pipeline.profiles import load_profile
from tests.markdown_document import from_markdown

FOLDER = Path(__file__).with_name("narratives")
NAMES = sorted(path.stem for path in FOLDER.glob("*.md"))


@pytest.mark.parametrize("name", NAMES)
def test_people_quotes_and_organizations_are_what_a_careful_reader_finds(name: str) -> None:
    expected: dict[str, Any] = yaml.safe_load((FOLDER / f"{name}.yaml").read_text("utf-8"))
    document = from_markdown((FOLDER / f"{name}.md").read_text("utf-8"))
    records = extract(document, load_profile(name))
    fields = ("name", "honorific", "role", "organization", "place", "kind")
    assert [o.printed_name for o in records.organizations] == expected["organizations"]
    assert [{f: getattr(p, f) for f in fields} for p in records.people] == [
        {f: p.get(f) for f in fields} for p in expected["people"]
    ]
    assert [(q.kind, q.speaker, q.text, q.pull_quotes) for q in records.quotes] == [
        (q["kind"], q.get("speaker"), q["text"], q.get("pull_quotes", 0)) for q in expected["quotes"]
    ]


@pytest.mark.parametrize("name", NAMES)
def test_every_value_is_printed_where_its_evidence_says(name: str) -> None:
    document = from_markdown((FOLDER / f"{name}.md").read_text("utf-8"))
    records = extract(document, load_profile(name))
    for person in records.people:
        for field in ("honorific", "role", "place"):
            assert exact(person.evidence, field) == (getattr(person, field) or "")
        assert person.name in [e.exact for e in person.evidence if e.field is None]
        assert bool(person.organization) == bool(exact(person.evidence, "organization"))
    for quote in records.quotes:
        assert bool(quote.speaker) == bool(exact(quote.evidence, "speaker"))
        assert exact(quote.occurrences[0].evidence, None) == quote.text
    for organization in records.organizations:
        for field in ("description", "website"):
            assert exact(organization.evidence, field) == (getattr(organization, field) or "")


def exact(evidence: list[Evidence], field: str | None) -> str:
    return " ".join(e.exact for e in evidence if e.field == field)
