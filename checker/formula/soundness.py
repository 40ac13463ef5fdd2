"""What can be said of a formula before any document is read: its dimensions fit, and no divisor is sure to fail.

"amount + people" is refused where the units of both roles are known; so is a division by 0, by a difference of roles, and by a
role that its finder says may be 0. Any other role that turns out to be 0 leaves the check undecided.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from checker.formula.expression import Call, Comparison, Expression, Negative, Number, Operation, Role, walk
from checker.formula.functions import FUNCTIONS
from checker.units import Dimension, multiply


class Unsound(Exception):
    """The formula cannot be right. The message says why."""


def check_sound(formula: Expression, dimensions: Mapping[str, Dimension], zero: Collection[str] = ()) -> None:
    """Raises Unsound. `dimensions` are those of the roles whose units are known, `zero` the roles that may be 0."""
    if not isinstance(formula, Comparison) and not (isinstance(formula, Call) and FUNCTIONS[formula.function].gives == "truth"):
        raise Unsound("a formula compares (==, <=, …) or asks (exists(date), between(…)); this one only computes")
    for node in walk(formula):
        if isinstance(node, Operation) and node.operator == "/":
            _check_divisor(node.right, zero)
    _dimension(formula, dimensions)


def _check_divisor(divisor: Expression, zero: Collection[str]) -> None:
    if isinstance(divisor, Number) and not divisor.value:
        raise Unsound("nothing can be divided by 0")
    if isinstance(divisor, Operation) and divisor.operator == "-":
        raise Unsound(f"'{_bare(divisor)}' may be 0 and cannot divide; multiply both sides by it")
    for node in walk(divisor):
        if isinstance(node, Role) and node.name in zero and not (isinstance(divisor, Operation) and divisor.operator == "+"):
            raise Unsound(
                f"'{node.name}' may be 0 and cannot divide; say in 'find' that it is not ('nonzero'), or multiply both sides by it"
            )


def _dimension(expression: Expression, known: Mapping[str, Dimension]) -> Dimension | None:
    """The dimension of a value, None where it is not known."""
    match expression:
        case Number():
            return ()
        case Role():
            return None if expression.attribute else known.get(expression.name)
        case Negative():
            return _dimension(expression.operand, known)
        case Call():
            return _of_call(expression, known)
        case Comparison():
            return None if expression.operator == "in" else _alike(expression, expression.left, expression.right, known)
        case Operation():
            return _of_operation(expression, known)


def _of_operation(operation: Operation, known: Mapping[str, Dimension]) -> Dimension | None:
    if operation.operator in "+-":
        return _alike(operation, operation.left, operation.right, known)
    left, right = _dimension(operation.left, known), _dimension(operation.right, known)
    if left is None or right is None:
        return None
    return multiply(left, right, 1 if operation.operator == "*" else -1)


def _of_call(call: Call, known: Mapping[str, Dimension]) -> Dimension | None:
    gives = FUNCTIONS[call.function].gives
    if gives != "like":
        return () if gives == "number" else None
    first = _dimension(call.arguments[0], known) if call.arguments else None
    for argument in call.arguments[1:]:
        _alike(call, call.arguments[0], argument, known)
    return first


def _alike(whole: Expression, left: Expression, right: Expression, known: Mapping[str, Dimension]) -> Dimension | None:
    """Two sides that are added or compared."""
    one, other = _dimension(left, known), _dimension(right, known)
    if one is not None and other is not None and one != other:
        raise Unsound(f"'{_bare(left)}' is {_told(one)} and '{_bare(right)}' is {_told(other)}: '{_bare(whole)}' does not fit together")
    return one if one is not None else other


def _bare(expression: Expression) -> str:
    text = str(expression)
    return text[1:-1] if isinstance(expression, Operation) else text


def _told(dimension: Dimension) -> str:
    if not dimension:
        return "a number of things or a plain number"
    return " · ".join(name.strip("[]") + (f"^{power}" if power != 1 else "") for name, power in dimension)
