"""Subtotals that no word announces: "Tháng 1, Tháng 2, Tháng 3, Quý I", known by their own arithmetic.

A row that is the sum of the rows since the last subtotal in two columns or more, and in at least half of those that can be
compared, is their subtotal; the last row may add up the subtotals. Where one column then differs, it is wrong.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from checker.recognise.grid import Grid, Row

_FEWEST_ROWS = 2
_FEWEST_COLUMNS = 2


@dataclass(frozen=True)
class Subtotal:
    """A row and the rows that it adds up."""

    row: Row
    parts: tuple[Row, ...]


def subtotals(grid: Grid, columns: Sequence[int]) -> tuple[Subtotal, ...]:
    """Every subtotal of a table whose rows are not numbered."""
    found: list[Subtotal] = []
    start = 0
    for position, row in enumerate(grid.rows):
        since = grid.rows[start:position]
        if len(since) >= _FEWEST_ROWS and _adds_up(row, since, columns):
            found.append(Subtotal(row, tuple(since)))
            start = position + 1
    last = grid.rows[-1] if grid.rows else None
    rows = tuple(subtotal.row for subtotal in found if subtotal.row is not last)
    if last is not None and len(rows) >= _FEWEST_ROWS and _adds_up(last, rows, columns):
        found.append(Subtotal(last, rows))
    return tuple(found)


def _adds_up(total: Row, parts: Sequence[Row], columns: Sequence[int]) -> bool:
    compared = hits = 0
    for column in columns:
        figure = total.figures.get(column)
        values = [part.figures[column].quantity.value for part in parts if column in part.figures]
        if figure is None or len(values) < len(parts) or not figure.quantity.value:
            continue
        compared += 1
        hits += sum(values, Fraction(0)) == figure.quantity.value
    return hits >= _FEWEST_COLUMNS and 2 * hits >= compared
