"""Evaluation on intervals holds every value that a choice of points gives."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.figure import Figure
from checker.formula.evaluate import Environment
from checker.formula.parse import parse
from checker.formula.values import Amount, Undecided
from checker.place import Place
from checker.quantity import Interval, Quantity, round_half_up
from checker.units import Units

NAMES = ("a", "b", "c")
values = st.fractions(min_value=-50, max_value=50, max_denominator=20)
steps = st.sampled_from([Fraction(0), Fraction(1, 100), Fraction(1, 10), Fraction(1), Fraction(5)])
leaves = st.sampled_from([*NAMES, "2", "0.5"])
formulas = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from("+-*/"), inner).map(lambda t: f"({t[0]} {t[1]} {t[2]})"),
        inner.map(lambda f: f"-{f}"),
        st.tuples(st.sampled_from(["sum", "mean", "min", "max"]), st.lists(inner, min_size=1, max_size=3).map(", ".join)).map(
            lambda t: f"{t[0]}({t[1]})"
        ),
        inner.map(lambda f: f"abs({f})"),
        inner.map(lambda f: f"round({f}, 0.1)"),
    ),
    max_leaves=8,
)


def figure(value: Fraction, step: Fraction) -> Figure:
    return Figure(text="", place=Place(), quantity=Quantity(value, step))


def evaluated(formula: str, roles: Mapping[str, Figure], exact: bool) -> Interval:
    environment = Environment(roles, lambda f: f.quantity.point if exact else f.quantity.rounded, Units())
    value = environment.value(parse(formula))
    assert isinstance(value, Amount)
    return value.interval


@given(formulas, st.tuples(values, values, values), st.tuples(steps, steps, steps))
def test_the_interval_of_a_formula_contains_its_value_at_every_point(
    formula: str, exact: tuple[Fraction, ...], rounded_to: tuple[Fraction, ...]
) -> None:
    """The true values, of which the report shows rounded ones, give a result inside the interval of the rounded ones."""
    points = {name: figure(value, Fraction(0)) for name, value in zip(NAMES, exact, strict=True)}
    shown = {n: figure(round_half_up(v, s), s) for n, v, s in zip(NAMES, exact, rounded_to, strict=True)}
    try:
        meant = evaluated(formula, shown, exact=False)
    except Undecided:
        return
    result = evaluated(formula, points, exact=True)
    assert result.is_point
    assert result.low is not None
    assert result.low in meant


@pytest.mark.parametrize("formula", ["a / b", "1 / (a - a)", "a / (b * 5)"])
def test_a_division_by_what_may_be_zero_is_undecided(formula: str) -> None:
    roles = {"a": figure(Fraction(1), Fraction(0)), "b": figure(Fraction(0), Fraction(1))}
    with pytest.raises(Undecided, match="zero"):
        evaluated(formula, roles, exact=False)
