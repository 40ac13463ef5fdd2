"""Units: multiples of one dimension are comparable, dimensions are not."""

from __future__ import annotations

from fractions import Fraction

import pytest

from checker.units import Units, multiply


@pytest.fixture(scope="module")
def units() -> Units:
    return Units()


@pytest.mark.parametrize(
    ("unit", "other", "factor"),
    [
        ("hectare", "square_metre", "10000"),
        ("square_kilometre", "hectare", "100"),
        ("tonne", "quintal", "10"),
        ("year", "month", "12"),
        ("quarter", "month", "3"),
        ("week", "day", "7"),
        ("cubic_metre", "litre", "1000"),
        ("tonne/hectare", "quintal/hectare", "10"),
        ("megawatt", "kilowatt", "1000"),
    ],
)
def test_multiples_convert_exactly(units: Units, unit: str, other: str, factor: str) -> None:
    assert units.base(unit).dimension == units.base(other).dimension
    assert units.base(unit).factor / units.base(other).factor == Fraction(factor)


@pytest.mark.parametrize(("one", "other"), [("VND", ""), ("VND", "USD"), ("hectare", "metre"), ("month", "day"), ("tonne", "VND")])
def test_dimensions_stay_apart(units: Units, one: str, other: str) -> None:
    assert units.base(one).dimension != units.base(other).dimension


def test_a_percentage_is_a_plain_number_of_points(units: Units) -> None:
    assert units.base("percent") == units.base("permille") == units.base("")


def test_quantity_times_unit_price_is_money(units: Units) -> None:
    money, pieces = units.base("VND").dimension, units.base("").dimension
    assert multiply(pieces, money) == money
    assert multiply(money, money, -1) == ()
    assert multiply(units.base("VND/month").dimension, units.base("month").dimension) == money


@pytest.mark.parametrize("unknown", ["đồng", "dollar_of_nowhere", "pound"])
def test_a_unit_of_no_definition_is_refused(units: Units, unknown: str) -> None:
    with pytest.raises(KeyError):
        units.base(unknown)


def test_registries_of_two_runs_are_apart() -> None:
    one, other = Units(), Units()
    assert one.base("tonne") == other.base("tonne")
    assert one._registry() is not other._registry()


@pytest.mark.parametrize("unit", ["VND", "hectare", "litre", "tonne", "hour", "week", "quarter", "year", "megawatt", "square_kilometre"])
def test_pint_agrees_on_the_units_that_it_is_not_asked_for(units: Units, unit: str) -> None:
    asked = units.base(f"{unit} * 1 kilogram / kilogram")
    assert (asked.factor, asked.dimension) == (units.base(unit).factor, units.base(unit).dimension)
