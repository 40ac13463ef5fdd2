"""Would one slip of the hand explain a broken claim: one digit wrong, or two neighbours swapped?

Used where a finder is not sure that a claim was made at all. A list that is off by a single digit is a list with a typing
slip; one that is off by anything else is probably no full list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction

import msgspec

from checker.figure import Figure, Run, how_many
from checker.formula.decide import decide
from checker.formula.evaluate import Environment
from checker.formula.expression import Comparison, Expression
from checker.formula.leeway import point
from checker.formula.outcome import Verdict
from checker.formula.stated import OTHERS, Filling, Stated, figures_in
from checker.formula.values import Amount, Undecided
from checker.quantity import Interval
from checker.units import Units

_MOST = 60
_MOST_WORK = 6_000  # figures tried × figures in the claim: a long column is added up a few times, not for each of its rows
_LONGEST = 18
_PRECISION = 25
_MOST_TRIED = 3
_PLAIN, _FAINT = 4, 150  # how many times a gap of less than ten must go into the largest figure to prove anything


def one_slip_explains(
    formula: Expression, roles: Mapping[str, Filling], units: Units, faint: bool = False, rounded: tuple[str, ...] = ()
) -> bool:
    """Is there one figure that, with one digit changed or two neighbours swapped, makes the claim hold?

    `faint`: a gap of less than ten proves nothing among figures that are not much larger. `rounded`: the roles that may be off by a step.
    """
    figures = [figure for figure in figures_in(roles) if figure.pair != OTHERS]
    most = max(1, min(_MOST, _MOST_WORK // max(1, how_many(figures))))
    tried = [figure for figure in figures if not isinstance(figure, Run)][:most]
    if not isinstance(formula, Comparison):
        return False
    return any(_slip_of(formula, roles, units, figure, figures[:_MOST], faint, rounded) for figure in tried)


def _slip_of(
    formula: Comparison,
    roles: Mapping[str, Filling],
    units: Units,
    figure: Figure,
    figures: list[Figure],
    faint: bool,
    rounded: tuple[str, ...],
) -> bool:
    """Would a slip of this very figure explain it?"""
    for value in needed(formula, roles, units, figure):
        if _proves_nothing(figure, value, figures, faint):
            continue
        near = max(figure.quantity.step * (len(figures) + 1), abs(value) / _PRECISION)
        close = sorted((abs(slip - value), slip) for slip in slips(figure, value - near, value + near))
        if any(mends(formula, roles, units, figure, slip, rounded) for _, slip in close[:_MOST_TRIED]):
            return True
    return False


def _proves_nothing(figure: Figure, needed: Fraction, figures: list[Figure], faint: bool) -> bool:
    """Among small numbers one digit explains almost any gap: there it must be small beside the largest figure."""
    gap = abs(needed - figure.quantity.value)
    unit = max((f.quantity.step for f in figures if f.unit == figure.unit), default=Fraction(0)) or Fraction(10) ** figure.power
    return gap < 10 * unit and (_FAINT if faint else _PLAIN) * gap > max(f.quantity.value for f in figures)


def slips(figure: Figure, low: Fraction, high: Fraction) -> Iterator[Fraction]:
    """The values from `low` to `high` that the figure would have with one digit changed, or two neighbours swapped."""
    digits = _digits(figure)
    if len(digits) > _LONGEST:
        return
    written = int(digits)
    unit = figure.quantity.value / written if written else figure.quantity.step or Fraction(10) ** figure.power
    least, most = sorted((low / unit, high / unit))
    first, last = -(-least.numerator // least.denominator), most.numerator // most.denominator
    for place, digit in enumerate(digits):
        size = 10 ** (len(digits) - place - 1)
        for other in range(10):
            changed = written + (other - int(digit)) * size
            if changed != written and first <= changed <= last and (changed or len(digits) == 1):
                yield unit * changed
        if place + 1 < len(digits):
            swapped = written + (int(digits[place + 1]) - int(digit)) * (size - size // 10)
            if swapped != written and first <= swapped <= last:
                yield unit * swapped


def _digits(figure: Figure) -> str:
    """Those that it is written with; of a number in parts, those of its value ("3011" of "3 tỷ 11")."""
    if figure.in_parts:
        return str(int(figure.quantity.value / (figure.quantity.step or 1)))
    return re.sub(r"\D", "", figure.text)


def needed(formula: Comparison, roles: Mapping[str, Filling], units: Units, figure: Figure) -> Iterator[Fraction]:
    """The value of the figure at which both sides are equal, if the formula is linear in it or in its inverse."""
    value = figure.quantity.value
    try:
        here = _difference(formula, roles, units, figure, value)
        other = 2 * value or Fraction(1)
        there = _difference(formula, roles, units, figure, other)
    except Undecided:
        return
    if here is None or there is None or here == there:
        return
    yield value - here * (other - value) / (there - here)
    if not value:
        return
    inverse = 1 / value - here * (-1 / (2 * value)) / (there - here)
    if inverse:
        yield 1 / inverse


def _difference(formula: Comparison, roles: Mapping[str, Filling], units: Units, figure: Figure, value: Fraction) -> Fraction | None:
    env = Environment(roles, lambda f: _alone(f, figure, value), units)
    left, right = env.value(formula.left), env.value(formula.right)
    if not isinstance(left, Amount) or not isinstance(right, Amount):
        return None
    difference = left.interval - right.interval
    return difference.low if difference.is_point else None


def _alone(figure: Figure, changed: Figure, value: Fraction) -> Interval:
    """The changed figure at its new value, the others as written; nothing for what an open list leaves out."""
    if figure is changed:
        return Interval.point(value)
    return Interval.point(0) if figure.pair == OTHERS else point(figure)


def mends(
    formula: Comparison, roles: Mapping[str, Filling], units: Units, figure: Figure, needed: Fraction, rounded: tuple[str, ...] = ()
) -> bool:
    changed = msgspec.structs.replace(figure, quantity=msgspec.structs.replace(figure.quantity, value=needed))
    mended = {role: _swap(filling, figure, changed) for role, filling in roles.items()}
    return decide(formula, mended, units, rounded).verdict in (Verdict.HOLDS, Verdict.ROUNDING)


def _swap(filling: Filling, figure: Figure, changed: Figure) -> Filling:
    if isinstance(filling, tuple):
        return tuple(changed if item is figure else item for item in filling)
    if isinstance(filling, Stated):
        operands = {name: changed if operand is figure else operand for name, operand in filling.operands.items()}
        return msgspec.structs.replace(filling, operands=operands)
    return changed if filling is figure else filling
