"""What a formula computes with.

A figure becomes an `Amount` in base units: a point when the question is whether the claim is true as written, an interval
when the question is what rounding allows. A date is an amount of days of the calendar, from its first to its last.
"""

from __future__ import annotations

from fractions import Fraction

import msgspec

from checker.figure import Citation, Date, Figure, Phrase, Written
from checker.quantity import Interval
from checker.units import Dimension, Units

DAYS: Dimension = (("[day of the calendar]", Fraction(1)),)

_YEAR = 366


class Undecided(Exception):
    """The formula has no answer for these roles. The argument is a key of the reasons in the locale's messages."""


class Amount(msgspec.Struct, frozen=True):
    """A number: all values of `interval`, in base units of `dimension`."""

    interval: Interval
    dimension: Dimension = ()


class Several(msgspec.Struct, frozen=True):
    """A list."""

    items: tuple[Value, ...]


class Truth(msgspec.Struct, frozen=True):
    value: bool


class Thing(msgspec.Struct, frozen=True):
    """What is no number: a citation, a name, words, an ordinal, a blank."""

    written: Written


Value = Amount | Several | Truth | Thing


def plain(number: int | Fraction) -> Amount:
    return Amount(Interval.point(Fraction(number)))


def amount(figure: Figure, interval: Interval, units: Units) -> Amount:
    """The interval, given in the figure's unit, as an amount in base units."""
    try:
        base = units.base(figure.unit)
    except KeyError as error:
        raise Undecided("unit") from error
    if base.factor == 1:
        return Amount(interval, base.dimension)
    return Amount(interval * Interval.point(base.factor), base.dimension)


def date_amount(date: Date) -> Amount:
    """The days of a date; one that borrowed its year may be a year earlier. Raises Undecided for one that is not in the calendar
    or has no year."""
    if date.first is None or date.last is None:
        raise Undecided("date")
    if date.borrowed:
        return Amount(Interval(Fraction(date.first.toordinal() - _YEAR), Fraction(date.last.toordinal())), DAYS)
    return Amount(Interval(Fraction(date.first.toordinal()), Fraction(date.last.toordinal())), DAYS)


def year_amount(date: Date) -> Amount:
    """The year, or the two years where it was borrowed from the date after it."""
    if date.year is None:
        raise Undecided("date")
    return Amount(Interval(Fraction(date.year - (1 if date.borrowed else 0)), Fraction(date.year)))


def attribute(written: Written, name: str) -> Value:
    """An attribute of what plays a role: date, year and issuer of a citation, first and last day of a date."""
    if isinstance(written, Citation):
        if name == "date" and written.date is not None:
            return date_amount(written.date)
        if name == "year" and written.number_year is not None:
            return plain(written.number_year)
        if name in ("issuer", "number", "symbol", "kind") and getattr(written, name):
            return Thing(Phrase(text=getattr(written, name), place=written.place))
    if isinstance(written, Date) and name == "year":
        return year_amount(written)
    raise Undecided("attribute")
