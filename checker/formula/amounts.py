"""Functions of a formula that compute with amounts."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from fractions import Fraction

from checker.formula.values import DAYS, Amount, Several, Truth, Undecided, Value, plain
from checker.quantity import Interval, round_half_up


def total(*values: Value) -> Amount:
    amounts = _alike(values)
    interval = Interval.point(0)
    for amount in amounts:
        interval = interval + amount.interval
    return Amount(interval, amounts[0].dimension if amounts else ())


def count(*values: Value) -> Amount:
    return plain(sum(len(value.items) if isinstance(value, Several) else 1 for value in values))


def mean(*values: Value) -> Amount:
    added, number = total(*values), len(list(_amounts(values)))
    if not number:
        raise Undecided("empty")
    return Amount(added.interval * Interval.point(Fraction(1, number)), added.dimension)


def extreme(pick: Callable[..., Fraction]) -> Callable[..., Value]:
    def apply(*values: Value) -> Amount:
        amounts = _alike(values)
        lows = [a.interval.low for a in amounts if a.interval.low is not None]
        highs = [a.interval.high for a in amounts if a.interval.high is not None]
        if not amounts or len(lows) < len(amounts) or len(highs) < len(amounts):
            raise Undecided("empty")
        return Amount(Interval(pick(lows), pick(highs)), amounts[0].dimension)

    return apply


def without_sign(value: Value) -> Amount:
    (amount,) = _amounts((value,))
    low, high = amount.interval.low, amount.interval.high
    if low is None or high is None:
        raise Undecided("empty")
    ends = sorted((abs(low), abs(high)))
    return Amount(Interval(Fraction(0) if low < 0 < high else ends[0], ends[1]), amount.dimension)


def rounded(value: Value, step: Value) -> Amount:
    amount, to = _amounts((value, step))
    low, high, size = amount.interval.low, amount.interval.high, to.interval.low
    if low is None or high is None or size is None or not to.interval.is_point:
        raise Undecided("empty")
    return Amount(Interval(round_half_up(low, size), round_half_up(high, size)), amount.dimension)


def days(start: Value, end: Value) -> Amount:
    first, last = _amounts((start, end))
    if first.dimension != DAYS or last.dimension != DAYS:
        raise Undecided("date")
    return Amount(last.interval - first.interval + Interval.point(1))


def part_of_date(part: str) -> Callable[..., Value]:
    def apply(value: Value) -> Amount:
        (amount,) = _amounts((value,))
        low, high = amount.interval.low, amount.interval.high
        if amount.dimension != DAYS or low is None or high is None:
            raise Undecided("date")
        ends = [getattr(datetime.date.fromordinal(int(end)), part) for end in (low, high)]
        return Amount(Interval(Fraction(ends[0]), Fraction(ends[1])))

    return apply


def between(value: Value, low: Value, high: Value) -> Truth:
    amount, first, last = _alike((value, low, high))
    ends = (amount.interval.low, amount.interval.high, first.interval.low, last.interval.high)
    if None in ends:
        raise Undecided("date")
    return Truth(amount.interval.meets(Interval(first.interval.low, last.interval.high)))


def _amounts(values: tuple[Value, ...]) -> Iterator[Amount]:
    for value in values:
        if isinstance(value, Several):
            yield from _amounts(value.items)
        elif isinstance(value, Amount):
            yield value
        else:
            raise Undecided("number")


def _alike(values: tuple[Value, ...]) -> list[Amount]:
    amounts = list(_amounts(values))
    if len({amount.dimension for amount in amounts}) > 1:
        raise Undecided("units")
    return amounts
