"""The rows of numbers that stand together with a sum, and which of them are subtotals, headers, years or row numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple

from checker.document import Cell, Stored
from checker.recognise.grid import Grid, Row
from checker.recognise.workbooks.cells import FormulaCell, Summed, rows_between, summed
from checker.sheets.room import Room
from checker.sheets.workbook import address

_FIRST_YEAR, _LAST_YEAR = 1900, 2100


class Down:
    """A column of a table with a sum over a stretch of it; rows count from the top of the table. What raises NotDecided has no more room."""

    def __init__(self, here: FormulaCell, area: Summed, is_total: re.Pattern[str], room: Room) -> None:
        self.here = here
        self.grid = here.grid
        self.rows = rows_between(self.grid, area.area.top, area.area.bottom)
        self.first, self.last = self.rows.start, self.rows.stop - 1
        self.is_total = is_total
        self.room = room

    @property
    def fits(self) -> bool:
        """Is the sum one over rows of its own table and column, beside which it stands?"""
        return bool(self.rows) and self.here.row not in self.rows

    def left_out(self) -> list[int]:
        """The rows of numbers between the sum and its stretch, and those that go on from its other end without a break."""
        if self.here.row > self.last:
            between = range(self.last + 1, self.here.row)
            beyond = self._run(range(self.first - 1, self.grid.header_rows - 1, -1))
        else:
            between, beyond = range(self.here.row + 1, self.first), []
        near = list(between)
        if not all(self.number(row) is not None for row in near) or any(self._is_other(row) for row in near):
            near = []
        if any(self._is_other(row) for row in beyond):
            beyond = []
        return sorted([*near, *beyond])

    def _run(self, rows: Sequence[int]) -> list[int]:
        """The rows of numbers up to the first that has none."""
        run: list[int] = []
        for row in rows:
            if self.number(row) is None:
                break
            run.append(row)
        return run

    def number(self, row: int) -> Fraction | None:
        stored = self._stored(row)
        return stored.value if stored is not None else None

    def _stored(self, row: int) -> Stored | None:
        self.room.take(1)
        return self.grid.table.stored(row, self.here.column) if 0 <= row < len(self.grid.table.rows) else None

    def cell(self, row: int) -> Cell | None:
        rows = self.grid.table.rows
        return rows[row][self.here.column] if 0 <= row < len(rows) else None

    def _is_other(self, row: int) -> bool:
        """A subtotal, a header, a year, a row that numbers the columns, or one of another rank than those that are added up."""
        number, stored = self.number(row), self._stored(row)
        if number is None or stored is None or row < self.grid.header_rows:
            return True
        if (stored.formula and not self._inside.formulas) or summed(stored.formula) is not None:
            return True
        if (_is_year(number) and not self._inside.only_years) or (number and number in self._inside.sums):
            return True
        body, first = self._body(row), self._body(self.first)
        if body is None or first is None:
            return True
        return self.is_total.match(body.label.folded.strip()) is not None or _rank(body) != _rank(first) or not body.label.value

    def _body(self, row: int) -> Row | None:
        index = row - self.grid.header_rows
        return self.grid.rows[index] if 0 <= index < len(self.grid.rows) else None

    @cached_property
    def _inside(self) -> _Inside:
        """What is added up, gone through once."""
        found = [stored for i in self.rows if (stored := self._stored(i)) is not None]
        numbers = [stored.value for stored in found if stored.value is not None]
        return _Inside(
            formulas=any(stored.formula for stored in found),
            only_years=all(map(_is_year, numbers)),
            sums=frozenset((*_running(numbers), *_running(numbers[::-1]))),
        )


class _Inside(NamedTuple):
    """Of the rows that a sum adds up: are there formulas among them, and only years; the sums of the first two, three … and of the last,
    for a row that has such a sum typed in by hand is no part."""

    formulas: bool
    only_years: bool
    sums: frozenset[Fraction]


def _running(values: Sequence[Fraction]) -> Iterator[Fraction]:
    """The sums of the first two, three … of them."""
    total = Fraction(0)
    for count, value in enumerate(values, 1):
        total += value
        if count > 1:
            yield total


def _is_year(number: Fraction) -> bool:
    return number.denominator == 1 and _FIRST_YEAR <= number <= _LAST_YEAR


def _rank(row: Row) -> str:
    return row.marker.depth_key if row.marker else ""


def twice(here: FormulaCell, area: Summed, grid: Grid, room: Room) -> list[Cell]:
    """The sums inside a sum's stretch whose own stretch lies in it too, and so count twice. A SUBTOTAL leaves out other SUBTOTALs. Raises
    NotDecided where there is no more room."""
    top = address(grid.table.rows[0][0])
    if top is None:
        return []
    found: list[Cell] = []
    across = area.area.top == area.area.bottom
    columns = range(max(0, area.area.left - top.column), min(len(grid.table.rows[0]), area.area.right - top.column + 1))
    rows = rows_between(grid, area.area.top, area.area.bottom)
    room.take(len(rows) * len(columns))
    for row in rows:
        for column in columns:
            stored = grid.table.stored(row, column)
            inner = summed(stored.formula) if stored is not None and stored.formula else None
            if stored is None or inner is None or (inner.area.top == inner.area.bottom) != across:
                continue
            if (row, column) == (here.row, here.column) or (inner.function != "SUM" and area.function != "SUM"):
                continue
            if area.area.top <= inner.area.top and inner.area.bottom <= area.area.bottom:
                inside = area.area.left <= inner.area.left and inner.area.right <= area.area.right
                found += [grid.table.rows[row][column]] if inside and stored.value else []
    return found
