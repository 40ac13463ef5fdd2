"""Rows of one name in two tables, under columns of one header."""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from checker.recognise.kinds import same_kind
from checker.recognise.reading import Reading
from checker.recognise.restated.contexts import CellContext
from checker.recognise.restated.lookalikes import one_slip_apart
from checker.recognise.restated.pair import Pair, Terms
from checker.recognise.restated.times import years_clash

_FEWEST_WORDS = 2


def between_tables(reading: Reading, terms: Terms, cells: Iterable[CellContext]) -> Iterator[Pair]:
    """Pairs of cells. Where most of two tables, and half of a column, is equal they restate each other; what is one slip apart
    is then a pair, too. Two filled copies of one form ("Đơn giá" the same, "Số lượng" not) restate nothing."""
    named: dict[tuple[str, str], list[CellContext]] = defaultdict(list)
    for cell in cells:
        if len(cell.label - terms.total) >= _FEWEST_WORDS and cell.column.leaf:
            named[" ".join(cell.row.label.folded.split()), cell.column.header].append(cell)
    pairs = [(one, other) for alike in named.values() for one, other in _twos(alike)]
    votes: Counter[tuple[int, int] | tuple[int, int, str]] = Counter()
    for one, other in pairs:
        vote = 1 if _equal(one, other) else -1
        votes[_tables(one, other)] += vote
        votes[*_tables(one, other), one.column.header] += vote
    for one, other in pairs:
        restated = votes[_tables(one, other)] > 0 and votes[*_tables(one, other), one.column.header] >= 0
        equal = _equal(one, other)
        if equal or (restated and one_slip_apart(one.figure, other.figure, reading.units)):
            topic = f"{other.grid.order} {other.row.index} {other.column.index}"
            yield Pair(other.figure, one.figure, not equal, other.grid.section.title, topic)


def _equal(one: CellContext, other: CellContext) -> bool:
    return one.figure.quantity.value == other.figure.quantity.value


def _twos(cells: list[CellContext]) -> Iterator[tuple[CellContext, CellContext]]:
    """The first of each table against that of the table before; a name that stands twice in one table says nothing."""
    orders = [cell.grid.order for cell in cells]
    alone = [cell for cell in cells if orders.count(cell.grid.order) == 1]
    for one, other in itertools.pairwise(alone):
        if same_kind(one.figure, other.figure) and not years_clash(one.times.years, other.times.years):
            yield one, other


def _tables(one: CellContext, other: CellContext) -> tuple[int, int]:
    return one.grid.order, other.grid.order
