"""What a percentage is a share of, shown by the figures themselves.

"Hồ sơ đúng hạn 19.255 (đạt 96,55%), hồ sơ đến hạn 19.944": no word names the whole, and the nearest figure before is another one. Two
figures of the sentence that give a percentage of three digits or more exactly are its part and its whole.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import islice

from checker.figure import Figure
from checker.quantity import cut, round_half_up
from checker.recognise.kinds import is_duration
from checker.recognise.passages import Passage
from checker.recognise.restated.lookalikes import significant
from checker.units import PERCENT

_TELLING = 3
_PARTS, _MOST = 4, 16
_ALL = 100


def gives(percent: Figure, part: Figure, whole: Figure) -> bool:
    """Is the percentage that of the part, rounded or cut to its last digit?"""
    if not whole.quantity.value:
        return False
    value, step = Fraction(_ALL) * part.quantity.value / whole.quantity.value, percent.quantity.step
    return percent.quantity.value in (round_half_up(value, step), cut(value, step))


def shown(passage: Passage, percent: Figure) -> tuple[Figure, Figure] | None:
    """The part and the whole of its sentence that give the percentage; None where none do, or too few digits tell."""
    if significant(percent) < _TELLING:
        return None
    start, end = passage.clauses.sentence(percent.start)
    figures = [f for f in passage.figures_between(start, end) if f.unit != PERCENT and f.certain and not is_duration(f)]
    parts = islice((f for f in reversed(figures) if f.start < percent.start), _PARTS)
    wholes = _nearest(figures, percent)
    pairs = ((part, whole) for part in parts for whole in wholes if part is not whole and whole.unit in (part.unit, ""))
    return next((pair for pair in pairs if gives(percent, *pair)), None)


def _nearest(figures: Sequence[Figure], percent: Figure) -> list[Figure]:
    return sorted(figures, key=lambda figure: abs(figure.start - percent.start))[:_MOST]
