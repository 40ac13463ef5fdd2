"""Formula × roles → outcome: does the claim hold, by rounding only, or not at all?

holds      true as written, or what the formula computes, rounded half up to the stated step, is what is stated
rounding   true only by moving figures within their steps, or because a quotient was cut instead of rounded
broken     no joint choice of values makes it true
unknown    it cannot be decided: a role cannot be read, units do not fit, or a bound ("gần 3.800") is what decides
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import cached_property

from checker.figure import Figure, how_many
from checker.formula.evaluate import Choice, Environment, compare
from checker.formula.expression import Comparison, Expression, Role
from checker.formula.leeway import Leeway, bounded, point
from checker.formula.outcome import BOUND, Outcome, Verdict
from checker.formula.plainly import sides
from checker.formula.possible import is_possible
from checker.formula.stated import Filling
from checker.formula.values import Amount, Truth, Undecided, amount
from checker.quantity import Interval, cut, round_half_up
from checker.units import Units

_STRAIN = Fraction(87, 100) ** 2


def decide(formula: Expression, fillings: Mapping[str, Filling], units: Units, rounded: tuple[str, ...] = ()) -> Outcome:
    """The verdict on a claim. Never raises for what a document may hold."""
    try:
        if isinstance(formula, Comparison):
            return _Decision(formula, fillings, units, rounded).outcome()
        answer = Environment(fillings, point, units).value(formula)
        true = isinstance(answer, Truth) and answer.value
        return Outcome(Verdict.HOLDS if true else Verdict.BROKEN)
    except Undecided as undecided:
        return Outcome(Verdict.UNKNOWN, reason=str(undecided))


class _Decision:
    """One comparison over one claim."""

    def __init__(self, formula: Comparison, fillings: Mapping[str, Filling], units: Units, rounded: tuple[str, ...]) -> None:
        self.formula = formula
        self.fillings = fillings
        self.units = units
        self.leeway = Leeway(formula, fillings, rounded)

    def outcome(self) -> Outcome:
        plain = sides(self.formula, self.fillings, self.units) if self.formula.operator == "==" else None
        if plain is not None and (plain[0] == plain[1] or self._is_shortened(*plain, round_half_up)):
            return Outcome(Verdict.HOLDS, *plain)
        env = Environment(self.fillings, point, self.units)
        left, right = env.value(self.formula.left), env.value(self.formula.right)
        exact = compare(self.formula.operator, left, right).value
        if not isinstance(left, Amount) or not isinstance(right, Amount):
            return Outcome(Verdict.HOLDS if exact else Verdict.BROKEN)
        stated, computed = _only(left), _only(right)
        if exact or self._is_shortened(stated, computed, round_half_up):
            return Outcome(Verdict.HOLDS, stated, computed)
        if any(figure.quantity.bound for figure in self.leeway.figures):
            possible = self._is_possible(bounded)
            return Outcome(Verdict.UNKNOWN if possible else Verdict.BROKEN, stated, computed, reason=BOUND if possible else "")
        if (not self.leeway.adds_up_exactly and self._is_possible(self.leeway.moved)) or (
            "/" in self.leeway.operators and self._is_shortened(stated, computed, cut)
        ):
            return Outcome(Verdict.ROUNDING, stated, computed, self._is_strained(stated, computed))
        return Outcome(Verdict.BROKEN, stated, computed)

    def _is_possible(self, choice: Choice) -> bool:
        return is_possible(self.formula, self.fillings, self.units, choice)

    @cached_property
    def _step(self) -> Fraction | None:
        """The step of the stated figure, in base units, where the left side is one figure."""
        left = self.formula.left
        filling = self.fillings.get(left.name) if isinstance(left, Role) else None
        if self.formula.operator != "==" or not isinstance(filling, Figure) or not filling.quantity.step:
            return None
        return _only(amount(filling, Interval.point(filling.quantity.step), self.units))

    def _is_shortened(self, stated: Fraction | None, computed: Fraction | None, shorten: Callable[[Fraction, Fraction], Fraction]) -> bool:
        """Is what is stated what was computed, to the stated step?"""
        return self._step is not None and computed is not None and shorten(computed, self._step) == stated

    def _is_strained(self, stated: Fraction | None, computed: Fraction | None) -> bool:
        """More than 0.87 · √(n+1) steps off, for a sum of n parts."""
        if self.leeway.operators or self._step is None or stated is None or computed is None:
            return False
        steps = (stated - computed) / self._step
        return steps**2 > _STRAIN * how_many(self.leeway.figures)


def _only(amount_: Amount) -> Fraction | None:
    return amount_.interval.low if amount_.interval.is_point else None
