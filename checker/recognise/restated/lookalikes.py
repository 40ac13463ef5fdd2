"""Figures that look alike: equal ones, and those one slip of the hand away (one digit changed, two neighbours swapped).

An index over the digits of values in base units, so that each lookup costs a few steps, however many figures there are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache
from typing import Generic, TypeVar

from checker.figure import Figure
from checker.units import Units

_DECIMALS = 1000
_LONGEST = 18
_TOO_LONG = 10 ** (_LONGEST + 3)
_MOST_TRIED = 12
_MOST_EQUAL = 60

Entry = TypeVar("Entry")
Key = tuple[str, str]
"""The unit's base dimension and the digits of the value."""


class Lookalikes(Generic[Entry]):
    """Entries by the value of a figure."""

    def __init__(self, units: Units) -> None:
        self._units = units
        self._bases: dict[str, tuple[str, Fraction] | None] = {}
        self._equal: dict[Key, list[Entry]] = defaultdict(list)
        self._masked: dict[tuple[str, int, str], list[Entry]] = defaultdict(list)

    def add(self, figure: Figure, entry: Entry) -> None:
        key = self._key(figure)
        if key is None:
            return
        self._equal[key].append(entry)
        for position, rest in _masks(key[1], significant(figure)):
            self._masked[key[0], position, rest].append(entry)

    def equal(self, figure: Figure) -> list[Entry]:
        """What has the same value; of very many, the last."""
        key = self._key(figure)
        return self._equal.get(key, [])[-_MOST_EQUAL:] if key else []

    def slipped(self, figure: Figure) -> list[Entry]:
        """What one slip separates from it."""
        key = self._key(figure)
        if key is None:
            return []
        kind, digits = key
        size = significant(figure)
        found = [entry for position, rest in _masks(digits, size) for entry in self._masked.get((kind, position, rest), [])[:_MOST_TRIED]]
        for swapped in _swaps(digits, size):
            found += self._equal.get((kind, swapped), [])[:_MOST_TRIED]
        return found

    def _key(self, figure: Figure) -> Key | None:
        if figure.unit not in self._bases:
            self._bases[figure.unit] = _base(self._units, figure.unit)
        base = self._bases[figure.unit]
        if base is None:
            return None
        kind, factor = base
        value = figure.quantity.value
        thousandths, rest = divmod(abs(value.numerator) * factor.numerator * _DECIMALS, value.denominator * factor.denominator)
        if rest or not thousandths or thousandths >= _TOO_LONG:
            return None
        return kind, str(thousandths)


def _base(units: Units, unit: str) -> tuple[str, Fraction] | None:
    """A unit's base dimension and its size; None for one that is not known."""
    try:
        base = units.base(unit)
    except KeyError:
        return None
    return repr(base.dimension), base.factor


def one_slip_apart(one: Figure, other: Figure, units: Units) -> bool:
    """Would one slip of the hand turn the one into the other?"""
    index: Lookalikes[Figure] = Lookalikes(units)
    index.add(one, one)
    return bool(index.slipped(other))


def significant(figure: Figure) -> int:
    """How many digits were written, without zeros in front."""
    return len(_digits(figure.text))


def telling_digits(figure: Figure) -> int:
    """How many digits tell it from others: without zeros at either end."""
    return len(_digits(figure.text).rstrip("0"))


@lru_cache(maxsize=4096)
def _digits(text: str) -> str:
    return "".join(c for c in text if c.isdigit()).lstrip("0")


def _masks(digits: str, size: int) -> Iterator[tuple[int, str]]:
    """Each of the first digits left out in turn, counted from the end so that lengths must agree."""
    for position in range(min(size, len(digits), _LONGEST)):
        yield len(digits) - position, digits[:position] + digits[position + 1 :]


def _swaps(digits: str, size: int) -> Iterator[str]:
    for position in range(min(size, len(digits), _LONGEST) - 1):
        if digits[position] != digits[position + 1]:
            yield digits[:position] + digits[position + 1] + digits[position] + digits[position + 2 :]
