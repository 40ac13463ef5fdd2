"""A consistent claim, rounded to any step, is never broken; one figure changed by more than the tolerance always is."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from checker.figure import Figure
from checker.formula.decide import decide
from checker.formula.outcome import Verdict
from checker.formula.parse import parse
from checker.formula.stated import Filling
from checker.place import Place
from checker.quantity import Quantity, cut, round_half_up
from checker.units import Units

UNITS = Units()
exact = st.fractions(min_value=0, max_value=10**6, max_denominator=10**4)
positive = st.fractions(min_value=Fraction(1, 10), max_value=10**6, max_denominator=10**4)
decimals = st.sampled_from([Fraction(1, 10**n) for n in (1, 2, 3)])
steps = decimals | st.sampled_from([Fraction(1), Fraction(1000), Fraction(10**5)])
counts = st.integers(0, 10**6)
SUM, PRODUCT = parse("whole == sum(parts)"), parse("amount == quantity * price")
SHARE, DIFFERENCE, GROWTH = (
    parse("percent == 100 * part / whole"),
    parse("gap == now - before"),
    parse("percent == 100 * (now - before) / before"),
)


def written(value: Fraction | int, step: Fraction = Fraction(0)) -> Figure:
    """A value as a report shows it."""
    shown = round_half_up(Fraction(value), step)
    return Figure(text=str(shown), place=Place(), quantity=Quantity(shown, step, whole=step >= 1 or not step))


def verdict(formula: object, roles: Mapping[str, Filling], *rounded: str) -> Verdict:
    return decide(formula, roles, UNITS, rounded).verdict  # type: ignore[arg-type]


@given(st.lists(st.tuples(exact, decimals), min_size=1, max_size=12), decimals)
def test_a_rounded_sum_is_never_broken(parts: list[tuple[Fraction, Fraction]], step: Fraction) -> None:
    roles = {"whole": written(sum(value for value, _ in parts), step), "parts": tuple(written(*part) for part in parts)}
    assert verdict(SUM, roles) != Verdict.BROKEN


@given(st.lists(exact, min_size=1, max_size=8), steps, steps)
def test_a_sum_in_two_multiples_is_never_broken(values: list[Fraction], one: Fraction, other: Fraction) -> None:
    if one == other:
        other = one / 10
    roles = {"whole": written(sum(values), one), "parts": tuple(written(value, other) for value in values)}
    assert verdict(SUM, roles) != Verdict.BROKEN


@given(st.lists(counts, min_size=1, max_size=12), st.integers(0, 12), st.integers(-500, 500).filter(bool))
def test_one_changed_count_always_breaks_a_sum(values: list[int], which: int, by: int) -> None:
    figures = [written(sum(values)), *map(written, values)]
    which %= len(figures)
    assert verdict(SUM, {"whole": figures[0], "parts": tuple(figures[1:])}) == Verdict.HOLDS
    figures[which] = written(figures[which].quantity.value + by)
    assert verdict(SUM, {"whole": figures[0], "parts": tuple(figures[1:])}) == Verdict.BROKEN


@given(st.lists(exact, min_size=1, max_size=12), decimals, st.integers(0, 12), st.integers(1, 500), st.sampled_from([1, -1]))
def test_one_figure_off_by_more_than_rounding_always_breaks_a_sum(
    values: list[Fraction], step: Fraction, which: int, by: int, sign: int
) -> None:
    parts = [written(value, step) for value in values]
    figures = [written(sum(part.quantity.value for part in parts), step), *parts]
    most = Fraction(len(parts) + 1, 2)
    which %= len(figures)
    for steps_off, broken in ((int(most), False), (int(most) + by, True)):
        off = figures[which].quantity.value + sign * steps_off * step
        changed = [written(off, step) if n == which else f for n, f in enumerate(figures)]
        assert (verdict(SUM, {"whole": changed[0], "parts": tuple(changed[1:])}) == Verdict.BROKEN) == broken


@given(st.integers(1, 10**4), positive, steps)
def test_a_product_with_a_rounded_or_cut_price_is_never_broken(quantity: int, price: Fraction, step: Fraction) -> None:
    for shorten in (round_half_up, cut):
        shown = Figure(text="2.083", place=Place(), quantity=Quantity(shorten(price, step), step))
        roles = {"amount": written(quantity * price), "quantity": written(quantity), "price": shown}
        assert verdict(PRODUCT, roles, "price") != Verdict.BROKEN


@given(st.integers(1, 10**4), positive, steps)
def test_a_rounded_amount_is_never_broken(quantity: int, price: Fraction, step: Fraction) -> None:
    roles = {"amount": written(quantity * price, step), "quantity": written(quantity), "price": written(price)}
    assert verdict(PRODUCT, roles, "price") == Verdict.HOLDS


@given(st.integers(1, 1000), st.integers(1, 10**5), steps, st.integers(1, 100), st.sampled_from([1, -1]))
def test_an_amount_off_by_more_than_the_price_allows_is_always_broken(
    quantity: int, price: int, step: Fraction, by: int, sign: int
) -> None:
    shown = Figure(text="2.083", place=Place(), quantity=Quantity(price * step, step))
    amount = written(quantity * price * step + sign * (quantity + by) * step)
    assert verdict(PRODUCT, {"amount": amount, "quantity": written(quantity), "price": shown}, "price") == Verdict.BROKEN


@given(counts, st.integers(1, 10**6), decimals | st.just(Fraction(1)), st.integers(2, 500), st.sampled_from([1, -1]))
def test_a_share_of_counts(part: int, whole: int, step: Fraction, by: int, sign: int) -> None:
    share = Fraction(100 * part, whole)
    roles = {"part": written(part), "whole": written(whole)}
    assert verdict(SHARE, {**roles, "percent": written(share, step)}) == Verdict.HOLDS
    assert verdict(SHARE, {**roles, "percent": written(cut(share, step), step)}) in (Verdict.HOLDS, Verdict.ROUNDING)
    off = round_half_up(share, step) + sign * by * step
    assert verdict(SHARE, {**roles, "percent": written(off, step)}) == Verdict.BROKEN


@given(positive, positive, steps, steps, decimals)
def test_a_share_of_rounded_amounts_is_never_broken(
    part: Fraction, whole: Fraction, one: Fraction, other: Fraction, step: Fraction
) -> None:
    roles = {"part": written(part, one), "whole": written(whole, other), "percent": written(100 * part / whole, step)}
    assert verdict(SHARE, roles) != Verdict.BROKEN


@given(exact, exact, decimals, decimals, decimals)
def test_a_rounded_difference_is_never_broken(now: Fraction, before: Fraction, a: Fraction, b: Fraction, c: Fraction) -> None:
    roles = {"now": written(now, a), "before": written(before, b), "gap": written(now - before, c)}
    assert verdict(DIFFERENCE, roles) != Verdict.BROKEN


@given(counts, counts, st.integers(-500, 500).filter(bool), st.sampled_from(["now", "before", "gap"]))
def test_one_changed_count_always_breaks_a_difference(now: int, before: int, by: int, which: str) -> None:
    roles = {"now": written(now), "before": written(before), "gap": written(now - before)}
    assert verdict(DIFFERENCE, roles) == Verdict.HOLDS
    assert verdict(DIFFERENCE, {**roles, which: written(roles[which].quantity.value + by)}) == Verdict.BROKEN


@given(positive, positive, decimals, decimals)
def test_a_rounded_growth_is_never_broken(now: Fraction, before: Fraction, step: Fraction, shown: Fraction) -> None:
    """`before` occurs twice and is one value."""
    roles = {"now": written(now, step), "before": written(before, step), "percent": written(100 * (now - before) / before, shown)}
    assert verdict(GROWTH, roles) != Verdict.BROKEN
