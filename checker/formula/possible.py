"""Is there a joint choice of values that makes a comparison true? A role that occurs twice is one value."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import reduce
from itertools import product

from checker.figure import Figure
from checker.formula.evaluate import Choice, Environment, compare
from checker.formula.expression import Comparison, roles
from checker.formula.stated import Filling
from checker.formula.values import Amount, Undecided
from checker.quantity import Interval
from checker.units import Units

_MOST_CORNERS = 4


def is_possible(formula: Comparison, fillings: Mapping[str, Filling], units: Units, choice: Choice) -> bool:
    """Can it be true where `choice` says which values a figure may take? Raises Undecided where the roles give no answer."""
    repeated = _repeated(formula, fillings, choice)
    if not repeated or len(repeated) > _MOST_CORNERS:
        env = Environment(fillings, choice, units)
        return compare(formula.operator, env.value(formula.left), env.value(formula.right)).value
    environments = (Environment(fillings, _fixed(choice, corner), units) for corner in _corners(repeated, choice))
    hull = reduce(Interval.hull, (_difference(formula, env) for env in environments))
    return compare(formula.operator, Amount(hull), Amount(Interval.point(0))).value


def _repeated(formula: Comparison, fillings: Mapping[str, Filling], choice: Choice) -> list[Figure]:
    """The figures that occur twice and may take more than one value."""
    fillers = (fillings[role] for role, times in Counter(roles(formula)).items() if times > 1)
    return [filler for filler in fillers if isinstance(filler, Figure) and not choice(filler).is_point]


def _corners(repeated: Sequence[Figure], choice: Choice) -> Iterator[dict[int, Interval]]:
    """Every way to put each repeated figure at one of its ends."""
    ends = [[end for end in (choice(f).low, choice(f).high) if end is not None] for f in repeated]
    for corner in product(*ends):
        yield {id(figure): Interval.point(end) for figure, end in zip(repeated, corner, strict=True)}


def _fixed(choice: Choice, corner: Mapping[int, Interval]) -> Choice:
    return lambda figure: corner.get(id(figure)) or choice(figure)


def _difference(formula: Comparison, env: Environment) -> Interval:
    left, right = env.value(formula.left), env.value(formula.right)
    if not isinstance(left, Amount) or not isinstance(right, Amount):
        raise Undecided("number")
    return left.interval - right.interval
