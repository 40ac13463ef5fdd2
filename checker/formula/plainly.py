"""Both sides of a comparison of figures as written, without the intervals that doubt needs: nearly every claim holds, and is decided here.

Of anything but figures, lists of figures, numbers, + - * / and sum(): None, and `evaluate` answers.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from checker.figure import Figure
from checker.formula.expression import Call, Comparison, Expression, Negative, Number, Operation, Role
from checker.formula.stated import OTHERS, Filling
from checker.units import Dimension, Units, multiply

Plain = tuple[Fraction, Dimension]
"""A number in base units of a dimension."""


def sides(formula: Comparison, fillings: Mapping[str, Filling], units: Units) -> tuple[Fraction, Fraction] | None:
    """The two sides in base units of one dimension."""
    left = _value(formula.left, fillings, units)
    right = None if left is None else _value(formula.right, fillings, units)
    return None if left is None or right is None or left[1] != right[1] else (left[0], right[0])


def _value(expression: Expression, fillings: Mapping[str, Filling], units: Units) -> Plain | None:
    if isinstance(expression, Role):
        filling = fillings.get(expression.name)
        return _figure(filling, units) if isinstance(filling, Figure) and not expression.attribute else None
    if isinstance(expression, Number):
        return expression.value, ()
    if isinstance(expression, Operation):
        left, right = _value(expression.left, fillings, units), _value(expression.right, fillings, units)
        return None if left is None or right is None else _operation(expression.operator, *left, *right)
    if isinstance(expression, Negative):
        operand = _value(expression.operand, fillings, units)
        return None if operand is None else (-operand[0], operand[1])
    return _sum(expression, fillings, units) if isinstance(expression, Call) else None


def _figure(figure: Figure, units: Units) -> Plain | None:
    if figure.pair == OTHERS:
        return None
    try:
        base = units.base(figure.unit)
    except KeyError:
        return None
    value = figure.quantity.value
    return (value if base.factor == 1 else value * base.factor), base.dimension


def _operation(operator: str, left: Fraction, of_left: Dimension, right: Fraction, of_right: Dimension) -> Plain | None:
    if operator == "*":
        return left * right, multiply(of_left, of_right) if of_left and of_right else of_left or of_right
    if operator == "/":
        return (left / right, multiply(of_left, of_right, -1) if of_right else of_left) if right else None
    if of_left != of_right:
        return None
    return (left + right if operator == "+" else left - right), of_left


def _sum(call: Call, fillings: Mapping[str, Filling], units: Units) -> Plain | None:
    """The sum of one list of figures of one dimension."""
    role = call.arguments[0] if call.function == "sum" and len(call.arguments) == 1 else None
    filling = fillings.get(role.name) if isinstance(role, Role) and not role.attribute else None
    if not isinstance(filling, tuple) or not filling:
        return None
    found = [_figure(part, units) if isinstance(part, Figure) else None for part in filling]
    known = [part for part in found if part is not None]
    if len(known) < len(found) or len({dimension for _, dimension in known}) > 1:
        return None
    return sum((value for value, _ in known), Fraction(0)), known[0][1]
