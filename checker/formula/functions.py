"""The functions that a formula may call: a closed list, each with an example that the tests evaluate.

`on_values` functions compute with amounts; the others look at what is written.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from checker.figure import Blank, Citation, Date, Figure, Name, Ordinal, Written
from checker.formula.names import same_name
from checker.formula.stated import Filling
from checker.formula.values import DAYS, Amount, Several, Truth, Undecided, Value, date_amount, plain
from checker.quantity import Interval, round_half_up


@dataclass(frozen=True)
class Function:
    """`apply` takes values where `on_values`, else what plays the roles. `gives` is what comes out: an amount "like" its arguments, a plain
    "number", the "truth", or something else ("")."""

    fewest: int
    most: int
    summary: str
    example: str
    on_values: bool
    apply: Callable[..., Value]
    gives: Literal["like", "number", "truth", ""] = "truth"


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


def _sum(*values: Value) -> Amount:
    amounts = _alike(values)
    total = Interval.point(0)
    for amount in amounts:
        total = total + amount.interval
    return Amount(total, amounts[0].dimension if amounts else ())


def _count(*values: Value) -> Amount:
    return plain(sum(len(value.items) if isinstance(value, Several) else 1 for value in values))


def _mean(*values: Value) -> Amount:
    total, number = _sum(*values), len(list(_amounts(values)))
    if not number:
        raise Undecided("empty")
    return Amount(total.interval * Interval.point(Fraction(1, number)), total.dimension)


def _extreme(pick: Callable[..., Fraction]) -> Callable[..., Value]:
    def apply(*values: Value) -> Amount:
        amounts = _alike(values)
        lows = [a.interval.low for a in amounts if a.interval.low is not None]
        highs = [a.interval.high for a in amounts if a.interval.high is not None]
        if not amounts or len(lows) < len(amounts) or len(highs) < len(amounts):
            raise Undecided("empty")
        return Amount(Interval(pick(lows), pick(highs)), amounts[0].dimension)

    return apply


def _abs(value: Value) -> Amount:
    (amount,) = _amounts((value,))
    low, high = amount.interval.low, amount.interval.high
    if low is None or high is None:
        raise Undecided("empty")
    ends = sorted((abs(low), abs(high)))
    return Amount(Interval(Fraction(0) if low < 0 < high else ends[0], ends[1]), amount.dimension)


def _round(value: Value, step: Value) -> Amount:
    amount, to = _amounts((value, step))
    low, high, size = amount.interval.low, amount.interval.high, to.interval.low
    if low is None or high is None or size is None or not to.interval.is_point:
        raise Undecided("empty")
    return Amount(Interval(round_half_up(low, size), round_half_up(high, size)), amount.dimension)


def _days(start: Value, end: Value) -> Amount:
    first, last = _amounts((start, end))
    if first.dimension != DAYS or last.dimension != DAYS:
        raise Undecided("date")
    return Amount(last.interval - first.interval + Interval.point(1))


def _part_of_date(part: str) -> Callable[..., Value]:
    def apply(value: Value) -> Amount:
        (amount,) = _amounts((value,))
        low, high = amount.interval.low, amount.interval.high
        if amount.dimension != DAYS or low is None or high is None:
            raise Undecided("date")
        ends = [getattr(datetime.date.fromordinal(int(end)), part) for end in (low, high)]
        return Amount(Interval(Fraction(ends[0]), Fraction(ends[1])))

    return apply


def _between(value: Value, low: Value, high: Value) -> Truth:
    amount, first, last = _alike((value, low, high))
    ends = (amount.interval.low, amount.interval.high, first.interval.low, last.interval.high)
    if None in ends:
        raise Undecided("date")
    return Truth(amount.interval.meets(Interval(first.interval.low, last.interval.high)))


def _exists(date: Filling) -> Truth:
    if not isinstance(date, Date):
        raise Undecided("date")
    if date.year is not None:
        return Truth(date.first is not None)
    if date.day is None or date.month is None:
        raise Undecided("date")
    return Truth(1 <= date.month <= 12 and 1 <= date.day <= (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[date.month - 1])


def _filled(thing: Filling) -> Truth:
    return Truth(not isinstance(thing, Blank))


def _none(things: Filling) -> Truth:
    if not isinstance(things, tuple):
        raise Undecided("list")
    return Truth(not things)


def _known(name: Filling) -> Truth:
    if not isinstance(name, Name):
        raise Undecided("name")
    return Truth(bool(name.key))


def _attainable(part: Filling, percent: Filling) -> Truth:
    """Is there a whole number of which `part` is that percentage, rounded or cut?"""
    if not isinstance(part, Figure) or not isinstance(percent, Figure) or not percent.quantity.value:
        raise Undecided("number")
    value, step = percent.quantity.value, percent.quantity.step
    least, most = value - step / 2, value + step
    if least <= 0:
        return Truth(True)
    low, high = 100 * part.quantity.value / most, 100 * part.quantity.value / least
    return Truth(high.numerator // high.denominator > low or low.denominator == 1)


def _same_name(one: Filling, other: Filling) -> Truth:
    return Truth(same_name(_text(one), _text(other)))


def _text(thing: Filling) -> str:
    if not isinstance(thing, Written):
        raise Undecided("text")
    return thing.text


def _follows(this: Filling, previous: Filling) -> Truth:
    if not isinstance(this, Ordinal) or not isinstance(previous, Ordinal):
        raise Undecided("ordinal")
    next_to = this.path == previous.path and this.series == previous.series and this.number == previous.number + 1
    below = this.path == f"{previous.path}{previous.number}." and this.number == 1
    return Truth(next_to or below)


def _agrees(this: Filling, other: Filling) -> Truth:
    """Do two citations of one document give the same date and issuer, as far as both give them?"""
    if not isinstance(this, Citation) or not isinstance(other, Citation):
        raise Undecided("citation")
    if this.date is not None and other.date is not None:
        one, two = date_amount(this.date), date_amount(other.date)
        if not one.interval.meets(two.interval):
            return Truth(False)
    return Truth(not this.issuer or not other.issuer or same_name(this.issuer, other.issuer))


FUNCTIONS: Mapping[str, Function] = {
    "sum": Function(1, 99, "the sum of a list, or of several numbers", "sum(2, 3) == 5", True, _sum, "like"),
    "count": Function(1, 99, "how many items a list has", "count(2, 3) == 2", True, _count, "number"),
    "mean": Function(1, 99, "the arithmetic mean", "mean(2, 4) == 3", True, _mean, "like"),
    "min": Function(1, 99, "the least", "min(2, 4) == 2", True, _extreme(min), "like"),
    "max": Function(1, 99, "the greatest", "max(2, 4) == 4", True, _extreme(max), "like"),
    "abs": Function(1, 1, "without its sign", "abs(-2) == 2", True, _abs, "like"),
    "round": Function(2, 2, "rounded half up to a step", "round(2.25, 0.1) == 2.3", True, _round, "like"),
    "days": Function(2, 2, "the days from the first date to the second, both counted", "days(start, end) == 3", True, _days, ""),
    "year": Function(1, 1, "the year of a date", "year(start) == 2024", True, _part_of_date("year"), "number"),
    "month": Function(1, 1, "the month of a date", "month(start) == 5", True, _part_of_date("month"), "number"),
    "between": Function(3, 3, "does the first lie from the second to the third?", "between(2, 1, 3)", True, _between),
    "exists": Function(1, 1, "is the date in the calendar?", "exists(start)", False, _exists),
    "filled": Function(1, 1, "is something written there?", "filled(start)", False, _filled),
    "none": Function(1, 1, "is the list empty?", "none(nothing)", False, _none),
    "known": Function(1, 1, "does the register have the name?", "known(country)", False, _known),
    "attainable": Function(2, 2, "can the part be that percentage of a whole number?", "attainable(part, percent)", False, _attainable),
    "same_name": Function(
        2, 2, "the same name, allowing for abbreviations and for a shorter form", "same_name(one, other)", False, _same_name
    ),
    "follows": Function(
        2,
        2,
        "does the number come right after the other in its sequence, or as the first below it?",
        "follows(this, previous)",
        False,
        _follows,
    ),
    "agrees": Function(2, 2, "do two citations give the same date and issuer?", "agrees(cited, cited)", False, _agrees),
}
