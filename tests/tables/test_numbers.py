"""Numbers in cells."""

from __future__ import annotations

from decimal import Decimal

import pytest

from pipeline.tables import decimal_sign, read_number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12", "12"),
        ("1,234,567", "1234567"),
        ("1 234", "1234"),
        ("1.234,5", "1234.5"),
        ("0,5", "0.5"),
        ("-3.2", "-3.2"),
        ("−3.2", "-3.2"),
        ("(1,250.75)", "-1250.75"),
        ("+14", "14"),
        (".9", "0.9"),
        ("2’500", "2500"),
    ],
)
def test_a_number_is_read_as_printed(text: str, value: str) -> None:
    number = read_number(text)
    assert number is not None
    assert number.value == Decimal(value)
    assert number.sure


@pytest.mark.parametrize("text", ["-", "–", "—", "..", "n.a.", "n/a", "…"])
def test_a_dash_stands_for_none(text: str) -> None:
    number = read_number(text)
    assert number is not None
    assert number.value is None
    assert number.sure


@pytest.mark.parametrize(
    ("text", "unit"), [("70%", "percent"), ("70 %", "percent"), ("$1,200", "$"), ("EUR 5.5", "EUR"), ("20 €", "€")]
)
def test_percent_and_currency_are_units(text: str, unit: str) -> None:
    number = read_number(text)
    assert number is not None
    assert number.unit == unit


@pytest.mark.parametrize(
    ("text", "marks"), [("147.2***", ("***",)), ("1.0*", ("*",)), ("12 (a)", ("(a)",)), ("8²", ("²",))]
)
def test_footnote_marks_are_set_apart(text: str, marks: tuple[str, ...]) -> None:
    number = read_number(text)
    assert number is not None
    assert number.marks == marks
    assert number.value is not None


def test_three_digits_after_a_single_sign_leave_a_doubt() -> None:
    number = read_number("1,234")
    assert number is not None
    assert number.value == Decimal(1234)
    assert not number.sure


def test_the_column_settles_the_doubt() -> None:
    sign = decimal_sign(["1,234", "12.5", "0.75", "n.a."])
    assert sign == "."
    number = read_number("1,234", decimal=sign)
    assert number is not None
    assert number.value == Decimal(1234)
    assert number.sure


def test_cells_that_contradict_the_column_are_doubtful() -> None:
    number = read_number("1.234,5", decimal=".")
    assert number is not None
    assert not number.sure


@pytest.mark.parametrize("text", ["", "Northfield", "Table 4", "12 May", "1234 56"])
def test_words_are_no_numbers(text: str) -> None:
    assert read_number(text) is None
