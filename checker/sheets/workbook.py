"""The cells of all sheets by their addresses, as the tables of a document hold them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from checker.document import Cell, Document, Table
from checker.place import grid_address


class At(NamedTuple):
    """An address: the sheet, and row and column, 1-based."""

    sheet: str
    row: int
    column: int


class _Spread(NamedTuple):
    """A table, and where its first cell stands."""

    table: Table
    top: int
    left: int


class Workbook:
    """Of a document that is none, nothing."""

    def __init__(self, document: Document) -> None:
        self.tables = tuple(block for block in document.blocks if isinstance(block, Table) and block.sheet and block.rows)
        self._rows: dict[str, dict[int, list[_Spread]]] = defaultdict(lambda: defaultdict(list))
        self._widths: dict[str, int] = defaultdict(int)
        for table in self.tables:
            place = table.rows[0][0].text.place(0)
            if place.cell:
                spread = _Spread(table, *grid_address(place.cell))
                rows = self._rows[table.sheet.casefold()]
                self._widths[table.sheet.casefold()] = max(self._widths[table.sheet.casefold()], spread.left + len(table.rows[0]) - 1)
                for row in range(spread.top, spread.top + len(table.rows)):
                    rows[row].append(spread)

    def cell(self, at: At) -> Cell | None:
        """The cell there; None where no table has one."""
        for spread in self._rows.get(at.sheet.casefold(), {}).get(at.row, ()):
            row = spread.table.rows[at.row - spread.top]
            if 0 <= at.column - spread.left < len(row):
                return row[at.column - spread.left]
        return None

    def has(self, sheet: str) -> bool:
        return sheet.casefold() in self._rows

    def clipped(self, at: At, bottom: int, right: int) -> tuple[range, range]:
        """The rows and columns from there to the bottom right that the tables of the sheet reach."""
        known = self._rows.get(at.sheet.casefold(), {})
        return (
            range(max(at.row, min(known, default=1)), min(bottom, max(known, default=0)) + 1),
            range(at.column, min(right, self._widths.get(at.sheet.casefold(), 0)) + 1),
        )

    def area(self, sheet: str, rows: range, columns: range) -> Iterator[tuple[At, Cell]]:
        """The cells that there are in an area, row by row; merged cells where they begin."""
        known = self._rows.get(sheet.casefold(), {})
        for row in rows:
            for column in columns if row in known else ():
                cell = self.cell(At(sheet, row, column))
                if cell is not None and not cell.merged:
                    yield At(sheet, row, column), cell


def address(cell: Cell) -> At | None:
    """Where a cell of a workbook stands; None for one of another document."""
    place = cell.text.place(0)
    return At(place.sheet, *grid_address(place.cell)) if place.sheet and place.cell else None
