"""A quantity that the lines below an item repeat: "4. Hội nghị: 30 cuộc", "4.1 Xe: 30 chuyến", "4.2 Hội trường: 30 điểm"."""

from __future__ import annotations

from collections.abc import Iterator

from checker.recognise.grid import Column, Grid
from checker.recognise.reading import Reading
from checker.recognise.restated.lookalikes import one_slip_apart
from checker.recognise.restated.pair import Pair
from checker.recognise.rowtree import Node, row_tree

_FEWEST = 2


def in_rows(reading: Reading) -> Iterator[Pair]:
    """Pairs of an item's quantity and that of the lines below it, where at least two of them agree with one another."""
    for grid in reading.grids:
        columns = [column for column in grid.numbers if not column.measure.known]
        if columns and grid.of_kind("unit") is not None:
            for node in row_tree(grid, lambda _: False).nodes:
                for column in columns:
                    yield from _pairs(reading, grid, node, column)


def _pairs(reading: Reading, grid: Grid, node: Node, column: Column) -> Iterator[Pair]:
    own = node.row.figures.get(column.index)
    below = [figure for child in node.children if (figure := child.row.figures.get(column.index)) is not None]
    alike = [f for f in below if own is not None and own.counted and f.counted == own.counted]
    if own is None or len(alike) < _FEWEST or len({f.quantity.value for f in alike}) != 1:
        return
    equal = alike[0].quantity.value == own.quantity.value
    if equal or one_slip_apart(own, alike[0], reading.units):
        yield Pair(own, alike[0], not equal, grid.section.title, f"{grid.order} {node.row.index} {column.index}")
