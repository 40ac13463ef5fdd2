"""The rows of numbers that stand together with a sum, and which of them are subtotals, headers, years or row numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from checker.document import Cell
from checker.recognise.grid import Grid, Row
from checker.recognise.workbooks.cells import FormulaCell, Summed, rows_between, summed
from checker.sheets.workbook import address

_FIRST_YEAR, _LAST_YEAR = 1900, 2100


class Down:
    """A column of a table with a sum over a stretch of it; rows count from the top of the table."""

    def __init__(self, here: FormulaCell, area: Summed, is_total: re.Pattern[str]) -> None:
        self.here = here
        self.grid = here.grid
        self.rows = rows_between(self.grid, area.area.top, area.area.bottom)
        self.first, self.last = self.rows.start, self.rows.stop - 1
        self.is_total = is_total

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
        cell = self.cell(row)
        return cell.stored.value if cell is not None and cell.stored is not None and not cell.merged else None

    def cell(self, row: int) -> Cell | None:
        rows = self.grid.table.rows
        return rows[row][self.here.column] if 0 <= row < len(rows) else None

    def _is_other(self, row: int) -> bool:
        """A subtotal, a header, a year, a row that numbers the columns, or one of another rank than those that are added up."""
        number, cell = self.number(row), self.cell(row)
        if number is None or cell is None or row < self.grid.header_rows:
            return True
        written = cell.stored.formula if cell.stored else ""
        inside = [c for i in self.rows if (c := self.cell(i)) is not None and c.stored is not None]
        like_others = any(c.stored is not None and c.stored.formula for c in inside)
        if (written and not like_others) or summed(written) is not None or self._is_year(number) or self._adds_up(number):
            return True
        body, first = self._body(row), self._body(self.first)
        if body is None or first is None:
            return True
        return self.is_total.match(body.label.folded.strip()) is not None or _rank(body) != _rank(first) or not body.label.value

    def _body(self, row: int) -> Row | None:
        index = row - self.grid.header_rows
        return self.grid.rows[index] if 0 <= index < len(self.grid.rows) else None

    def _is_year(self, number: Fraction) -> bool:
        """A year beside numbers of another size."""
        years = [_is_year(n) for i in self.rows if (n := self.number(i)) is not None]
        return _is_year(number) and not all(years)

    def _adds_up(self, number: Fraction) -> bool:
        """Is the row the sum of rows of the stretch that begin or end it, typed in by hand?"""
        values = [n for i in self.rows if (n := self.number(i)) is not None]
        return bool(number) and (number in _running(values) or number in _running(values[::-1]))


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


def twice(here: FormulaCell, area: Summed, grid: Grid) -> list[Cell]:
    """The sums inside a sum's stretch whose own stretch lies in it too, and so count twice. A SUBTOTAL leaves out other SUBTOTALs."""
    top = address(grid.table.rows[0][0])
    if top is None:
        return []
    found: list[Cell] = []
    across = area.area.top == area.area.bottom
    for row in rows_between(grid, area.area.top, area.area.bottom):
        cells = grid.table.rows[row]
        for column in range(max(0, area.area.left - top.column), min(len(cells), area.area.right - top.column + 1)):
            cell = cells[column]
            inner = summed(cell.stored.formula) if cell.stored is not None and cell.stored.formula and not cell.merged else None
            if inner is None or (inner.area.top == inner.area.bottom) != across or cell is here.cell:
                continue
            if inner.function != "SUM" and area.function != "SUM":
                continue
            if area.area.top <= inner.area.top and inner.area.bottom <= area.area.bottom:
                inside = area.area.left <= inner.area.left and inner.area.right <= area.area.right
                found += [cell] if inside and cell.stored is not None and cell.stored.value else []
    return found
