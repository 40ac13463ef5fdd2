"""Formula × roles → outcome: does the claim hold, by rounding only, or not at all?

holds      true as written, or what the formula computes, rounded half up to the stated step, is what is stated
rounding   true only by moving figures within their steps, or because a quotient was cut instead of rounded
broken     no joint choice of values makes it true
unknown    it cannot be decided: a role cannot be read, units do not fit, or a bound ("gần 3.800") is what decides

Which figures may move, and how far:
- in a sum of figures that share one unit and one step of whole units (a column of whole thousands), none: they add up exactly;
- in a product of two roles, only those that the rule calls `rounded`, unless they end in zero; they may also have been cut;
- otherwise every figure within half its step.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from functools import cached_property
from itertools import product

from checker.figure import Figure, Written
from checker.formula.evaluate import Choice, Environment, compare
from checker.formula.expression import Comparison, Expression, Operation, Role, roles, walk
from checker.formula.stated import Filling, Stated
from checker.formula.values import Amount, Truth, Undecided, amount
from checker.quantity import Interval, cut, round_half_up
from checker.units import Units

OTHERS = "others"
BOUND = "bound"
_STRAIN = Fraction(87, 100) ** 2
_MOST_CORNERS = 4


class Verdict(StrEnum):
    HOLDS = "holds"
    ROUNDING = "rounding"
    BROKEN = "broken"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Outcome:
    """`stated` and `computed` in base units; `strained` marks a sum that rounding explains only just (more than three
    standard deviations); `reason` says why nothing could be decided."""

    verdict: Verdict
    stated: Fraction | None = None
    computed: Fraction | None = None
    strained: bool = False
    reason: str = ""


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


def point(figure: Figure) -> Interval:
    """The figure exactly as written; the others of an open list may be anything from nothing up."""
    return Interval(Fraction(0), None) if figure.pair == OTHERS else figure.quantity.point


def figures_in(fillings: Mapping[str, Filling]) -> Iterator[Figure]:
    """Every figure that plays a part, also inside a stated formula."""
    for filling in fillings.values():
        for written in filling if isinstance(filling, tuple) else (filling,):
            yield from _figures_of(written)


def _figures_of(written: Written) -> Iterator[Figure]:
    if isinstance(written, Figure):
        yield written
    elif isinstance(written, Stated):
        yield from written.operands.values()


class _Decision:
    """One comparison over one claim."""

    def __init__(self, formula: Comparison, fillings: Mapping[str, Filling], units: Units, rounded: tuple[str, ...]) -> None:
        self.formula = formula
        self.fillings = fillings
        self.units = units
        self.rounded = rounded
        self.figures = [figure for figure in figures_in(fillings) if figure.pair != OTHERS]
        self.operators = {node.operator for node in self._nodes() if isinstance(node, Operation)}

    def _nodes(self) -> Iterator[Expression]:
        yield from walk(self.formula)
        for filling in self.fillings.values():
            if isinstance(filling, Stated):
                yield from walk(filling.expression)

    def outcome(self) -> Outcome:
        env = Environment(self.fillings, point, self.units)
        left, right = env.value(self.formula.left), env.value(self.formula.right)
        exact = compare(self.formula.operator, left, right).value
        if not isinstance(left, Amount) or not isinstance(right, Amount):
            return Outcome(Verdict.HOLDS if exact else Verdict.BROKEN)
        stated, computed = _only(left), _only(right)
        if exact:
            return Outcome(Verdict.HOLDS, stated, computed)
        if self._rounds_to_stated(computed):
            return Outcome(Verdict.HOLDS, stated, computed)
        if any(figure.quantity.bound for figure in self.figures):
            verdict = Verdict.UNKNOWN if self._possible(self._bounded) else Verdict.BROKEN
            return Outcome(verdict, stated, computed, reason=BOUND if verdict == Verdict.UNKNOWN else "")
        if self._possible(self._moved) or self._was_cut(computed):
            return Outcome(Verdict.ROUNDING, stated, computed, self._strained(stated, computed))
        return Outcome(Verdict.BROKEN, stated, computed)

    # which values a figure may take

    def _bounded(self, figure: Figure) -> Interval:
        return figure.quantity.bounded if figure.pair != OTHERS else point(figure)

    def _moved(self, figure: Figure) -> Interval:
        if figure.pair == OTHERS or not figure.quantity.step or self._adds_up_exactly:
            return point(figure)
        if not self._multiplies:
            return figure.quantity.rounded
        return self._rounded_factor(figure) if self._is_rounded_role(figure) else point(figure)

    @cached_property
    def _adds_up_exactly(self) -> bool:
        kinds = {(figure.unit, figure.quantity.step) for figure in self.figures}
        return not self.operators & {"*", "/"} and len(kinds) == 1 and all(figure.quantity.whole for figure in self.figures)

    @cached_property
    def _multiplies(self) -> bool:
        """Is there a product of two roles?"""
        return any(
            isinstance(node, Operation) and node.operator == "*" and _speaks_of_roles(node.left) and _speaks_of_roles(node.right)
            for node in self._nodes()
        )

    def _is_rounded_role(self, figure: Figure) -> bool:
        return any(self.fillings.get(role) is figure for role in self.rounded)

    def _rounded_factor(self, figure: Figure) -> Interval:
        if figure.text.endswith("0"):
            return figure.quantity.point
        value, step = figure.quantity.value, figure.quantity.step
        return Interval(value - step / 2, value + step)

    # what follows from it

    def _possible(self, choice: Choice) -> bool:
        """Is there a joint choice of values that makes the comparison true? A role that occurs twice is one value."""
        counts = Counter(roles(self.formula))
        repeated = [
            filling
            for role, times in counts.items()
            if times > 1 and isinstance(filling := self.fillings[role], Figure) and not choice(filling).is_point
        ]
        if not repeated or len(repeated) > _MOST_CORNERS:
            return self._compare(choice)
        differences = [self._difference(_fixed(choice, corner)) for corner in _corners(repeated, choice)]
        hull = differences[0]
        for difference in differences[1:]:
            hull = hull.hull(difference)
        return compare(self.formula.operator, Amount(hull), Amount(Interval.point(0))).value

    def _compare(self, choice: Choice) -> bool:
        env = Environment(self.fillings, choice, self.units)
        return compare(self.formula.operator, env.value(self.formula.left), env.value(self.formula.right)).value

    def _difference(self, choice: Choice) -> Interval:
        env = Environment(self.fillings, choice, self.units)
        left, right = env.value(self.formula.left), env.value(self.formula.right)
        if not isinstance(left, Amount) or not isinstance(right, Amount):
            raise Undecided("number")
        return left.interval - right.interval

    def _target(self) -> Amount | None:
        """The step of the stated figure, in base units, where the left side is one figure."""
        left = self.formula.left
        filling = self.fillings.get(left.name) if isinstance(left, Role) else None
        if self.formula.operator != "==" or not isinstance(filling, Figure) or not filling.quantity.step:
            return None
        return amount(filling, Interval.point(filling.quantity.step), self.units)

    def _rounds_to_stated(self, computed: Fraction | None) -> bool:
        return self._becomes_stated(computed, round_half_up)

    def _was_cut(self, computed: Fraction | None) -> bool:
        return "/" in self.operators and self._becomes_stated(computed, cut)

    def _becomes_stated(self, computed: Fraction | None, shorten: object) -> bool:
        target, left = self._target(), Environment(self.fillings, point, self.units).value(self.formula.left)
        if target is None or computed is None or not isinstance(left, Amount):
            return False
        step = _only(target) or Fraction(0)
        shortened = round_half_up(computed, step) if shorten is round_half_up else cut(computed, step)
        return shortened == _only(left)

    def _strained(self, stated: Fraction | None, computed: Fraction | None) -> bool:
        """More than 0.87 · √(n+1) steps off, for a sum of n parts."""
        target = self._target()
        if self.operators or target is None or stated is None or computed is None:
            return False
        steps = (stated - computed) / (_only(target) or Fraction(1))
        return steps**2 > _STRAIN * len(self.figures)


def _only(amount_: Amount) -> Fraction | None:
    return amount_.interval.low if amount_.interval.is_point else None


def _speaks_of_roles(expression: Expression) -> bool:
    return any(isinstance(node, Role) for node in walk(expression))


def _corners(repeated: list[Figure], choice: Choice) -> Iterator[dict[int, Interval]]:
    ends = [[end for end in (choice(f).low, choice(f).high) if end is not None] for f in repeated]
    for corner in product(*ends):
        yield {id(figure): Interval.point(end) for figure, end in zip(repeated, corner, strict=True)}


def _fixed(choice: Choice, corner: dict[int, Interval]) -> Choice:
    return lambda figure: corner.get(id(figure)) or choice(figure)
