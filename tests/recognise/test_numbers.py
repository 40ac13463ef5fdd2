"""Digits → exact quantities; what is not certain is refused."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.locales import Style
from checker.recognise.numbers import read_number
from checker.wording import format_number

VI, EN = Style(".", ","), Style(",", ".")


@pytest.mark.parametrize(
    ("text", "style", "value", "step", "grain"),
    [
        ("05", VI, "5", "1", "1"),
        ("2.000", VI, "2000", "1", "1000"),
        ("2,000", EN, "2000", "1", "1000"),
        ("761.520.000", VI, "761520000", "1", "10000"),
        ("14,6", VI, "14.6", "0.1", "0.1"),
        ("14.6", EN, "14.6", "0.1", "0.1"),
        ("53,13", VI, "53.13", "0.01", "0.01"),
        ("1.234,50", VI, "1234.5", "0.01", "0.1"),
        ("2500", VI, "2500", "1", "100"),
        ("0", VI, "0", "1", "1"),
        ("0,05", VI, "0.05", "0.01", "0.01"),
        ("1,234,567", VI, "1234567", "1", "1"),
        ("1.234.567", EN, "1234567", "1", "1"),
        ("1,234.5", VI, "1234.5", "0.1", "0.1"),
        ("0,125", VI, "0.125", "0.001", "0.001"),
        ("1,234", VI, "1.234", "0.001", "0.001"),
    ],
)
def test_read(text: str, style: Style, value: str, step: str, grain: str) -> None:
    quantity = read_number(text, style)
    assert quantity is not None
    assert (quantity.value, quantity.step, quantity.grain) == (Fraction(value), Fraction(step), Fraction(grain))


@pytest.mark.parametrize("text", ["73.5134", "1.5", "12.34.56", "1.23", "0.125", "1234.567", "1,2,3", "5" * 10_000, "5" * 30, "1.000,"])
def test_refused(text: str) -> None:
    assert read_number(text, VI) is None


@pytest.mark.parametrize(("text", "value"), [("1.5", "1.5"), ("98.75", "98.75"), ("73.5134", None), ("1.500", "1500")])
def test_a_unit_beside_it_shows_that_a_decimal_is_meant(text: str, value: str | None) -> None:
    quantity = read_number(text, VI, lenient=True)
    assert (quantity and quantity.value) == (value and Fraction(value))


@pytest.mark.parametrize("style", [VI, EN])
@given(st.integers(0, 10**18), st.integers(0, 4))
def test_a_formatted_number_is_read_back(style: Style, digits: int, decimals: int) -> None:
    value = Fraction(digits, 10**decimals)
    quantity = read_number(format_number(value, decimals, style, trim=False), style)
    assert quantity is not None
    assert (quantity.value, quantity.step) == (value, Fraction(1, 10**decimals))
