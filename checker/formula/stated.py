"""What plays the roles of a claim: things written, lists of them, formulas that the document itself states."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from checker.figure import Figure, Written
from checker.formula.expression import Expression


class Stated(Written, frozen=True, kw_only=True):
    """A formula of the document ("(6) = (4) x (5)", "TỔNG CỘNG (1+2+3+4+5)"), bound to its figures.

    `expression` speaks of `operands` by name.
    """

    expression: Expression
    operands: Mapping[str, Figure]


OTHERS = "others"
"""The `pair` of a figure that stands for what an open list leaves out."""

Filling = Written | tuple[Written, ...]
"""What plays a role: one thing written, or a list of them."""


def figures_in(fillings: Mapping[str, Filling]) -> Iterator[Figure]:
    """Every figure that plays a part, also inside a stated formula."""
    for filling in fillings.values():
        for written in filling if isinstance(filling, tuple) else (filling,):
            if isinstance(written, Figure):
                yield written
            elif isinstance(written, Stated):
                yield from written.operands.values()


def written_in(fillings: Mapping[str, Filling]) -> tuple[tuple[str, Written], ...]:
    """Everything that plays a role, with its role; but for what an open list leaves out."""
    return tuple((role, written) for role, filling in fillings.items() for written in _all(filling))


def _all(filling: Filling) -> Iterator[Written]:
    for written in filling if isinstance(filling, tuple) else (filling,):
        if isinstance(written, Stated):
            yield written
            yield from (figure for _, figure in sorted(written.operands.items()))
        elif not (isinstance(written, Figure) and written.pair == OTHERS):
            yield written
