"""The cells of a sheet in compact arrays: some fifteen bytes a cell, however many there are.

Only cells that hold something are kept, row by row from left to right; rows and columns count from 0.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from dataclasses import dataclass, field
from typing import NamedTuple

NUMBER, TEXT, SHARED, TRUTH, ERROR = range(5)
Span = tuple[int, int]


class Held(NamedTuple):
    """What a cell holds: its kind, its number format's place in the list, its number (of a text: its place in the list)."""

    kind: int
    style: int
    value: float
    formula: Formula | None


class Formula(NamedTuple):
    """A formula as written at `row` and `column`: the cell's own, or the one that it shares."""

    text: str
    row: int
    column: int


@dataclass
class Store:
    """`begins[r]` is where in the arrays row r begins; `filled[r]` has bit c set for each of its cells. `left_out` counts cells that are
    not kept, `unvalued` formulas of which no result is stored."""

    columns: array[int] = field(default_factory=lambda: array("H"))
    styles: array[int] = field(default_factory=lambda: array("H"))
    values: array[float] = field(default_factory=lambda: array("d"))
    kinds: bytearray = field(default_factory=bytearray)
    begins: array[int] = field(default_factory=lambda: array("I"))
    filled: list[int] = field(default_factory=list)
    formulas: dict[int, str | Formula] = field(default_factory=dict)
    texts: list[str] = field(default_factory=list)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    hidden_rows: list[int] = field(default_factory=list)
    hidden_columns: list[Span] = field(default_factory=list)
    shows_zeros: bool = True
    left_out: int = 0
    unvalued: int = 0

    def at(self, row: int, column: int) -> Held | None:
        """The cell there; None where there is none."""
        if not 0 <= row < len(self.filled) or not self.filled[row] >> column & 1:
            return None
        end = self.begins[row + 1] if row + 1 < len(self.begins) else len(self.columns)
        index = bisect_left(self.columns, column, self.begins[row], end)
        formula = self.formulas.get(index)
        own = Formula(formula, row, column) if isinstance(formula, str) else formula
        return Held(self.kinds[index], self.styles[index], self.values[index], own)
