"""A first profile: guessed only from what the page shows, and only what the default does not know."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from pipeline.model.document import ElementKind, Zone
from pipeline.model.geometry import Box
from pipeline.model.profile import OrganizationTable, Profile
from pipeline.model.tables import Cell, Region, Table
from pipeline.profiles import load_profile
from pipeline.proposal import Guess, profile_text, propose
from tests.builders import document, element, text

HEADINGS = ("Member garden", "What grows there", "Reached at")
ROWS = (
    ("Rose Court", "A court of old roses that were given by the neighbours and are cut every spring.", "roses.org"),
    ("Herb Lane", "A lane of herbs that the school keeps, with a bed for every class that wants one.", "www.herbs.net"),
    (
        "Bean Yard",
        "A yard of beans on poles, sown by people of the street in the first warm week.",
        "beans.org/yard",
    ),
)
KNOWN = Profile(theme_labels=["Theme"], organization_table=OrganizationTable(name=["organization"]))


def heading(content: str, **fields: object) -> object:
    return element(content, ElementKind.HEADING, level=1, **fields)


def table(headings: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> Table:
    region = Region(3, Box(0, 0, 100, 100))
    cells = tuple(
        Cell(r, c, 1, 1, text(content), r == 0, (region,))
        for r, row in enumerate([headings, *rows])
        for c, content in enumerate(row)
    )
    return Table(len(rows) + 1, len(headings), 1, cells, (region,), "ruled", 1.0, "")


def guessed(*elements: object) -> dict[str, tuple[str, ...]]:
    return {g.key: g.values for g in propose(document(list(elements)), KNOWN)}  # type: ignore[arg-type]


def test_a_label_of_several_numbered_headings_is_a_theme_label() -> None:
    assert guessed(heading("Lesson 1: Water early"), heading("Lesson 2: Dig deep")) == {"theme_labels": ("Lesson",)}


@pytest.mark.parametrize("label", ["Theme", "Chapter", "Table"])
def test_what_is_known_and_what_numbers_parts_is_none(label: str) -> None:
    assert guessed(heading(f"{label} 1: Water"), heading(f"{label} 2: Soil")) == {}


def test_a_label_that_stands_once_is_none() -> None:
    assert guessed(heading("Lesson 1: Water early")) == {}


def test_columns_are_known_by_what_their_cells_hold() -> None:
    found = guessed(element("", ElementKind.TABLE, table=table(HEADINGS, ROWS)))
    assert found == {
        "organization_table.name": ("member garden",),
        "organization_table.description": ("what grows there",),
        "organization_table.website": ("reached at",),
    }


def test_a_table_of_numbers_says_nothing() -> None:
    rows = tuple((name, "12", "33") for name, _, _ in ROWS)
    assert guessed(element("", ElementKind.TABLE, table=table(HEADINGS, rows))) == {}


def test_the_heading_of_the_contents_list_is_taken_from_its_place() -> None:
    found = guessed(heading("What is inside", zone=Zone.CONTENTS))
    assert found == {"contents_introductions": ("What is inside",)}


def test_what_introduces_questions_is_only_hinted_at() -> None:
    items = [element(q, ElementKind.LIST_ITEM) for q in ("Who digs?", "Who waters?")]
    assert guessed(element("We went from door to door and wanted to know:"), *items) == {"question_introductions": ()}


def test_the_text_is_a_profile_that_can_be_used(tmp_path: Path) -> None:
    guesses = [
        Guess("theme_labels", "2 headings begin with Lesson and a number.", ("Lesson",)),
        Guess("organization_table.name", "The table on page 3 has a column of names.", ('a "quoted" name',)),
        Guess("organization_table.website", "The table on page 3 has a column of web addresses.", ("reached at",)),
        Guess("question_introductions", "A list of questions stands after: … wanted to know:"),
    ]
    path = tmp_path / "report.yaml"
    path.write_text(profile_text("report.pdf", guesses))
    assert yaml.safe_load(path.read_text()) == {
        "organization_table": {"name": ['a "quoted" name'], "website": ["reached at"]},
        "theme_labels": ["Lesson"],
    }
    assert load_profile("report", path).theme_labels[0] == "Lesson"
    assert "# A list of questions" in path.read_text()


def test_where_nothing_is_needed_it_says_so(tmp_path: Path) -> None:
    path = tmp_path / "report.yaml"
    path.write_text(profile_text("report.pdf", []))
    assert load_profile("report", path) == load_profile("default")
