"""The stretches that the sums of a workbook add up: rows of the same block that one leaves out, subtotals that it counts twice.

    find:
      summed_ranges:
        kind: left_out                            # or: twice
        totals: {vi: [tổng cộng, cộng]}           # a row whose label begins so is a total and no part

Roles: `total` (number), `formula` (expression), `wrong` (list of number: the cells left out or counted twice). One claim for each
formula that is one SUM, or SUBTOTAL, of one stretch of a column (or of a row, for `twice`). Left out is a row of numbers between the
sum and its stretch, or one that goes before the stretch without a break; no subtotal, header, year or row of another rank.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

import msgspec

from checker.claim import Claim
from checker.document import Cell
from checker.recognise.cues import Cues, loose_cues
from checker.recognise.reading import Reading
from checker.recognise.workbooks.blocks import Down, twice
from checker.recognise.workbooks.cells import FormulaCell, Summed, formula_cells, in_whole, sheet_grids, summed
from checker.recognise.workbooks.figures import stored_figure
from checker.recognise.workbooks.results import result
from checker.recognise.workbooks.working import stated
from checker.sheets.room import NotDecided, Room

NAMES = ("formula", "cells")
_MOST_NAMED = 5

LONG = "rows"


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    kind: Literal["left_out", "twice"]
    totals: Cues = {}


def roles(options: Options) -> Mapping[str, str]:
    return {"total": "number", "formula": "expression", "wrong": "numbers"}


def find(reading: Reading, options: Options) -> Iterator[Claim]:
    room = reading.room(f"{__name__} {options.kind}")
    is_total = loose_cues(options.totals, reading.locale)
    for grid in sheet_grids(reading):
        for here in formula_cells(grid):
            area = summed(here.formula)
            wrong = None if area is None else _wrong(in_whole(here), area, options, is_total, room)
            claim = None if wrong is None else _claim(here, wrong, reading, room)
            if claim is not None:
                yield claim


def _wrong(here: FormulaCell, area: Summed, options: Options, is_total: re.Pattern[str], room: Room) -> Sequence[Cell] | None:
    """The cells that the sum should have, or should not have; None where it cannot be told."""
    try:
        if options.kind == "twice":
            return twice(here, area, here.grid, room)
        if area.area.left != area.area.right or area.area.left != here.at.column:
            return None
        down = Down(here, area, is_total, room)
        return [cell for row in down.left_out() if (cell := down.cell(row)) is not None] if down.fits else None
    except NotDecided:
        return None


def _claim(here: FormulaCell, wrong: Sequence[Cell], reading: Reading, room: Room) -> Claim | None:
    told = result(here.formula, here.at, reading, room)
    if told is None:
        return None
    formula = stated(here.cell, here.at, *told, reading)
    total = stored_figure(here.cell, reading) if here.cell.stored and here.cell.stored.value is not None else None
    addresses = [cell.text.place(0).cell or "" for cell in wrong]
    return Claim(
        roles={
            **({"total": total} if total else {}),  # none where nothing has reckoned the workbook yet
            "formula": formula,
            "wrong": tuple(stored_figure(cell, reading) for cell in wrong),
        },
        at=total or formula,
        section=here.section,
        words=f"={here.formula}",
        named={
            **here.names,
            "formula": f"={here.formula}",
            "cells": ", ".join(addresses[:_MOST_NAMED]) + (" …" if len(addresses) > _MOST_NAMED else ""),
        },
    )
