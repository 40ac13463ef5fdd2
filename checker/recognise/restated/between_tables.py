"""Rows of one name in two tables, under columns of one header."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator

from checker.recognise.kinds import same_kind
from checker.recognise.reading import Reading
from checker.recognise.restated.contexts import CellContext, years_clash
from checker.recognise.restated.lookalikes import one_slip_apart
from checker.recognise.restated.pair import Pair, Terms

_FEWEST_WORDS = 2


def between_tables(reading: Reading, terms: Terms, cells: Iterable[CellContext]) -> Iterator[Pair]:
    """Pairs of cells. Equal ones show that two tables restate each other; what is one slip apart is then a pair, too."""
    named: dict[tuple[str, str], list[CellContext]] = defaultdict(list)
    for cell in cells:
        if len(cell.label - terms.total) >= _FEWEST_WORDS and cell.column.leaf:
            named[" ".join(cell.row.label.folded.split()), cell.column.header].append(cell)
    pairs = [(one, other) for alike in named.values() for one, other in _twos(alike)]
    agreeing = {_tables(one, other) for one, other in pairs if one.figure.quantity.value == other.figure.quantity.value}
    for one, other in pairs:
        equal = one.figure.quantity.value == other.figure.quantity.value
        if equal or (_tables(one, other) in agreeing and one_slip_apart(one.figure, other.figure, reading.units)):
            topic = f"{other.grid.order} {other.row.index} {other.column.index}"
            yield Pair(other.figure, one.figure, not equal, other.grid.section.title, topic)


def _twos(cells: list[CellContext]) -> Iterator[tuple[CellContext, CellContext]]:
    """The first of each table against that of the table before; a name that stands twice in one table says nothing."""
    orders = [cell.grid.order for cell in cells]
    alone = [cell for cell in cells if orders.count(cell.grid.order) == 1]
    for one, other in itertools.pairwise(alone):
        if same_kind(one.figure, other.figure) and not years_clash(one.years, other.years):
            yield one, other


def _tables(one: CellContext, other: CellContext) -> tuple[int, int]:
    return one.grid.order, other.grid.order
