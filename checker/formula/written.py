"""Functions of a formula that look at what is written."""

from __future__ import annotations

from checker.figure import Blank, Citation, Date, Figure, Name, Ordinal, Written
from checker.formula.names import same_name
from checker.formula.stated import Filling
from checker.formula.values import Truth, Undecided, date_amount


def exists(date: Filling) -> Truth:
    if not isinstance(date, Date):
        raise Undecided("date")
    if date.year is not None:
        return Truth(date.first is not None)
    if date.day is None or date.month is None:
        raise Undecided("date")
    return Truth(1 <= date.month <= 12 and 1 <= date.day <= (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[date.month - 1])


def filled(thing: Filling) -> Truth:
    return Truth(not isinstance(thing, Blank))


def none(things: Filling) -> Truth:
    if not isinstance(things, tuple):
        raise Undecided("list")
    return Truth(not things)


def known(name: Filling) -> Truth:
    if not isinstance(name, Name):
        raise Undecided("name")
    return Truth(bool(name.key))


def attainable(part: Filling, percent: Filling) -> Truth:
    """Is there a whole number of which `part` is that percentage, rounded or cut?"""
    if not isinstance(part, Figure) or not isinstance(percent, Figure) or not percent.quantity.value:
        raise Undecided("number")
    value, step = percent.quantity.value, percent.quantity.step
    least, most = value - step / 2, value + step
    if least <= 0:
        return Truth(True)
    low, high = 100 * part.quantity.value / most, 100 * part.quantity.value / least
    return Truth(high.numerator // high.denominator > low or low.denominator == 1)


def is_same_name(one: Filling, other: Filling) -> Truth:
    return Truth(same_name(_text(one), _text(other)))


def _text(thing: Filling) -> str:
    if not isinstance(thing, Written):
        raise Undecided("text")
    return thing.text


def follows(this: Filling, previous: Filling) -> Truth:
    if not isinstance(this, Ordinal) or not isinstance(previous, Ordinal):
        raise Undecided("ordinal")
    next_to = this.path == previous.path and this.series == previous.series and this.number == previous.number + 1
    below = this.path == f"{previous.path}{previous.number}." and this.number == 1
    return Truth(next_to or below)


def agrees(this: Filling, other: Filling) -> Truth:
    """Do two citations of one document give the same date and issuer, as far as both give them?"""
    if not isinstance(this, Citation) or not isinstance(other, Citation):
        raise Undecided("citation")
    if this.date is not None and other.date is not None:
        one, two = date_amount(this.date), date_amount(other.date)
        if not one.interval.meets(two.interval):
            return Truth(False)
    return Truth(not this.issuer or not other.issuer or same_name(this.issuer, other.issuer))
