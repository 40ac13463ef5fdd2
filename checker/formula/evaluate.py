"""Formula × roles → value, once for any choice of intervals."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from checker.figure import Date, Figure, Phrase, Written
from checker.formula.expression import Call, Comparison, Expression, Negative, Number, Operation, Role
from checker.formula.functions import FUNCTIONS
from checker.formula.stated import Filling, Stated
from checker.formula.values import Amount, Several, Thing, Truth, Undecided, Value, amount, attribute, date_amount, plain
from checker.quantity import Interval
from checker.text import fold_words
from checker.units import Units, multiply

Choice = Callable[[Figure], Interval]
"""Which values a figure may take, in its own unit."""


class Environment:
    """The roles of a claim, and which values their figures may take."""

    def __init__(self, roles: Mapping[str, Filling], choice: Choice, units: Units) -> None:
        self.roles = roles
        self.choice = choice
        self.units = units

    def value(self, expression: Expression) -> Value:
        """Raises Undecided where the roles give no answer."""
        match expression:
            case Number():
                return plain(expression.value)
            case Role():
                return self._role(expression)
            case Call():
                return self._call(expression)
            case Negative():
                operand = self._amount(expression.operand)
                return Amount(-operand.interval, operand.dimension)
            case Operation():
                return self._operation(expression)
            case Comparison():
                raise Undecided("comparison")

    def filling(self, role: str) -> Filling:
        """What plays the role. Raises Undecided where nothing does."""
        if role not in self.roles:
            raise Undecided("role")
        return self.roles[role]

    def _role(self, role: Role) -> Value:
        filling = self.filling(role.name)
        if isinstance(filling, tuple):
            return Several(tuple(self._written(item) for item in filling))
        return attribute(filling, role.attribute) if role.attribute else self._written(filling)

    def _written(self, written: Written) -> Value:
        if isinstance(written, Figure):
            return amount(written, self.choice(written), self.units)
        if isinstance(written, Date):
            return date_amount(written)
        if isinstance(written, Stated):
            return Environment(dict(written.operands), self.choice, self.units).value(written.expression)
        return Thing(written)

    def _call(self, call: Call) -> Value:
        function = FUNCTIONS[call.function]
        if function.on_values:
            return function.apply(*(self.value(argument) for argument in call.arguments))
        return function.apply(*(self._raw(argument) for argument in call.arguments))

    def _raw(self, argument: Expression) -> Filling:
        if not isinstance(argument, Role):
            raise Undecided("role")
        if argument.attribute:
            value = self._role(argument)
            return value.written if isinstance(value, Thing) else Phrase(text="", place=_nowhere(self.filling(argument.name)).place)
        return self.filling(argument.name)

    def _amount(self, expression: Expression) -> Amount:
        value = self.value(expression)
        if not isinstance(value, Amount):
            raise Undecided("number")
        return value

    def _operation(self, operation: Operation) -> Amount:
        left, right = self._amount(operation.left), self._amount(operation.right)
        match operation.operator:
            case "*":
                return Amount(left.interval * right.interval, multiply(left.dimension, right.dimension))
            case "/":
                try:
                    return Amount(left.interval / right.interval, multiply(left.dimension, right.dimension, -1))
                except ZeroDivisionError as error:
                    raise Undecided("zero") from error
        if left.dimension != right.dimension:
            raise Undecided("units")
        if operation.operator == "+":
            return Amount(left.interval + right.interval, left.dimension)
        return Amount(left.interval - right.interval, left.dimension)


def compare(operator: str, left: Value, right: Value) -> Truth:
    """Can the comparison be true for some choice of values? Raises Undecided where the two cannot be compared."""
    if operator == "in":
        if not isinstance(right, Several):
            raise Undecided("list")
        return Truth(any(compare("==", left, item).value for item in right.items))
    if isinstance(left, Thing) and isinstance(right, Thing):
        same = fold_words(left.written.text) == fold_words(right.written.text)
        if operator not in ("==", "!="):
            raise Undecided("comparison")
        return Truth(same if operator == "==" else not same)
    if not isinstance(left, Amount) or not isinstance(right, Amount):
        raise Undecided("comparison")
    if left.dimension != right.dimension:
        raise Undecided("units")
    return Truth(_possible(operator, left.interval, right.interval))


def _possible(operator: str, left: Interval, right: Interval) -> bool:
    match operator:
        case "==":
            return left.meets(right)
        case "!=":
            return not (left.is_point and left == right)
        case "<=":
            return left.low is None or right.high is None or left.low <= right.high
        case ">=":
            return _possible("<=", right, left)
        case "<":
            return left.low is None or right.high is None or left.low < right.high
        case _:
            return _possible("<", right, left)


def _nowhere(filling: Filling) -> Written:
    return filling[0] if isinstance(filling, tuple) else filling
