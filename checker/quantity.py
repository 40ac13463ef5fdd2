"""How much: exact numbers with the step they were written to, and intervals of what they may mean.

A written figure is an interval, not a point. "53,13%" is 53.13 with step 0.01 and means some value in
[53.125, 53.135]; "355 người" has step 0 and means exactly 355; "gần 3.800" has a bound and means a little less.

All arithmetic is on `fractions.Fraction`; `None` as an end of an interval means that it is open on that side.
"""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction

import msgspec


class Bound(StrEnum):
    """What a word before a figure makes of it ("hơn 2.500", "gần 3.800", "tối đa 5")."""

    OVER = "over"
    UNDER = "under"
    ABOUT = "about"
    AT_LEAST = "at-least"
    AT_MOST = "at-most"


class Interval(msgspec.Struct, frozen=True):
    """All values from `low` to `high`, both included."""

    low: Fraction | None
    high: Fraction | None

    @classmethod
    def point(cls, value: Fraction | int) -> Interval:
        exact = value if isinstance(value, Fraction) else Fraction(value)
        return cls(exact, exact)

    @property
    def is_point(self) -> bool:
        return self.low is not None and (self.low is self.high or self.low == self.high)

    def __contains__(self, value: Fraction) -> bool:
        return (self.low is None or self.low <= value) and (self.high is None or value <= self.high)

    def meets(self, other: Interval) -> bool:
        """Do the two have a value in common?"""
        return _not_above(self.low, other.high) and _not_above(other.low, self.high)

    def hull(self, other: Interval) -> Interval:
        """The smallest interval that holds both."""
        low = None if self.low is None or other.low is None else min(self.low, other.low)
        high = None if self.high is None or other.high is None else max(self.high, other.high)
        return Interval(low, high)

    def __add__(self, other: Interval) -> Interval:
        if self.is_point and other.is_point:
            return Interval.point(_known(self.low) + _known(other.low))
        return Interval(
            None if self.low is None or other.low is None else self.low + other.low,
            None if self.high is None or other.high is None else self.high + other.high,
        )

    def __neg__(self) -> Interval:
        return Interval(None if self.high is None else -self.high, None if self.low is None else -self.low)

    def __sub__(self, other: Interval) -> Interval:
        return self + -other

    def __mul__(self, other: Interval) -> Interval:
        if self.is_point and other.is_point:
            return Interval.point(_known(self.low) * _known(other.low))
        ends = [_times(a, b) for a in _ends(self) for b in _ends(other)]
        return Interval(_least(ends), _greatest(ends))

    def __truediv__(self, other: Interval) -> Interval:
        """Raises ZeroDivisionError where the divisor may be zero."""
        if Fraction(0) in other:
            raise ZeroDivisionError
        return self * Interval(_inverse(other.high), _inverse(other.low))


class Quantity(msgspec.Struct, frozen=True):
    """A number as written. `step` is the unit in its last place, 0 where it is exact; `grain` is the unit of its last
    significant digit (100 in 2.500), by which "hơn" and "gần" are measured; `whole` says that no decimals were written."""

    value: Fraction
    step: Fraction = Fraction(0)
    bound: Bound | None = None
    grain: Fraction = Fraction(1)
    whole: bool = True

    def times(self, factor: Fraction) -> Quantity:
        """The same quantity in a unit `factor` times smaller."""
        return Quantity(self.value * factor, self.step * factor, self.bound, self.grain * factor, self.whole)

    @property
    def point(self) -> Interval:
        return Interval(self.value, self.value)

    @property
    def rounded(self) -> Interval:
        """What it may mean when it was rounded to its step."""
        return Interval(self.value - self.step / 2, self.value + self.step / 2)

    @property
    def bounded(self) -> Interval:
        """What it may mean when the bound word is taken at its word."""
        value, grain = self.value, self.grain
        match self.bound:
            case Bound.OVER:
                return Interval(value, value + grain)
            case Bound.UNDER:
                return Interval(value - grain, value)
            case Bound.ABOUT:
                return Interval(value - grain, value + grain)
            case Bound.AT_LEAST:
                return Interval(value, None)
            case Bound.AT_MOST:
                return Interval(None, value)
        return self.rounded


def round_half_up(value: Fraction, step: Fraction) -> Fraction:
    """`value` to the nearest multiple of `step`, halves away from zero; unchanged where step is 0."""
    if not step:
        return value
    steps = abs(value) / step
    return ((2 * steps.numerator + steps.denominator) // (2 * steps.denominator)) * step * (1 if value >= 0 else -1)


def cut(value: Fraction, step: Fraction) -> Fraction:
    """`value` with everything below `step` cut off, towards zero; unchanged where step is 0."""
    if not step:
        return value
    steps = abs(value) / step
    return (steps.numerator // steps.denominator) * step * (1 if value >= 0 else -1)


def is_less(one: Fraction, other: Fraction) -> bool:
    """Is the one less than the other? Far quicker than fractions compare themselves, which ask of each other what they are."""
    return one.numerator * other.denominator < other.numerator * one.denominator


def whole(value: Fraction) -> Fraction | int:
    """The same number as an integer where it is one: integers add up far quicker."""
    return value.numerator if value.denominator == 1 else value


_INFINITE = float("inf")
_End = Fraction | float


def _not_above(low: Fraction | None, high: Fraction | None) -> bool:
    return low is None or high is None or low <= high


def _known(end: Fraction | None) -> Fraction:
    assert end is not None
    return end


def _ends(interval: Interval) -> tuple[_End, _End]:
    low: _End = -_INFINITE if interval.low is None else interval.low
    high: _End = _INFINITE if interval.high is None else interval.high
    return low, high


def _times(a: _End, b: _End) -> _End:
    if not a or not b:
        return Fraction(0)
    if isinstance(a, float) or isinstance(b, float):
        return _INFINITE if (a > 0) == (b > 0) else -_INFINITE
    return a * b


def _least(ends: list[_End]) -> Fraction | None:
    least = min(ends)
    return None if isinstance(least, float) else least


def _greatest(ends: list[_End]) -> Fraction | None:
    greatest = max(ends)
    return None if isinstance(greatest, float) else greatest


def _inverse(end: Fraction | None) -> Fraction:
    return Fraction(0) if end is None else 1 / end
