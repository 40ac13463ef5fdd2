"""The cells of all sheets by their addresses, as the tables of a document hold them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from checker.document import Cell, Document, Table
from checker.place import grid_address

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
    """A table, and where its first cell stands."""

    table: Table
    top: int
    left: int


class Workbook:
    """Of a document that is none, nothing."""

    def __init__(self, document: Document) -> None:
        self.tables = tuple(block for block in document.blocks if isinstance(block, Table) and block.sheet and block.rows)
        self._rows: dict[_Tab, dict[int, list[_Spread]]] = defaultdict(lambda: defaultdict(list))
        self._widths: dict[_Tab, int] = defaultdict(int)
        for table in self.tables:
            first = address(table.rows[0][0])
            if first is not None:
                spread = _Spread(table, first.row, first.column)
                rows = self._rows[first.tab]
                self._widths[first.tab] = max(self._widths[first.tab], spread.left + len(table.rows[0]) - 1)
                for row in range(spread.top, spread.top + len(table.rows)):
                    rows[row].append(spread)

    def cell(self, at: At) -> Cell | None:
        """The cell there; None where no table has one."""
        for spread in self._rows.get(at.tab, {}).get(at.row, ()):
            row = spread.table.rows[at.row - spread.top]
            if 0 <= at.column - spread.left < len(row):
                return row[at.column - spread.left]
        return None

    def has(self, at: At) -> bool:
        """Is there such a sheet?"""
        return at.tab in self._rows

    def clipped(self, at: At, bottom: int, right: int) -> tuple[range, range]:
        """The rows and columns from there to the bottom right that the tables of the sheet reach."""
        known = self._rows.get(at.tab, {})
        return (
            range(max(at.row, min(known, default=1)), min(bottom, max(known, default=0)) + 1),
            range(at.column, min(right, self._widths.get(at.tab, 0)) + 1),
        )

    def area(self, sheet: At, rows: range, columns: range) -> Iterator[tuple[At, Cell]]:
        """The cells that there are in an area of the sheet of an address, row by row; merged cells where they begin."""
        known = self._rows.get(sheet.tab, {})
        for row in rows:
            for column in columns if row in known else ():
                at = sheet._replace(row=row, column=column)
                cell = self.cell(at)
                if cell is not None and not cell.merged:
                    yield at, cell


def address(cell: Cell) -> At | None:
    """Where a cell of a workbook stands; None for one of another document."""
    place = cell.text.place(0)
    return At(place.sheet, *grid_address(place.cell), place.volume or 1) if place.sheet and place.cell else None
