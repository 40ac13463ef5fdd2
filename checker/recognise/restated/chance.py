"""How likely chance alone sets two different things one slip of the hand apart, in bits, and whether evidence outweighs it."""

from __future__ import annotations

import math
from functools import lru_cache

from checker.figure import Figure
from checker.recognise.restated.lookalikes import telling_digits
from checker.units import PERCENT

_ENOUGH = (99.0, 99.0, 4.5, 3.5, 3.0, 3.0)
"""By digits: one digit tells nothing, small numbers are alike oftener than chance has it, long ones hardly ever are."""


_CLOSE, _ALL = 99, 100


@lru_cache(maxsize=16)
def chance(digits: int) -> float:
    """How unlikely a slip is to turn a figure of so many digits into another one that means something else: one wrong digit, or two
    swapped, of all figures that long."""
    return max(0.0, math.log2(9 * 10 ** (digits - 1) / (10 * digits - 1))) if digits else 0.0


def tells(bits: float, one: Figure, other: Figure) -> bool:
    """Is that enough for two figures that differ?"""
    digits = max(_telling(one), _telling(other))
    return bits + chance(digits) >= _ENOUGH[min(digits, len(_ENOUGH) - 1)]


def _telling(figure: Figure) -> int:
    """Its telling digits; of a percentage close to all, those that say what is missing."""
    close = figure.unit == PERCENT and _CLOSE <= figure.quantity.value < _ALL
    return max(0, telling_digits(figure) - 2) if close else telling_digits(figure)
