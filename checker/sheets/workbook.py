"""The cells of all sheets by their addresses, as the tables of a document hold them."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import accumulate
from math import lcm
from typing import NamedTuple

from checker.document import Cell, Document, Stored, Table
from checker.lazy import peek_of
from checker.place import grid_address
from checker.sheets.copies import Formulas

_LONG, _FEW = 2_000, 40

_Tab = tuple[int, str]


class At(NamedTuple):
    """An address: the sheet, and row and column, 1-based. Of several workbooks, `volume` says which one: each may have a "Sheet1"."""

    sheet: str
    row: int
    column: int
    volume: int = 1

    @property
    def tab(self) -> _Tab:
        """Its sheet among those of all workbooks."""
        return self.volume, self.sheet.casefold()


class _Spread(NamedTuple):
    """A table, where its first cell stands, and how many rows and columns it has."""

    table: Table
    top: int
    left: int
    height: int
    width: int


class _Sheet:
    """Where the tables of one sheet stand."""

    def __init__(self) -> None:
        self.width = 0
        self.top, self.bottom = 0, -1
        self._long: list[_Spread] = []
        self._rows: dict[int, list[_Spread]] = defaultdict(list)

    def add(self, spread: _Spread) -> None:
        bottom = spread.top + spread.height - 1
        self.width = max(self.width, spread.left + spread.width - 1)
        self.top = min(self.top or spread.top, spread.top)
        self.bottom = max(self.bottom, bottom)
        if spread.height > _LONG:
            self._long.append(spread)
        else:
            for row in range(spread.top, bottom + 1):
                self._rows[row].append(spread)

    def at(self, row: int) -> Iterator[_Spread]:
        """The tables that reach over a row."""
        yield from self._rows.get(row, ())
        for spread in self._long:
            if spread.top <= row < spread.top + spread.height:
                yield spread

    def find(self, row: int, column: int) -> _Spread | None:
        """The table that has a cell there."""
        return next((spread for spread in self.at(row) if 0 <= column - spread.left < spread.width), None)


class Column:
    """The numbers of a column from the top of its table on, so that any stretch of them is added up in one step."""

    def __init__(self, cell: Callable[[At], Cell | None], first: At, stored: Sequence[Stored | None]) -> None:
        values = [None if one is None else one.value for one in stored]
        self.top = first.row
        self._scale = lcm(*{value.denominator for value in values if value is not None})
        scaled = [0 if value is None else int(value * self._scale) for value in values]
        self._sums = [0, *accumulate(scaled)]
        self._counts = array("I", [0, *accumulate(value is not None for value in values)])
        self._largest = [0, *accumulate(map(abs, scaled), max)]
        self._odd = [
            row
            for row, one in enumerate(stored)
            if one is not None and one.value is None and not one.is_text and _shows(cell(first._replace(row=first.row + row)))
        ]

    def is_plain(self, rows: range) -> bool:
        """Are there only numbers, texts and empty cells?"""
        odd = bisect_left(self._odd, rows.start - self.top)
        return odd == len(self._odd) or self._odd[odd] >= rows.stop - self.top

    def sum(self, rows: range) -> Fraction:
        return Fraction(self._sums[rows.stop - self.top] - self._sums[rows.start - self.top], self._scale)

    def count(self, rows: range) -> int:
        """How many of them are numbers."""
        return self._counts[rows.stop - self.top] - self._counts[rows.start - self.top]

    def largest(self, rows: range) -> Fraction:
        """No number down to there is larger."""
        return Fraction(self._largest[rows.stop - self.top], self._scale)


def _shows(cell: Cell | None) -> bool:
    return cell is not None and bool(cell.text.value)


class Workbook:
    """Of a document that is none, nothing. `formulas` are the trees of its formulas."""

    def __init__(self, document: Document) -> None:
        self.tables = tuple(block for block in document.blocks if isinstance(block, Table) and block.sheet and block.rows)
        self.formulas = Formulas()
        self._columns: dict[tuple[_Tab, int, int], Column] = {}
        self._sheets: dict[_Tab, _Sheet] = defaultdict(_Sheet)
        for table in self.tables:
            first = address(table.rows[0][0])
            if first is not None:
                self._sheets[first.tab].add(_Spread(table, first.row, first.column, len(table.rows), len(table.rows[0])))

    def cell(self, at: At) -> Cell | None:
        """The cell there; None where no table has one."""
        spread = self._find(at)
        return None if spread is None else spread.table.rows[at.row - spread.top][at.column - spread.left]

    def stored(self, at: At) -> Stored | None:
        """What is stored there, without a look at how it shows; nothing for an empty cell, and for a merged one that began before."""
        spread = self._find(at)
        return None if spread is None else _stored(spread, at.row, at.column)

    def has(self, at: At) -> bool:
        """Is there such a sheet?"""
        return at.tab in self._sheets

    def clipped(self, at: At, bottom: int, right: int) -> tuple[range, range]:
        """The rows and columns from there to the bottom right that the tables of the sheet reach."""
        known = self._sheets.get(at.tab) or _Sheet()
        return range(max(at.row, known.top or 1), min(bottom, known.bottom) + 1), range(at.column, min(right, known.width) + 1)

    def area(self, sheet: At, rows: range, columns: range) -> Iterator[tuple[At, Stored]]:
        """What is stored in an area of the sheet of an address, row by row; merged cells where they begin."""
        known = self._sheets.get(sheet.tab)
        for row in rows if known is not None else ():
            for column in columns:
                spread = known.find(row, column) if known is not None else None
                stored = None if spread is None else _stored(spread, row, column)
                if stored is not None:
                    yield sheet._replace(row=row, column=column), stored

    def column(self, first: At, rows: range) -> Column | None:
        """The numbers of the column of an address, added up once, where these rows are of one long table; else None."""
        known, column = self._sheets.get(first.tab), first.column
        spread = known.find(rows.start, column) if known is not None and len(rows) > _FEW else None
        if spread is None or spread.height <= _LONG or rows.stop > spread.top + spread.height:
            return None
        key = (first.tab, spread.top, column)
        if key not in self._columns:
            stored = [_stored(spread, spread.top + i, column) for i in range(spread.height)]
            self._columns[key] = Column(self.cell, first._replace(row=spread.top), stored)
        return self._columns[key]

    def _find(self, at: At) -> _Spread | None:
        known = self._sheets.get(at.tab)
        return None if known is None else known.find(at.row, at.column)


def _stored(spread: _Spread, row: int, column: int) -> Stored | None:
    """Words behind which nothing is stored are a stored text."""
    row, column = row - spread.top, column - spread.left
    found = spread.table.stored(row, column)
    if found is not None or peek_of(spread.table.rows) is not None:
        return found
    cell = spread.table.rows[row][column]
    return Stored(is_text=True) if cell.text.value and not cell.merged else None


class Nearby(Workbook):
    """A workbook some rows of which were made already, and are looked at first."""

    def __init__(self, whole: Workbook, rows: Iterable[Sequence[Cell]]) -> None:
        self.__dict__ |= vars(whole)
        self._near = {(at.tab, at.row): (at.column, row) for row in rows if row and (at := address(row[0])) is not None}

    def stored(self, at: At) -> Stored | None:
        left, row = self._near.get((at.tab, at.row), (0, ()))
        if not 0 <= at.column - left < len(row):
            return super().stored(at)
        cell = row[at.column - left]
        if cell.stored is None and cell.text.value and not cell.merged:
            return Stored(is_text=True)
        return None if cell.merged else cell.stored


def address(cell: Cell) -> At | None:
    """Where a cell of a workbook stands; None for one of another document."""
    place = cell.text.place(0)
    return At(place.sheet, *grid_address(place.cell), place.volume or 1) if place.sheet and place.cell else None
