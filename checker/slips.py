"""Would one slip of the hand explain a broken claim: one digit wrong, or two neighbours swapped?

Used where a finder is not sure that a claim was made at all. A list that is off by a single digit is a list with a typing
slip; one that is off by anything else is probably no full list.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction

import msgspec

from checker.figure import Figure
from checker.formula.decide import OTHERS, Verdict, decide, figures_in, point
from checker.formula.evaluate import Environment
from checker.formula.expression import Comparison, Expression
from checker.formula.stated import Filling
from checker.formula.values import Amount, Undecided
from checker.quantity import Interval
from checker.units import Units

_MOST = 60


def one_slip_explains(formula: Expression, roles: Mapping[str, Filling], units: Units) -> bool:
    """Is there one figure that, with one digit changed or two neighbours swapped, makes the claim hold?"""
    figures = [figure for figure in figures_in(roles) if figure.pair != OTHERS][:_MOST]
    if not isinstance(formula, Comparison):
        return False
    for figure in figures:
        needed = _needed(formula, roles, units, figure)
        if needed is not None and is_slip(figure, needed) and _mends(formula, roles, units, figure, needed):
            return True
    return False


def is_slip(figure: Figure, needed: Fraction) -> bool:
    """Are the digits of `needed`, written to the same places, one slip away from the figure's own?"""
    digits = re.sub(r"\D", "", figure.text)
    if not figure.quantity.value or needed < 0:
        return False
    scaled = needed / (figure.quantity.value / int(digits))
    if scaled.denominator != 1:
        return False
    other = str(scaled.numerator).zfill(len(digits))
    if len(other) != len(digits):
        return False
    wrong = [i for i, (a, b) in enumerate(zip(digits, other, strict=True)) if a != b]
    swapped = len(wrong) == 2 and wrong[1] == wrong[0] + 1 and digits[wrong[0]] == other[wrong[1]] and digits[wrong[1]] == other[wrong[0]]
    return len(wrong) == 1 or swapped


def _needed(formula: Comparison, roles: Mapping[str, Filling], units: Units, figure: Figure) -> Fraction | None:
    """The value of the figure at which both sides are equal, if the formula is linear in it."""
    try:
        here = _difference(formula, roles, units, figure, figure.quantity.value)
        there = _difference(formula, roles, units, figure, figure.quantity.value + 1)
    except Undecided:
        return None
    if here is None or there is None or here == there:
        return None
    return figure.quantity.value - here / (there - here)


def _difference(formula: Comparison, roles: Mapping[str, Filling], units: Units, figure: Figure, value: Fraction) -> Fraction | None:
    env = Environment(roles, lambda f: Interval.point(value) if f is figure else point(f), units)
    left, right = env.value(formula.left), env.value(formula.right)
    if not isinstance(left, Amount) or not isinstance(right, Amount):
        return None
    difference = left.interval - right.interval
    return difference.low if difference.is_point else None


def _mends(formula: Comparison, roles: Mapping[str, Filling], units: Units, figure: Figure, needed: Fraction) -> bool:
    changed = msgspec.structs.replace(figure, quantity=msgspec.structs.replace(figure.quantity, value=needed))
    mended = {role: _swap(filling, figure, changed) for role, filling in roles.items()}
    return decide(formula, mended, units).verdict in (Verdict.HOLDS, Verdict.ROUNDING)


def _swap(filling: Filling, figure: Figure, changed: Figure) -> Filling:
    if isinstance(filling, tuple):
        return tuple(changed if item is figure else item for item in filling)
    return changed if filling is figure else filling
