"""Which values a figure may take: as it is written, within its bound, or within its step.

Which figures may move within their steps, and how far:
- in a sum of figures that share one unit and one step of whole units (a column of whole thousands), none: they add up exactly;
- in a product of two roles, only those that the rule calls `rounded`, unless they end in zero ("4,60%" may); they may also have been cut;
- otherwise every figure within half its step.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cached_property

from checker.figure import Figure
from checker.formula.expression import Comparison, Expression, Operation, Role, walk
from checker.formula.stated import OTHERS, Filling, Stated, figures_in
from checker.quantity import Interval
from checker.units import PERCENT


def point(figure: Figure) -> Interval:
    """The figure exactly as written; the others of an open list may be anything from nothing up."""
    return Interval(Fraction(0), None) if figure.pair == OTHERS else figure.quantity.point


def bounded(figure: Figure) -> Interval:
    """The figure within its bound: "gần 3.800", "trên 800 triệu"."""
    return point(figure) if figure.pair == OTHERS else figure.quantity.bounded


class Leeway:
    """How far the figures of one comparison may move within their steps."""

    def __init__(self, formula: Comparison, fillings: Mapping[str, Filling], rounded: Sequence[str]) -> None:
        self._formula = formula
        self._fillings = fillings
        self._rounded = rounded

    def moved(self, figure: Figure) -> Interval:
        """The values that the figure may take."""
        if figure.pair == OTHERS or not figure.quantity.step or self.adds_up_exactly:
            return point(figure)
        if not self._multiplies:
            return figure.quantity.rounded
        is_rounded = any(self._fillings.get(role) is figure for role in self._rounded)
        return _rounded_factor(figure) if is_rounded else point(figure)

    @cached_property
    def figures(self) -> list[Figure]:
        """Those that are written."""
        return [figure for figure in figures_in(self._fillings) if figure.pair != OTHERS]

    @cached_property
    def operators(self) -> set[str]:
        return {node.operator for node in self._nodes() if isinstance(node, Operation)}

    def _nodes(self) -> Iterator[Expression]:
        """The nodes of the formula and of those that the document states."""
        yield from walk(self._formula)
        for filling in self._fillings.values():
            if isinstance(filling, Stated):
                yield from walk(filling.expression)

    @cached_property
    def adds_up_exactly(self) -> bool:
        """May no figure move?"""
        kinds = {(figure.unit, figure.quantity.step) for figure in self.figures}
        return not self.operators & {"*", "/"} and len(kinds) == 1 and all(figure.quantity.whole for figure in self.figures)

    @cached_property
    def _multiplies(self) -> bool:
        """Is there a product of two roles?"""
        products = (node for node in self._nodes() if isinstance(node, Operation) and node.operator == "*")
        return any(_speaks_of_roles(product.left) and _speaks_of_roles(product.right) for product in products)


def _rounded_factor(figure: Figure) -> Interval:
    """Rounded or cut; one that ends in zero is as written, but for a percentage."""
    if figure.text.endswith("0") and figure.unit != PERCENT:
        return figure.quantity.point
    value, step = figure.quantity.value, figure.quantity.step
    return Interval(value - step / 2, value + step)


def _speaks_of_roles(expression: Expression) -> bool:
    return any(isinstance(node, Role) for node in walk(expression))
