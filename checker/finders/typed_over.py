"""Numbers typed over a formula: the cells on both sides hold the same formula, copied, and this one a number of its own.

    find:
      typed_over: {}

Roles: `typed` (list of number: the number typed, none for a column or row that is whole), `expected` (expression: the formula that its
neighbours have, where it can be computed). A claim for each such number, and one for each column of formulas that has none. A row in
which the formula would have nothing to compute with is a row of another kind. A finding is tentative where the number is what the
formula would give.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from checker.claim import Claim
from checker.document import Cell
from checker.figure import Figure
from checker.formula.stated import Filling
from checker.recognise.grid import Grid
from checker.recognise.naming import caption
from checker.recognise.reading import Reading
from checker.recognise.workbooks.cells import FormulaCell, formula_cells, names, sheet_grids
from checker.recognise.workbooks.figures import stored_figure, written
from checker.recognise.workbooks.results import differs, result
from checker.recognise.workbooks.working import stated
from checker.sheets.references import shifted
from checker.sheets.room import Room
from checker.sheets.workbook import At, address

NAMES = ("formula", "number")
_BESIDE = ((1, 0), (0, 1))

LONG = "rows"


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    pass


def roles(options: Options) -> Mapping[str, str]:
    return {"typed": "numbers", "expected": "expression"}


def find(reading: Reading, options: Options) -> Iterator[Claim]:
    room = reading.room(__name__)
    for grid in sheet_grids(reading):
        yield from _Table(grid, reading, room).claims()


class _Table:
    def __init__(self, grid: Grid, reading: Reading, room: Room) -> None:
        self.grid = grid
        self.reading = reading
        self.room = room
        self.rows = grid.table.rows
        self.formulas = {(here.row, here.column): self._relative(here) for here in formula_cells(grid) if here.row >= grid.header_rows}

    def claims(self) -> Iterator[Claim]:
        for column in range(len(self.rows[0])):
            whole: Cell | None = None
            for row in range(self.grid.header_rows, len(self.rows)):
                cell = self.rows[row][column]
                typed = self._typed(cell, row, column)
                if typed is not None:
                    yield typed
                elif cell.stored is not None and cell.stored.formula and cell.stored.value is not None:
                    whole = whole or (cell if self._same(row, column, 1, 0) else None)
            if whole is not None:
                figure = stored_figure(whole, self.reading)
                yield Claim(roles={"typed": ()}, at=figure, section=caption(self.grid))

    def _typed(self, cell: Cell, row: int, column: int) -> Claim | None:
        """The claim on a number among formulas; None where it is none, or rightly so."""
        if cell.merged or cell.stored is None or cell.stored.value is None or cell.stored.formula:
            return None
        at = address(cell)
        for down, right in _BESIDE:
            if at is not None and self._same(row - down, column - right, 2 * down, 2 * right):
                before = self.rows[row - down][column - right]
                formula = shifted(before.stored.formula if before.stored else "", down, right)
                return self._claim(cell, at, row, column, formula)
        return None

    def _same(self, row: int, column: int, down: int, right: int) -> bool:
        """Do two cells, the second so far away, hold the same formula?"""
        one = self.formulas.get((row, column))
        return bool(one) and one == self.formulas.get((row + down, column + right))

    def _relative(self, here: FormulaCell) -> str:
        """A formula in terms of how far away its cells are; "" for one of an array."""
        formula = here.formula
        return "" if formula.startswith("{") else self.reading.workbook.formulas.relative(formula, here.at.row, here.at.column)

    def _claim(self, cell: Cell, at: At, row: int, column: int, formula: str) -> Claim | None:
        told = result(formula, at, self.reading, self.room)
        if told is None or not told[1].cells:
            return None
        tree, computed = told
        figure: Figure = stored_figure(cell, self.reading)
        filled: dict[str, Filling] = {"typed": (figure,), "expected": stated(cell, at, tree, computed, self.reading)}
        here = FormulaCell(cell, at, self.grid, row, column)
        percent = cell.text.value.endswith("%")
        value = computed.value * 100 if percent else computed.value
        shown = written(value, self.reading.style) + ("%" if percent else "")
        return Claim(
            roles=filled,
            at=figure,
            section=caption(self.grid),
            tentative=not differs(here, computed, self.reading),
            words=f"={formula}",
            named={**names(self.grid, row, column), "formula": f"={formula}", "computed": shown, "number": cell.text.value},
        )
