"""The cells of a reading that hold a formula, each with its table and how to name it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, cast

from checker.document import Cell
from checker.recognise.grid import Grid
from checker.recognise.naming import caption, cell_names
from checker.recognise.reading import Reading
from checker.sheets.formulas import Area, Call, UnreadFormula, parse
from checker.sheets.workbook import At, address

_SUMS = ("SUM", "SUBTOTAL")


class FormulaCell(NamedTuple):
    """A cell with a formula: where it stands on its sheet, and its table, row (counted from the top) and column there."""

    cell: Cell
    at: At
    grid: Grid
    row: int
    column: int

    @property
    def formula(self) -> str:
        return self.cell.stored.formula if self.cell.stored else ""

    @property
    def section(self) -> str:
        return caption(self.grid)

    @property
    def names(self) -> Mapping[str, str]:
        return names(self.grid, self.row, self.column)


class Summed(NamedTuple):
    """The area that a formula adds up, where it does nothing else, and the function that does it."""

    area: Area
    function: str


def sheet_grids(reading: Reading) -> tuple[Grid, ...]:
    """The tables of a workbook."""
    return tuple(grid for grid in reading.grids if grid.table.sheet)


def formula_cells(grid: Grid) -> Sequence[FormulaCell]:
    """The cells of a table that hold a formula, row by row."""
    if formula_cells not in grid.known:
        grid.known[formula_cells] = tuple(_formula_cells(grid))
    return cast(Sequence[FormulaCell], grid.known[formula_cells])


def _formula_cells(grid: Grid) -> Iterator[FormulaCell]:
    for row, cells in enumerate(grid.table.rows):
        first: At | None = None
        for column, cell in enumerate(cells):
            if cell.stored is not None and cell.stored.formula and not cell.merged:
                at = address(cell) if first is None else first._replace(column=first.column + column)
                if at is not None:
                    first = first or at._replace(column=at.column - column)
                    yield FormulaCell(cell, at, grid, row, column)


def in_whole(here: FormulaCell) -> FormulaCell:
    """The same cell among all the rows of its table, where only a stretch of them was looked at."""
    if here.grid.long is None:
        return here
    whole = here.grid.long.whole
    return here._replace(grid=whole, row=rows_between(whole, here.at.row, here.at.row).start)


def names(grid: Grid, row: int, column: int) -> Mapping[str, str]:
    """The label of a row and the header of a column, as far as it is a row of the body."""
    body = row - grid.header_rows
    return cell_names(grid, grid.rows[body], column) if 0 <= body < len(grid.rows) else {}


def rows_between(grid: Grid, top: int, bottom: int) -> range:
    """The rows of a table, counted from its top, that stand in these rows of the sheet; an empty row may have parted it."""

    def row_on_sheet(row: int) -> int:
        at = address(grid.table.rows[row][0])
        return at.row if at is not None else 0

    rows = range(len(grid.table.rows))
    return range(bisect_left(rows, top, key=row_on_sheet), bisect_right(rows, bottom, key=row_on_sheet))


def summed(formula: str) -> Summed | None:
    """What "SUM(C3:C12)" or "SUBTOTAL(9,C3:C12)" adds up: one stretch of a row or a column; None for any other formula."""
    if not formula.lstrip("( +").upper().startswith(_SUMS):
        return None
    try:
        tree = parse(formula)
    except UnreadFormula:
        return None
    if not isinstance(tree, Call) or tree.name not in _SUMS:
        return None
    areas = [argument for argument in tree.arguments if isinstance(argument, Area)]
    if len(areas) != 1 or len(tree.arguments) != _SUMS.index(tree.name) + 1:
        return None
    area = areas[0]
    narrow = area.left == area.right or area.top == area.bottom
    return Summed(area, tree.name) if narrow and not area.single and not area.sheet else None
