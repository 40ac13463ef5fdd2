"""Formulas of a workbook whose stored result is not what they give: the sheet shows the old number until it is calculated anew.

    find:
      cached_results: {}

Roles: `cached` (number), `result` (expression: the formula over the stored values of the cells that it names). One claim for each
formula of + - * / ^ %, SUM, AVERAGE, ROUND, COUNT, MIN, MAX, PRODUCT, SUMPRODUCT and SUBTOTAL; of any other it cannot be told what it
gives, and there is no claim. A difference that the cell does not show, or that is lost behind the fifteenth digit, is none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import msgspec

from checker.claim import Claim, Held
from checker.figure import Figure
from checker.recognise.reading import Reading
from checker.recognise.workbooks.cells import FormulaCell, formula_cells, sheet_grids
from checker.recognise.workbooks.figures import stored_figure
from checker.recognise.workbooks.results import differs, quickly_given, result
from checker.recognise.workbooks.working import stated
from checker.sheets.room import Room

NAMES = ("formula",)
_PERCENT = "%"

LONG = "rows"


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    pass


def roles(options: Options) -> Mapping[str, str]:
    return {"cached": "number", "result": "expression"}


def find(reading: Reading, options: Options) -> Iterator[Claim]:
    room = reading.room(__name__)
    for grid in sheet_grids(reading):
        for here in formula_cells(grid):
            claim = _claim(here, reading, room)
            if claim is not None:
                yield claim


def in_stretch(reading: Reading, options: Options) -> Iterator[Claim | Held]:
    """The claims of some rows of a long table. A formula of few cells that gives what is stored is not spelled out, but for the first of
    each column."""
    room = reading.room(__name__)
    for grid in sheet_grids(reading):
        begun: set[int] = set()
        for here in formula_cells(grid):
            held = _held(here, reading, room) if here.column in begun else None
            claim = _claim(here, reading, room) if held is None else held
            begun.add(here.column)
            if claim is not None:
                yield claim


def _held(here: FormulaCell, reading: Reading, room: Room) -> Held | None:
    """Of a formula that gives what is stored, the cells that it speaks of: its own, and those of its row."""
    stored = here.cell.stored
    if stored is None or stored.value is None:
        return None
    cells = quickly_given(here.formula, here.at, stored.value, reading, room)
    if cells is None:
        return None
    place = here.cell.text.place(0)
    columns = (at.column for at in cells if (at.row, at.sheet) == (here.at.row, here.at.sheet))
    row, left = place.row or 0, here.at.column - (place.col or 0)
    return Held(place, ((row, place.col or 0), *((row, column - left) for column in columns)))


def _claim(here: FormulaCell, reading: Reading, room: Room) -> Claim | None:
    stored = here.cell.stored
    told = result(here.formula, here.at, reading, room) if stored is not None and stored.value is not None else None
    if told is None:
        return None
    tree, computed = told
    factor = 100 if here.cell.text.value.endswith(_PERCENT) else 1
    wrong = differs(here, computed, reading)
    cached: Figure = stored_figure(here.cell, reading, None if wrong else computed.value, factor)
    return Claim(
        roles={"cached": cached, "result": stated(here.cell, here.at, tree, computed, reading, factor)},
        at=cached,
        section=here.section,
        words=f"={here.formula}",
        named={**here.names, "formula": f"={here.formula}"},
    )
