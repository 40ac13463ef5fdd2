"""What the formulas of a workbook give, as far as that can be told."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from checker.recognise.reading import Reading
from checker.recognise.workbooks.cells import FormulaCell
from checker.recognise.workbooks.figures import least_shown
from checker.sheets.compute import Computed, compute
from checker.sheets.copies import Copied
from checker.sheets.formulas import UnreadFormula
from checker.sheets.quick import Quick
from checker.sheets.room import NotDecided, Room
from checker.sheets.workbook import At

_KEPT = Fraction(1, 10**9)
"""Spreadsheets reckon with fifteen digits, and what is lost adds up."""


def result(formula: str, at: At, reading: Reading, room: Room) -> tuple[Copied, Computed] | None:
    """The formula of a cell and what it gives; None where that cannot be told."""
    try:
        tree = reading.workbook.formulas.parse(formula, at.row)
        return tree, compute(tree, at, reading.workbook, room)
    except (UnreadFormula, NotDecided):
        return None


def quickly_given(formula: str, at: At, value: Fraction, reading: Reading, room: Room) -> Sequence[At] | None:
    """Of a formula of few cells that gives what is stored, as closely as it can: these cells. None where that needs a closer look."""
    try:
        copied = reading.workbook.formulas.parse(formula, at.row)
    except UnreadFormula:
        return None
    quick = Quick(copied, at, reading.workbook)
    given = quick.ratio(copied.tree)
    room.left -= len(quick.cells)
    if given is None or room.left < 0:
        return None
    gap = abs(value.numerator * given[1] - given[0] * value.denominator)
    return quick.cells if gap * _KEPT.denominator <= abs(given[0]) * value.denominator else None


def differs(here: FormulaCell, computed: Computed, reading: Reading) -> bool:
    """Is what a cell stores another number than what its formula gives, and one that shows as another?"""
    value = here.cell.stored.value if here.cell.stored else None
    if value is None:
        return False
    gap = abs(value - computed.value)
    return bool(gap) and gap > computed.largest * _KEPT and gap > least_shown(here.cell, reading.locale, reading.style)
