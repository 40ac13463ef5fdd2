"""Of what: dimensions and multiples, held by pint with definitions of our own.

A unit is named by an expression such as "VND", "hectare" or "VND / month"; "" is a plain number (people, cases, points of
a percentage). What is counted is a kind beside the unit, no dimension: a whole in "vị trí" may have parts in "người".
A registry belongs to one run: nothing is shared between runs, and pint's default registry (which reads "1.000 đồng" as
1) is never loaded.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import msgspec

if TYPE_CHECKING:
    from pint import UnitRegistry

PERCENT = "percent"
PERMILLE = "permille"
RATIOS = frozenset({PERCENT, PERMILLE})
"""How many of a hundred, of a thousand: never an amount of anything."""

_BASES = {
    "vnd": "VND", "usd": "USD", "eur": "EUR", "jpy": "JPY", "krw": "KRW",
    "length": "metre", "mass": "kilogram", "time": "minute", "calendar": "month", "power": "kilowatt", "angle": "degree",
}  # fmt: skip
_MULTIPLES = {
    "kilometre": ("1000", "length", 1),
    "square_metre": ("1", "length", 2),
    "hectare": ("10000", "length", 2),
    "square_kilometre": ("1000000", "length", 2),
    "cubic_metre": ("1", "length", 3),
    "litre": ("1/1000", "length", 3),
    "quintal": ("100", "mass", 1),
    "tonne": ("1000", "mass", 1),
    "hour": ("60", "time", 1),
    "day": ("1440", "time", 1),
    "week": ("10080", "time", 1),
    "quarter": ("3", "calendar", 1),
    "year": ("12", "calendar", 1),
    "megawatt": ("1000", "power", 1),
}
_COMPOSED = ("percent = []", "permille = []", "kilowatt_hour = kilowatt * hour")


Dimension = tuple[tuple[str, Fraction], ...]
"""Base dimensions and their powers, sorted; () for a plain number."""


class Base(msgspec.Struct, frozen=True):
    """A unit in base units: `factor` of them to one."""

    factor: Fraction
    dimension: Dimension


@lru_cache(maxsize=1)
def _simple() -> Mapping[str, Base]:
    """The units of one dimension. They need no arithmetic, and importing pint takes as long as reading a report."""
    plain = Base(Fraction(1), ())
    bases = {name: Base(Fraction(1), ((f"[{dimension}]", Fraction(1)),)) for dimension, name in _BASES.items()}
    multiples = {
        name: Base(Fraction(factor), ((f"[{dimension}]", Fraction(power)),)) for name, (factor, dimension, power) in _MULTIPLES.items()
    }
    return {"": plain, **dict.fromkeys(RATIOS, plain), **bases, **multiples}


def _definitions() -> Iterator[str]:
    """All units, as pint reads them."""
    for dimension, name in _BASES.items():
        yield f"{name} = [{dimension}]"
    for name, (factor, dimension, power) in _MULTIPLES.items():
        yield f"{name} = {factor} * {_BASES[dimension]} ** {power}"
    yield from _COMPOSED


class Units:
    """The units of one run. Those of one dimension are known at once; pint is asked for the others ("quintal/hectare")."""

    def __init__(self) -> None:
        self._known = dict(_simple())
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
            for line in _definitions():
                self._pint.define(line)
        return self._pint


def multiply(left: Dimension, right: Dimension, power: int = 1) -> Dimension:
    """The dimension of a product (of a quotient, with power -1)."""
    powers = dict(left)
    for name, exponent in right:
        powers[name] = powers.get(name, Fraction(0)) + power * exponent
    return tuple(sorted((name, exponent) for name, exponent in powers.items() if exponent))
