"""The arithmetic of a check, as its author would write it: "26 + 14 + 3 + 5 + 2 + 1 + 4 = 55 ≠ 56".

Figures stand as they were written where all of a dimension share one unit and multiple; otherwise in that of the stated
figure.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction

from checker.figure import Figure, Written
from checker.formula.expression import Call, Comparison, Expression, Negative, Number, Operation, Role, walk
from checker.formula.outcome import Outcome, Verdict
from checker.formula.stated import OTHERS, Filling, Stated, figures_in
from checker.units import Base, Dimension

Format = Callable[[Fraction, int], str]
"""A number and how many decimals to show at most → text in the document's style."""

_SIGNS = {"*": "×", "/": "÷", "+": "+", "-": "−"}
_RELATIONS = {"==": ("=", "≠"), "!=": ("≠", "="), "<=": ("≤", "≰"), ">=": ("≥", "≱"), "<": ("<", "≮"), ">": (">", "≯"), "in": ("∈", "∉")}
_EXTRA_DECIMALS = 2
_MOST_ADDENDS = 40
_DATED = frozenset({"year", "month"})


class Scale:
    """The unit in which a claim's numbers are shown: the stated figure's own, and for figures of another dimension (the pieces
    of "10 × 350 nghìn đồng") that of the first of them."""

    def __init__(self, roles: Mapping[str, Filling], stated: Figure | None, base_of: Callable[[str], Base]) -> None:
        figures = [figure for figure in figures_in(roles) if figure.pair != OTHERS]
        self.one = len({(figure.unit, figure.power) for figure in figures}) <= 1
        self.base_of = base_of
        self.base = Fraction(1) if stated is None else self._size(stated)
        self.decimals = 0 if stated is None else decimals_of(stated)
        self.sizes: dict[Dimension, Fraction] = {}
        for figure in [*([] if stated is None else [stated]), *figures]:
            self.sizes.setdefault(base_of(figure.unit).dimension, self._size(figure))

    def shown(self, figure: Figure, number: Format) -> str:
        """As it was written where that is in the unit of the others of its kind, and no words stand between its digits."""
        base = self.base_of(figure.unit)
        size = self.sizes[base.dimension]
        if (self.one or size == self._size(figure)) and not figure.in_parts:
            return figure.text if figure.quantity.value >= 0 or figure.text.startswith(("-", "−", "–")) else f"−{figure.text}"
        return number(figure.quantity.value * base.factor / size, self.decimals + _EXTRA_DECIMALS)

    def _size(self, figure: Figure) -> Fraction:
        """One of the figure's own unit and multiple, in base units."""
        return self.base_of(figure.unit).factor * Fraction(10) ** figure.power


def decimals_of(figure: Figure) -> int:
    """How many decimals a figure was written with."""
    if figure.quantity.whole:
        return 0
    step, count = figure.quantity.step / 10**figure.power, 0
    while step < 1 and count < 12:
        step, count = step * 10, count + 1
    return count


def explain(formula: Expression, roles: Mapping[str, Filling], outcome: Outcome, scale: Scale, number: Format) -> str:
    """The working: the computed side spelled out, its value, and how it stands to the stated one."""
    told = _Teller(roles, scale, _plain if any(isinstance(node, Call) and node.function in _DATED for node in walk(formula)) else number)
    if not isinstance(formula, Comparison):
        return told.tell(formula)
    relation = _RELATIONS[formula.operator][outcome.verdict == Verdict.BROKEN]
    if outcome.verdict == Verdict.ROUNDING:
        relation = "≈"
    left, right = told.tell(formula.left), told.tell(formula.right)
    if outcome.computed is None or formula.operator != "==" or isinstance(formula.right, Number) or _is_plain(formula.right, roles):
        return f"{left} {relation} {right}"
    computed = number(outcome.computed / scale.base, scale.decimals + _EXTRA_DECIMALS)
    if outcome.verdict == Verdict.HOLDS and outcome.computed != outcome.stated:
        relation = "≈"
    return f"{right} = {computed} {relation} {left}"


def _is_plain(expression: Expression, roles: Mapping[str, Filling]) -> bool:
    return isinstance(expression, Role) and not isinstance(roles.get(expression.name), Stated)


def _plain(value: Fraction, decimals: int) -> str:
    """A year is no amount: 2024, not 2.024."""
    return str(value.numerator) if value.denominator == 1 else f"{float(value):.{decimals}g}"


class _Teller:
    def __init__(self, roles: Mapping[str, Filling], scale: Scale, number: Format) -> None:
        self.roles = roles
        self.scale = scale
        self.number = number

    def tell(self, expression: Expression) -> str:
        match expression:
            case Number():
                return self.number(expression.value, 6)
            case Role():
                return self._role(expression)
            case Negative():
                return f"−{self.tell(expression.operand)}"
            case Call():
                return self._call(expression)
            case Operation():
                return f"{self._side(expression.left, expression)} {_SIGNS[expression.operator]} {self._side(expression.right, expression, True)}"
            case Comparison():
                return f"{self.tell(expression.left)} {expression.operator} {self.tell(expression.right)}"

    def _side(self, side: Expression, outer: Operation, right: bool = False) -> str:
        told = self.tell(side)
        lower = isinstance(side, Operation) and side.operator in "+-" and (outer.operator in "*/" or (right and outer.operator == "-"))
        lower = lower or (isinstance(side, Operation) and right and outer.operator == "/")
        return f"({told})" if lower else told

    def _role(self, role: Role) -> str:
        filling = self.roles.get(role.name)
        if filling is None:
            return str(role)
        if isinstance(filling, tuple):
            return ", ".join(self._written(item) for item in filling)
        return self._written(filling)

    def _written(self, written: Written) -> str:
        if isinstance(written, Stated):
            return _Teller(dict(written.operands), self.scale, self.number).tell(written.expression)
        if isinstance(written, Figure):
            return "…" if written.pair == OTHERS else self.scale.shown(written, self.number)
        return f"“{written.text}”" if written.text else "…"

    def _call(self, call: Call) -> str:
        argument = call.arguments[0] if len(call.arguments) == 1 else None
        filling = self.roles.get(argument.name) if isinstance(argument, Role) else None
        if call.function == "sum" and isinstance(filling, tuple) and len(filling) <= _MOST_ADDENDS:
            return " + ".join(self._written(item) for item in filling)
        if call.function == "count" and isinstance(filling, tuple):
            return "; ".join(f"({n}) {item.text}" for n, item in enumerate(filling, 1))
        return f"{call.function}({', '.join(self.tell(a) for a in call.arguments)})"
