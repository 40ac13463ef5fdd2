"""The numbers of the cells that a formula names, and which of them were looked at."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from checker.quantity import is_less
from checker.sheets.copies import Copied
from checker.sheets.formulas import Area
from checker.sheets.room import NotDecided, Room
from checker.sheets.workbook import At, Workbook

MOST_NAMED = 2_000
_SUBTOTAL = "SUBTOTAL("


class Stretch(NamedTuple):
    """Rows of a column, from `first` on: their sum, and how many of them hold numbers."""

    first: At
    rows: range
    total: Fraction
    numbers: int


class Named:
    """What the formula of the cell at an address names. `largest` is the largest number so far, `cells` the first of the cells with
    numbers, in order, `runs` the long stretches of columns. All of it raises NotDecided."""

    def __init__(self, formula: Copied, at: At, workbook: Workbook, room: Room) -> None:
        self.formula = formula
        self.at = at
        self.workbook = workbook
        self.room = room
        self.largest = Fraction(0)
        self.cells: dict[At, None] = {}
        self.runs: list[Stretch] = []

    def saw(self, number: Fraction) -> None:
        """A number on the way to the result."""
        size = abs(number)
        if is_less(self.largest, size):
            self.largest = size

    def single(self, area: Area) -> Fraction:
        """The number of one cell."""
        if not area.single:
            raise NotDecided
        at = self.first(area)
        self.room.take(1)
        stored = self.workbook.stored(at)
        if stored is None:
            return Fraction(0)
        if stored.value is None:
            raise NotDecided
        self._take(at)
        return stored.value

    def number_at(self, at: At) -> Fraction:
        """The number of a cell; a text counts as nothing."""
        stored = self.workbook.stored(at)
        if stored is None or (stored.value is None and stored.is_text):
            return Fraction(0)
        if stored.value is None:
            raise NotDecided
        self._take(at)
        return stored.value

    def area(self, area: Area, subtotal: bool = False) -> list[Fraction]:
        """The numbers of an area; a subtotal leaves out other subtotals."""
        first = self.first(area)
        rows, columns = self.workbook.clipped(first, self.formula.rows(area)[1], area.right)
        self.room.take(len(rows) * len(columns))
        found: list[Fraction] = []
        for at, stored in self.workbook.area(first, rows, columns):
            if stored.value is None and (stored.is_text or self._is_empty(at)):
                continue
            if subtotal and stored.hidden:
                raise NotDecided
            if subtotal and _SUBTOTAL in stored.formula.upper():
                continue
            if stored.value is None:
                raise NotDecided
            self._take(at)
            found.append(stored.value)
        self.largest = max(self.largest, max(map(abs, found), default=Fraction(0)))
        return found

    def column(self, area: Area) -> Fraction | None:
        """The sum of a long stretch of a column; None for another area."""
        if area.left != area.right:
            return None
        first = self.first(area)
        rows, _ = self.workbook.clipped(first, self.formula.rows(area)[1], area.right)
        column = self.workbook.column(first, rows)
        if column is None or not column.is_plain(rows):
            return None
        self.largest = max(self.largest, column.largest(rows))
        self.runs.append(Stretch(first._replace(row=rows.start), rows, column.sum(rows), column.count(rows)))
        return column.sum(rows)

    def first(self, area: Area) -> At:
        """Where an area begins."""
        at = At(area.sheet or self.at.sheet, self.formula.rows(area)[0], area.left, self.at.volume)
        if area.sheet and not self.workbook.has(at):
            raise NotDecided
        return at

    def _take(self, at: At) -> None:
        if len(self.cells) < MOST_NAMED:
            self.cells[at] = None

    def _is_empty(self, at: At) -> bool:
        cell = self.workbook.cell(at)
        return cell is None or not cell.text.value
