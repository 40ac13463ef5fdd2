"""The four verdicts, on figures as a report writes them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from checker.figure import Figure
from checker.formula.decide import decide
from checker.formula.outcome import Outcome, Verdict
from checker.formula.parse import parse
from checker.units import Units

Read = Callable[[str], Figure]
HOLDS, ROUNDING, BROKEN, UNKNOWN = Verdict.HOLDS, Verdict.ROUNDING, Verdict.BROKEN, Verdict.UNKNOWN


@pytest.fixture
def total(figure: Read, units: Units) -> Callable[..., Outcome]:
    """The verdict on a whole and its parts."""

    def decided(whole: str, *parts: str) -> Outcome:
        return decide(parse("whole == sum(parts)"), {"whole": figure(whole), "parts": tuple(map(figure, parts))}, units)

    return decided


@pytest.mark.parametrize(
    ("whole", "parts", "verdict"),
    [
        ("là 56 người", ("26 người", "14 người", "16 người"), HOLDS),
        ("là 57 người", ("26 người", "14 người", "16 người"), BROKEN),
        ("200,0 ha", ("120,5 ha", "79,5 ha"), HOLDS),
        ("200,1 ha", ("120,5 ha", "79,5 ha"), ROUNDING),
        ("200,2 ha", ("120,5 ha", "79,5 ha"), BROKEN),
        ("14,6 tỷ đồng", ("9.120 triệu đồng", "5.480 triệu đồng"), HOLDS),
        ("14,6 tỷ đồng", ("9.120 triệu đồng", "5.520 triệu đồng"), HOLDS),
        ("14,6 tỷ đồng", ("9.120 triệu đồng", "5.620 triệu đồng"), BROKEN),
        ("761.520.000 đồng", ("700.000 nghìn đồng", "61.520 nghìn đồng"), HOLDS),
        ("3.001 nghìn đồng", ("1.000 nghìn đồng", "2.000 nghìn đồng"), BROKEN),
        ("3.001 đồng", ("1.000 đồng", "2.000 đồng"), BROKEN),
        ("30 người", ("20 triệu đồng", "10 triệu đồng"), UNKNOWN),
    ],
)
def test_a_whole_and_its_parts(total: Callable[..., Outcome], whole: str, parts: tuple[str, ...], verdict: Verdict) -> None:
    assert total(whole, *parts).verdict == verdict


@pytest.mark.parametrize(
    ("whole", "parts", "verdict"),
    [
        ("hơn 2.500 người", ("1.540 người", "1.020 người"), UNKNOWN),
        ("hơn 2.500 người", ("1.540 người", "1.120 người"), BROKEN),
        ("gần 3.800 người", ("1.740 người", "2.020 người"), UNKNOWN),
        ("gần 3.800 người", ("1.840 người", "2.020 người"), BROKEN),
        ("khoảng 40 người", ("20 người", "23 người"), UNKNOWN),
        ("khoảng 40 người", ("20 người", "33 người"), BROKEN),
        ("tối đa 40 người", ("20 người", "3 người"), UNKNOWN),
        ("tối đa 40 người", ("20 người", "23 người"), BROKEN),
        ("ít nhất 40 người", ("20 người", "63 người"), UNKNOWN),
        ("hơn 2.500 người", ("1.500 người", "1.000 người"), HOLDS),
        ("2.500 người", ("trên 1.400 người", "1.020 người"), UNKNOWN),
    ],
)
def test_where_only_the_bound_decides_nothing_is_known(
    total: Callable[..., Outcome], whole: str, parts: tuple[str, ...], verdict: Verdict
) -> None:
    outcome = total(whole, *parts)
    assert outcome.verdict == verdict
    assert (outcome.reason == "bound") == (verdict == UNKNOWN)


def test_a_sum_that_rounding_explains_only_just_is_strained(total: Callable[..., Outcome]) -> None:
    parts = ["1,1 ha"] * 9
    for whole, strained in (("10,0 ha", False), ("10,1 ha", False), ("10,2 ha", True), ("10,4 ha", True)):
        outcome = total(whole, *parts)
        assert (outcome.verdict, outcome.strained) == (ROUNDING, strained)
    assert total("10,5 ha", *parts).verdict == BROKEN


@pytest.mark.parametrize(
    ("amount", "quantity", "price", "verdict"),
    [
        ("62.490 nghìn đồng", "30 suất", "2.083 nghìn đồng", HOLDS),
        ("62.500 nghìn đồng", "30 suất", "2.083 nghìn đồng", ROUNDING),
        ("62.600 nghìn đồng", "30 suất", "2.083 nghìn đồng", BROKEN),
        ("62.500 nghìn đồng", "30 suất", "2.080 nghìn đồng", BROKEN),
        ("62.500 nghìn đồng", "31 suất", "2.083 nghìn đồng", BROKEN),
        ("62,5 triệu đồng", "30 suất", "2.083.333 đồng", HOLDS),
    ],
)
def test_only_the_unit_price_may_have_been_rounded(
    figure: Read, units: Units, amount: str, quantity: str, price: str, verdict: Verdict
) -> None:
    roles = {"amount": figure(amount), "quantity": figure(quantity), "price": figure(price)}
    assert decide(parse("amount == quantity * price"), roles, units, ("price",)).verdict == verdict


@pytest.mark.parametrize(
    ("percent", "part", "whole", "verdict"),
    [
        ("66,7%", "2 người", "3 người", HOLDS),
        ("66,6%", "2 người", "3 người", ROUNDING),
        ("66,8%", "2 người", "3 người", BROKEN),
        ("66,5%", "2 người", "3 người", BROKEN),
        ("170%", "170 người", "100 người", HOLDS),
        ("62,5%", "5 người", "8 người", HOLDS),
        ("63%", "5 người", "8 người", HOLDS),
        ("48%", "14,6 tỷ đồng", "30,2 tỷ đồng", HOLDS),
        ("48,2%", "14,6 tỷ đồng", "30,2 tỷ đồng", ROUNDING),
        ("50%", "5 người", "0 người", UNKNOWN),
    ],
)
def test_a_share_may_be_rounded_or_cut(figure: Read, units: Units, percent: str, part: str, whole: str, verdict: Verdict) -> None:
    roles = {"percent": figure(percent), "part": figure(part), "whole": figure(whole)}
    assert decide(parse("percent == 100 * part / whole"), roles, units).verdict == verdict


@pytest.mark.parametrize(
    ("formula", "verdict"),
    [
        ("tenth == number - number", BROKEN),
        ("tenth - tenth == number - number", HOLDS),
        ("number <= other", HOLDS),
        ("other <= number", BROKEN),
        ("number != other", HOLDS),
        ("number > tenth", HOLDS),
        ("number < number", BROKEN),
    ],
)
def test_a_role_that_occurs_twice_is_one_value(figure: Read, units: Units, formula: str, verdict: Verdict) -> None:
    roles = {"number": figure("5,3 ha"), "other": figure("5,6 ha"), "tenth": figure("0,1 ha")}
    assert decide(parse(formula), roles, units).verdict == verdict


def test_stated_and_computed_are_in_base_units(figure: Read, units: Units) -> None:
    roles = {"whole": figure("2 ha"), "parts": (figure("9.000 m2"), figure("9.000 m2"))}
    outcome = decide(parse("whole == sum(parts)"), roles, units)
    assert (outcome.stated, outcome.computed) == (20000, 18000)
