"""Errors that the cells of a workbook show: #REF!, #DIV/0!, #NAME? …

    find:
      cell_errors: {}

Roles: `errors` (list of text: the error shown, none for a table with formulas that shows none). A claim for each error that begins
here; those that it brings about in the formulas that name its cell have none of their own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from checker.claim import Claim
from checker.document import Cell, Stored
from checker.figure import Phrase
from checker.recognise.grid import Grid
from checker.recognise.naming import caption
from checker.recognise.reading import Reading
from checker.recognise.workbooks.cells import names, sheet_grids
from checker.sheets.references import areas_named
from checker.sheets.workbook import At, address

NAMES = ("formula",)
_ERRORS = frozenset(
    ("#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#SPILL!", "#CALC!", "#FIELD!", "#BLOCKED!", "#CONNECT!")
)
_MOST_LOOKED_AT = 10_000

LONG = "rows"


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    pass


def roles(options: Options) -> Mapping[str, str]:
    return {"errors": "texts"}


def find(reading: Reading, options: Options) -> Iterator[Claim]:
    for grid in sheet_grids(reading):
        formula: Cell | None = None
        count = 0
        for row, cells in enumerate(grid.table.rows):
            for column, cell in enumerate(cells):
                if is_error(cell):
                    count += 1
                    if not _brought_about(cell, reading):
                        yield _claim(grid, row, column, cell)
                elif cell.stored is not None and cell.stored.formula:
                    formula = formula or cell
        if formula is not None and not count:
            at = Phrase(text=formula.text.value, place=formula.text.place(0, len(formula.text)))
            yield Claim(roles={"errors": ()}, at=at, section=caption(grid))


def is_error(cell: Cell) -> bool:
    """Does the cell hold an error? One that is typed as text is words."""
    stored = cell.stored
    return stored is not None and stored.value is None and not stored.is_text and not cell.merged and cell.text.value in _ERRORS


def _brought_about(cell: Cell, reading: Reading) -> bool:
    """Does the formula name another cell with an error?"""
    at = address(cell)
    if at is None or cell.stored is None:
        return False
    looked_at = 0
    for sheet, rows, columns in areas_named(cell.stored.formula):
        first = At(sheet or at.sheet, rows.start, columns.start, at.volume)
        clipped = reading.workbook.clipped(first, rows.stop - 1, columns.stop - 1)
        looked_at += len(clipped[0]) * len(clipped[1])
        if looked_at > _MOST_LOOKED_AT:
            return False
        if any(where != at and _is_error_at(where, stored, reading) for where, stored in reading.workbook.area(first, *clipped)):
            return True
    return False


def _is_error_at(at: At, stored: Stored, reading: Reading) -> bool:
    if stored.value is not None or stored.is_text:
        return False
    cell = reading.workbook.cell(at)
    return cell is not None and is_error(cell)


def _claim(grid: Grid, row: int, column: int, cell: Cell) -> Claim:
    error = Phrase(text=cell.text.value, place=cell.text.place(0, len(cell.text)))
    formula = f"={cell.stored.formula}" if cell.stored is not None and cell.stored.formula else ""
    return Claim(
        roles={"errors": (error,)},
        at=error,
        section=caption(grid),
        words=cell.text.value,
        named={**names(grid, row, column), "formula": formula},
    )
