"""Exact arithmetic on intervals: an operation contains the result for every choice of points."""

from __future__ import annotations

import operator
from collections.abc import Callable
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.quantity import Bound, Interval, Quantity, cut, round_half_up

numbers = st.fractions(min_value=-1000, max_value=1000, max_denominator=50)
steps = st.sampled_from([Fraction(1, 1000), Fraction(1, 100), Fraction(1, 10), Fraction(1), Fraction(10), Fraction(1000), Fraction(10**9)])


@st.composite
def interval_and_point(draw: st.DrawFn) -> tuple[Interval, Fraction]:
    """An interval, open on either side at times, and a value in it."""
    value, below, above = draw(numbers), draw(st.none() | numbers), draw(st.none() | numbers)
    return Interval(None if below is None else value - abs(below), None if above is None else value + abs(above)), value


@pytest.mark.parametrize("operation", [operator.add, operator.sub, operator.mul])
@given(one=interval_and_point(), other=interval_and_point())
def test_operations_contain_every_point_result(
    operation: Callable[..., Interval], one: tuple[Interval, Fraction], other: tuple[Interval, Fraction]
) -> None:
    assert operation(one[1], other[1]) in operation(one[0], other[0])


@given(one=interval_and_point(), other=interval_and_point())
def test_a_quotient_contains_every_point_result_or_is_refused(one: tuple[Interval, Fraction], other: tuple[Interval, Fraction]) -> None:
    if Fraction(0) in other[0]:
        with pytest.raises(ZeroDivisionError):
            one[0] / other[0]
    else:
        assert one[1] / other[1] in one[0] / other[0]


@given(interval_and_point())
def test_the_negative_contains_the_negative_of_every_point(one: tuple[Interval, Fraction]) -> None:
    assert -one[1] in -one[0]


@given(one=interval_and_point(), other=interval_and_point())
def test_a_hull_contains_both_and_intervals_with_a_common_value_meet(
    one: tuple[Interval, Fraction], other: tuple[Interval, Fraction]
) -> None:
    hull = one[0].hull(other[0])
    assert one[1] in hull
    assert other[1] in hull
    if one[1] in other[0]:
        assert one[0].meets(other[0])
        assert other[0].meets(one[0])


@given(numbers, numbers, numbers, numbers)
def test_operations_on_closed_intervals_are_tight(a: Fraction, b: Fraction, c: Fraction, d: Fraction) -> None:
    one, other = Interval(*sorted((a, b))), Interval(*sorted((c, d)))
    products = [x * y for x in (a, b) for y in (c, d)]
    assert one + other == Interval(min(a, b) + min(c, d), max(a, b) + max(c, d))
    assert one * other == Interval(min(products), max(products))


def test_intervals_without_a_common_value_do_not_meet() -> None:
    assert not Interval(Fraction(1), Fraction(2)).meets(Interval(Fraction(3), None))
    assert not Interval(None, Fraction(2)).meets(Interval(Fraction(3), Fraction(4)))


@pytest.mark.parametrize(
    ("value", "step", "rounded"),
    [
        ("53.125", "0.01", "53.13"),
        ("2.5", "1", "3"),
        ("-2.5", "1", "-3"),
        ("2.4999", "1", "2"),
        ("1250", "100", "1300"),
        ("7.77", "0", "7.77"),
    ],
)
def test_rounding_goes_half_up(value: str, step: str, rounded: str) -> None:
    assert round_half_up(Fraction(value), Fraction(step)) == Fraction(rounded)


@given(numbers, steps)
def test_rounding_to_any_step_stays_within_half_a_step(value: Fraction, step: Fraction) -> None:
    rounded = round_half_up(value, step)
    assert rounded % step == 0
    assert abs(rounded - value) <= step / 2
    assert value in Quantity(rounded, step).rounded


@given(numbers, steps)
def test_cutting_goes_towards_zero_by_less_than_a_step(value: Fraction, step: Fraction) -> None:
    shortened = cut(value, step)
    assert shortened % step == 0
    assert abs(shortened) <= abs(value)
    assert abs(value - shortened) < step
    assert shortened * value >= 0


@given(numbers, steps, st.sampled_from([Fraction(1, 1000), Fraction(1000), Fraction(10**6)]))
def test_a_quantity_in_a_smaller_unit_means_the_same(value: Fraction, step: Fraction, factor: Fraction) -> None:
    quantity = Quantity(round_half_up(value, step), step)
    assert value * factor in quantity.times(factor).rounded


@pytest.mark.parametrize(
    ("bound", "value", "grain", "inside", "outside"),
    [
        (Bound.OVER, 2500, 100, (2501, 2599, 2600), (2499, 2601)),
        (Bound.UNDER, 3800, 100, (3799, 3700), (3801, 3699)),
        (Bound.ABOUT, 40, 10, (30, 41, 50), (29, 51)),
        (Bound.AT_LEAST, 5, 1, (5, 10**9), (4,)),
        (Bound.AT_MOST, 5, 1, (5, 0), (6,)),
    ],
)
def test_what_a_bound_word_allows(bound: Bound, value: int, grain: int, inside: tuple[int, ...], outside: tuple[int, ...]) -> None:
    meant = Quantity(Fraction(value), bound=bound, grain=Fraction(grain)).bounded
    assert all(Fraction(number) in meant for number in inside)
    assert not any(Fraction(number) in meant for number in outside)
