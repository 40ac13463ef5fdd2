"""Numbers that a workbook keeps as text, among numbers: "1.250 " with a blank. Excel's SUM passes them over.

    find:
      numbers_as_text: {}

Roles: `text` (list of number: what looks like a number and is text, none for a column that is whole), and where a formula adds up the
column `total` (number) and `formula` (expression). A claim for each such text, and one for each column of numbers that has none.
Numbers with a leading zero, and columns in which most numbers are text, are meant so. A finding is tentative where no sum passes it over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import msgspec

from checker.claim import Claim
from checker.document import Cell
from checker.formula.stated import Filling
from checker.recognise.cells import read_cell
from checker.recognise.grid import Column, Grid
from checker.recognise.naming import caption
from checker.recognise.reading import Reading
from checker.recognise.workbooks.cells import FormulaCell, formula_cells, names, sheet_grids, summed
from checker.recognise.workbooks.figures import stored_figure
from checker.recognise.workbooks.results import result
from checker.recognise.workbooks.working import stated
from checker.sheets.room import Room
from checker.sheets.workbook import address

NAMES = ("formula", "written")
_LOOKS_SO = re.compile(r"\(?[-+−]?\s?(?!0\d)\d[\d.,\s]{0,30}%?\)?\Z")

LONG = "rows"


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    pass


def roles(options: Options) -> Mapping[str, str]:
    return {"text": "numbers", "total": "number", "formula": "expression"}


def find(reading: Reading, options: Options) -> Iterator[Claim]:
    room = reading.room(__name__)
    for grid in sheet_grids(reading):
        near = (grid,) if grid.long is None else (grid, grid.long.ends)
        sums = [here for some in near for here in formula_cells(some) if summed(here.formula) is not None]
        for column in grid.numbers:
            yield from _in_column(grid, column, sums, reading, room)


def _in_column(grid: Grid, column: Column, sums: list[FormulaCell], reading: Reading, room: Room) -> Iterator[Claim]:
    cells = [(row, cells[column.index]) for row, cells in enumerate(grid.table.rows) if row >= grid.header_rows]
    numbers = [cell for _, cell in cells if cell.stored is not None and cell.stored.value is not None]
    texts = [(row, cell) for row, cell in cells if _is_number_as_text(cell, column, reading)]
    if not numbers or len(texts) >= len(numbers):
        return
    for row, cell in texts:
        yield _claim(grid, row, column, cell, sums, reading, room)
    if not texts:
        figure = stored_figure(numbers[0], reading)
        yield Claim(roles={"text": ()}, at=figure, section=caption(grid))


def _is_number_as_text(cell: Cell, column: Column, reading: Reading) -> bool:
    if cell.merged or cell.stored is None or not cell.stored.is_text or cell.stored.formula:
        return False
    looks_so = _LOOKS_SO.match(cell.text.value.strip()) is not None
    return looks_so and read_cell(cell.text, column.measure, reading.locale, reading.style) is not None


def _claim(grid: Grid, row: int, column: Column, cell: Cell, sums: list[FormulaCell], reading: Reading, room: Room) -> Claim:
    figure = stored_figure(cell, reading)
    filled: dict[str, Filling] = {"text": (figure,)}
    over = next((here for here in sums if _adds_up(here, cell)), None)
    told = result(over.formula, over.at, reading, room) if over is not None else None
    if over is not None and told is not None:
        filled |= {"total": stored_figure(over.cell, reading), "formula": stated(over.cell, over.at, *told, reading)}
    return Claim(
        roles=filled,
        at=figure,
        section=caption(grid),
        tentative=over is None,
        words=cell.text.value,
        named={**names(grid, row, column.index), "formula": f"={over.formula}" if over else "", "written": cell.text.value},
    )


def _adds_up(here: FormulaCell, cell: Cell) -> bool:
    """Does a sum reach over the cell?"""
    told, at = summed(here.formula), address(cell)
    if told is None or at is None:
        return False
    return told.area.top <= at.row <= told.area.bottom and told.area.left <= at.column <= told.area.right
