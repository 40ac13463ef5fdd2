"""Of what: dimensions and multiples, held by pint with definitions of our own.

A unit is named by an expression such as "VND", "hectare" or "VND / month"; "" is a plain number (people, cases, points of
a percentage). What is counted is a kind beside the unit, no dimension: a whole in "vị trí" may have parts in "người".
A registry belongs to one run: nothing is shared between runs, and pint's default registry (which reads "1.000 đồng" as
1) is never loaded.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    from pint import UnitRegistry

PERCENT = "percent"

_DEFINITIONS = """
VND = [vnd]
USD = [usd]
EUR = [eur]
JPY = [jpy]
KRW = [krw]
percent = []
metre = [length]
kilometre = 1000 * metre
square_metre = metre ** 2
hectare = 10000 * square_metre
square_kilometre = 100 * hectare
cubic_metre = metre ** 3
kilogram = [mass]
quintal = 100 * kilogram
tonne = 1000 * kilogram
minute = [time]
hour = 60 * minute
day = 24 * hour
week = 7 * day
month = [calendar]
quarter = 3 * month
year = 12 * month
kilowatt = [power]
megawatt = 1000 * kilowatt
kilowatt_hour = kilowatt * hour
litre = cubic_metre / 1000
degree = [angle]
"""


Dimension = tuple[tuple[str, Fraction], ...]
"""Base dimensions and their powers, sorted; () for a plain number."""


class Base(msgspec.Struct, frozen=True):
    """A unit in base units: `factor` of them to one."""

    factor: Fraction
    dimension: Dimension


class Units:
    """The units of one run."""

    def __init__(self) -> None:
        plain = Base(Fraction(1), ())
        self._known = {"": plain, PERCENT: plain}
        self._pint: UnitRegistry[Any] | None = None

    def base(self, unit: str) -> Base:
        """`unit` in base units. Raises KeyError for a unit that is not defined."""
        known = self._known.get(unit)
        if known is None:
            known = self._known[unit] = self._ask(unit)
        return known

    def _ask(self, unit: str) -> Base:
        from pint.errors import UndefinedUnitError

        try:
            factor, root = self._registry().get_root_units(unit)
        except UndefinedUnitError as error:
            raise KeyError(unit) from error
        powers = ((str(name), Fraction(str(power))) for name, power in root.dimensionality.items())
        return Base(Fraction(str(factor)), tuple(sorted(powers)))

    def _registry(self) -> UnitRegistry[Any]:
        if self._pint is None:
            from pint import UnitRegistry

            self._pint = UnitRegistry(None, non_int_type=Fraction, cache_folder=None)
            for line in _DEFINITIONS.strip().splitlines():
                self._pint.define(line)
        return self._pint


def multiply(left: Dimension, right: Dimension, power: int = 1) -> Dimension:
    """The dimension of a product (of a quotient, with power -1)."""
    powers = dict(left)
    for name, exponent in right:
        powers[name] = powers.get(name, Fraction(0)) + power * exponent
    return tuple(sorted((name, exponent) for name, exponent in powers.items() if exponent))
