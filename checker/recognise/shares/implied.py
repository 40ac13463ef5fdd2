"""The whole that a percentage and its part imply: 158 is 2,01% of something between 7.842 and 7.880.

"Đầu năm có 7.812 hộ …; cuối năm còn 158 hộ nghèo (2,01%), 341 hộ cận nghèo (4,33%)": both are of some 7.870 households, which the
report does not state, and neither is of the 7.812 that it does.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from checker.figure import Figure
from checker.quantity import Interval

_ALL = 100
_WIDEST = Fraction(1, 50)
_NEAR = Fraction(1, 10)


def is_of_another(percent: Figure, part: Figure, whole: Figure, others: Iterable[tuple[Figure, Figure]]) -> bool:
    """Does another percentage with its part imply the same whole as this one, one near what is stated but not that? `others` are
    percentages with their parts."""
    own, stated = _implied(percent, part), whole.quantity.value
    if own is None or stated in own or not _is_near(own, stated):
        return False
    implied = (_implied(other, its_part) for other, its_part in others if other is not percent and its_part is not part)
    return any(one is not None and stated not in one and one.meets(own) for one in implied)


def _implied(percent: Figure, part: Figure) -> Interval | None:
    """None where the percentage has too few digits to say much."""
    value, half = percent.quantity.value, percent.quantity.step / 2
    if value <= half or 2 * half > _WIDEST * value:
        return None
    times = part.quantity.value * _ALL
    return Interval(times / (value + 2 * half), times / (value - half))  # rounded, or cut


def _is_near(implied: Interval, stated: Fraction) -> bool:
    return any(end is not None and abs(end - stated) <= _NEAR * stated for end in (implied.low, implied.high))
