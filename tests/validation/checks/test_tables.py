from __future__ import annotations

import pytest

from pipeline.validation.checks.tables import (
    column_empty,
    table_ragged,
    table_without_body,
    total_does_not_add_up,
)
from tests.validation.samples import material, table, values

HEAD = ["Town", "Ponds", "Reeds"]


def test_a_total_that_is_not_its_sum_is_found_where_another_adds_up() -> None:
    grid = table(HEAD, ["Aldby", "10", "5"], ["Brook", "20", "7"], ["Total", "30", "14"])
    assert values(total_does_not_add_up, material(tables=[grid])) == [("Total, Reeds: 14", "sum 12")]


def test_a_lone_total_is_found_where_it_counts_and_is_a_little_off() -> None:
    counts = table(["Town", "Ponds"], ["Aldby", "10"], ["Brook", "20"], ["Carol", "31"], ["Total", "66"])
    rounded = table(["Town", "Ponds"], ["Aldby", "10"], ["Brook", "20"], ["Carol", "31"], ["Total", "62"])
    shares = table(["Town", "Ponds"], ["Aldby", "10%"], ["Brook", "20%"], ["Carol", "31%"], ["Total", "66%"])
    selection = table(["Town", "Ponds"], ["Aldby", "10"], ["Brook", "20"], ["Carol", "31"], ["Total", "90"])
    assert values(total_does_not_add_up, material(tables=[counts])) == [("Total, Ponds: 66", "sum 61")]
    assert values(total_does_not_add_up, material(tables=[rounded, shares, selection])) == []


def test_a_total_across_is_found_too() -> None:
    grid = table(["Town", "Ponds", "Reeds", "Total"], ["Aldby", "10", "5", "15"], ["Brook", "20", "7", "28"])
    assert values(total_does_not_add_up, material(tables=[grid])) == [("Brook, Total: 28", "sum 27")]


def test_a_first_column_of_figures_may_be_a_part_or_a_label() -> None:
    parts = table(["Yes", "Rather", "No", "Total"], ["10", "7", "26", "43"], ["1", "2", "3", "6"])
    years = table(["Year", "Ponds", "Reeds", "Total"], ["1998", "7", "26", "33"], ["1999", "2", "3", "5"])
    wrong = table(["Year", "Ponds", "Reeds", "Total"], ["1998", "7", "26", "33"], ["1999", "2", "3", "6"])
    assert values(total_does_not_add_up, material(tables=[parts, years])) == []
    assert values(total_does_not_add_up, material(tables=[wrong])) == [("1999, Total: 6", "sum 5")]


@pytest.mark.parametrize(
    "rows",
    [
        (["Aldby", "10", "5"], ["Brook", "20", "7"], ["Total", "30", "12"]),
        (["Aldby", "1,200", "–"], ["Brook", "800", "7"], ["Total", "2,000", "7"]),  # thousands, nothing
        (["Aldby", "33.3%", "5"], ["Brook", "66.6%", "7"], ["Total", "100%", "12"]),  # rounding
        (["Aldby", "10", "50"], ["Brook", "20", "70"], ["Total", "15", "60"]),  # averages
        (["Aldby", "10", "5"], ["Brook", "20", "7"], ["Total", "30", "58"]),  # another order: no sum at all
        (
            ["A", "1", "2"],
            ["B", "3", "4"],
            ["Subtotal", "4", "6"],
            ["C", "1", "1"],
            ["D", "1", "1"],
            ["Total", "6", "8"],
        ),
        (["A", "1", "2"], ["B", "3", "4"], ["Total", "4", "6"], ["C", "1", "1"], ["D", "1", "2"], ["Total", "2", "3"]),
        (["Aldby", "10", "5"], ["Brook", "20", ""], ["Total", "30", "12"]),  # a figure that nobody entered
        (["Aldby", "ten", "5"], ["Brook", "20", "7"], ["Total", "31", "12"]),  # not all are numbers
        (["Aldby", "10", "5"], ["Brook", "20", "7"], ["Carol", "31", "13"]),  # no total
    ],
)
def test_what_adds_up_or_is_no_sum_is_none(rows: tuple[list[str | None], ...]) -> None:
    assert values(total_does_not_add_up, material(tables=[table(HEAD, *rows)])) == []


def test_rows_of_other_lengths_are_found() -> None:
    assert values(table_ragged, material(tables=[table(HEAD, ["a", "b", "c"], ["a", "b"])])) == [("Table 1", "row 2")]
    assert values(table_ragged, material(tables=[table(HEAD, ["a", "b", None])])) == []


def test_a_column_with_nothing_under_its_heading_is_found() -> None:
    empty = "| Town | Ponds | Notes |\n| --- | --- | --- |\n| Aldby | 3 |  |\n| Brook | 4 |  |\n| Carol | 5 |  |\n"
    full = empty.replace("3 |  |", "3 | dry |")
    assert values(column_empty, material(empty)) == [("Notes",)]
    assert values(column_empty, material(full)) == []


def test_a_header_without_rows_is_found() -> None:
    assert values(table_without_body, material("| Town | Ponds |\n| --- | --- |\n")) == [("Town", "Ponds")]
    assert values(table_without_body, material("| Town | Ponds |\n| --- | --- |\n| Aldby | 3 |\n")) == []
