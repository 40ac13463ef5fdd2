"""Subtotals that no word announces: "Tháng 1, Tháng 2, Tháng 3, Quý I", known by their own arithmetic.

A row that is the sum of the rows since the last subtotal in two columns or more, and in at least half of those that can be
compared, is their subtotal (in one column where its label speaks for it, "Cộng khách sạn có sao"); the last row may add up the
subtotals. Where one column then differs, it is wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from checker.quantity import whole
from checker.recognise.grid import Grid, Row

_FEWEST_ROWS = 2
_FEWEST_COLUMNS = 2


@dataclass(frozen=True)
class Subtotal:
    """A row and the rows that it adds up."""

    row: Row
    parts: tuple[Row, ...]


def subtotals(grid: Grid, columns: Sequence[int], announced: Callable[[Row], bool]) -> tuple[Subtotal, ...]:
    """Every subtotal of a table whose rows are not numbered; `announced` says whether the label of a row speaks for it."""
    found: list[Subtotal] = []
    since = Since(columns)
    for row in grid.rows:
        if since.adds_up_to(row, 1 if announced(row) else _FEWEST_COLUMNS):
            found.append(Subtotal(row, tuple(since.rows)))
            since = Since(columns)
        else:
            since.add(row)
    last = grid.rows[-1] if grid.rows else None
    over = Since(columns)
    for subtotal in found:
        if subtotal.row is not last:
            over.add(subtotal.row)
    if last is not None and over.adds_up_to(last, _FEWEST_COLUMNS):
        found.append(Subtotal(last, tuple(over.rows)))
    return tuple(found)


class Since:
    """The rows since the last subtotal, added up as they come: a long table is gone through once."""

    def __init__(self, columns: Sequence[int]) -> None:
        self.rows: list[Row] = []
        self.many = 0
        self._sums: dict[int, Fraction | int] = dict.fromkeys(columns, 0)

    def add(self, row: Row, keep: bool = True) -> None:
        """One more row; a column in which it has no figure cannot be compared any more."""
        self.rows += [row] if keep else []
        self.many += row.many
        figures = row.figures
        self._sums = {column: value + whole(figures[column].quantity.value) for column, value in self._sums.items() if column in figures}

    def adds_up_to(self, total: Row, fewest: int) -> bool:
        """Is the row their sum in columns enough?"""
        stated = {column: figure.quantity.value for column, figure in total.figures.items() if column in self._sums}
        compared = [column for column, value in stated.items() if value]
        hits = sum(self._sums[column] == stated[column] for column in compared)
        return self.many >= _FEWEST_ROWS and hits >= fewest and 2 * hits >= len(compared)
